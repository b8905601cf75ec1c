// Zola's shortcodes in a Markdown text, as a tree of calls with the text between them. Pure; any thread. Time
// and memory grow with the length of the text; the limits are in markdown/limits.h.
//
// A call is found wherever it stands, in code too, as in Zola. `{{/* x() */}}` and everything from
// `{%/* x() */%}` to `{%/* end */%}` is text: there only the marks of the escape go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/data.h"
#include "markdown/shortcode_tag.h"

namespace loom::markdown {

struct ShortcodeCall;

/// Text or a call.
struct ShortcodePiece {
  /// Part of the parsed text, at byte `offset` of it.
  std::string_view text;
  std::size_t offset = 0;
  /// Null for text.
  std::unique_ptr<ShortcodeCall> call;
};

struct ShortcodeCall {
  std::string name;
  base::Data::Table arguments;
  /// Bytes of the parsed text: the call itself, of one with a body its first tag.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Counts the calls of this name in the text from 1, in the order in which they begin.
  std::uint32_t nth = 1;
  bool has_body = false;
  /// Without white space at its ends.
  std::vector<ShortcodePiece> body;
};

/// Something to tell the author, about bytes of the parsed text.
struct ShortcodeProblem {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
  std::string hint;
};

struct ParsedShortcodes {
  std::vector<ShortcodePiece> pieces;
  /// Bodies without end, ends without body, and texts beyond a limit. When there are any, `pieces` is empty.
  std::vector<ShortcodeProblem> problems;
  /// They stay in the text, as in Zola.
  std::vector<UnfinishedTag> unfinished;
};

/// Whether there can be a call in the text at all.
bool may_hold_shortcodes(std::string_view text);

/// The pieces view into `text`.
ParsedShortcodes parse_shortcodes(std::string_view text);

}  // namespace loom::markdown
