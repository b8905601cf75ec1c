#include "migration/jekyll/liquid_template.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

std::string converted(std::string_view text) {
  LiquidScope scope;
  scope.variables["site"] = base::Data::Table{{"title", "Site"}};
  return convert_liquid_template(text, scope).value_or("?");
}

TEST(LiquidTemplate, ParametersAndConditionsOnThem) {
  EXPECT_EQ(converted("<b>{{ include.a-b }}</b>{{ site.title }}"),
            "<b>{{ a_b | default(value=\"\") | safe }}</b>Site");
  EXPECT_EQ(converted("{% if include.a %}x{% elsif include.b == 'c' %}y{% else %}z{% endif %}"),
            "{% if a %}x{% elif (b is defined and b == \"c\") %}y{% else %}z{% endif %}");
  EXPECT_EQ(converted("{% unless include.a %}x{% endunless %}"), "{% if not (a) %}x{% endif %}");
  EXPECT_EQ(converted("{{ include.a | default: 'x' }}{{ include.b | escape }}"),
            "{{ a | default(value=\"x\") | safe }}{{ b | default(value=\"\") }}");
}

TEST(LiquidTemplate, TextThatATemplateWouldReadIsKept) {
  EXPECT_EQ(converted("a{#b{% raw %}{{ c }}{% endraw %}"),
            "a{{ \"{#\" | safe }}b{% raw %}{{ c }}{% endraw %}");
}

TEST(LiquidTemplate, WhatNeedsTheOldSiteIsRefused) {
  EXPECT_EQ(converted("{% for a in site.b %}{% endfor %}"), "?");
  EXPECT_EQ(converted("{{ page.title }}"), "?");
  EXPECT_EQ(converted("{{ include.a.b }}"), "?");
}

}  // namespace
}  // namespace loom::migration
