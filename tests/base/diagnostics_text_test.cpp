#include "base/diagnostics_text.h"

#include <gmock/gmock.h>

namespace loom::base {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Diagnostic sample() {
  return {Severity::Error,
          "content/a.md",
          12,
          7,
          3,
          "`titel` is unknown",
          "titel = 1",
          "did you mean `title`?",
          {"while rendering content/a.md"}};
}

TEST(DiagnosticsText, ShowsPlaceLineCaretTrailAndHint) {
  EXPECT_EQ(format_diagnostic(sample(), false),
            "error: `titel` is unknown\n"
            "  --> content/a.md:12:7\n"
            " 12 | titel = 1\n"
            "    |       ^^^\n"
            "   = while rendering content/a.md\n"
            "   help: did you mean `title`?\n");
}

TEST(DiagnosticsText, UsesColorOnlyWhenAsked) {
  EXPECT_THAT(format_diagnostic(sample(), false), Not(HasSubstr("\x1b")));
  EXPECT_THAT(format_diagnostic(sample(), true), HasSubstr("\x1b[1;31m"));
}

TEST(DiagnosticsText, EscapesControlCharactersOfNames) {
  Diagnostic diagnostic = sample();
  diagnostic.file = "a\x1b[2J\n.md";
  diagnostic.source_line = "x\x07";
  const std::string text = format_diagnostic(diagnostic, false);
  EXPECT_THAT(text, HasSubstr("a\\x1b[2J\\x0a.md"));
  EXPECT_THAT(text, Not(HasSubstr("\x07")));
}

TEST(DiagnosticsText, CutsAVeryLongLineAroundTheCaret) {
  Diagnostic diagnostic = sample();
  diagnostic.source_line = std::string(100'000, 'a') + "HERE" + std::string(100'000, 'b');
  diagnostic.column = 100'001;
  const std::string text = format_diagnostic(diagnostic, false);
  EXPECT_LT(text.size(), 1000U);
  EXPECT_THAT(text, HasSubstr("HERE"));
}

TEST(DiagnosticsText, EndsAListWithCounts) {
  Diagnostics diagnostics;
  diagnostics.add(sample());
  diagnostics.add({Severity::Warning, "", 0, 0, 1, "w", "", "", {}});
  EXPECT_THAT(format_diagnostics(diagnostics, false), HasSubstr("1 error, 1 warning\n"));
  EXPECT_EQ(format_diagnostics({}, false), "");
}

TEST(DiagnosticsText, WritesJsonThatIsSafeInScripts) {
  Diagnostics diagnostics;
  Diagnostic diagnostic = sample();
  diagnostic.message = "</script>\"\xff";
  diagnostics.add(diagnostic);
  EXPECT_EQ(
      diagnostics_json(diagnostics),
      R"([{"severity":"error","file":"content/a.md","line":12,"column":7,"length":3,)"
      R"("message":"\u003C/script\u003E\")"
      "\xef\xbf\xbd"
      R"(","source_line":"titel = 1","hint":"did you mean `title`?","trail":["while rendering content/a.md"]}])");
  EXPECT_EQ(diagnostics_json({}), "[]");
}

}  // namespace
}  // namespace loom::base
