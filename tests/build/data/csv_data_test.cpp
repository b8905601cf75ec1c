#include "build/data/csv_data.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

/// "a|b" for the headers, then "1|2" for each record, one per line.
std::string shown(std::string_view text) {
  base::Diagnostics diagnostics;
  const auto parsed = parse_csv({"a.csv", text}, diagnostics);
  if (!parsed) {
    const base::Diagnostic& first = diagnostics.items().front();
    return std::to_string(first.line) + ": " + first.message;
  }
  const base::Data& data = *parsed;
  const auto line = [](const base::Data::Array& fields) {
    std::string joined;
    for (const base::Data& field : fields) {
      joined += (joined.empty() && &field == &fields.front() ? "" : "|") + *field.as_string();
    }
    return joined + "\n";
  };
  std::string out = line(*data.find("headers")->as_array());
  for (const base::Data& record : *data.find("records")->as_array()) {
    out += line(*record.as_array());
  }
  return out;
}

TEST(CsvData, TheFirstLineIsTheHeaders) {
  EXPECT_EQ(shown("name,size\noak,20\nelm,\n"), "name|size\noak|20\nelm|\n");
  EXPECT_EQ(shown("name,size\r\noak,20"), "name|size\noak|20\n");
}

TEST(CsvData, QuotedFieldsHoldCommasQuotesAndLineEnds) {
  EXPECT_EQ(shown("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",z\n"),
            "a|b\nx, y|say \"hi\"\ntwo\nlines|z\n");
}

TEST(CsvData, AnyTextEndsSomewhere) {
  EXPECT_EQ(shown(""), "\n");
  EXPECT_EQ(shown("a\n\"never closed"), "a\nnever closed\n");
  EXPECT_EQ(shown("a\n\"x\"y\n"), "a\nxy\n");
  EXPECT_EQ(shown("\n\na\n\n\nb\n"), "a\nb\n");
}

TEST(CsvData, EveryRecordHasAsManyFieldsAsTheFirstLine) {
  EXPECT_EQ(shown("Number,Title\n1,Gutenberg\n3,Typewriter,Extra\n"),
            "3: this record has 3 fields, and the first line has 2");
  EXPECT_EQ(shown("a,b\n1\n"), "2: this record has 1 fields, and the first line has 2");
}

}  // namespace
}  // namespace loom::build
