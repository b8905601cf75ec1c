#include "migration/hugo/hugo_scanner.h"

#include <algorithm>

#include "base/ascii.h"

namespace loom::migration {

namespace {

/// A word, or a text in quotes of either kind; moves `at` behind it.
std::string take_word(std::string_view text, std::size_t& at) {
  std::string word;
  const char quote = text[at];
  if (quote == '`') {
    const std::size_t close = std::min(text.find('`', at + 1), text.size());
    word = text.substr(at + 1, close - at - 1);
    at = std::min(close + 1, text.size());
    return word;
  }
  if (quote == '"') {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
      at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
      word += text[at];
    }
    at = std::min(at + 1, text.size());
    return word;
  }
  while (at < text.size() && !base::is_space(text[at]) && text[at] != '=') {
    word += text[at++];
  }
  return word;
}

void parse_inside(std::string_view inside, HugoToken& token) {
  if (inside.ends_with('/')) {
    token.is_closed = true;
    inside = base::trim(inside.substr(0, inside.size() - 1));
  }
  std::size_t at = 0;
  while (at < inside.size()) {
    if (base::is_space(inside[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    std::string word = take_word(inside, at);
    if (token.name.empty()) {
      token.name = std::move(word);
    } else if (at < inside.size() && inside[at] == '=') {
      ++at;
      while (at < inside.size() && base::is_space(inside[at])) {
        ++at;
      }
      token.arguments.emplace_back(std::move(word), at < inside.size() ? take_word(inside, at) : "");
    } else {
      token.arguments.emplace_back("", std::move(word));
    }
    at = std::max(at, begin + 1);
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<HugoToken> scan() {
    while (at_ < text_.size()) {
      const std::size_t open = find_opening();
      add_text(text_.substr(at_, open - at_));
      at_ = open;
      if (open < text_.size()) {
        add_shortcode();
      }
    }
    return std::move(tokens_);
  }

 private:
  std::size_t find_opening() const {
    for (std::size_t at = text_.find("{{", at_); at != std::string_view::npos;
         at = text_.find("{{", at + 1)) {
      if (at + 2 < text_.size() && (text_[at + 2] == '<' || text_[at + 2] == '%')) {
        return at;
      }
    }
    return text_.size();
  }

  void add_text(std::string_view text) {
    if (text.empty()) {
      return;
    }
    if (tokens_.empty() || tokens_.back().kind != HugoKind::Text) {
      tokens_.emplace_back();
      tokens_.back().line = line_;
    }
    tokens_.back().text += text;
    line_ += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  }

  void add_shortcode() {
    const bool is_markdown = text_[at_ + 2] == '%';
    const std::string_view closing = is_markdown ? "%}}" : ">}}";
    const std::size_t close = text_.find(closing, at_ + 3);
    if (close == std::string_view::npos) {
      add_text(text_.substr(at_, 3));
      at_ += 3;
      return;
    }
    const std::string_view whole = text_.substr(at_, close + closing.size() - at_);
    const std::string_view inside = base::trim(text_.substr(at_ + 3, close - at_ - 3));
    at_ = close + closing.size();
    if (inside.starts_with("/*")) {
      const std::string_view shown = inside.substr(2, inside.size() - (inside.ends_with("*/") ? 4 : 2));
      add_text(std::string(whole.substr(0, 3)) + std::string(shown) + std::string(closing));
      return;
    }
    HugoToken token;
    token.kind = inside.starts_with('/') ? HugoKind::Closing : HugoKind::Shortcode;
    token.is_markdown = is_markdown;
    token.line = line_;
    parse_inside(base::trim(inside.substr(token.kind == HugoKind::Closing ? 1 : 0)), token);
    line_ += static_cast<std::uint32_t>(std::count(whole.begin(), whole.end(), '\n'));
    if (token.name.empty()) {
      add_text(whole);
    } else {
      tokens_.push_back(std::move(token));
    }
  }

  std::string_view text_;
  std::vector<HugoToken> tokens_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::vector<HugoToken> scan_hugo(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace loom::migration
