#include "markdown/shortcode_tag.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

using base::Data;

/// The arguments of a call that is all of the text; nothing when it is none.
std::optional<Data::Table> arguments(std::string_view text) {
  const ShortcodeTagMatch match = match_shortcode_tag(text, 0);
  if (!match.tag || match.tag->end != text.size()) {
    return std::nullopt;
  }
  return match.tag->arguments;
}

std::optional<Data> value(const std::string& literal) {
  const auto table = arguments("{{ x(a=" + literal + ") }}");
  return table && table->size() == 1 ? std::optional<Data>(table->front().second) : std::nullopt;
}

/// "kind name", "" when there is no tag.
std::string kind_of(std::string_view text) {
  constexpr std::string_view kNames[] = {"inline", "escaped inline", "begin", "escaped begin",
                                         "end",    "escaped end"};
  const auto tag = match_shortcode_tag(text, 0).tag;
  return tag ? std::string(kNames[static_cast<std::size_t>(tag->kind)]) + " " + tag->name : std::string();
}

/// Where a call stops being one and what would have made it one.
std::string stop_of(std::string_view text) {
  const ShortcodeTagMatch match = match_shortcode_tag(text, 0);
  if (match.tag || !match.unfinished) {
    return match.tag ? "a tag" : "";
  }
  return match.unfinished->name + " " + std::to_string(match.unfinished->offset) + " " +
         std::string(match.unfinished->expected);
}

TEST(ShortcodeTag, KnowsEveryForm) {
  EXPECT_EQ(kind_of("{{ youtube() }}"), "inline youtube");
  EXPECT_EQ(kind_of("{{youtube()}}"), "inline youtube");
  EXPECT_EQ(kind_of("{{/* youtube() */}}"), "escaped inline youtube");
  EXPECT_EQ(kind_of("{% quote() %}"), "begin quote");
  EXPECT_EQ(kind_of("{%/* quote() */%}"), "escaped begin quote");
  EXPECT_EQ(kind_of("{% end %}"), "end ");
  EXPECT_EQ(kind_of("{%end%}"), "end ");
  EXPECT_EQ(kind_of("{%/* end */%}"), "escaped end ");
  EXPECT_EQ(kind_of("{% end() %}"), "begin end") << "a shortcode may have that name";
}

TEST(ShortcodeTag, AllowsBlanksAndLineEndsBetweenTokens) {
  EXPECT_EQ(kind_of("{{\n youtube\t(\r\n id = 1 ,\n b = 2 )\n}}"), "inline youtube");
}

TEST(ShortcodeTag, ANameBeginsWithALetterOrAnUnderscore) {
  EXPECT_EQ(kind_of("{{ _a1() }}"), "inline _a1");
  EXPECT_EQ(kind_of("{{ 1a() }}"), "");
  EXPECT_EQ(kind_of("{{ a-b() }}"), "");
  EXPECT_EQ(kind_of("{{ \u00e9() }}"), "");
}

TEST(ShortcodeTag, WhatIsNoCallIsNoTag) {
  for (const char* text : {"{{ name }}", "{{ page.title }}", "{% if x %}", "{{", "{%", "{{ a", "{{ a(",
                           "{{ a()", "{{ a() }", "{{ a() %}", "{% a() }}", "{{/* a() }}", "{{ a() */}}",
                           "{{ /* a() */ }}", "{% end", "{% ending %}", "{%/* end %}"}) {
    EXPECT_EQ(kind_of(text), "") << text;
  }
}

TEST(ShortcodeTag, ReadsEveryKindOfLiteral) {
  EXPECT_EQ(value("\"a 'b' `c`\""), Data("a 'b' `c`"));
  EXPECT_EQ(value("'a \"b\"'"), Data("a \"b\""));
  EXPECT_EQ(value("`a\nb }} %}`"), Data("a\nb }} %}"));
  EXPECT_EQ(value("\"a\\\""), Data("a\\")) << "no escapes";
  EXPECT_EQ(value("''"), Data(""));
  EXPECT_EQ(value("true"), Data(true));
  EXPECT_EQ(value("false"), Data(false));
  EXPECT_EQ(value("0"), Data(0));
  EXPECT_EQ(value("-12"), Data(-12));
  EXPECT_EQ(value("9223372036854775807"), Data(std::int64_t{9223372036854775807}));
  EXPECT_EQ(value("1.50"), Data(1.5));
  EXPECT_EQ(value("-0.25"), Data(-0.25));
  EXPECT_EQ(value("[]"), Data(Data::Array{}));
  EXPECT_EQ(value("[ 1 , 'a', [true], ]"), Data(Data::Array{1, "a", Data::Array{true}}));
}

TEST(ShortcodeTag, WhatIsNoLiteralIsNoCall) {
  for (const char* literal : {"", "x", "page.title", "True", "007", "1.", ".5", "+1", "1e3", "--1", "-",
                              "\"a", "[1", "[1 2]", "[,]", "{}", "9223372036854775808", "a(b=1)"}) {
    EXPECT_EQ(value(literal), std::nullopt) << literal;
  }
}

TEST(ShortcodeTag, KeepsArgumentsInOrderAndTheLastOfOneName) {
  const auto table = arguments("{{ x(b=1, a=2, b=3) }}");
  ASSERT_TRUE(table);
  EXPECT_EQ(*table, (Data::Table{{"b", 3}, {"a", 2}}));
}

TEST(ShortcodeTag, CommasMayBeMissingButNotDangle) {
  EXPECT_TRUE(arguments("{{ x(a=1 b=2) }}"));
  EXPECT_TRUE(arguments("{{ x(a=trueb=2) }}"));
  EXPECT_FALSE(arguments("{{ x(a=1,) }}"));
  EXPECT_FALSE(arguments("{{ x(,a=1) }}"));
  EXPECT_FALSE(arguments("{{ x(1) }}"));
}

TEST(ShortcodeTag, SaysWhereACallStopsBeingOne) {
  EXPECT_EQ(stop_of("{{ x(id=) }}"), "x 8 a string, a number, true, false or an array");
  EXPECT_EQ(stop_of("{{ x(id) }}"), "x 7 `=` and a value");
  EXPECT_EQ(stop_of("{{ x(id=1 }}"), "x 10 `name=value` or `)`");
  EXPECT_EQ(stop_of("{{ x(id=1,) }}"), "x 9 an argument after the comma");
  EXPECT_EQ(stop_of("{{ x(id='a) }}"), "x 8 the closing quote of this string");
  EXPECT_EQ(stop_of("{{ x(a=[1 2]) }}"), "x 10 `,` or `]`");
  EXPECT_EQ(stop_of("{{ x() "), "x 7 }}");
  EXPECT_EQ(stop_of("{% x() }}"), "x 7 %}");
  EXPECT_EQ(stop_of("{{ name }}"), "") << "no parenthesis: nothing that looks like a call";
}

TEST(ShortcodeTag, ArraysInsideOneAnotherHaveALimit) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(value(nested(16)));
  EXPECT_FALSE(value(nested(17)));
  EXPECT_FALSE(value(std::string(100'000, '[')));
}

TEST(ShortcodeTag, BeginsWhereItIsToldTo) {
  const std::string_view text = "ab {{ x() }} c";
  const auto tag = match_shortcode_tag(text, 3).tag;
  ASSERT_TRUE(tag);
  EXPECT_EQ(tag->begin, 3U);
  EXPECT_EQ(tag->end, 12U);
}

}  // namespace
}  // namespace loom::markdown
