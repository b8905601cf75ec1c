// Markdown to document: the HTML of a page's body and everything the site wants to know about it.
//
// CommonMark with GitHub's tables, strikethrough, task lists, bare URLs and alerts, footnotes, and `{#id
// .class}` on headings. Raw HTML passes through: the author of a site is trusted. The markup that a theme can
// style is shown in the headers of markdown/html/ and in markdown/code_block.h. Any thread; calls share
// nothing but a lock around one step of the parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "markdown/assembled_text.h"
#include "markdown/link_resolver.h"
#include "markdown/markup_templates.h"
#include "markdown/options.h"

namespace loom::markdown {

struct Heading {
  int level = 1;
  std::string id;
  /// Plain text, not escaped.
  std::string title;
  /// The inline HTML of the heading without its anchor link, links replaced by their text.
  std::string title_html;
  std::vector<Heading> children;
};

struct Link {
  /// As written by the author.
  std::string destination;
  /// Where it leads in the HTML: the rewritten URL, or the same as `destination`.
  std::string url;
  /// Line and column (in characters) in the file, 1-based.
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool is_image = false;
};

enum class ShortcodeKind : std::uint8_t { Hugo, Zola };

/// A shortcode of another generator found in the text outside code. The text itself is left as it is.
struct ShortcodeUse {
  std::string name;
  std::uint32_t line = 0;
  ShortcodeKind kind = ShortcodeKind::Hugo;

  friend bool operator==(const ShortcodeUse&, const ShortcodeUse&) = default;
};

struct Document {
  std::string html;
  /// The HTML before `<!-- more -->` with every open element closed; nothing when the text has no such line.
  std::optional<std::string> summary_html;
  /// The headings as a tree: a heading's children are the deeper ones that follow it.
  std::vector<Heading> toc;
  /// The text without markup, code blocks included, one blank between blocks: for search, feeds and
  /// descriptions.
  std::string plain_text;
  /// Plain text of the first level-1 heading, or of the first heading when there is none of level 1; "" if
  /// none.
  std::string first_heading;
  /// Words of the Markdown text itself, as in Zola: markup that holds letters counts too.
  std::size_t word_count = 0;
  /// Every link and image of the text, in order, external ones included.
  std::vector<Link> links;
  /// Every id of the HTML that a fragment can name: headings, footnotes, id and name attributes of raw HTML.
  std::vector<std::string> anchors;
  std::vector<ShortcodeUse> shortcodes;
  bool has_code_block = false;
  bool has_footnotes = false;
};

/// Whole minutes at 200 words a minute, at least 1 when there are any words, as in Zola.
std::size_t reading_time_minutes(std::size_t word_count);

struct MarkdownInput {
  /// The body, without front matter. Requires: UTF-8 (base::repair_utf8); other bytes come through as U+FFFD.
  std::string_view text;
  /// For messages.
  std::string_view file;
  /// 1-based line of the file on which `text` begins.
  std::uint32_t first_line = 1;
  MarkdownOptions options;
  /// May be null: every link stays as written. Borrowed for the call.
  const LinkResolver* resolver = nullptr;
  /// May be null: anchor links are plain ones, and a cut summary has no mark. Borrowed for the call.
  const MarkupTemplates* templates = nullptr;
  /// Where each line of `text` stands in the file; empty: one after the other from `first_line` on. Borrowed.
  std::span<const TextLine> lines = {};
  /// HTML for the marks in `text` (markdown/insertion_mark.h). Borrowed.
  std::span<const std::string> insertions = {};
};

/// Where line `text_line` (1-based) of the text stands in the file; line 0 for 0.
TextLine find_text_line(const MarkdownInput& input, std::uint32_t text_line);

/// Renders one document. Broken links and text beyond the limits of markdown/limits.h become errors in
/// `diagnostics`; beyond a limit the document is empty. Never fails otherwise: every text is Markdown.
/// CommonMark 0.30, GFM 0.29.
Document render_markdown(const MarkdownInput& input, base::Diagnostics& diagnostics);

/// The same for one line of text (titles, descriptions, the `markdown(inline=true)` filter): when the text is
/// one paragraph, its inline HTML without `<p>`. Unresolved links stay as written.
std::string render_markdown_inline(std::string_view text, const MarkdownOptions& options);
/// The same for a text that may have insertions; mistakes go to `diagnostics`.
std::string render_markdown_inline(const MarkdownInput& input, base::Diagnostics& diagnostics);

}  // namespace loom::markdown
