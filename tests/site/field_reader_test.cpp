#include "site/field_reader.h"

#include <gtest/gtest.h>

#include "site/toml_data.h"

namespace loom::site {
namespace {

/// A parsed text and what its reader says.
struct Fields {
  explicit Fields(std::string text_in, bool lenient = false)
      : text(std::move(text_in)),
        input{"x.toml", text, 1, {}},
        located(*parse_toml(input, diagnostics)),
        reader({located, input, diagnostics, lenient}, located.data) {}

  std::string text;
  DataText input;
  base::Diagnostics diagnostics;
  LocatedData located;
  FieldReader reader;
};

TEST(FieldReader, ReadsWhatFits) {
  Fields fields(
      "flag = true\nname = \"x\"\nn = 3\nlist = [\"a\", \"b\"]\none = \"a\"\nd = 2024-05-01\nt = "
      "\"2024-05-01\"\n");
  bool flag = false;
  std::string name;
  std::size_t n = 0;
  std::vector<std::string> list;
  std::vector<std::string> one;
  std::optional<base::DateTime> d;
  std::optional<base::DateTime> t;
  fields.reader.read("flag", flag);
  fields.reader.read("name", name);
  fields.reader.read("n", n);
  fields.reader.read("list", list);
  fields.reader.read("one", one);
  fields.reader.read("d", d);
  fields.reader.read("t", t);
  EXPECT_TRUE(flag);
  EXPECT_EQ(name, "x");
  EXPECT_EQ(n, 3u);
  EXPECT_EQ(list, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(one, (std::vector<std::string>{"a"}));
  EXPECT_EQ(d, t);
  EXPECT_TRUE(fields.diagnostics.empty());
}

TEST(FieldReader, AWrongTypeIsAnErrorAtTheValueAndKeepsTheDefault) {
  Fields fields("a = 1\nname = [1]\nn = -3\n");
  std::string name = "default";
  std::size_t n = 7;
  fields.reader.read("name", name);
  fields.reader.read("n", n);
  EXPECT_EQ(name, "default");
  EXPECT_EQ(n, 7u);
  ASSERT_EQ(fields.diagnostics.items().size(), 2u);
  EXPECT_EQ(fields.diagnostics.items()[0].line, 2u);
  EXPECT_EQ(fields.diagnostics.items()[0].column, 8u);
  EXPECT_EQ(fields.diagnostics.items()[0].message, "`name` must be a text in quotes, not an array");
}

TEST(FieldReader, LenientTextTakesNumbersAndDates) {
  Fields fields("a = 1984\nb = true\nc = 2024-05-01\nd = 1.5\n", true);
  std::string a, b, c, d;
  fields.reader.read("a", a);
  fields.reader.read("b", b);
  fields.reader.read("c", c);
  fields.reader.read("d", d);
  EXPECT_EQ(a + b + c + d, "1984true2024-05-011.5");
}

TEST(FieldReader, ABadDateSaysSo) {
  Fields fields("date = \"next tuesday\"\n");
  std::optional<base::DateTime> date;
  fields.reader.read("date", date);
  EXPECT_FALSE(date);
  ASSERT_EQ(fields.diagnostics.error_count(), 1u);
  EXPECT_EQ(fields.diagnostics.items()[0].message, "`next tuesday` is no date");
  EXPECT_FALSE(fields.diagnostics.items()[0].hint.empty());
}

TEST(FieldReader, UnknownKeysAreWarningsWithTheNearestName) {
  Fields fields("title = \"x\"\ntilte = \"y\"\n");
  std::string title;
  fields.reader.read("title", title);
  fields.reader.warn_unknown();
  ASSERT_EQ(fields.diagnostics.items().size(), 1u);
  EXPECT_EQ(fields.diagnostics.items()[0].severity, base::Severity::Warning);
  EXPECT_EQ(fields.diagnostics.items()[0].line, 2u);
  EXPECT_EQ(fields.diagnostics.items()[0].hint, "did you mean `title`?");
}

TEST(FieldReader, ChoicesNameWhatTheyCanBe) {
  Fields fields("mode = \"sometimes\"\n");
  int mode = 7;
  fields.reader.read_choice<int>("mode", mode, {{"on", 1}, {"off", 0}});
  EXPECT_EQ(mode, 7);
  ASSERT_EQ(fields.diagnostics.error_count(), 1u);
  EXPECT_EQ(fields.diagnostics.items()[0].hint, "it can be `on`, `off`");
}

TEST(FieldReader, NestedTablesKnowTheirPlace) {
  Fields fields("[[menu]]\nname = 1\n");
  auto tables = fields.reader.read_tables("menu");
  ASSERT_EQ(tables.size(), 1u);
  std::string name;
  tables[0].read("name", name);
  ASSERT_EQ(fields.diagnostics.error_count(), 1u);
  EXPECT_EQ(fields.diagnostics.items()[0].line, 2u);
}

TEST(FieldReader, WrittenDatesOfOtherEngines) {
  const auto moment = [](std::string_view text) { return parse_written_date(text, {}).value().moment; };
  EXPECT_EQ(moment("2024-05-01 12:00:00 +0200"), moment("2024-05-01T10:00:00Z"));
  EXPECT_EQ(moment("2024-05-01 12:00:00 -0500"), moment("2024-05-01T17:00:00Z"));
  EXPECT_EQ(moment("2024-05-01 12:00:00 UTC"), moment("2024-05-01T12:00:00Z"));
  EXPECT_FALSE(parse_written_date("next tuesday", {}));
  EXPECT_FALSE(parse_written_date("2024", {}));
  EXPECT_FALSE(parse_written_date("", {}));
}

}  // namespace
}  // namespace loom::site
