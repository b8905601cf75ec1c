#include "build/css/css_imports.h"

#include <algorithm>

#include "base/ascii.h"
#include "build/css/css_tokenizer.h"

namespace loom::build {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(const CssToken& token) {
  return token.kind == CssTokenKind::Space || token.kind == CssTokenKind::Comment;
}

class HeadParser {
 public:
  explicit HeadParser(std::string_view css)
      : css_(css),
        begin_(css.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0),
        tokens_(tokenize_css(css.substr(begin_))) {}

  CssHead run() {
    CssHead head;
    head.body_offset = begin_;
    std::string licences = take_blanks();
    while (at_ < tokens_.size() && tokens_[at_].kind == CssTokenKind::AtWord) {
      const std::size_t item_count = head.items.size();
      if (!take_item(head)) {
        break;
      }
      if (!licences.empty()) {
        head.items.insert(head.items.begin() + static_cast<std::ptrdiff_t>(item_count),
                          CssHead::Item{{}, licences});
      }
      head.body_offset = offset();
      licences = take_blanks();
    }
    return head;
  }

 private:
  std::size_t offset() const {
    return at_ < tokens_.size() ? static_cast<std::size_t>(tokens_[at_].raw.data() - css_.data())
                                : css_.size();
  }

  void skip_blanks() { take_blanks(); }

  /// The comments among them that are to be kept.
  std::string take_blanks() {
    std::string licences;
    for (; at_ < tokens_.size() && is_blank(tokens_[at_]); ++at_) {
      licences += tokens_[at_].raw.starts_with("/*!") ? tokens_[at_].raw : "";
    }
    return licences;
  }

  /// False when the statement belongs to the body.
  bool take_item(CssHead& head) {
    const std::size_t begin = at_;
    const std::optional<std::size_t> end = statement_end();
    if (!end) {
      return false;
    }
    const CssToken& name = tokens_[begin];
    if (is_css_name(name, "import")) {
      ++at_;
      CssImport import;
      import.offset = static_cast<std::size_t>(name.raw.data() - css_.data());
      take_import(import, *end);
      head.items.push_back({std::move(import), ""});
    } else if (is_css_name(name, "layer")) {
      head.items.push_back({{}, text(begin, *end) + ";"});
    } else if (!is_css_name(name, "charset")) {
      return false;
    }
    at_ = std::min(*end + 1, tokens_.size());
    return true;
  }

  /// The ";" that ends the statement; nothing when it has a block.
  std::optional<std::size_t> statement_end() const {
    for (std::size_t i = at_; i < tokens_.size(); ++i) {
      if (tokens_[i].is_mark(';')) {
        return i;
      }
      if (tokens_[i].is_mark('{') || tokens_[i].is_mark('}')) {
        return std::nullopt;
      }
    }
    return tokens_.size();
  }

  std::string text(std::size_t begin, std::size_t end) const {
    std::string joined;
    for (std::size_t i = begin; i < end; ++i) {
      joined += tokens_[i].kind == CssTokenKind::Comment ? " " : tokens_[i].raw;
    }
    return std::string(base::trim(joined));
  }

  void take_import(CssImport& import, std::size_t end) {
    skip_blanks();
    if (at_ < end && is_css_name(tokens_[at_], "url")) {
      ++at_;
      skip_blanks();
      import.address = at_ < end ? css_value(tokens_[at_]) : "";
      at_ = std::min(closing_bracket(end) + 1, end);
    } else if (at_ < end &&
               (tokens_[at_].kind == CssTokenKind::String || tokens_[at_].kind == CssTokenKind::Url)) {
      import.address = css_value(tokens_[at_]);
      ++at_;
    }
    skip_blanks();
    if (at_ < end && is_css_name(tokens_[at_], "layer")) {
      const bool has_name = tokens_[at_].kind == CssTokenKind::Function;
      ++at_;
      import.layer = has_name ? take_argument(end) : std::string();
    }
    skip_blanks();
    if (at_ < end && tokens_[at_].kind == CssTokenKind::Function && is_css_name(tokens_[at_], "supports")) {
      ++at_;
      import.supports = take_argument(end);
    }
    skip_blanks();
    import.media = text(at_, end);
  }

  /// The bracket that closes the one before `at_`.
  std::size_t closing_bracket(std::size_t end) const {
    std::size_t depth = 1;
    for (std::size_t i = at_; i < end; ++i) {
      if (tokens_[i].kind == CssTokenKind::Function || tokens_[i].is_mark('(')) {
        ++depth;
      } else if (tokens_[i].is_mark(')') && --depth == 0) {
        return i;
      }
    }
    return end;
  }

  std::string take_argument(std::size_t end) {
    const std::size_t close = closing_bracket(end);
    std::string argument = text(at_, close);
    at_ = std::min(close + 1, end);
    return argument;
  }

  std::string_view css_;
  std::size_t begin_;
  std::vector<CssToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

CssHead parse_css_head(std::string_view css) {
  return HeadParser(css).run();
}

}  // namespace loom::build
