#include "build/css/css_imports.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

/// "ADDRESS layer supports media" for each import, "=STATEMENT" for others, then "|" and the body.
std::string head_of(std::string_view css) {
  const CssHead head = parse_css_head(css);
  std::string shown;
  for (const CssHead::Item& item : head.items) {
    const CssImport& import = item.import;
    shown += item.statement.empty() ? import.address + (import.layer ? " layer:" + *import.layer : "") +
                                          (import.supports.empty() ? "" : " supports:" + import.supports) +
                                          (import.media.empty() ? "" : " media:" + import.media) + "\n"
                                    : "=" + item.statement + "\n";
  }
  return shown + "|" + std::string(css.substr(head.body_offset));
}

TEST(CssImports, ReadsEachFormOfAnAddress) {
  EXPECT_EQ(head_of("@import 'a';@IMPORT \"b\" ;@import url(c.css);@import url( \"d\" );/*x*/p{}"),
            "a\nb\nc.css\nd\n|/*x*/p{}");
}

TEST(CssImports, ReadsConditions) {
  EXPECT_EQ(head_of("@import 'a' layer;@import 'b' layer( x.y ) screen and (a:b), print;"
                    "@import url(c) supports(not (d: e)) print ;"),
            "a layer:\nb layer:x.y media:screen and (a:b), print\nc supports:not (d: e) media:print\n|");
}

TEST(CssImports, EndAtTheFirstOtherRule) {
  EXPECT_EQ(head_of("\xEF\xBB\xBF@charset \"utf-8\";\n@layer a , b;@import 'c';\np{}@import 'd';"),
            "=@layer a , b;\nc\n|\np{}@import 'd';");
  EXPECT_EQ(head_of("@layer a{p{}}@import 'b';"), "|@layer a{p{}}@import 'b';");
  EXPECT_EQ(head_of("@import 'a'"), "a\n|");
  EXPECT_EQ(head_of("/*! licence */@import 'a';/*! other */p{}"), "=/*! licence */\na\n|/*! other */p{}");
  EXPECT_EQ(head_of(""), "|");
}

}  // namespace
}  // namespace loom::build
