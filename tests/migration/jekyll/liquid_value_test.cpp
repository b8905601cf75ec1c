#include "migration/jekyll/liquid_value.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

using base::Data;

LiquidScope scope() {
  LiquidScope scope;
  scope.variables["site"] = Data::Table{{"title", "Site"},
                                        {"baseurl", "/b"},
                                        {"url", "https://x.org"},
                                        {"list", Data::Array{3, 1, 2}},
                                        {"people", Data::Array{Data::Table{{"name", "Ann"}, {"role", "a"}},
                                                               Data::Table{{"name", "Bob"}, {"role", "b"}}}}};
  scope.variables["page"] = Data::Table{{"n", 2}, {"date", *base::parse_date_time("2024-05-01")}};
  scope.unknown_keys["site"] = {"posts"};
  return scope;
}

std::string value(std::string_view expression) {
  const auto data = evaluate_liquid(expression, scope());
  return !data ? "?" : liquid_text(*data).value_or("(table)");
}

TEST(LiquidValue, VariablesAndLiterals) {
  EXPECT_EQ(value("site.title"), "Site");
  EXPECT_EQ(value("site['title']"), "Site");
  EXPECT_EQ(value("site.list[1]"), "1");
  EXPECT_EQ(value("site.list.size"), "3");
  EXPECT_EQ(value("site.nothing"), "");
  EXPECT_EQ(value("'text'"), "text");
  EXPECT_EQ(value("3"), "3");
}

TEST(LiquidValue, WhatOnlyABuildKnowsIsUnknown) {
  EXPECT_EQ(value("site.posts"), "?");
  EXPECT_EQ(value("other.x"), "?");
  EXPECT_EQ(value("site.title | plugin_filter"), "?");
}

TEST(LiquidValue, Filters) {
  EXPECT_EQ(value("site.title | upcase | append: '!'"), "SITE!");
  EXPECT_EQ(value("site.none | default: 'x'"), "x");
  EXPECT_EQ(value("'/a' | relative_url"), "/b/a");
  EXPECT_EQ(value("'a' | absolute_url"), "https://x.org/b/a");
  EXPECT_EQ(value("page.date | date: '%Y'"), "2024");
  EXPECT_EQ(value("'a,b' | split: ',' | join: '-'"), "a-b");
  EXPECT_EQ(value("site.list | sort | first"), "1");
  EXPECT_EQ(value("site.people | where: 'role', 'b' | map: 'name' | join: ','"), "Bob");
  EXPECT_EQ(value("'a b' | replace: ' ', '+'"), "a+b");
  EXPECT_EQ(value("'<b>x</b>' | strip_html"), "x");
}

TEST(LiquidValue, Conditions) {
  EXPECT_EQ(evaluate_condition("site.title == 'Site' and page.n > 1", scope()), true);
  EXPECT_EQ(evaluate_condition("site.none or page.n != 2", scope()), false);
  EXPECT_EQ(evaluate_condition("site.title contains 'it'", scope()), true);
  EXPECT_EQ(evaluate_condition("site.posts", scope()), std::nullopt);
  EXPECT_EQ(evaluate_condition("site.posts or site.title", scope()), true);
}

TEST(LiquidValue, TagArgumentsKeepTheirQuotes) {
  const auto arguments = parse_tag_arguments(" a=\"x y\" b = page.n, c='z'");
  ASSERT_EQ(arguments.size(), 3u);
  EXPECT_EQ(arguments[0], (std::pair<std::string, std::string>("a", "\"x y\"")));
  EXPECT_EQ(arguments[2], (std::pair<std::string, std::string>("c", "'z'")));
}

}  // namespace
}  // namespace loom::migration
