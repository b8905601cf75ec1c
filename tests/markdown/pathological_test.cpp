// Texts that cost a careless reader quadratic time or deep recursion: each is rendered or refused. No clock
// decides: the test binary's own time limit does, which a quadratic step at these sizes passes many times
// over.
#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t index = 0; index < count; ++index) {
    text += part;
  }
  return text;
}

/// Errors found; a text that is refused has one.
std::size_t render_quietly(const std::string& text) {
  base::Diagnostics diagnostics;
  MarkdownInput input;
  input.text = text;
  input.options.render_emoji = true;
  render_markdown(input, diagnostics);
  return diagnostics.error_count();
}

TEST(Pathological, InputThatTheParserIsSlowOnIsRefused) {
  EXPECT_EQ(render_quietly(repeated("![[]()", 16'000)), 1U);
  EXPECT_EQ(render_quietly(repeated(">", 30'000)), 1U);
  EXPECT_EQ(render_quietly(repeated(">", 16'000) + repeated("a*", 16'000)), 1U);
  EXPECT_EQ(render_quietly(repeated("- ", 16'000) + "x" + repeated("\n", 16'000)), 1U);
  EXPECT_EQ(
      render_quietly(repeated("a|", 2'000) + "\n" + repeated("-|", 2'000) + "\n" + repeated("a\n", 2'000)),
      1U);
  EXPECT_EQ(render_quietly(repeated("![", 30'000) + "a" + repeated("](b)", 30'000)), 1U);
}

TEST(Pathological, OtherInputIsRendered) {
  for (const char* part : {"[",
                           "]",
                           "*a **a ",
                           "*a_ ",
                           "[a](",
                           "[ (](",
                           "_a ",
                           "<!--",
                           "<![CDATA[",
                           "<?",
                           "<!A ",
                           "http://",
                           "a@b.c ",
                           "www.",
                           "a@",
                           "&",
                           ":a",
                           ":tada:",
                           "~~a",
                           "~",
                           "<a \"",
                           "<a id=",
                           "`a ``b ",
                           "{{< a >}}",
                           "{{`",
                           "# a\n",
                           "# a {#b}\n",
                           "> [!NOTE]\n\n",
                           "<!-- more -->\n\n",
                           "# a <!-- more -->\n",
                           "a\r",
                           "[a](b) ",
                           "[^a]",
                           "\\",
                           "a\t",
                           "| a\n",
                           "\"'"}) {
    EXPECT_EQ(render_quietly(repeated(part, 30'000)), 0U) << part;
  }
}

TEST(Pathological, ManyDefinitionsAndReferencesAreRendered) {
  std::string references;
  std::string notes;
  for (int index = 0; index < 5'000; ++index) {
    const std::string name = std::to_string(index);
    references += "[" + name + "]: /u\n";
    notes += "[^" + name + "]: x\n\n";
  }
  EXPECT_EQ(render_quietly(references + repeated("[7] ", 20'000)), 0U);
  EXPECT_EQ(render_quietly(repeated("[^7] [^8] ", 10'000) + "\n\n" + notes), 0U);
}

TEST(Pathological, ManyLineRangesAreRendered) {
  EXPECT_EQ(
      render_quietly("```x,hl_lines=" + repeated("1 ", 50'000) + "\n" + repeated("a\n", 50'000) + "```\n"),
      0U);
}

}  // namespace
}  // namespace loom::markdown
