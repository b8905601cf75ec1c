#include "templating/builtins/pattern_parser.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(PatternParser, SaysWhyItIsNoPattern) {
  Pattern pattern;
  PatternParser parser("a(b");
  EXPECT_FALSE(parser.parse(pattern));
  EXPECT_EQ(parser.error(), "a `(` without `)`");
}

}  // namespace

}  // namespace loom::templating
