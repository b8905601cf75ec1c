#include "migration/jekyll/liquid_scanner.h"

#include <algorithm>

#include "base/ascii.h"

namespace loom::migration {

namespace {

std::string_view trimmed_left(std::string_view text) {
  while (!text.empty() && base::is_space(text.front())) {
    text.remove_prefix(1);
  }
  return text;
}

std::string_view trimmed_right(std::string_view text) {
  while (!text.empty() && base::is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<LiquidToken> scan() {
    while (at_ < text_.size()) {
      const std::size_t open = find_opening(at_);
      add_text(open);
      at_ = open;
      if (open < text_.size() && !add_braces(open)) {
        pending_ = open;
        at_ = open + 2;
      }
    }
    add_text(text_.size());
    return std::move(tokens_);
  }

 private:
  std::size_t find_opening(std::size_t from) const {
    std::size_t at = text_.find('{', from);
    while (at != std::string_view::npos &&
           !(text_.substr(at).starts_with("{{") || text_.substr(at).starts_with("{%"))) {
      at = text_.find('{', at + 1);
    }
    return std::min(at, text_.size());
  }

  std::uint32_t line_at(std::size_t offset) {
    line_ +=
        static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(line_offset_),
                                              text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    line_offset_ = offset;
    return line_;
  }

  void add_text(std::size_t end) {
    if (end <= pending_) {
      return;
    }
    const std::string_view source = text_.substr(pending_, end - pending_);
    const std::string_view text = trims_next_ ? trimmed_left(source) : source;
    tokens_.push_back({LiquidKind::Text, text, source, line_at(pending_)});
    trims_next_ = false;
    pending_ = end;
  }

  bool add_braces(std::size_t open) {
    const bool is_tag = text_[open + 1] == '%';
    const std::size_t close = text_.find(is_tag ? "%}" : "}}", open + 2);
    if (close == std::string_view::npos) {
      return false;
    }
    LiquidToken token{is_tag ? LiquidKind::Tag : LiquidKind::Output, text_.substr(open + 2, close - open - 2),
                      text_.substr(open, close + 2 - open), line_at(open)};
    if (token.text.starts_with('-')) {
      token.text.remove_prefix(1);
      if (!tokens_.empty() && tokens_.back().kind == LiquidKind::Text) {
        tokens_.back().text = trimmed_right(tokens_.back().text);
      }
    }
    trims_next_ = token.text.ends_with('-');
    token.text = base::trim(trims_next_ ? token.text.substr(0, token.text.size() - 1) : token.text);
    at_ = pending_ = close + 2;
    if (is_tag && (token.name() == "raw" || token.name() == "comment")) {
      add_verbatim(token);
    } else {
      tokens_.push_back(token);
    }
    return true;
  }

  /// From the tag at hand to its end tag.
  void add_verbatim(const LiquidToken& opening) {
    const std::size_t begin = at_;
    const std::string closing = "end" + std::string(opening.name());
    for (std::size_t tag = text_.find("{%", begin); tag != std::string_view::npos;
         tag = text_.find("{%", tag + 2)) {
      const std::size_t close = text_.find("%}", tag);
      std::string_view word = base::trim(text_.substr(tag + 2, std::min(close, text_.size()) - tag - 2));
      while (!word.empty() && (word.front() == '-' || word.back() == '-')) {
        word = base::trim(word.front() == '-' ? word.substr(1) : word.substr(0, word.size() - 1));
      }
      if (word == closing && close != std::string_view::npos) {
        if (opening.name() == "raw") {
          const std::string_view inside = text_.substr(begin, tag - begin);
          tokens_.push_back({LiquidKind::Raw, inside, inside, line_at(begin)});
        }
        at_ = pending_ = close + 2;
        return;
      }
    }
  }

  std::string_view text_;
  std::vector<LiquidToken> tokens_;
  std::size_t at_ = 0;
  std::size_t pending_ = 0;
  bool trims_next_ = false;
  std::uint32_t line_ = 1;
  std::size_t line_offset_ = 0;
};

std::size_t word_end(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !base::is_space(text[end])) {
    ++end;
  }
  return end;
}

}  // namespace

std::string_view LiquidToken::name() const {
  return text.substr(0, word_end(text));
}

std::string_view LiquidToken::rest() const {
  return base::trim(text.substr(word_end(text)));
}

std::vector<LiquidToken> scan_liquid(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace loom::migration
