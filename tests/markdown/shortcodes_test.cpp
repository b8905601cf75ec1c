#include "markdown/shortcodes.h"

#include <gtest/gtest.h>

namespace loom::markdown {

void PrintTo(const ShortcodeUse& use, std::ostream* out) {
  *out << use.name << "@" << use.line << (use.kind == ShortcodeKind::Hugo ? " Hugo" : " Zola");
}

namespace {

using Uses = std::vector<ShortcodeUse>;
constexpr auto kHugo = ShortcodeKind::Hugo;
constexpr auto kZola = ShortcodeKind::Zola;

Uses uses(std::string_view text) {
  return find_shortcodes(text, {});
}

TEST(Shortcodes, AreFoundInBothFormsOfHugo) {
  EXPECT_EQ(uses("{{< figure src=\"a\" >}}\nx {{% note %}}y{{% /note %}}{{<b/c-d.html>}}"),
            (Uses{{"figure", 1, kHugo}, {"note", 2, kHugo}, {"b/c-d.html", 2, kHugo}}));
}

TEST(Shortcodes, AreFoundInBothFormsOfZola) {
  EXPECT_EQ(uses("{{ youtube(id=\"x\") }}\n{% quote(a=1) %}\nb\n{% end %}\n{{you()}}"),
            (Uses{{"youtube", 1, kZola}, {"quote", 2, kZola}, {"you", 5, kZola}}));
}

TEST(Shortcodes, AreNotEscapedOnesNorOtherBraces) {
  EXPECT_EQ(uses("{{</* a */>}} {{%/* a */%}} {{/* a() */}} {{ a }} {{ a | b }} {% raw %} {{}} {{<}} {a(b)} "
                 "{{1(2)}}"),
            Uses{});
}

TEST(Shortcodes, AreNotInCode) {
  EXPECT_EQ(uses("`{{< a >}}` ``{{< b >}} ` `` {{< c >}}"), (Uses{{"c", 1, kHugo}}));
  EXPECT_EQ(uses("`open {{< a >}}"), (Uses{{"a", 1, kHugo}}));
  EXPECT_EQ(find_shortcodes("{{< a >}}\n{{< b >}}\n{{< c >}}\n{{< d >}}\n", {{1, 1}, {3, 3}}),
            (Uses{{"b", 2, kHugo}, {"d", 4, kHugo}}));
}

TEST(Shortcodes, EndWithTheText) {
  for (const char* text : {"{{", "{{<", "{{< ", "{%", "{% a", "{{ a", "`{{", "{{`"}) {
    EXPECT_EQ(uses(text), Uses{}) << text;
  }
  EXPECT_EQ(uses("{{<a"), (Uses{{"a", 1, kHugo}}));
}

}  // namespace
}  // namespace loom::markdown
