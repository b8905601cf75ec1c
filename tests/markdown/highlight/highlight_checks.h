// What the tests of the highlighter share: reading its HTML back.
#pragma once

#include <algorithm>
#include <cstddef>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/highlight/highlight.h"

namespace loom::markdown::tests {

struct Span {
  std::string token;
  std::string text;
  bool operator==(const Span&) const = default;
};

inline std::string unescaped(std::string_view html) {
  const std::vector<std::pair<std::string_view, char>> references = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}, {"&amp;", '&'}};
  std::string text;
  while (!html.empty()) {
    std::size_t length = 1;
    char c = html.front();
    for (const auto& [reference, meaning] : references) {
      if (html.starts_with(reference)) {
        length = reference.size();
        c = meaning;
      }
    }
    text += c;
    html.remove_prefix(length);
  }
  return text;
}

/// The spans in order; a span of class "" is the text between spans. Fails the test on anything else in the
/// HTML: nested or unclosed spans, and a line end inside a span.
inline std::vector<Span> spans_of(std::string_view html) {
  constexpr std::string_view kOpen = "<span class=\"";
  constexpr std::string_view kClose = "</span>";
  std::vector<Span> spans;
  while (!html.empty()) {
    const std::size_t plain = std::min(html.find('<'), html.size());
    if (plain > 0) {
      spans.push_back({"", unescaped(html.substr(0, plain))});
      html.remove_prefix(plain);
      continue;
    }
    const std::size_t name_end = html.find("\">");
    const std::size_t end = html.find(kClose);
    if (!html.starts_with(kOpen) || end == html.npos || name_end > end) {
      ADD_FAILURE() << "not a span: " << html.substr(0, 40);
      return spans;
    }
    const std::string_view text = html.substr(name_end + 2, end - name_end - 2);
    EXPECT_EQ(text.find_first_of("<\n\r"), text.npos) << "a span holds a mark or a line end: " << text;
    EXPECT_FALSE(text.empty());
    spans.push_back({std::string(html.substr(kOpen.size(), name_end - kOpen.size())), unescaped(text)});
    html.remove_prefix(end + kClose.size());
  }
  return spans;
}

inline std::string highlighted(std::string_view language, std::string_view code) {
  std::string html;
  append_highlighted(html, language, code);
  return html;
}

inline std::string text_of(std::string_view html) {
  std::string text;
  for (const Span& span : spans_of(html)) {
    text += span.text;
  }
  return text;
}

/// "k:if" for each span that has a class.
inline std::vector<std::string> tokens_of(std::string_view language, std::string_view code) {
  std::vector<std::string> tokens;
  for (const Span& span : spans_of(highlighted(language, code))) {
    if (!span.token.empty()) {
      tokens.push_back(span.token + ":" + span.text);
    }
  }
  return tokens;
}

/// All of `expected` are there in that order; other tokens may stand between them.
inline void expect_tokens(std::string_view language, std::string_view code,
                          const std::vector<std::string>& expected) {
  const std::vector<std::string> actual = tokens_of(language, code);
  std::size_t found = 0;
  for (const std::string& token : actual) {
    found += found < expected.size() && token == expected[found] ? 1 : 0;
  }
  if (found < expected.size()) {
    ADD_FAILURE() << language << ": no " << expected[found] << " in " << testing::PrintToString(actual);
  }
  EXPECT_EQ(text_of(highlighted(language, code)), code);
}

}  // namespace loom::markdown::tests
