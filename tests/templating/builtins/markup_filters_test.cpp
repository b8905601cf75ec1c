#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(MarkupFilters, DoWhatTeraDocuments) {
  const Value::Map context = {};
  EXPECT_EQ(render_text(R"t({{ "a<b>c</b><!-- x > y -->d" | striptags }})t", context), R"t(acd)t");
  EXPECT_EQ(render_text(R"t({{ "<p> <b> x</b> </p>" | spaceless }})t", context), R"t(<p><b> x</b></p>)t");
  EXPECT_EQ(render_text(R"t({{ "a b/c?é" | urlencode }} {{ "a b/c-" | urlencode_strict }})t", context),
            R"t(a%20b/c%3F%C3%A9 a%20b%2Fc%2D)t");
  EXPECT_EQ(render_text(R"t({{ "<a>" | escape }}{{ "<&" | escape_xml }})t", context),
            R"t(&lt;a&gt;&lt;&amp;)t");
}

TEST(MarkupFilters, LineBreaksBecomeElements) {
  EXPECT_EQ(render_text("{{ x | linebreaksbr }}", {{"x", text_value("a\r\nb\nc")}}), "a<br>b<br>c");
}

}  // namespace

}  // namespace loom::templating
