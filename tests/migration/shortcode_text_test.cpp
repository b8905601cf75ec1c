#include "migration/shortcode_text.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

TEST(ShortcodeText, QuotesAsTheTextAllows) {
  EXPECT_EQ(inline_shortcode("search/input.html", {{"a", "x"}, {"data-b", "say \"hi\""}}),
            "{{ search_input_html(a=\"x\", data_b='say \"hi\"') }}");
  EXPECT_EQ(inline_shortcode("n", {{"a", "\"'`"}}), "{{ n(a=\"&quot;'`\") }}");
  EXPECT_EQ(opening_shortcode("2x", {}), "{% _2x() %}");
}

TEST(ShortcodeText, OnlyWhatLoomWouldCallIsEscaped) {
  EXPECT_EQ(escape_shortcodes("{{ page.title }} {% if x %} {{ a | b }}"),
            "{{ page.title }} {% if x %} {{ a | b }}");
  EXPECT_EQ(escape_shortcodes("{{ f(a=1) }} {% g ( ) %} x"), "{{/* f(a=1) */}} {%/* g ( ) */%} x");
  EXPECT_EQ(escape_shortcodes("{{ f(a=1)"), "{{ f(a=1)");
}

}  // namespace
}  // namespace loom::migration
