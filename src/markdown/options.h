// How one document is to be rendered: the `[markdown]` part of a site's configuration. Plain values.
#pragma once

#include <cstdint>
#include <string>

#include "markdown/code_style.h"

namespace loom::markdown {

/// Where headings get a link to themselves, as Zola's `insert_anchor_links`. `Heading` wraps the heading's
/// text.
enum class AnchorLinks : std::uint8_t { None, Left, Right, Heading };

/// The markup around what CommonMark leaves open: footnotes, alerts, tasks, aligned cells, ids of headings
/// without text. `Zola` is what themes for Zola expect.
enum class MarkupStyle : std::uint8_t { Loom, Zola };

struct MarkdownOptions {
  MarkupStyle markup = MarkupStyle::Loom;
  /// How code blocks are shown.
  CodeStyle code;
  AnchorLinks anchor_links = AnchorLinks::None;
  bool smart_punctuation = false;
  /// "Term" and below it ": What it means."
  bool definition_lists = false;
  /// Footnotes are gathered at the end, and lead back to their references. Loom's markup always does.
  bool bottom_footnotes = false;
  bool github_alerts = true;
  /// Bare http(s):// and www. URLs and e-mail addresses become links.
  bool autolink = true;
  /// A code block in a language without highlighting is a warning.
  bool unknown_languages_are_reported = false;
  /// Broken links are warnings instead of errors.
  bool broken_links_are_warnings = false;
  /// `:tada:` becomes the character; names as on GitHub, the common ones.
  bool render_emoji = false;
  /// Ids of headings are lower-case ASCII words; else their text with '_' for white space.
  bool slugify_anchors = true;
  /// target="_blank", rel="nofollow" and the like on links that lead to http(s)://.
  bool external_links_target_blank = false;
  bool external_links_no_follow = false;
  bool external_links_no_referrer = false;
  /// rel="external"
  bool external_links_external = false;
  /// "": none.
  std::string external_links_class;
  /// loading="lazy" decoding="async" on images.
  bool lazy_async_images = false;
  /// Leaves out the first heading when it is of level 1, outside quotes and lists: for pages whose title was
  /// taken from it. Its id goes with it.
  bool drop_first_heading = false;
  /// data-line="N" (line in the file) on every block, for a preview that follows the editor.
  bool source_positions = false;
};

}  // namespace loom::markdown
