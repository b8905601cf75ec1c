// One tag of a shortcode in a Markdown text: `{{ name(a=1) }}`, `{% name() %}`, `{% end %}` and their escaped
// forms `{{/* name() */}}`, `{%/* name() */%}`, `{%/* end */%}`. The grammar is Zola's (0.22 and before):
// what does not match it is text. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/data.h"

namespace loom::markdown {

enum class ShortcodeTagKind : std::uint8_t {
  Inline,
  EscapedInline,
  BodyBegin,
  EscapedBodyBegin,
  BodyEnd,
  EscapedBodyEnd
};

struct ShortcodeTag {
  ShortcodeTagKind kind = ShortcodeTagKind::Inline;
  /// Bytes of the text, both braces included.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Both empty for the ends of bodies.
  std::string name;
  base::Data::Table arguments;
};

/// A call that stops being one somewhere behind its opening parenthesis.
struct UnfinishedTag {
  std::string name;
  /// Byte of the text at which the grammar ends.
  std::size_t offset = 0;
  std::string_view expected;
};

struct ShortcodeTagMatch {
  /// Nothing when the text is no tag.
  std::optional<ShortcodeTag> tag;
  std::optional<UnfinishedTag> unfinished;
};

/// Requires: `text` has "{{" or "{%" at byte `begin`.
ShortcodeTagMatch match_shortcode_tag(std::string_view text, std::size_t begin);

}  // namespace loom::markdown
