#include "templating/syntax/lexer.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"

namespace loom::templating {

namespace {

bool is_name_start(char c) {
  return base::is_alpha(c) || c == '_';
}

bool is_name_part(char c) {
  return base::is_alnum(c) || c == '_';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Tokens read() {
    while (at_ < text_.size()) {
      read_text();
      if (at_ >= text_.size()) {
        break;
      }
      read_tag();
    }
    add(TokenKind::EndOfText, text_.size(), 0);
    return std::move(tokens_);
  }

 private:
  void add(TokenKind kind, std::size_t offset, std::size_t length) {
    tokens_.items.push_back({kind, {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)}});
  }

  void fail(std::size_t offset, std::size_t length, std::string message, std::string hint) {
    tokens_.errors.push_back({{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)},
                              std::move(message),
                              std::move(hint)});
  }

  char char_at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  bool starts_tag(std::size_t offset) const {
    const char next = char_at(offset + 1);
    return char_at(offset) == '{' && (next == '{' || next == '%' || next == '#');
  }

  std::size_t find_tag(std::size_t from) const {
    std::size_t i = text_.find('{', from);
    while (i != std::string_view::npos && !starts_tag(i)) {
      i = text_.find('{', i + 1);
    }
    return std::min(i, text_.size());
  }

  void read_text() {
    const std::size_t end = find_tag(at_);
    add_text(at_, end, char_at(end + 2) == '-');
    at_ = end;
  }

  void add_text(std::size_t start, std::size_t end, bool trim_end) {
    if (trim_start_) {
      while (start < end && base::is_space(text_[start])) {
        ++start;
      }
    }
    trim_start_ = false;
    if (trim_end) {
      while (end > start && base::is_space(text_[end - 1])) {
        --end;
      }
    }
    if (end > start) {
      add(TokenKind::Text, start, end - start);
    }
  }

  void read_tag() {
    const std::size_t start = at_;
    const char kind = text_[start + 1];
    if (kind == '#') {
      return read_comment();
    }
    if (kind == '%' && read_raw()) {
      return;
    }
    add(kind == '{' ? TokenKind::PrintStart : TokenKind::TagStart, start, 2);
    at_ += char_at(at_ + 2) == '-' ? 3 : 2;
    while (true) {
      skip_space();
      if (at_ >= text_.size() || starts_tag(at_)) {
        return fail(start, 2, kind == '{' ? "`{{` without `}}`" : "`{%` without `%}`", "");
      }
      if (read_tag_end(kind == '{' ? '}' : '%')) {
        return;
      }
      read_token();
    }
  }

  bool read_tag_end(char first) {
    const std::size_t dash = text_[at_] == '-' ? 1 : 0;
    if (char_at(at_ + dash) != first || char_at(at_ + dash + 1) != '}') {
      return false;
    }
    add(first == '}' ? TokenKind::PrintEnd : TokenKind::TagEnd, at_, dash + 2);
    trim_start_ = dash != 0;
    at_ += dash + 2;
    return true;
  }

  void read_comment() {
    const std::size_t end = text_.find("#}", at_ + 2);
    if (end == std::string_view::npos) {
      fail(at_, 2, "`{#` without `#}`", "a comment must be closed with `#}`");
      at_ = text_.size();
      return;
    }
    trim_start_ = end > at_ + 2 && text_[end - 1] == '-';
    at_ = end + 2;
  }

  /// The offset behind a tag that holds nothing but `word`, and whether its dashes are set.
  struct BareTag {
    std::size_t end = 0;
    bool dash_before = false;
    bool dash_after = false;
  };
  std::optional<BareTag> find_bare_tag(std::size_t start, std::string_view word) const {
    BareTag tag;
    std::size_t i = start + 2;
    tag.dash_before = char_at(i) == '-';
    i = skip_space_from(i + (tag.dash_before ? 1 : 0));
    if (text_.substr(i, word.size()) != word) {
      return std::nullopt;
    }
    i = skip_space_from(i + word.size());
    tag.dash_after = char_at(i) == '-';
    i += tag.dash_after ? 1 : 0;
    if (text_.substr(i, 2) != "%}") {
      return std::nullopt;
    }
    tag.end = i + 2;
    return tag;
  }

