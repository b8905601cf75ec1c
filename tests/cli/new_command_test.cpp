#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/log.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "site/source_loader.h"
#include "support/site_build.h"
#include "support/temp_folder.h"

namespace loom::cli {
namespace {

using testing::HasSubstr;

class NewCommandTest : public testing::Test {
 protected:
  NewCommandTest() { testing::internal::CaptureStderr(); }
  ~NewCommandTest() override { testing::internal::GetCapturedStderr(); }

  /// The only file below `relative`; "" when there are none or several.
  std::string only_file(const std::string& relative) const {
    std::string found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path(relative))) {
      found = found.empty() ? entry.path().filename().string() : "several";
    }
    return found;
  }

  support::TempFolder folder_;
};

TEST_F(NewCommandTest, ANewSiteBuildsWithoutComplaint) {
  ASSERT_EQ(run_new_site({folder_.path("blog")}), kExitSuccess);
  site::SourceTree tree;
  support::Built built;
  site::SourceLoader loader(folder_.path("blog"), {});
  ASSERT_TRUE(loader.load_all(tree, built.diagnostics).has_value());
  build::BuildOptions options = support::plain_build_options();
  options.site_root = folder_.path("blog");
  build::Builder builder(options);
  built.outcome =
      builder.build(tree, support::build_moment("2100-01-01T00:00:00Z"), nullptr, built.diagnostics);
  EXPECT_EQ(built.messages(), "");
  EXPECT_THAT(built.body("/"), HasSubstr("front page"));
  EXPECT_THAT(built.body("/posts/hello/"), HasSubstr("The first post."));
  EXPECT_TRUE(built.has("/about/"));
  EXPECT_TRUE(built.has("/atom.xml"));
}

TEST_F(NewCommandTest, AFolderThatHoldsSomethingIsLeftAlone) {
  folder_.write("blog/mine.txt", "mine");
  EXPECT_EQ(run_new_site({folder_.path("blog")}), kExitFailure);
  EXPECT_FALSE(folder_.exists("blog/loom.toml"));
}

TEST_F(NewCommandTest, APostGoesToTheSectionOfPosts) {
  folder_.write("loom.toml", "");
  folder_.make_folder("content/posts");
  ASSERT_EQ(run_new_post({"A \"quoted\" title", folder_.path(), ""}), kExitSuccess);
  const std::string name = only_file("content/posts");
  EXPECT_THAT(name, testing::EndsWith("-a-quoted-title.md"));
  EXPECT_THAT(folder_.read("content/posts/" + name), HasSubstr("title = \"A \\\"quoted\\\" title\"\n"));
  EXPECT_EQ(run_new_post({"A quoted title", folder_.path(), ""}), kExitFailure) << "it exists already";
}

TEST_F(NewCommandTest, APostGoesWhereTheSectionSays) {
  folder_.write("loom.toml", "");
  ASSERT_EQ(run_new_post({"Title", folder_.path(), "notes/deep"}), kExitSuccess);
  EXPECT_THAT(only_file("content/notes/deep"), testing::EndsWith("-title.md"));
}

TEST_F(NewCommandTest, InABareFolderAPostIsAFileOfTheFolder) {
  ASSERT_EQ(run_new_post({"Title", folder_.path(), ""}), kExitSuccess);
  EXPECT_THAT(only_file(""), testing::EndsWith("-title.md"));
}

TEST_F(NewCommandTest, ATitleWithoutALetterIsRefused) {
  EXPECT_EQ(run_new_post({"!!!", folder_.path(), ""}), kExitFailure);
  EXPECT_EQ(run_new_post({"Title", folder_.path("none"), ""}), kExitFailure);
}

}  // namespace
}  // namespace loom::cli
