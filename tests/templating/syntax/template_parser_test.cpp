#include "templating/syntax/template_parser.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(TemplateParser, MistakesBehindAnUnclosedStringAreNotReported) {
  base::Diagnostics diagnostics;
  EXPECT_EQ(parse_template({"a", "{{ b c }}\n{{ 'x }}\n{% endif %}", "a.html"}, diagnostics), nullptr);
  ASSERT_EQ(diagnostics.items().size(), 3U);
  EXPECT_EQ(diagnostics.items()[0].line, 1U);
  EXPECT_EQ(diagnostics.items()[2].message, "this string has no end quote");
}

}  // namespace

}  // namespace loom::templating
