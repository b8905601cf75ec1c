#include "markdown/html/tables.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(Tables, AlignTheirColumns) {
  EXPECT_EQ(
      html("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | *4* |\n"),
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"left\">b</th>\n<th align=\"center\">c</th>\n"
      "<th align=\"right\">d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align=\"left\">2</td>\n"
      "<td align=\"center\">3</td>\n<td align=\"right\"><em>4</em></td>\n</tr>\n</tbody>\n</table>\n");
}

TEST(Tables, HaveNoBodyWithoutRows) {
  EXPECT_EQ(html("|a|\n|-|\n"), "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n");
}

TEST(Tables, BeginTheirOwnBodyEach) {
  const std::string page = html("|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|\n");
  const std::size_t first = page.find("<tbody>");
  EXPECT_NE(page.find("<tbody>", first + 1), std::string::npos);
}

TEST(Tables, SeparateTheTextOfTheirCells) {
  EXPECT_EQ(render("|a|b|\n|-|-|\n|c|d|\n").plain_text, "a b c d");
}

TEST(Tables, AlignWithStylesInZolasMarkup) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  EXPECT_NE(html("| a |\n|--:|\n| b |\n", options).find("<td style=\"text-align: right\">b</td>"),
            std::string::npos);
}

}  // namespace
}  // namespace loom::markdown
