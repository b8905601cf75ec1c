#include "build/search/search_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "build/search/search_client.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

using nlohmann::json;
using support::build_site;
using support::Built;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string site_text(std::string_view configuration, std::string_view rest = "") {
  return "--- loom.toml\nbase_url = \"https://e.org\"\nbuild_search_index = true\n" +
         std::string(configuration) + "\n" +
         "--- content/_index.md\n+++\ntitle = \"Home\"\n+++\n"
         "--- content/a.md\n+++\ntitle = \"First\"\n+++\nRunning text.\n"
         "--- content/blog/_index.md\n+++\ntitle = \"Blog\"\n+++\n"
         "--- content/blog/b.md\n+++\ntitle = \"Second\"\n+++\nOther.\n" +
         std::string(rest);
}

std::vector<std::string> documents(const Built& built, const std::string& path) {
  std::vector<std::string> found;
  const json index = json::parse(built.body(path));
  for (const auto& [permalink, document] : index["documentStore"]["docs"].items()) {
    found.push_back(permalink);
  }
  return found;
}

constexpr std::string_view kJson = "[search]\nindex_format = \"elasticlunr_json\"";

TEST(SearchStep, MakesNothingUnlessAskedFor) {
  EXPECT_THAT(build_site("--- loom.toml\nbase_url = \"https://e.org\"\n--- content/a.md\nx\n").paths(),
              Not(HasSubstr("search_index")));
}

TEST(SearchStep, PublishesIndexAndScript) {
  const Built built = build_site(site_text(""));
  EXPECT_EQ(built.diagnostics.error_count(), 0U) << built.messages();
  EXPECT_THAT(built.body("/search_index.en.js"), testing::StartsWith("window.searchIndex = {\"fields\""));
  EXPECT_EQ(built.has("/elasticlunr.min.js"), !elasticlunr_script().empty());
  EXPECT_EQ(built.diagnostics.warning_count(), elasticlunr_script().empty() ? 1U : 0U);
}

TEST(SearchStep, ListsPagesAndSectionsThatAreToBeFound) {
  const Built built = build_site(site_text(
      kJson,
      "--- content/c.md\n+++\nin_search_index = false\n+++\nx\n"
      "--- content/hidden/_index.md\n+++\nin_search_index = false\n+++\n--- content/hidden/d.md\nx\n"
      "--- content/moved/_index.md\n+++\nredirect_to = \"/a/\"\n+++\n"));
  EXPECT_THAT(
      documents(built, "/search_index.en.json"),
      ElementsAre("https://e.org/", "https://e.org/a/", "https://e.org/blog/", "https://e.org/blog/b/"));
}

TEST(SearchStep, AFrontPageThatHidesIsAMistake) {
  const Built built = build_site(
      "--- loom.toml\nbase_url = \"https://e.org\"\nbuild_search_index = true\n"
      "--- content/_index.md\n+++\nin_search_index = false\n+++\n");
  EXPECT_THAT(built.messages(), HasSubstr("error content/_index.md:0:0: `build_search_index` is on"));
}

TEST(SearchStep, FuseNeedsNoScript) {
  const Built built = build_site(site_text("[search]\nindex_format = \"fuse_javascript\""));
  EXPECT_THAT(built.body("/search_index.en.js"), testing::StartsWith("window.searchIndex = [{"));
  EXPECT_FALSE(built.has("/elasticlunr.min.js"));
}

TEST(SearchStep, EachLanguageHasItsOwnIndex) {
  const Built built = build_site(
      site_text("[search]\nindex_format = \"elasticlunr_json\"\n[languages.fr]\nbuild_search_index = true\n"
                "[languages.fr.search]\nindex_format = \"elasticlunr_json\"\n[languages.it]\n",
                "--- content/a.fr.md\n+++\ntitle = \"Premier\"\n+++\nx\n"));
  EXPECT_THAT(documents(built, "/search_index.fr.json"), testing::Contains("https://e.org/fr/a/"));
  EXPECT_THAT(documents(built, "/search_index.en.json"), Not(testing::Contains("https://e.org/fr/a/")));
  EXPECT_FALSE(built.has("/search_index.it.json"));
}

TEST(SearchStep, ALanguageWithoutStemmerIsAWarning) {
  const Built built = build_site(site_text("default_language = \"zh\""));
  EXPECT_THAT(built.messages(), HasSubstr("search index of the language `zh` finds whole words only"));
  EXPECT_TRUE(built.has("/search_index.zh.js"));
}

TEST(SearchStep, GivesWayToTheFilesOfTheAuthorAndIsFoundByTemplates) {
  const Built built = build_site(
      site_text("",
                "--- static/elasticlunr.min.js\nown\n--- content/x.md\n+++\ntemplate = \"x.html\"\n+++\n"
                "--- templates/x.html\n{{ get_url(path=\"search_index.en.js\", cachebust=true) }}\n"));
  EXPECT_EQ(built.body("/elasticlunr.min.js"), "own\n");
  EXPECT_THAT(built.body("/x/"), HasSubstr("search_index.en.js?h="));
}

TEST(SearchStep, AnEditGivesWhatACleanBuildGives) {
  Builder builder(support::plain_build_options());
  Built before = support::build_tree(builder, support::source_tree(site_text(kJson)));
  for (const char* edit : {"--- content/a.md\nRunning otherwise.\n", "--- content/new.md\nx\n",
                           "--- content/blog/b.md\n+++\ntitle = \"T\"\n+++\nOther.\n", ""}) {
    const site::SourceTree tree = support::source_tree(site_text(kJson, edit));
    Built after = support::build_tree(builder, tree, before.outcome.snapshot.get());
    Builder fresh(support::plain_build_options());
    EXPECT_EQ(after.body("/search_index.en.json"),
              support::build_tree(fresh, tree).body("/search_index.en.json"));
    EXPECT_NE(after.body("/search_index.en.json"), before.body("/search_index.en.json"));
    before = std::move(after);
  }
}

}  // namespace
}  // namespace loom::build
