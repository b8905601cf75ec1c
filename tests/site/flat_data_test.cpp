#include "site/flat_data.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

std::optional<LocatedData> parse(std::string_view text) {
  return parse_flat({"a.md", text, 2, {}});
}

TEST(FlatData, EverythingAfterTheFirstColonIsTheValue) {
  const auto parsed =
      parse("title: One: two\n# note\n\ntags: [a, b]\ndraft: true\nname: \"quoted\"\nempty:\n");
  ASSERT_TRUE(parsed.has_value());
  const base::Data expected = base::Data::Table{
      {"title", "One: two"}, {"tags", "[a, b]"}, {"draft", true}, {"name", "quoted"}, {"empty", ""}};
  EXPECT_EQ(parsed->data, expected);
  EXPECT_EQ(parsed->find_place("tags").line, 5u);
}

TEST(FlatData, WhatLooksLikeYamlIsLeftToYaml) {
  for (const char* text :
       {"tags: [a, b\n", "a: \"open\n", "a: {x\n", "a:\n  b: 1\n", "- a\n", "plain\n", "a: |\n"}) {
    EXPECT_FALSE(parse(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace loom::site
