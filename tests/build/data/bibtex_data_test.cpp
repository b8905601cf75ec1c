#include "build/data/bibtex_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/data_text.h"

namespace loom::build {
namespace {

/// As JSON, or "LINE:COLUMN: MESSAGE".
std::string shown(std::string_view text) {
  base::Diagnostics diagnostics;
  const auto data = parse_bibtex({"a.bib", text}, diagnostics);
  if (data) {
    return support::data_text(*data);
  }
  const base::Diagnostic& first = diagnostics.items().front();
  return std::to_string(first.line) + ":" + std::to_string(first.column) + ": " + first.message;
}

std::string tags(std::string_view text) {
  base::Diagnostics diagnostics;
  const auto data = parse_bibtex({"a.bib", text}, diagnostics);
  return data ? support::data_text(*data->find("bibliographies")->as_array()->front().find("tags"))
              : shown(text);
}

TEST(BibtexData, EveryKindOfEntryHasItsPlace) {
  EXPECT_EQ(shown("@preamble{\"Some \" # \"words.\"}\n\n@Comment{\n  One comment.\n}\n\nAnother one!\n"
                  "@string(name = \"A Person\")\n@string{home = {https://example.org/}}\n"
                  "@Misc {my_key,\n  author= name,\n  Title = \"Loom\",\n  note = \"at: \" # home\n}"),
            R"({"preambles": ["Some words."], "comments": ["One comment.", "Another one!"], )"
            R"("variables": {"name": "A Person", "home": "https://example.org/"}, )"
            R"("bibliographies": [{"entry_type": "Misc", "citation_key": "my_key", )"
            R"("tags": {"author": "A Person", "title": "Loom", "note": "at: https://example.org/"}}]})");
}

TEST(BibtexData, ValuesLoseTheirOuterBracesOnly) {
  EXPECT_EQ(tags("@book{k, title = {The {\\TeX} book}, year = 1984, month = nov}"),
            R"({"title": "The {\TeX} book", "year": "1984", "month": "November"})");
  EXPECT_EQ(tags("@book{k, title = \"a {\"} b\",}"), R"({"title": "a {"} b"})");
  EXPECT_EQ(tags("@book{k, title = {one\n    line}}"), R"({"title": "one line"})");
}

TEST(BibtexData, EntriesMayBeAlmostEmpty) {
  EXPECT_EQ(tags("@misc{key}"), "{}");
  EXPECT_EQ(tags("@misc(key,)"), "{}");
  EXPECT_EQ(shown(" \n "), R"({"preambles": [], "comments": [], "variables": {}, "bibliographies": []})");
  EXPECT_EQ(tags("@comment the rest of the line\n@misc{key, a = 1}"), R"({"a": "1"})");
}

TEST(BibtexData, MistakesHaveAPlace) {
  EXPECT_EQ(shown("@misc{k,\n  a = {x"), "2:7: this `{` is never closed");
  EXPECT_EQ(shown("@misc{k,\n  a = \"x"), "2:7: this `\"` is never closed");
  EXPECT_EQ(shown("@misc{k, a = nobody}"), "1:14: there is no variable `nobody`");
  EXPECT_EQ(shown("@misc{k, a 1}"), "1:12: `=` is missing after the name of the tag");
  EXPECT_EQ(shown("@misc{k, a = }"), "1:14: a value is missing");
  EXPECT_EQ(shown("@misc{k, = 1}"), "1:10: the name of a tag is missing");
  EXPECT_EQ(shown("@misc k"), "1:7: `{` is missing after the type of the entry");
  EXPECT_EQ(shown("@{k}"), "1:2: the type of the entry is missing after `@`");
  EXPECT_EQ(shown("@misc{k, a = 1"), "1:15: `}` is missing at the end of the entry");
}

TEST(BibtexData, AnyTextCutOffEndsSomewhere) {
  const std::string whole = "@preamble{\"a\" # {b}} @string(c = \"d\\\\\") x @misc{k, e = c # {f\\}}, g = 1}";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    EXPECT_FALSE(shown(std::string_view(whole).substr(0, length)).empty());
  }
}

}  // namespace
}  // namespace loom::build
