#include "build/data/data_cache.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

using Shared = std::shared_ptr<const base::Data>;

Shared loaded(DataCache& cache, const std::string& path, const std::string& text, std::string_view format) {
  const DataCache::Loaded result = cache.load("/nowhere", site::make_source_file(path, text), format);
  EXPECT_TRUE(std::holds_alternative<Shared>(result)) << path;
  return std::holds_alternative<Shared>(result) ? std::get<Shared>(result) : nullptr;
}

TEST(DataCache, FormatsFollowTheExtension) {
  EXPECT_EQ(data_format_for("data/a.TOML"), "toml");
  EXPECT_EQ(data_format_for("a.yml"), "yaml");
  EXPECT_EQ(data_format_for("a.json"), "json");
  EXPECT_EQ(data_format_for("a.csv"), "csv");
  EXPECT_EQ(data_format_for("a.txt"), "plain");
  EXPECT_EQ(data_format_for("README"), "plain");
  EXPECT_EQ(data_format_for("a.xml"), "xml");
  EXPECT_EQ(data_format_for("a.bib"), "plain");
  EXPECT_EQ(find_data_format("BibTeX"), "bibtex");
  EXPECT_EQ(find_data_format("YML"), "yaml");
  EXPECT_FALSE(find_data_format("ini"));
}

TEST(DataCache, EachFormatIsParsed) {
  DataCache cache;
  EXPECT_EQ(*loaded(cache, "a.toml", "x = 1\n", "toml")->find("x")->as_integer(), 1);
  EXPECT_EQ(*loaded(cache, "a.json", "{\"x\": 2}", "json")->find("x")->as_integer(), 2);
  EXPECT_EQ(*loaded(cache, "a.yaml", "x: 3\n", "yaml")->find("x")->as_integer(), 3);
  EXPECT_EQ(loaded(cache, "a.csv", "x\n4\n", "csv")->find("records")->as_array()->size(), 1U);
  EXPECT_EQ(*loaded(cache, "a.txt", "text", "plain")->as_string(), "text");
  EXPECT_EQ(*loaded(cache, "a.xml", "<x>5</x>", "xml")->find("x")->as_integer(), 5);
  EXPECT_EQ(loaded(cache, "a.bib", "@misc{a}", "bibtex")->find("bibliographies")->as_array()->size(), 1U);
}

TEST(DataCache, TheSameBytesAreParsedOnce) {
  DataCache cache;
  const Shared first = loaded(cache, "a.toml", "x = 1\n", "toml");
  EXPECT_EQ(loaded(cache, "a.toml", "x = 1\n", "toml"), first);
  EXPECT_NE(loaded(cache, "a.toml", "x = 2\n", "toml"), first);
  EXPECT_NE(loaded(cache, "a.toml", "x = 2\n", "plain"), loaded(cache, "a.toml", "x = 2\n", "toml"));
}

TEST(DataCache, WhatABuildDidNotLoadIsForgotten) {
  DataCache cache;
  const std::weak_ptr<const base::Data> first = loaded(cache, "a.toml", "x = 1\n", "toml");
  cache.sweep();
  EXPECT_FALSE(first.expired());
  cache.sweep();
  EXPECT_TRUE(first.expired());
}

TEST(DataCache, AMistakeKeepsItsPlace) {
  DataCache cache;
  const DataCache::Loaded result =
      cache.load("/nowhere", site::make_source_file("a.toml", "x = 1\ny = =\n"), "toml");
  ASSERT_TRUE(std::holds_alternative<DataCache::Failure>(result));
  const base::Diagnostic& diagnostic = std::get<DataCache::Failure>(result).diagnostic;
  EXPECT_EQ(diagnostic.file, "a.toml");
  EXPECT_EQ(diagnostic.line, 2U);
}

TEST(DataCache, AByteOrderMarkIsLeftOut) {
  DataCache cache;
  EXPECT_EQ(*loaded(cache, "a.txt", "\xef\xbb\xbftext", "plain")->as_string(), "text");
  EXPECT_EQ(*loaded(cache, "a.json", "\xef\xbb\xbf{\"x\": 2}", "json")->find("x")->as_integer(), 2);
}

TEST(DataCache, OnlyUtf8IsText) {
  DataCache cache;
  const DataCache::Loaded result =
      cache.load("/nowhere", site::make_source_file("a.txt", "a\n\xff"), "plain");
  ASSERT_TRUE(std::holds_alternative<DataCache::Failure>(result));
  EXPECT_EQ(std::get<DataCache::Failure>(result).diagnostic.message, "this is no text in UTF-8");
  EXPECT_EQ(std::get<DataCache::Failure>(result).diagnostic.line, 2U);
}

}  // namespace
}  // namespace loom::build
