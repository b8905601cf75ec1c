#include "markdown/highlight/features.h"

#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Features, EndCppRawStringsAtTheirMark) {
  expect_tokens("cpp", "R\"x(a)\"b)x\" if", {"s:R\"x(a)\"b)x\"", "k:if"});
}

TEST(Features, EndHashedStringsAtAsManyHashes) {
  expect_tokens("rust", "r##\"a\"#b\"## if", {"s:r##\"a\"#b\"##", "k:if"});
  expect_tokens("swift", "#\"a\"# if", {"s:#\"a\"#", "k:if"});
}

TEST(Features, TellLifetimesFromCharacters) {
  expect_tokens("rust", "&'a 'b' '\\n' 'static", {"nl:'a", "sc:'b'", "sc:'\\n'", "nl:'static"});
}

TEST(Features, TakeACharacterOfSeveralBytes) {
  expect_tokens("rust", "'\xe2\x82\xac' if", {"sc:'\xe2\x82\xac'", "k:if"});
}

TEST(Features, TakeAttributesWithBracketsInside) {
  expect_tokens("rust", "#[a(b[1])] if", {"nd:#[a(b[1])]", "k:if"});
}

TEST(Features, EndLuaBracketsAtTheirLevel) {
  expect_tokens("lua", "[==[ ]] ]==] if --[=[ ]] ]=] if",
                {"s:[==[ ]] ]==]", "k:if", "cm:--[=[ ]] ]=]", "k:if"});
}

TEST(Features, TellRegularExpressionsFromDivision) {
  expect_tokens("javascript", "a = /b[/]\\/c/gi; d / e / f", {"sr:/b[/]\\/c/gi", "o:/", "o:/"});
  expect_tokens("javascript", "return /a/.test(b)", {"k:return", "sr:/a/"});
  expect_tokens("javascript", "x = // a /\n= /* b */", {"c1:// a /", "cm:/* b */"});
  expect_tokens("javascript", "x = /open\nif", {"o:/", "k:if"});
}

TEST(Features, TakeRubyPercentLiterals) {
  expect_tokens("ruby", "a %w[b [c]] if d % 2", {"s:%w[b [c]]", "k:if", "mi:2"});
  expect_tokens("ruby", "x = %r{a/b} if", {"sr:%r{a/b}", "k:if"});
}

TEST(Features, TakeElixirSigils) {
  expect_tokens("elixir", "~w(a b)a if ~r/x/ if", {"s:~w(a b)a", "k:if", "sr:~r/x/", "k:if"});
}

TEST(Features, TakePerlQuotes) {
  expect_tokens("perl", "q{a {b}} if s{a}{b}g if tr/a/b/ if",
                {"s:q{a {b}}", "k:if", "sr:s{a}{b}g", "k:if", "sr:tr/a/b/", "k:if"});
  expect_tokens("perl", "$s{a} if", {"nv:$s", "k:if"});
}

TEST(Features, TakeDollarQuotedText) {
  expect_tokens("sql", "$$ a $$ from $b$ $$ $b$ from", {"s:$$ a $$", "k:from", "s:$b$ $$ $b$", "k:from"});
}

TEST(Features, TakeAQuoteAtTheStartOfAVimLineForAComment) {
  expect_tokens("vim", "\" a\nlet b = \"c\"", {"c1:\" a", "s2:\"c\""});
}

TEST(Features, TakeLispCharacters) {
  expect_tokens("lisp", "#\\a #\\space", {"sc:#\\a", "sc:#\\space"});
}

TEST(Features, TellColoursFromIdentifiersInCss) {
  expect_tokens("css", "#name { color: #a0b1c2 }", {"nn:#name", "mh:#a0b1c2"});
}

TEST(Features, TakeHeredocMarksButNotShifts) {
  expect_tokens("ruby", "a = <<~'X'\n if\nX\nif", {"sh:<<~'X'", "sh: if", "sh:X", "k:if"});
  expect_tokens("bash", "$((1<<2)) <<< if", {"mi:1", "mi:2", "k:if"});
}

}  // namespace
}  // namespace loom::markdown
