#include "markdown/shortcode_parser.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

void show(std::string& out, const std::vector<ShortcodePiece>& pieces) {
  for (const ShortcodePiece& piece : pieces) {
    if (piece.call == nullptr) {
      out += piece.text;
      continue;
    }
    out += "<" + piece.call->name + "#" + std::to_string(piece.call->nth);
    if (piece.call->has_body) {
      out += ":";
      show(out, piece.call->body);
    }
    out += ">";
  }
}

/// Calls as "<name#nth>" or "<name#nth:body>"; the first problem when there is one.
std::string shown(std::string_view text) {
  const ParsedShortcodes parsed = parse_shortcodes(text);
  if (!parsed.problems.empty()) {
    const ShortcodeProblem& problem = parsed.problems.front();
    return "at " + std::to_string(problem.begin) + "-" + std::to_string(problem.end) + ": " + problem.message;
  }
  std::string out;
  show(out, parsed.pieces);
  return out;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += text;
  }
  return out;
}

TEST(ShortcodeParser, TextWithoutCallsIsOnePiece) {
  for (const char* text : {"", "plain", "{{ a }} {% b %} { {", "a {{ f(x=y) }} b"}) {
    EXPECT_EQ(shown(text), text);
    EXPECT_LE(parse_shortcodes(text).pieces.size(), 1U);
  }
}

TEST(ShortcodeParser, CountsTheCallsOfEachName) {
  EXPECT_EQ(shown("{{ a() }} {{ b() }}\n{{ a() }}"), "<a#1> <b#1>\n<a#2>");
}

TEST(ShortcodeParser, ABodyLosesTheWhiteSpaceAtItsEnds) {
  EXPECT_EQ(shown("x {% q() %}\n\n a \n b\n\n{% end %} y"), "x <q#1:a \n b> y");
  EXPECT_EQ(shown("{% q() %}{% end %}"), "<q#1:>");
  EXPECT_EQ(shown("{% q() %} \n {% end %}"), "<q#1:>");
  EXPECT_EQ(shown("{% q() %} {{ a() }} {% end %}"), "<q#1:<a#1>>");
}

TEST(ShortcodeParser, CallsInBodiesAreCountedInTheOrderInWhichTheyBegin) {
  EXPECT_EQ(shown("{{ a() }}{% q() %}1 {{ a() }}{% q() %}2{% end %}{% end %}{{ a() }}"),
            "<a#1><q#1:1 <a#2><q#2:2>><a#3>");
}

TEST(ShortcodeParser, AnEscapedCallIsText) {
  EXPECT_EQ(shown("a {{/* x(a=1) */}} b"), "a {{ x(a=1) }} b");
  EXPECT_EQ(shown("{{/*x()*/}}"), "{{x()}}");
  EXPECT_EQ(shown("{% q() %}{{/* x() */}}{% end %}"), "<q#1:{{ x() }}>");
}

TEST(ShortcodeParser, InAnEscapedBodyNothingIsACall) {
  EXPECT_EQ(shown("{%/* q() */%} {{ a() }} {{/* b() */}} {%/* end */%} {{ a() }}"),
            "{% q() %} {{ a() }} {{/* b() */}} {% end %} <a#1>");
  EXPECT_EQ(shown("{%/* q() */%} {% r() %} {%/* end */%}"), "{% q() %} {% r() %} {% end %}");
  EXPECT_EQ(shown("{%/* q() */%} {% end %} {%/* end */%}"), "{% q() %} {% end %} {% end %}");
  EXPECT_EQ(shown("{%/* q() */%}{%/* r() */%}x{%/* end */%}{%/* end */%}"),
            "{% q() %}{%/* r() */%}x{%/* end */%}{% end %}");
  EXPECT_EQ(shown("{% p() %} {%/* q() */%} x {%/* end */%} {% end %}"), "<p#1:{% q() %} x {% end %}>");
}

TEST(ShortcodeParser, ABodyWithoutEndIsAProblemAtItsTag) {
  EXPECT_EQ(shown("ab {% q() %} text"), "at 3-12: the body of `q` has no end");
  EXPECT_EQ(shown("{%/* q() */%} {% end %}"), "at 0-13: the body of `q` has no end");
  const ParsedShortcodes parsed = parse_shortcodes("{% a() %}{% b() %}");
  EXPECT_EQ(parsed.problems.size(), 2U);
  EXPECT_TRUE(parsed.pieces.empty());
}

TEST(ShortcodeParser, AnEndWithoutBodyIsAProblem) {
  EXPECT_EQ(shown("ab {% end %}"), "at 3-12: `{% end %}` ends no shortcode");
  EXPECT_EQ(shown("{% q() %} {%/* end */%} {% end %}"), "at 10-23: `{%/* end */%}` ends no shortcode");
}

TEST(ShortcodeParser, NamesTheCallsThatAreNotFinished) {
  const ParsedShortcodes parsed =
      parse_shortcodes("{{ a(x=1, }} {{ b }} {%/* q() */%} {{ c(x= }} {%/* end */%}");
  ASSERT_EQ(parsed.unfinished.size(), 1U) << "what is escaped is not meant as a call";
  EXPECT_EQ(parsed.unfinished.front().name, "a");
}

TEST(ShortcodeParser, EveryPieceOfTextIsAPartOfTheText) {
  const std::string text = "a {{/* x() */}} b {% q() %} c {{ d() }} e {% end %} f";
  const ParsedShortcodes parsed = parse_shortcodes(text);
  for (const ShortcodePiece& piece : parsed.pieces) {
    EXPECT_EQ(text.substr(piece.offset, piece.text.size()), piece.text);
  }
  const ShortcodeCall& call = *parsed.pieces.at(parsed.pieces.size() - 2).call;
  EXPECT_EQ(text.substr(call.begin, call.end - call.begin), "{% q() %}");
  for (const ShortcodePiece& piece : call.body) {
    EXPECT_EQ(text.substr(piece.offset, piece.text.size()), piece.text);
  }
}

TEST(ShortcodeParser, NestingHasALimit) {
  const auto nested = [](std::size_t depth) {
    return repeated("{% q() %}", depth) + "x" + repeated("{% end %}", depth);
  };
  EXPECT_EQ(parse_shortcodes(nested(32)).problems.size(), 0U);
  EXPECT_EQ(shown(nested(33)), "at 288-297: shortcodes are nested more than 32 deep");
}

TEST(ShortcodeParser, CallsHaveALimit) {
  EXPECT_TRUE(parse_shortcodes(repeated("{{ a() }}", 10'000)).problems.empty());
  const ParsedShortcodes parsed = parse_shortcodes(repeated("{{ a() }}", 10'001));
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems.front().message, "there are more than 10000 shortcodes");
}

TEST(ShortcodeParser, ReadsHostileTextInTimeThatGrowsWithItsLength) {
  // Each takes minutes when every unfinished call is read to the end of the text.
  const ParsedShortcodes many = parse_shortcodes(repeated("{{ a(", 100'000));
  EXPECT_EQ(many.unfinished.size(), 1000U);
  EXPECT_TRUE(many.problems.empty());
  parse_shortcodes(repeated("{%/* end", 100'000));
  parse_shortcodes(repeated("{% end %}", 100'000));
  parse_shortcodes(repeated("{% a(b='", 100'000));
  parse_shortcodes(repeated("{{ a(b=[", 100'000));
}

}  // namespace
}  // namespace loom::markdown
