#include "markdown/document.h"

#include <algorithm>
#include <utility>

#include "markdown/html/writer.h"
#include "markdown/prescan.h"
#include "markdown/shortcodes.h"
#include "markdown/tree.h"
#include "markdown/words.h"

namespace loom::markdown {
namespace {

void report_breach(const MarkdownInput& input, LimitBreach breach, base::Diagnostics& diagnostics) {
  base::Diagnostic diagnostic =
      base::make_error_at(input.file, input.text, breach.offset, std::move(breach.message));
  const TextLine line = find_text_line(input, diagnostic.line);
  diagnostic.line = line.file_line;
  if (!line.is_whole) {
    diagnostic.column = 0;
    diagnostic.source_line.clear();
  }
  diagnostic.hint = std::move(breach.hint);
  diagnostics.add(std::move(diagnostic));
}

TreeOptions tree_options(const MarkdownOptions& options) {
  const bool is_zola = options.markup == MarkupStyle::Zola;
  TreeOptions tree;
  tree.smart_punctuation = options.smart_punctuation;
  tree.zola_quotes = is_zola;
  tree.definition_lists = options.definition_lists;
  tree.footnotes_in_place = is_zola && !options.bottom_footnotes;
  tree.heading_attributes = is_zola ? AttributeRule::AllBraces : AttributeRule::OnlyNames;
  return tree;
}

}  // namespace

TextLine find_text_line(const MarkdownInput& input, std::uint32_t text_line) {
  if (text_line == 0) {
    return {0, false};
  }
  if (input.lines.empty()) {
    return {input.first_line + text_line - 1, true};
  }
  return input.lines[std::min<std::size_t>(text_line, input.lines.size()) - 1];
}

std::size_t reading_time_minutes(std::size_t word_count) {
  constexpr std::size_t kWordsPerMinute = 200;
  return (word_count + kWordsPerMinute - 1) / kWordsPerMinute;
}

namespace {

/// U+0000 as U+FFFD (CommonMark 2.3). The parser would do it too, but then places in its text are not those
/// of ours.
std::string without_nul(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\0') {
      out += "\xef\xbf\xbd";
    } else {
      out += c;
    }
  }
  return out;
}

Document render_text(const MarkdownInput& input, base::Diagnostics& diagnostics) {
  Document document;
  if (auto breach = find_limit_breach(input.text)) {
    report_breach(input, std::move(*breach), diagnostics);
    return document;
  }
  document.html.reserve(input.text.size() + input.text.size() / 4);
  document.plain_text.reserve(input.text.size());
  const Tree tree = parse_tree(input.text, tree_options(input.options));
  Context context(input, document, diagnostics);
  HtmlWriter writer(context);
  writer.write(tree.get());
  document.shortcodes = find_shortcodes(input.text, writer.code_lines());
  for (ShortcodeUse& use : document.shortcodes) {
    use.line = find_text_line(input, use.line).file_line;
  }
  document.word_count = count_words(input.text);
  return document;
}

}  // namespace

Document render_markdown(const MarkdownInput& input, base::Diagnostics& diagnostics) {
  if (input.text.find('\0') == std::string_view::npos) {
    return render_text(input, diagnostics);
  }
  const std::string text = without_nul(input.text);
  MarkdownInput replaced = input;
  replaced.text = text;
  return render_text(replaced, diagnostics);
}

std::string render_markdown_inline(std::string_view text, const MarkdownOptions& options) {
  base::Diagnostics diagnostics;
  MarkdownInput input;
  input.text = text;
  input.options = options;
  input.options.source_positions = false;
  return render_markdown_inline(input, diagnostics);
}

std::string render_markdown_inline(const MarkdownInput& input, base::Diagnostics& diagnostics) {
  constexpr std::string_view kOpen = "<p>";
  constexpr std::string_view kClose = "</p>\n";
  std::string html = render_markdown(input, diagnostics).html;
  const bool is_one_paragraph =
      html.starts_with(kOpen) && html.ends_with(kClose) && html.find(kOpen, 1) == std::string::npos;
  return is_one_paragraph ? html.substr(kOpen.size(), html.size() - kOpen.size() - kClose.size()) : html;
}

}  // namespace loom::markdown
