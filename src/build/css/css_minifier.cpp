#include "build/css/css_minifier.h"

#include <vector>

#include "build/css/css_tokenizer.h"

namespace loom::build {
namespace {

/// What a statement is decides where white space in it says nothing.
enum class Statement : std::uint8_t { StyleRule, AtRule, Declaration, CustomProperty };

class Minifier {
 public:
  explicit Minifier(std::string_view css) {
    for (const CssToken& token : tokenize_css(css)) {
      const bool is_kept_comment = token.raw.starts_with("/*!");
      if (token.kind != CssTokenKind::Comment || is_kept_comment) {
        tokens_.push_back(token);
      } else if (!tokens_.empty() && tokens_.back().kind != CssTokenKind::Space) {
        // Two words must not become one where a comment was between them.
        tokens_.push_back({CssTokenKind::Comment, "/**/"});
      }
    }
    out_.reserve(css.size());
  }

  std::string run() {
    bool is_begin = true;
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      const CssToken& token = tokens_[at_];
      if (is_begin && is_gap(token)) {
        continue;
      }
      if (is_begin && token.kind == CssTokenKind::Comment) {
        out_ += token.raw;
        continue;
      }
      if (is_begin) {
        statement_ = statement_at(at_);
        depth_ = 0;
      }
      is_begin = add(token);
    }
    return std::move(out_);
  }

 private:
  static bool is_gap(const CssToken& token) {
    return token.kind == CssTokenKind::Space || token.raw == "/**/";
  }

  /// By its first tokens and whether a "{" or a ";" ends it. Looked at once for each statement.
  Statement statement_at(std::size_t from) const {
    if (tokens_[from].kind == CssTokenKind::AtWord) {
      return Statement::AtRule;
    }
    if (tokens_[from].kind == CssTokenKind::Word && tokens_[from].raw.starts_with("--")) {
      return Statement::CustomProperty;
    }
    std::size_t depth = 0;
    for (std::size_t i = from; i < tokens_.size(); ++i) {
      const CssToken& token = tokens_[i];
      if (token.kind == CssTokenKind::Function || token.is_mark('(') || token.is_mark('[')) {
        ++depth;
      } else if ((token.is_mark(')') || token.is_mark(']')) && depth > 0) {
        --depth;
      } else if (depth == 0 && token.is_mark('{')) {
        return Statement::StyleRule;
      } else if (depth == 0 && (token.is_mark(';') || token.is_mark('}'))) {
        return Statement::Declaration;
      }
    }
    return Statement::Declaration;
  }

  /// True when a statement begins behind this token.
  bool add(const CssToken& token) {
    if (is_gap(token)) {
      add_gap(token);
      return false;
    }
    const bool ends = ends_statement(token);
    if (token.is_mark('}') && last_.is_mark(';')) {
      out_.pop_back();
    }
    out_ += token.raw;
    last_ = token;
    has_gap_ = false;
    count_brackets(token);
    return ends;
  }

  void count_brackets(const CssToken& token) {
    const bool counts_braces = statement_ == Statement::CustomProperty;
    if (token.kind == CssTokenKind::Function || token.is_mark('(') || token.is_mark('[') ||
        (counts_braces && token.is_mark('{'))) {
      ++depth_;
    } else if (depth_ > 0 &&
               (token.is_mark(')') || token.is_mark(']') || (counts_braces && token.is_mark('}')))) {
      --depth_;
    }
  }

  bool ends_statement(const CssToken& token) const {
    if (depth_ > 0) {
      return false;
    }
    return token.is_mark('{') ? statement_ != Statement::CustomProperty
                              : token.is_mark('}') || token.is_mark(';');
  }

  const CssToken* next_token() const {
    std::size_t next = at_ + 1;
    while (next < tokens_.size() && is_gap(tokens_[next])) {
      ++next;
    }
    return next < tokens_.size() ? &tokens_[next] : nullptr;
  }

  /// White space or a comment inside a statement.
  void add_gap(const CssToken& token) {
    const CssToken* next = next_token();
    if (has_gap_ || next == nullptr || ends_statement(*next) || needs_none(*next)) {
      return;
    }
    const bool has_space = token.kind == CssTokenKind::Space || &tokens_[at_ + 1] != next;
    out_ += has_space ? " " : token.raw;
    has_gap_ = true;
  }

  bool needs_none(const CssToken& next) const {
    if (statement_ == Statement::CustomProperty) {
      return false;
    }
    if (last_.is_mark(',') || next.is_mark(',') || last_.kind == CssTokenKind::Function ||
        last_.is_mark('(') || next.is_mark(')')) {
      return true;
    }
    if (statement_ == Statement::Declaration) {
      return last_.is_mark(':') || next.is_mark(':') || next.is_mark('!');
    }
    return statement_ == Statement::StyleRule && depth_ == 0 && (is_combinator(last_) || is_combinator(next));
  }

  static bool is_combinator(const CssToken& token) {
    return token.is_mark('>') || token.is_mark('~') || token.is_mark('+');
  }

  std::vector<CssToken> tokens_;
  std::string out_;
  std::size_t at_ = 0;
  /// What was written last, gaps apart.
  CssToken last_ = {CssTokenKind::Mark, " "};
  bool has_gap_ = false;
  Statement statement_ = Statement::StyleRule;
  /// Open brackets of the statement.
  std::size_t depth_ = 0;
};

}  // namespace

std::string minify_css(std::string_view css) {
  return Minifier(css).run();
}

}  // namespace loom::build
