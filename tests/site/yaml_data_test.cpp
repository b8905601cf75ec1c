#include "site/yaml_data.h"

#include <gtest/gtest.h>
#include <string>

namespace loom::site {
namespace {

base::Data parse(std::string_view text) {
  base::Diagnostics diagnostics;
  const auto result = parse_yaml({"a.yaml", text, 1, {}}, diagnostics);
  EXPECT_TRUE(result.has_value()) << (diagnostics.empty() ? "" : diagnostics.items()[0].message);
  return result ? result->data : base::Data();
}

base::Diagnostic mistake(std::string_view text, std::uint32_t first_line = 1) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(parse_yaml({"a.yaml", text, first_line, {}}, diagnostics).has_value());
  EXPECT_EQ(diagnostics.items().size(), 1u);
  return diagnostics.empty() ? base::Diagnostic() : diagnostics.items()[0];
}

TEST(YamlData, PlainScalarsFollowTheCoreSchema) {
  EXPECT_EQ(parse("a: no").find("a")->kind_name(), "string");
  EXPECT_EQ(*parse("a: on").find("a"), base::Data("on"));
  EXPECT_EQ(*parse("a: true").find("a"), base::Data(true));
  EXPECT_EQ(*parse("a: FALSE").find("a"), base::Data(false));
  EXPECT_EQ(*parse("a: 0x1F").find("a"), base::Data(31));
  EXPECT_EQ(*parse("a: 0o17").find("a"), base::Data(15));
  EXPECT_EQ(*parse("a: -12").find("a"), base::Data(-12));
  EXPECT_EQ(*parse("a: 1.5e3").find("a"), base::Data(1500.0));
  EXPECT_EQ(*parse("a: .5").find("a"), base::Data(0.5));
  EXPECT_EQ(*parse("a: inf").find("a"), base::Data("inf"));
  EXPECT_EQ(*parse("a: -.inf").find("a")->as_float(), -std::numeric_limits<double>::infinity());
  EXPECT_TRUE(parse("a: ~").find("a")->is_null());
  EXPECT_TRUE(parse("a:").find("a")->is_null());
  EXPECT_EQ(*parse("a: 1_000").find("a"), base::Data("1_000"));
  EXPECT_EQ(*parse("a: 12:30").find("a"), base::Data("12:30"));
}

TEST(YamlData, QuotedScalarsAndStringTagsAreStrings) {
  EXPECT_EQ(*parse("a: '1'").find("a"), base::Data("1"));
  EXPECT_EQ(*parse("a: \"true\"").find("a"), base::Data("true"));
  EXPECT_EQ(*parse("a: !!str 12").find("a"), base::Data("12"));
  EXPECT_EQ(*parse("a: |\n  one\n  two\n").find("a"), base::Data("one\ntwo\n"));
}

TEST(YamlData, DatesAreDates) {
  ASSERT_NE(parse("a: 2024-05-01").find("a")->as_date(), nullptr);
  EXPECT_EQ(base::format_rfc3339(*parse("a: 2024-05-01T10:00:00+02:00").find("a")->as_date()),
            "2024-05-01T10:00:00+02:00");
  EXPECT_EQ(*parse("a: 2024-02-31").find("a"), base::Data("2024-02-31"));
}

TEST(YamlData, AliasesAndMergeKeysAreExpanded) {
  const base::Data data = parse("base: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\nsame: *b\n");
  EXPECT_EQ(*data.find("more"), base::Data(base::Data::Table{{"y", 3}, {"x", 1}}));
  EXPECT_EQ(*data.find("same"), base::Data(base::Data::Table{{"x", 1}, {"y", 2}}));
}

TEST(YamlData, BillionLaughsAreRefused) {
  std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string above = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) {
      text += above + (j < 9 ? "," : "]\n");
    }
  }
  EXPECT_NE(mistake(text).message.find("aliases"), std::string::npos);
}

TEST(YamlData, AChainOfAliasesCannotNestWithoutEnd) {
  std::string text = "a0: &a0 [x]\n";
  for (int i = 1; i < 200; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  }
  mistake(text);
}

TEST(YamlData, DeepNestingIsRefused) {
  mistake("a: " + std::string(10'000, '['));
  mistake(std::string(1'000, '[') + std::string(1'000, ']'));
}

TEST(YamlData, MistakesNameLineAndColumnInTheFile) {
  const base::Diagnostic error = mistake("title: One: two\n", 2);
  EXPECT_EQ(error.line, 2u);
  EXPECT_EQ(error.column, 11u);
  EXPECT_EQ(error.source_line, "title: One: two");
  EXPECT_FALSE(error.hint.empty());
  EXPECT_EQ(mistake("a: 1\nb: 2\na: 3\n").line, 3u);
  EXPECT_EQ(mistake("a: *nobody\n").line, 1u);
  EXPECT_EQ(mistake("? [a]\n: b\n").line, 1u);
}

TEST(YamlData, OnlyTheFirstDocumentCountsAndNothingIsNull) {
  EXPECT_EQ(parse("1\n---\n2\n"), base::Data(1));
  EXPECT_TRUE(parse("# nothing\n").is_null());
}

}  // namespace
}  // namespace loom::site
