#include "build/data/xml_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/data_text.h"

namespace loom::build {
namespace {

using testing::HasSubstr;

/// As JSON, or "LINE: MESSAGE".
std::string shown(std::string_view xml) {
  base::Diagnostics diagnostics;
  const auto data = parse_xml({"a.xml", xml}, diagnostics);
  return data ? support::data_text(*data)
              : std::to_string(diagnostics.items().front().line) + ": " + diagnostics.items().front().message;
}

TEST(XmlData, ElementsAreTablesAndRepeatedOnesLists) {
  EXPECT_EQ(shown("<root>\n<key>value</key><array>1</array><array>2</array><array>3</array>\n"
                  "<subpackage><subkey>5</subkey></subpackage></root>"),
            R"({"root": {"key": "value", "array": [1, 2, 3], "subpackage": {"subkey": 5}}})");
}

TEST(XmlData, AttributesStandBesideText) {
  EXPECT_EQ(shown("<a id='7' n:kind='x y' xmlns:n='u' xmlns='v'>text</a>"),
            R"({"a": {"@id": 7, "@kind": "x y", "#text": "text"}})");
  EXPECT_EQ(shown("<a id='7'><b/></a>"), R"({"a": {"@id": 7, "b": null}})");
}

TEST(XmlData, TextThatReadsLikeAValueBecomesOne) {
  EXPECT_EQ(shown("<a><b> 5 </b><b>-5</b><b>1.5</b><b>true</b><b>True</b><b>05</b><b>0.5</b><b>05.5</b></a>"),
            R"({"a": {"b": [5, -5.000000, 1.500000, true, "True", 5, 0.500000, "05.5"]}})");
  EXPECT_EQ(shown("<a><b>18446744073709551615</b><b>nan</b><b>1e999</b></a>"),
            R"({"a": {"b": [18446744073709551616.000000, "nan", "1e999"]}})");
}

TEST(XmlData, TextThatComesFirstWins) {
  EXPECT_EQ(shown("<a>one <b>two</b> three</a>"), R"({"a": "one"})");
  EXPECT_EQ(shown("<a><b>two</b> three</a>"), R"({"a": {"b": "two"}})");
  EXPECT_EQ(shown("<a><![CDATA[<x>]]> &amp; y</a>"), R"({"a": "<x> & y"})");
}

TEST(XmlData, EmptyElementsAreNothing) {
  EXPECT_EQ(shown("<a/>"), R"({"a": null})");
  EXPECT_EQ(shown("<?xml version='1.0'?><!DOCTYPE n:a><n:a><!-- none --></n:a>"), R"({"a": null})");
}

TEST(XmlData, MistakesHaveAPlace) {
  EXPECT_THAT(shown("<a>\n<b></a>"), HasSubstr("2: this is no XML: "));
  EXPECT_THAT(shown(""), HasSubstr("this is no XML"));
  EXPECT_THAT(shown("text"), HasSubstr("this is no XML"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<a>";
  }
  for (int i = 0; i < 100'000; ++i) {
    deep += "</a>";
  }
  EXPECT_THAT(shown(deep), HasSubstr("1: elements lie inside one another too deeply: at most 64 levels"));
}

}  // namespace
}  // namespace loom::build
