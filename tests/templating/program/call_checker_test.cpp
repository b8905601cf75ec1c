#include "templating/program/call_checker.h"

#include <gtest/gtest.h>

#include "support/rendering.h"
#include "templating/syntax/template_parser.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(CallChecker, UnknownNamesAreErrorsAndUnknownArgumentsWarnings) {
  base::Diagnostics diagnostics;
  const auto parsed =
      parse_template({"a", "{{ nme() }}{{ 1 is od }}{{ '' | truncate(lenght=1) }}", "a"}, diagnostics);
  ASSERT_NE(parsed, nullptr);
  const Environment environment;
  EXPECT_FALSE(CallChecker(environment, diagnostics).check(*parsed));
  EXPECT_EQ(diagnostics.error_count(), 2U);
  EXPECT_EQ(diagnostics.warning_count(), 1U);
  EXPECT_EQ(diagnostics.items()[1].hint, "did you mean `odd`?");
  EXPECT_EQ(diagnostics.items()[2].hint, "did you mean `length`?");
}

}  // namespace

}  // namespace loom::templating
