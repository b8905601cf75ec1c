#include "markdown/shortcode_tag.h"

#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "markdown/limits.h"

namespace loom::markdown {
namespace {

bool is_name_begin(char c) {
  return base::is_alpha(c) || c == '_';
}

bool is_name_part(char c) {
  return base::is_alnum(c) || c == '_';
}

/// Reads the text token by token; each reader leaves the place alone when it returns false or nothing.
class TagReader {
 public:
  TagReader(std::string_view text, std::size_t place) : text_(text), place_(place) {}

  std::size_t place() const { return place_; }
  std::string_view expected() const { return expected_; }

  bool take(std::string_view wanted) {
    if (!text_.substr(place_).starts_with(wanted)) {
      return false;
    }
    place_ += wanted.size();
    return true;
  }

  void skip_blanks() {
    while (place_ < text_.size() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
      ++place_;
    }
  }

  std::string_view take_name() {
    const std::size_t begin = place_;
    if (place_ < text_.size() && is_name_begin(peek())) {
      while (place_ < text_.size() && is_name_part(peek())) {
        ++place_;
      }
    }
    return text_.substr(begin, place_ - begin);
  }

  /// `( a=1, b="x" )` behind its first parenthesis. The commas are optional, as in Zola.
  bool take_arguments(base::Data& arguments) {
    while (true) {
      skip_blanks();
      if (take(")")) {
        return true;
      }
      if (!take_argument(arguments)) {
        return false;
      }
      skip_blanks();
      const std::size_t before_comma = place_;
      if (take(",")) {
        skip_blanks();
        if (place_ < text_.size() && !is_name_begin(peek())) {
          place_ = before_comma;
          return fail("an argument after the comma");
        }
      }
    }
  }

  bool fail(std::string_view expected) {
    expected_ = expected;
    return false;
  }

 private:
  char peek() const { return text_[place_]; }

  bool take_argument(base::Data& arguments) {
    const std::string_view name = take_name();
    if (name.empty()) {
      return fail("`name=value` or `)`");
    }
    skip_blanks();
    if (!take("=")) {
      return fail("`=` and a value");
    }
    skip_blanks();
    auto value = take_literal(0);
    if (!value) {
      return false;
    }
    arguments.set(name, std::move(*value));
    return true;
  }

  std::optional<base::Data> take_literal(std::size_t depth) {
    if (take("true")) {
      return base::Data(true);
    }
    if (take("false")) {
      return base::Data(false);
    }
    const char first = place_ < text_.size() ? peek() : '\0';
    if (first == '"' || first == '\'' || first == '`') {
      return take_string(first);
    }
    if (first == '[') {
      return take_array(depth + 1);
    }
    return take_number();
  }

  std::optional<base::Data> take_string(char quote) {
    const std::size_t close = text_.find(quote, place_ + 1);
    if (close == std::string_view::npos) {
      fail("the closing quote of this string");
      return std::nullopt;
    }
    const std::string_view content = text_.substr(place_ + 1, close - place_ - 1);
    place_ = close + 1;
    return base::Data(std::string(content));
  }

  std::optional<base::Data> take_array(std::size_t depth) {
    if (depth > kShortcodeArrayDepthMax) {
      fail("fewer arrays inside one another");
      return std::nullopt;
    }
    take("[");
    base::Data::Array items;
    while (true) {
      skip_blanks();
      if (take("]")) {
        return base::Data(std::move(items));
      }
      auto item = take_literal(depth);
      if (!item) {
        return std::nullopt;
      }
      items.push_back(std::move(*item));
      skip_blanks();
      if (!take(",") && !text_.substr(place_).starts_with(']')) {
        fail("`,` or `]`");
        return std::nullopt;
      }
    }
  }

  std::size_t digits_end(std::size_t from) const {
    while (from < text_.size() && base::is_digit(text_[from])) {
      ++from;
    }
    return from;
  }

  std::optional<base::Data> take_number() {
    const std::size_t first = place_ + (text_.substr(place_).starts_with('-') ? 1 : 0);
    // No number begins with a zero but 0 itself.
    std::size_t end = text_.substr(first).starts_with('0') ? first + 1 : digits_end(first);
    const std::size_t fraction_end =
        text_.substr(end).starts_with('.') && end > first ? digits_end(end + 1) : end;
    const bool is_float = fraction_end > end + 1;
    end = is_float ? fraction_end : end;
    const std::string_view digits = text_.substr(place_, end - place_);
    auto value = end == first ? std::nullopt : is_float ? parse_as<double>(digits) : parse_integer(digits);
    if (!value) {
      fail("a string, a number, true, false or an array");
      return std::nullopt;
    }
    place_ = end;
    return value;
  }

  template <typename Number>
  static std::optional<base::Data> parse_as(std::string_view digits) {
    Number number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size()
               ? std::optional<base::Data>(base::Data(number))
               : std::nullopt;
  }
  static std::optional<base::Data> parse_integer(std::string_view digits) {
    return parse_as<std::int64_t>(digits);
  }

  std::string_view text_;
  std::size_t place_;
  std::string_view expected_;
};

struct TagForm {
  std::string_view open;
  std::string_view close;
  ShortcodeTagKind call;
  /// Of a form that also ends bodies.
  std::optional<ShortcodeTagKind> end;
};

TagForm form_at(std::string_view text) {
  if (text.starts_with("{{/*")) {
    return {"{{/*", "*/}}", ShortcodeTagKind::EscapedInline, std::nullopt};
  }
  if (text.starts_with("{%/*")) {
    return {"{%/*", "*/%}", ShortcodeTagKind::EscapedBodyBegin, ShortcodeTagKind::EscapedBodyEnd};
  }
  if (text.starts_with("{{")) {
    return {"{{", "}}", ShortcodeTagKind::Inline, std::nullopt};
  }
  return {"{%", "%}", ShortcodeTagKind::BodyBegin, ShortcodeTagKind::BodyEnd};
}

}  // namespace

ShortcodeTagMatch match_shortcode_tag(std::string_view text, std::size_t begin) {
  const TagForm form = form_at(text.substr(begin));
  TagReader reader(text, begin + form.open.size());
  ShortcodeTagMatch match;
  ShortcodeTag tag;
  tag.begin = begin;
  tag.kind = form.call;
  reader.skip_blanks();
  tag.name = reader.take_name();
  reader.skip_blanks();
  if (form.end && tag.name == "end" && reader.take(form.close)) {
    tag.kind = *form.end;
    tag.name.clear();
  } else if (tag.name.empty() || !reader.take("(")) {
    return match;
  } else {
    base::Data arguments{base::Data::Table()};
    bool is_call = reader.take_arguments(arguments);
    reader.skip_blanks();
    if (is_call && !reader.take(form.close)) {
      is_call = reader.fail(form.close);
    }
    if (!is_call) {
      match.unfinished = UnfinishedTag{tag.name, reader.place(), reader.expected()};
      return match;
    }
    tag.arguments = std::move(*arguments.as_table());
  }
  tag.end = reader.place();
  match.tag = std::move(tag);
  return match;
}

}  // namespace loom::markdown
