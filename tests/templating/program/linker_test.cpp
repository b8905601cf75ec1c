#include "templating/program/linker.h"

#include <gtest/gtest.h>

#include "support/rendering.h"
#include "templating/syntax/template_parser.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Linker, BlocksAreOrderedFromTheRenderedTemplateUp) {
  base::Diagnostics diagnostics;
  TemplateMap parsed;
  parsed["a"] = parse_template({"a", "{% extends 'b' %}{% block x %}1{% endblock %}", "a"}, diagnostics);
  parsed["b"] = parse_template({"b", "{% block x %}2{% endblock %}", "b"}, diagnostics);
  const LinkedMap linked = link_templates(parsed, Environment(), diagnostics);
  const LinkedTemplate& a = *linked.at("a");
  ASSERT_EQ(a.blocks.size(), 1U);
  EXPECT_EQ(a.blocks[0].versions[0].owner, &a);
  EXPECT_EQ(a.blocks[0].versions[1].owner, linked.at("b").get());
  EXPECT_EQ(a.root, linked.at("b").get());
}

}  // namespace

}  // namespace loom::templating
