#include "migration/jekyll/liquid_scanner.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

/// "T:a|O:b|G:c|R:d", with lines.
std::string shown(std::string_view text) {
  std::string out;
  for (const LiquidToken& token : scan_liquid(text)) {
    static constexpr std::string_view kKinds = "TROG";
    out += (out.empty() ? "" : "|") + std::string(1, kKinds[static_cast<std::size_t>(token.kind)]) +
           std::to_string(token.line) + ":" + std::string(token.text);
  }
  return out;
}

TEST(LiquidScanner, TellsTextOutputsAndTagsApart) {
  EXPECT_EQ(shown("a {{ x | y }}\n{% if b %}c"), "T1:a |O1:x | y|T1:\n|G2:if b|T2:c");
}

TEST(LiquidScanner, DashesTakeBlanksOff) {
  EXPECT_EQ(shown("a \n{%- x -%}\n b"), "T1:a|G2:x|T2:b");
}

TEST(LiquidScanner, RawIsTextAndCommentsGo) {
  EXPECT_EQ(shown("{% raw %}{{ a }}{% b %}{% endraw %}c{% comment %}d{% endcomment %}"),
            "R1:{{ a }}{% b %}|T1:c");
}

TEST(LiquidScanner, WhatDoesNotCloseIsText) {
  EXPECT_EQ(shown("a {{ b"), "T1:a |T1:{{ b");
  EXPECT_EQ(shown("{% raw %}a"), "T1:a");
  EXPECT_EQ(shown("{"), "T1:{");
  EXPECT_EQ(shown(""), "");
}

}  // namespace
}  // namespace loom::migration
