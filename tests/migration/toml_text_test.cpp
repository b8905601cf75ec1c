#include "migration/toml_text.h"

#include <gtest/gtest.h>

#include "site/toml_data.h"

namespace loom::migration {
namespace {

using base::Data;

TEST(TomlText, ValuesComeBeforeTables) {
  EXPECT_EQ(render_toml({{"extra", Data::Table{{"a b", 1}, {"deep", Data::Table{{"x", true}}}}},
                         {"title", "One \"two\""},
                         {"none", Data()},
                         {"weight", 3}}),
            "title = \"One \\\"two\\\"\"\nweight = 3\n\n[extra]\n\"a b\" = 1\n\n[extra.deep]\nx = true\n");
}

TEST(TomlText, ListsOfTablesHaveOneToALine) {
  EXPECT_EQ(render_toml({{"nav", Data::Array{Data::Table{{"name", "A"}}, Data::Table{{"name", "B"}}}}}),
            "nav = [\n  { name = \"A\" },\n  { name = \"B\" },\n]\n");
}

TEST(TomlText, WhatIsWrittenIsReadBackTheSame) {
  const Data::Table table = {
      {"text", "line\none\t\"q\" \\ \x01 é"},
      {"float", 2.0},
      {"small", 1.5e-7},
      {"list", Data::Array{1, "two", Data::Array{3.5, false}}},
      {"date", *base::parse_date_time("2024-05-01")},
      {"moment", *base::parse_date_time("2024-05-01T10:20:30+02:00")},
      {"a.b c", Data::Table{{"in", Data::Table{{"deep", Data::Array{Data::Table{{"k", "v"}}}}}}}},
  };
  base::Diagnostics diagnostics;
  const std::string text = render_toml(table);
  const auto read = site::parse_toml({"x.toml", text, 1, {}}, diagnostics);
  ASSERT_TRUE(read) << text;
  EXPECT_EQ(read->data, Data(table)) << text;
}

}  // namespace
}  // namespace loom::migration
