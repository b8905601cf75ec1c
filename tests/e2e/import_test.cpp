// `loom import` as a shell sees it: a small site of each engine is imported and built, and every address that
// the old engine published is there.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "e2e/support/loom_process.h"
#include "support/temp_folder.h"

namespace loom::e2e {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<std::pair<std::string, std::string>>;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// An old site in a folder, imported and built.
class ImportTest : public testing::Test {
 protected:
  void import(const std::string& engine, const Files& files) {
    for (const auto& [path, text] : files) {
      folder_.write("old/" + path, text);
    }
    result_ = run_loom({"import", engine, folder_.path("old"), "-o", folder_.path("new")});
    ASSERT_EQ(result_.exit_code, 0) << result_.err;
    const ProgramResult built = run_loom({"build", folder_.path("new")});
    ASSERT_EQ(built.exit_code, 0) << built.err;
  }

  /// Of each old address: whether the build has its file.
  void expect_addresses(const std::vector<std::string>& paths) const {
    for (const std::string& path : paths) {
      EXPECT_TRUE(folder_.exists("new/public" + path + (path.ends_with('/') ? "index.html" : ""))) << path;
    }
  }

  support::TempFolder folder_;
  ProgramResult result_;
};

TEST_F(ImportTest, AJekyllSiteKeepsItsAddresses) {
  import("jekyll",
         {{"_config.yml", "title: T\nurl: https://x.org\npaginate: 1\n"},
          {"index.html", "---\nlayout: home\n---\n{% for post in paginator.posts %}{% endfor %}\n"},
          {"about.md", "---\ntitle: About\nredirect_from: /me/\n---\n[p]({% post_url 2024-05-01-one %})\n"},
          {"contact/index.md", "---\n---\n# Contact\n"},
          {"_posts/2024-05-01-one.md", "---\ntitle: One\ncategories: [a b]\n---\nx\n"},
          {"_posts/2024-05-02-Two_x.markdown", "---\ndate: 2024-05-03 10:00:00\n---\n{{ site.title }}\n"},
          {"_drafts/idea.md", "---\n---\n"},
          { "css/a.css",
            "a{}" }});
  expect_addresses({"/", "/about.html", "/me/", "/contact/", "/a b/2024/05/01/one.html",
                    "/2024/05/03/Two_x.html", "/css/a.css", "/feed.xml", "/page2/"});
  EXPECT_TRUE(contains(folder_.read("new/IMPORT.md"), "index.html:4: "));
  EXPECT_TRUE(contains(result_.err, "index.html:4: ")) << result_.err;
  EXPECT_FALSE(folder_.exists("new/public/IMPORT.md"));
}

TEST_F(ImportTest, AHugoSiteKeepsItsAddresses) {
  import("hugo", {{"hugo.toml",
                   "baseURL = \"https://x.org/\"\ntitle = \"T\"\n[permalinks]\nposts = \"/:year/:slug/\"\n"},
                  {"content/_index.md", "---\ntitle: Home\n---\n"},
                  {"content/posts/_index.md", "---\ntitle: Posts\n---\n"},
                  {"content/posts/One.md", "---\ntitle: One\nslug: uno\ndate: 2024-05-01\ntags: [x]\n---\n"},
                  {"content/docs/Big Guide/index.md",
                   "{\n\"title\": \"Guide\", \"aliases\": [\"/guide\"]\n}\n![a](a.png)\n"},
                  {"content/docs/Big Guide/a.png", "png"},
                  {"content/about.md", "+++\ntitle = \"About\"\n+++\n{{< unknown a=\"b\" >}}\n"},
                  { "static/x.txt",
                    "x" }});
  expect_addresses({"/", "/posts/", "/2024/uno/", "/docs/big-guide/", "/docs/big-guide/a.png", "/guide/",
                    "/about/", "/tags/", "/tags/x/", "/x.txt", "/index.xml"});
  EXPECT_TRUE(contains(result_.err, "content/about.md:4: ")) << result_.err;
}

TEST_F(ImportTest, ASiteOfTheFirstLoomKeepsItsAddresses) {
  import("loom", {{"site.conf", "title = T\nbase_url = https://x.org\n"},
                  {"posts/one.md", "---\ntitle: One\ndate: 2025-01-01\ntags: a b\n---\nx\n"},
                  {"posts/tour/two.md", "---\ntitle: Two\ndate: 2025-01-02\nslug: deux\n---\nx\n"},
                  {"pages/about.md", "---\ntitle: About\n---\nx\n"},
                  { "images/a.png",
                    "png" }});
  expect_addresses({"/", "/post/one/", "/post/deux/", "/about/", "/tag/a b/", "/tags/", "/series/tour/",
                    "/archives/", "/feed.xml", "/images/a.png"});
}

TEST_F(ImportTest, TheReportCanBeRead) {
  folder_.write("old/site.conf", "title = T\nbase_url = https://x.org\nmagic = 1\n");
  const ProgramResult result =
      run_loom({"import", "loom", folder_.path("old"), "-o", folder_.path("new"), "--json"});
  EXPECT_EQ(result.exit_code, 0);
  const auto report = nlohmann::json::parse(result.out, nullptr, false);
  ASSERT_TRUE(report.is_object()) << result.out;
  EXPECT_EQ(report["leftovers"][0]["file"], "site.conf");
  EXPECT_EQ(report["leftovers"][0]["line"], 3);
}

TEST_F(ImportTest, FoldersThatAreNoGoodAreRefused) {
  folder_.write("old/site.conf", "title = T\n");
  folder_.write("full/x", "x");
  folder_.make_folder("nothing");
  const auto import_into = [&](const std::string& engine, const std::string& from, const std::string& to) {
    return run_loom({"import", engine, folder_.path(from), "-o", folder_.path(to)});
  };
  EXPECT_TRUE(contains(import_into("loom", "old", "full").err, "is not empty"));
  EXPECT_TRUE(contains(import_into("loom", "old", "old/new").err, "must not lie in the old one"));
  EXPECT_TRUE(contains(import_into("hugo", "old", "new").err, "there is no hugo.toml"));
  EXPECT_TRUE(contains(import_into("jekyll", "nothing", "new").err, "there is no _config.yml"));
  EXPECT_EQ(import_into("loom", "absent", "new").exit_code, 1);
  EXPECT_EQ(import_into("wordpress", "old", "new").exit_code, 2);
  EXPECT_FALSE(folder_.exists("new"));
  EXPECT_EQ(folder_.read("full/x"), "x");
}

TEST_F(ImportTest, StrangeFilesAreNamedAndTheRestIsImported) {
  folder_.write("old/_config.yml", "url: https://x.org\ntitle: [\n");
  folder_.write("old/a.md", "---\ntitle: A\n---\n{% if %}{{ }}{% for %}{% include %}{% highlight %}\n");
  folder_.write("old/b.md", "---\nbroken: [\n---\nb\n");
  folder_.write("old/bin.md", std::string("---\n---\n\xff\0\xfe", 11));
  folder_.write("old/na\nme.md", "---\n---\n");
  folder_.link("..", "old/up");
  folder_.link("loop", "old/loop");
  ASSERT_EQ(::mkfifo(folder_.path("old/fifo").c_str(), 0600), 0);
  const ProgramResult result = run_loom({"import", "jekyll", folder_.path("old"), "-o", folder_.path("new")});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const std::string report = folder_.read("new/IMPORT.md");
  for (const char* part : {"_config.yml:", "a.md:4: ", "b.md:", "up: ", "loop: ", "fifo: ", "na\\x0ame.md"}) {
    EXPECT_TRUE(contains(report, part)) << part << "\n" << report;
  }
  EXPECT_EQ(run_loom({"build", folder_.path("new")}).exit_code, 0);
}

}  // namespace
}  // namespace loom::e2e
