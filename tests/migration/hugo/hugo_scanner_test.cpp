#include "migration/hugo/hugo_scanner.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (const HugoToken& token : scan_hugo(text)) {
    out += out.empty() ? "" : "|";
    if (token.kind == HugoKind::Text) {
      out += "'" + token.text + "'";
      continue;
    }
    out += std::to_string(token.line) +
           (token.kind == HugoKind::Closing ? "/"
            : token.is_markdown             ? "%"
                                            : "<") +
           token.name + (token.is_closed ? "/" : "");
    for (const auto& [key, value] : token.arguments) {
      out += " " + key + "=" + value;
    }
  }
  return out;
}

TEST(HugoScanner, ArgumentsMayBeNamedPositionalAndQuoted) {
  EXPECT_EQ(shown("a\n{{< fig src=\"a \\\"b\\\".png\" w=3 >}}"), "'a\n'|2<fig src=a \"b\".png w=3");
  EXPECT_EQ(shown("{{% x one `two three` %}}"), "1%x =one =two three");
}

TEST(HugoScanner, EndsAndClosedOnes) {
  EXPECT_EQ(shown("{{< a >}}b{{< /a >}}{{< c />}}"), "1<a|'b'|1/a|1<c/");
}

TEST(HugoScanner, CommentsAreTextThatShowsTheShortcode) {
  EXPECT_EQ(shown("x {{</* a b */>}} y"), "'x {{< a b >}} y'");
}

TEST(HugoScanner, WhatDoesNotCloseIsText) {
  EXPECT_EQ(shown("{{ .Page }} {{< a"), "'{{ .Page }} {{< a'");
  EXPECT_EQ(shown("{{<>}}"), "'{{<>}}'");
}

}  // namespace
}  // namespace loom::migration