  bool read_raw() {
    const auto open = find_bare_tag(at_, "raw");
    if (!open) {
      return false;
    }
    const std::size_t start = at_;
    for (std::size_t i = text_.find("{%", open->end); i != std::string_view::npos;
         i = text_.find("{%", i + 2)) {
      if (const auto close = find_bare_tag(i, "endraw")) {
        trim_start_ = open->dash_after;
        add_text(open->end, i, close->dash_before);
        trim_start_ = close->dash_after;
        at_ = close->end;
        return true;
      }
    }
    fail(start, open->end - start, "`raw` without `endraw`", "close it with `{% endraw %}`");
    at_ = text_.size();
    return true;
  }

  std::size_t skip_space_from(std::size_t offset) const {
    while (offset < text_.size() && base::is_space(text_[offset])) {
      ++offset;
    }
    return offset;
  }

  void skip_space() { at_ = skip_space_from(at_); }

  void read_token() {
    const char c = text_[at_];
    const bool after_dot = !tokens_.items.empty() && tokens_.items.back().kind == TokenKind::Dot;
    if (is_name_start(c) || (after_dot && base::is_digit(c))) {
      return read_while(TokenKind::Identifier);
    }
    if (base::is_digit(c)) {
      return read_number();
    }
    if (c == '"' || c == '\'' || c == '`') {
      return read_string(c);
    }
    read_sign();
  }

  void read_while(TokenKind kind) {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name_part(text_[at_])) {
      ++at_;
    }
    add(kind, start, at_ - start);
  }

  void skip_digits() {
    while (at_ < text_.size() && base::is_digit(text_[at_])) {
      ++at_;
    }
  }

  void read_number() {
    const std::size_t start = at_;
    skip_digits();
    if (char_at(at_) == '.' && base::is_digit(char_at(at_ + 1))) {
      ++at_;
      skip_digits();
      return add(TokenKind::Float, start, at_ - start);
    }
    add(TokenKind::Integer, start, at_ - start);
  }

  void read_string(char quote) {
    const std::size_t start = at_;
    const std::size_t end = text_.find(quote, start + 1);
    if (end == std::string_view::npos) {
      fail(start, 1, "this string has no end quote",
           "strings end with the quote they began with; there are no escapes");
      at_ = text_.size();
      return add(TokenKind::UnclosedString, start, 1);
    }
    at_ = end + 1;
    add(TokenKind::String, start, at_ - start);
  }

  void read_sign() {
    struct Sign {
      std::string_view text;
      TokenKind kind;
    };
    static constexpr Sign kSigns[] = {
        {"==", TokenKind::Equal},
        {"!=", TokenKind::NotEqual},
        {"<=", TokenKind::LessEqual},
        {">=", TokenKind::GreaterEqual},
        {"<", TokenKind::Less},
        {">", TokenKind::Greater},
        {"=", TokenKind::Assign},
        {"+", TokenKind::Plus},
        {"-", TokenKind::Minus},
        {"*", TokenKind::Star},
        {"/", TokenKind::Slash},
        {"%", TokenKind::Percent},
        {"~", TokenKind::Tilde},
        {"|", TokenKind::Pipe},
        {"(", TokenKind::ParenthesisOpen},
        {")", TokenKind::ParenthesisClose},
        {"[", TokenKind::BracketOpen},
        {"]", TokenKind::BracketClose},
        {".", TokenKind::Dot},
        {",", TokenKind::Comma},
        {":", TokenKind::Colon},
    };
    for (const Sign& sign : kSigns) {
      if (text_.substr(at_, sign.text.size()) == sign.text) {
        add(sign.kind, at_, sign.text.size());
        at_ += sign.text.size();
        return;
      }
    }
    const std::size_t start = at_++;
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) {
      ++at_;
    }
    add(TokenKind::Unknown, start, at_ - start);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool trim_start_ = false;
  Tokens tokens_;
};

}  // namespace

Tokens read_tokens(std::string_view text) {
  return Lexer(text).read();
}

}  // namespace loom::templating
