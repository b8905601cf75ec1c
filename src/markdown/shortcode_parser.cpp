#include "markdown/shortcode_parser.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "markdown/limits.h"

namespace loom::markdown {
namespace {

/// In `{{/*`: the braces, and what escapes them.
constexpr std::size_t kBraceBytes = 2;
constexpr std::size_t kEscapeBytes = 2;

std::string_view trim_begin(std::string_view text) {
  const std::string_view trimmed = base::trim(text);
  return trimmed.empty() ? trimmed : text.substr(static_cast<std::size_t>(trimmed.data() - text.data()));
}

/// White space at both ends of a body, as far as it is text.
void trim_body(std::vector<ShortcodePiece>& pieces) {
  while (!pieces.empty() && pieces.front().call == nullptr) {
    ShortcodePiece& first = pieces.front();
    const std::string_view trimmed = trim_begin(first.text);
    first.offset += first.text.size() - trimmed.size();
    first.text = trimmed;
    if (!trimmed.empty()) {
      break;
    }
    pieces.erase(pieces.begin());
  }
  while (!pieces.empty() && pieces.back().call == nullptr) {
    std::string_view& text = pieces.back().text;
    while (!text.empty() && base::is_space(text.back())) {
      text.remove_suffix(1);
    }
    if (!text.empty()) {
      break;
    }
    pieces.pop_back();
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  ParsedShortcodes parse() {
    for (std::size_t at = find_mark(0); at < text_.size() && !is_stopped_; at = find_mark(at)) {
      at = step(at);
    }
    add_text(text_begin_, text_.size());
    for (std::size_t i = 0; i < open_.size() && !is_stopped_; ++i) {
      report_unclosed(open_[i]);
    }
    result_.pieces = std::move(top_);
    if (!result_.problems.empty()) {
      result_.pieces.clear();
    }
    return std::move(result_);
  }

 private:
  /// A body whose end is still to come, and the tag that began it.
  struct Body {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string name;
    /// Null for an escaped one.
    std::unique_ptr<ShortcodeCall> call;
  };

  /// The next "{{" or "{%", or the end of the text.
  std::size_t find_mark(std::size_t from) const {
    for (std::size_t at = text_.find('{', from); at < text_.size(); at = text_.find('{', at + 1)) {
      if (at + 1 < text_.size() && (text_[at + 1] == '{' || text_[at + 1] == '%')) {
        return at;
      }
    }
    return text_.size();
  }

  /// Returns where to go on. Behind a miss that is the next byte, and yet the text is read four times at
  /// most: a call goes on over another mark only in a string, a quote that ends one reader's string begins
  /// another's, so of all that have begun and not failed one is outside of strings and one in a string of
  /// each quote.
  std::size_t step(std::size_t at) {
    ShortcodeTagMatch match = match_shortcode_tag(text_, at);
    if (!match.tag) {
      note_miss(std::move(match));
      return at + 1;
    }
    const std::size_t end = match.tag->end;
    take(std::move(*match.tag));
    return end;
  }

  void note_miss(ShortcodeTagMatch match) {
    if (match.unfinished && !is_escaped() && result_.unfinished.size() < kUnfinishedShortcodesMax) {
      result_.unfinished.push_back(std::move(*match.unfinished));
    }
  }

  void take(ShortcodeTag tag) {
    switch (tag.kind) {
      case ShortcodeTagKind::Inline:
        return take_inline(std::move(tag));
      case ShortcodeTagKind::EscapedInline:
        return take_escaped_inline(tag);
      case ShortcodeTagKind::BodyBegin:
      case ShortcodeTagKind::EscapedBodyBegin:
        return open_body(std::move(tag));
      case ShortcodeTagKind::BodyEnd:
        return close_body(tag);
      case ShortcodeTagKind::EscapedBodyEnd:
        return close_escaped_body(tag);
    }
  }

  void take_inline(ShortcodeTag tag) {
    if (is_escaped()) {
      return;
    }
    add_text(text_begin_, tag.begin);
    text_begin_ = tag.end;
    add_call(make_call(std::move(tag)));
  }

  void take_escaped_inline(const ShortcodeTag& tag) {
    if (is_escaped()) {
      return;
    }
    add_text(text_begin_, tag.begin);
    add_unescaped(tag);
  }

  void open_body(ShortcodeTag tag) {
    const bool begins_escaped = tag.kind == ShortcodeTagKind::EscapedBodyBegin;
    if (is_escaped() && !begins_escaped) {
      return;
    }
    if (open_.size() == kShortcodeDepthMax) {
      stop(tag.begin, tag.end, fmt::format("shortcodes are nested more than {} deep", kShortcodeDepthMax),
           "close bodies with `{% end %}` before opening further ones");
      return;
    }
    add_text(text_begin_, tag.begin);
    text_begin_ = is_escaped() ? text_begin_ : tag.end;
    Body body{tag.begin, tag.end, tag.name, nullptr};
    if (!begins_escaped) {
      body.call = make_call(std::move(tag));
      body.call->has_body = true;
    } else if (!is_escaped()) {
      add_unescaped(tag);
    }
    open_.push_back(std::move(body));
  }

  void close_body(const ShortcodeTag& tag) {
    if (is_escaped()) {
      return;
    }
    if (open_.empty()) {
      report_stray_end(tag);
      return;
    }
    add_text(text_begin_, tag.begin);
    text_begin_ = tag.end;
    std::unique_ptr<ShortcodeCall> call = std::move(open_.back().call);
    open_.pop_back();
    trim_body(call->body);
    add_call(std::move(call));
  }

  void close_escaped_body(const ShortcodeTag& tag) {
    if (!is_escaped()) {
      report_stray_end(tag);
      return;
    }
    open_.pop_back();
    if (!is_escaped()) {
      add_text(text_begin_, tag.begin);
      add_unescaped(tag);
    }
  }

  std::unique_ptr<ShortcodeCall> make_call(ShortcodeTag tag) {
    if (++call_count_ > kShortcodeCallsMax) {
      stop(tag.begin, tag.end, fmt::format("there are more than {} shortcodes", kShortcodeCallsMax),
           "split the page");
    }
    auto call = std::make_unique<ShortcodeCall>();
    call->nth = ++counts_[tag.name];
    call->name = std::move(tag.name);
    call->arguments = std::move(tag.arguments);
    call->begin = tag.begin;
    call->end = tag.end;
    return call;
  }

  bool is_escaped() const { return !open_.empty() && open_.back().call == nullptr; }

  std::vector<ShortcodePiece>& pieces() { return open_.empty() ? top_ : open_.back().call->body; }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin < end && !is_escaped()) {
      pieces().push_back({text_.substr(begin, end - begin), begin, nullptr});
    }
  }

