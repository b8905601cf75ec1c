#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(DateFilter, FormatsDatesOfEveryKind) {
  const Value::Map context = {};
  EXPECT_EQ(render_text(R"t({{ "2024-01-05" | date }})t", context), R"t(2024-01-05)t");
  EXPECT_EQ(render_text(R"t({{ "2024-01-05T10:20:30Z" | date(format="%d %B %Y %H:%M") }})t", context),
            R"t(05 January 2024 10:20)t");
  EXPECT_EQ(render_text(R"t({{ 1704450030 | date(format="%Y", timezone="UTC") }})t", context), R"t(2024)t");
  EXPECT_EQ(render_text(R"t({{ "soon" | date }})t", context), R"t(error: `date`: string "soon" is no date)t");
}

}  // namespace

}  // namespace loom::templating
