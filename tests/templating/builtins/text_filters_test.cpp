#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(TextFilters, DoWhatTeraDocuments) {
  const Value::Map context = {};
  EXPECT_EQ(render_text(R"t({{ "aé" | upper }}{{ "AÉ" | lower }})t", context), R"t(AÉaé)t");
  EXPECT_EQ(
      render_text(R"t([{{ "  a b " | trim }}][{{ " a " | trim_start }}][{{ " a " | trim_end }}])t", context),
      R"t([a b][a ][ a])t");
  EXPECT_EQ(
      render_text(
          R"t({{ "//a/b//" | trim_start_matches(pat="//") }} {{ "//a/b//" | trim_end_matches(pat="//") }})t",
          context),
      R"t(a/b// //a/b)t");
  EXPECT_EQ(
      render_text(
          R"t({{ "héllo" | truncate(length=2) }} {{ "héllo" | truncate(length=9) }} {{ "héllo" | truncate(length=1, end="") }})t",
          context),
      R"t(hé… héllo h)t");
  EXPECT_EQ(render_text(R"t({{ " one  two three " | wordcount }})t", context), R"t(3)t");
  EXPECT_EQ(render_text(R"t({{ "banana" | replace(from="an", to="-") }})t", context), R"t(b--a)t");
  EXPECT_EQ(render_text(R"t({{ "hELLO wORLD" | capitalize }} {{ "don't STOP 'me now" | title }})t", context),
            R"t(Hello world Don't Stop 'Me Now)t");
  EXPECT_EQ(render_text(R"t({{ `a"b'` | addslashes }})t", context), R"t(a\"b\')t");
  EXPECT_EQ(render_text(R"t({{ "a, b,c" | split(pat=",") }} {{ "ab" | split(pat="") | length }})t", context),
            R"t([a,  b, c] 4)t");
  EXPECT_EQ(render_text(R"t({{ "Héllo, World!" | slugify }})t", context), R"t(hello-world)t");
}

TEST(TextFilters, IndentLeavesBlankLinesAlone) {
  const Value::Map context = {{"x", text_value("a\n\nb")}};
  EXPECT_EQ(render_text("{{ x | indent }}", context), "a\n\n    b");
  EXPECT_EQ(render_text("{{ x | indent(prefix=\">\", first=true, blank=true) }}", context), ">a\n>\n>b");
}

}  // namespace

}  // namespace loom::templating