  void add_call(std::unique_ptr<ShortcodeCall> call) {
    const std::size_t begin = call->begin;
    pieces().push_back({{}, begin, std::move(call)});
  }

  /// "{{/* x() */}}" without its stars and slashes.
  void add_unescaped(const ShortcodeTag& tag) {
    const std::size_t inner_begin = tag.begin + kBraceBytes + kEscapeBytes;
    const std::size_t close_begin = tag.end - kBraceBytes;
    add_text(tag.begin, tag.begin + kBraceBytes);
    add_text(inner_begin, close_begin - kEscapeBytes);
    add_text(close_begin, tag.end);
    text_begin_ = tag.end;
  }

  void report_unclosed(const Body& body) {
    std::string hint = "put `{%/* end */%}` behind it";
    if (body.call != nullptr) {
      hint = fmt::format("put `{{% end %}}` behind it; without a body it is called as `{{{{ {}(...) }}}}`",
                         body.name);
    }
    result_.problems.push_back(
        {body.begin, body.end, fmt::format("the body of `{}` has no end", body.name), std::move(hint)});
  }

  void report_stray_end(const ShortcodeTag& tag) {
    const std::string_view written = text_.substr(tag.begin, tag.end - tag.begin);
    result_.problems.push_back(
        {tag.begin, tag.end, fmt::format("`{}` ends no shortcode", written),
         "take it away; what is to be shown as it is stands between `{%/* name() */%}` and `{%/* end */%}`"});
    is_stopped_ = is_stopped_ || result_.problems.size() >= kShortcodeProblemsMax;
  }

  void stop(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    if (!is_stopped_) {
      result_.problems.push_back({begin, end, std::move(message), std::move(hint)});
    }
    is_stopped_ = true;
    open_.clear();
  }

  std::string_view text_;
  ParsedShortcodes result_;
  std::vector<ShortcodePiece> top_;
  std::vector<Body> open_;
  std::unordered_map<std::string, std::uint32_t> counts_;
  /// Where the text that is in no piece yet begins.
  std::size_t text_begin_ = 0;
  std::size_t call_count_ = 0;
  bool is_stopped_ = false;
};

}  // namespace

bool may_hold_shortcodes(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

ParsedShortcodes parse_shortcodes(std::string_view text) {
  return Parser(text).parse();
}

}  // namespace loom::markdown
