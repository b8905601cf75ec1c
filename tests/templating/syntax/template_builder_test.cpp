#include "templating/syntax/template_builder.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(TemplateBuilder, KeepsOneNamePerSpellingAndCountsDepth) {
  Template result;
  result.text = "ab";
  TemplateBuilder builder(result);
  const NameId name = builder.name(std::string_view(result.text).substr(0, 1));
  EXPECT_EQ(builder.name(std::string_view(result.text).substr(0, 1)), name);
  const ExpressionId variable = builder.expression({.kind = ExpressionKind::Variable, .first = name});
  const ExpressionId negation = builder.expression({.kind = ExpressionKind::Not, .first = variable});
  EXPECT_EQ(builder.depth(variable), 1U);
  EXPECT_EQ(builder.depth(negation), 2U);
}

}  // namespace

}  // namespace loom::templating
