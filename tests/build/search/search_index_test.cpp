#include "build/search/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace loom::build {
namespace {

using nlohmann::json;
using testing::ElementsAre;

constexpr std::string_view kHome = "https://example.org/";

SearchEntry entry(std::string_view permalink, std::string_view title, std::string_view html) {
  return {permalink, title, "About \"it\"", "2023-01-31T00:00:00Z", "/a-b/", html};
}

json elasticlunr(const std::vector<SearchEntry>& entries, const site::SearchConfig& config = {},
                 const SearchLanguage* language = find_search_language("en")) {
  std::vector<IndexedEntry> indexed;
  for (const SearchEntry& item : entries) {
    indexed.push_back(index_for_elasticlunr(item, config, language));
  }
  std::vector<const IndexedEntry*> pointers;
  for (const IndexedEntry& item : indexed) {
    pointers.push_back(&item);
  }
  return json::parse(elasticlunr_json(pointers, config, language));
}

TEST(SearchIndex, HasTheFieldsThatAreAskedFor) {
  site::SearchConfig config;
  EXPECT_THAT(search_fields(config), ElementsAre("title", "body"));
  config.include_description = config.include_date = config.include_path = true;
  config.include_content = false;
  EXPECT_THAT(search_fields(config), ElementsAre("title", "description", "date", "path"));
  const json index = elasticlunr({entry(kHome, "T", "<p>x</p>")}, config);
  EXPECT_EQ(index["documentStore"]["docs"][kHome],
            json::parse(R"({"title": "T", "description": "About \"it\"", "date": "2023-01-31T00:00:00Z",
                            "path": "/a-b/", "id": "https://example.org/"})"));
  EXPECT_EQ(index["index"]["path"]["root"]["b"]["df"], 1);
}

TEST(SearchIndex, IsATreeOfStemsWithTheRootOfTheirCounts) {
  const json index =
      elasticlunr({entry("u:1", "Cats", "<p>cat cats can</p> car"), entry("u:2", "", "car \xC3\xA9x")});
  EXPECT_EQ(index["fields"], json::parse(R"(["title", "body"])"));
  EXPECT_EQ(index["pipeline"], json::parse(R"(["trimmer", "stopWordFilter", "stemmer"])"));
  EXPECT_EQ(index["lang"], "English");
  EXPECT_EQ(index["ref"], "id");
  EXPECT_EQ(index["index"]["title"]["root"]["c"]["a"]["t"]["docs"], json::parse(R"({"u:1": {"tf": 1}})"));
  const json& root = index["index"]["body"]["root"];
  EXPECT_EQ(root["c"]["a"]["r"]["docs"], json::parse(R"({"u:1": {"tf": 1}, "u:2": {"tf": 1}})"));
  EXPECT_EQ(root["c"]["a"]["r"]["df"], 2);
  EXPECT_NEAR(root["c"]["a"]["t"]["docs"]["u:1"]["tf"].get<double>(), 1.41421356, 1e-8);
  EXPECT_EQ(root["c"]["a"]["docs"], json::object());
  EXPECT_EQ(root["c"]["a"]["df"], 0);
  EXPECT_FALSE(root["c"]["a"].contains("n"));
  EXPECT_EQ(index["documentStore"]["docInfo"]["u:1"], json::parse(R"({"title": 1, "body": 3})"));
  EXPECT_EQ(index["documentStore"]["length"], 2);
}

TEST(SearchIndex, OfALanguageWithoutStemmerHasWholeWords) {
  const json index = elasticlunr({entry("u", "", "\xCE\x91\xCE\xB2 cats")}, {}, nullptr);
  EXPECT_EQ(index["pipeline"], json::array());
  EXPECT_EQ(index["index"]["body"]["root"]["\xCE\xB1"]["\xCE\xB2"]["df"], 1);
  EXPECT_EQ(index["index"]["body"]["root"]["c"]["a"]["t"]["s"]["df"], 1);
}

TEST(SearchIndex, WithoutEntriesIsOneToo) {
  const json index = elasticlunr({});
  EXPECT_EQ(index["index"]["title"]["root"], json::parse(R"({"docs": {}, "df": 0})"));
  EXPECT_EQ(fuse_json({}), "[]");
}

TEST(SearchIndex, ForFuseIsAListOfTexts) {
  site::SearchConfig config;
  config.include_path = true;
  config.truncate_content_length = 3;
  const IndexedEntry first = index_for_fuse(entry("u:1", "T\n", "<p>abcdef</p>"), config);
  const IndexedEntry second = index_for_fuse(entry("u:2", "", ""), config);
  const IndexedEntry* both[] = {&first, &second};
  EXPECT_EQ(json::parse(fuse_json(both)),
            json::parse(R"([{"url": "u:1", "title": "T\n", "path": "/a-b/", "body": "abc"},
                            {"url": "u:2", "title": "", "path": "/a-b/", "body": ""}])"));
}

}  // namespace
}  // namespace loom::build
