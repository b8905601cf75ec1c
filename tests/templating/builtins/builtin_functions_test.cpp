#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(BuiltinFunctions, DoWhatTeraDocuments) {
  const Value::Map context = {};
  EXPECT_EQ(render_text(R"t({{ range(end=3) }}{{ range(start=1, end=6, step_by=2) }})t", context),
            R"t([0, 1, 2][1, 3, 5])t");
  EXPECT_EQ(render_text(R"t({{ range(start=2, end=1) }})t", context),
            R"t(error: `range`: the argument `start` is greater than `end`)t");
  EXPECT_EQ(render_text(R"t({{ get_env(name="LOOM_NO_SUCH_NAME", default="d") }})t", context), R"t(d)t");
  EXPECT_EQ(render_text(R"t({{ get_random(start=4, end=5) }})t", context), R"t(4)t");
}

TEST(BuiltinFunctions, RandomnessIsReported) {
  EXPECT_TRUE(support::render_page("{{ get_random(end=9) }}").used_random);
  EXPECT_FALSE(support::render_page("{{ range(end=9) }}").used_random);
}

}  // namespace

}  // namespace loom::templating
