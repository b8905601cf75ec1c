#include "site/toml_data.h"

#include <gtest/gtest.h>
#include <string>

namespace loom::site {
namespace {

LocatedData parse(std::string_view text, std::uint32_t first_line = 1) {
  base::Diagnostics diagnostics;
  auto result = parse_toml({"a.toml", text, first_line, std::chrono::minutes(120)}, diagnostics);
  EXPECT_TRUE(result.has_value()) << (diagnostics.empty() ? "" : diagnostics.items()[0].message);
  return result ? *std::move(result) : LocatedData();
}

base::Diagnostic mistake(std::string_view text, std::uint32_t first_line = 1) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(parse_toml({"a.toml", text, first_line, {}}, diagnostics).has_value());
  EXPECT_EQ(diagnostics.items().size(), 1u);
  return diagnostics.empty() ? base::Diagnostic() : diagnostics.items()[0];
}

TEST(TomlData, KeepsTheOrderOfTheFile) {
  const LocatedData parsed = parse("z = 1\na = \"x\"\nm = [1.5, true]\n[t]\nb.c = 2\n");
  const base::Data expected = base::Data::Table{{"z", 1},
                                                {"a", "x"},
                                                {"m", base::Data::Array{1.5, true}},
                                                {"t", base::Data::Table{{"b", base::Data::Table{{"c", 2}}}}}};
  EXPECT_EQ(parsed.data, expected);
}

TEST(TomlData, DatesWithoutZoneAreInTheDefaultOffset) {
  const LocatedData parsed =
      parse("a = 2024-05-01\nb = 2024-05-01T10:00:00\nc = 2024-05-01T10:00:00Z\nd = 10:30:00\n");
  EXPECT_EQ(base::format_rfc3339(*parsed.data.find("b")->as_date()), "2024-05-01T10:00:00+02:00");
  EXPECT_EQ(base::format_rfc3339(*parsed.data.find("c")->as_date()), "2024-05-01T10:00:00Z");
  EXPECT_FALSE(parsed.data.find("a")->as_date()->has_time);
  EXPECT_EQ(parsed.data.find("a")->as_date()->moment, base::parse_date_time("2024-04-30T22:00:00Z")->moment);
  EXPECT_EQ(*parsed.data.find("d"), base::Data("10:30:00"));
}

TEST(TomlData, PlacesAreThoseOfTheFile) {
  const LocatedData parsed = parse("title = \"x\"\n\n[extra]\nmenu = [\n  \"one\",\n]\n", 2);
  EXPECT_EQ(parsed.find_place("title").line, 2u);
  EXPECT_EQ(parsed.find_place("title").column, 9u);
  EXPECT_EQ(parsed.find_place("extra.menu.0").line, 6u);
}

TEST(TomlData, MistakesNameLineAndColumn) {
  const base::Diagnostic error = mistake("a = 1\nb = \"open\n", 3);
  EXPECT_EQ(error.line, 4u);
  EXPECT_GT(error.column, 4u);
  EXPECT_EQ(error.source_line, "b = \"open");
  EXPECT_EQ(mistake("a = 1\na = 2\n").line, 2u);
}

TEST(TomlData, LettersBeyondAsciiInAKeyAreAMistake) {
  EXPECT_EQ(mistake("pagin\u0258 = 1\n").line, 1u);
  EXPECT_EQ(mistake("a = 1\n\u00f6 = 1\n").line, 2u);
}

TEST(TomlData, ATableHeaderWithoutKeyIsAMistake) {
  EXPECT_EQ(mistake("a = 1\n[}b]\n").line, 2u);
  EXPECT_EQ(mistake("[[}]]\n").line, 1u);
}

TEST(TomlData, DeepNestingIsRefused) {
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) {
    dotted += ".a";
  }
  mistake(dotted + " = 1\n");
  mistake("[" + dotted + "]\n");
  mistake("a = " + std::string(5'000, '[') + std::string(5'000, ']') + "\n");
}

TEST(TomlData, LongProseWithFullStopsIsNoDeepKey) {
  std::string prose;
  for (int i = 0; i < 200; ++i) {
    prose += "It is so. ... ";
  }
  EXPECT_EQ(*parse("a = \"\"\"" + prose + "\"\"\"\n").data.find("a"), base::Data(prose));
}

}  // namespace
}  // namespace loom::site
