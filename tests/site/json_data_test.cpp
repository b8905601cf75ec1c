#include "site/json_data.h"

#include <gtest/gtest.h>
#include <string>

namespace loom::site {
namespace {

base::Data parse(std::string_view text) {
  base::Diagnostics diagnostics;
  const auto result = parse_json({"a.json", text, 1, {}}, diagnostics);
  EXPECT_TRUE(result.has_value());
  return result ? result->data : base::Data();
}

base::Diagnostic mistake(std::string_view text) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(parse_json({"a.json", text, 1, {}}, diagnostics).has_value());
  EXPECT_EQ(diagnostics.items().size(), 1u);
  return diagnostics.empty() ? base::Diagnostic() : diagnostics.items()[0];
}

TEST(JsonData, ParsesEveryKindInFileOrder) {
  const base::Data data = parse(R"({"z": [1, -2.5, "t", true, null], "a": {"b": 18446744073709551615}})");
  EXPECT_EQ(data.as_table()->front().first, "z");
  EXPECT_EQ(*data.find("z"), base::Data(base::Data::Array{1, -2.5, "t", true, base::Data()}));
  EXPECT_NE(data.find("a")->find("b")->as_float(), nullptr);
}

TEST(JsonData, MistakesNameTheLine) {
  const base::Diagnostic error = mistake("{\n  \"a\": 1,\n  b: 2\n}\n");
  EXPECT_EQ(error.line, 3u);
  EXPECT_EQ(error.column, 3u);
  EXPECT_EQ(error.source_line, "  b: 2");
}

TEST(JsonData, DeepNestingIsRefused) {
  EXPECT_NE(mistake(std::string(100'000, '[')).message.find("deep"), std::string::npos);
}

TEST(JsonData, AManyKeyedObjectIsNotQuadratic) {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) {
    text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
  }
  EXPECT_EQ(parse(text + "}").as_table()->size(), 100'000u);
}

}  // namespace
}  // namespace loom::site
