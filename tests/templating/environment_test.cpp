#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Environment, HoldsEverythingOfTeraAndZolaThatNeedsNoSite) {
  const Environment environment;
  EXPECT_EQ(environment.filter_names().size(), 49U);
  EXPECT_EQ(environment.test_names().size(), 13U);
  EXPECT_EQ(environment.function_names(),
            (std::vector<std::string>{"get_env", "get_random", "range", "throw"}));
}

TEST(Environment, LaterRegistrationsReplaceEarlierOnes) {
  Environment environment;
  environment.add_filter(
      {.name = "upper", .parameters = {"x"}},
      [](const Value& input, const Arguments&, RenderContext&) -> CallResult { return input; });
  EXPECT_EQ(environment.find_filter("upper")->signature.parameters.size(), 1U);
  EXPECT_EQ(environment.find_filter("nope"), nullptr);
}

}  // namespace

}  // namespace loom::templating
