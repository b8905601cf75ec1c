#include "markdown/highlight/markdown_source.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/cursor.h"
#include "markdown/highlight/registry.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown::highlight {
namespace {

struct InlineMark {
  std::string_view mark;
  Token token;
};

/// The longer ones come first.
constexpr InlineMark kInlineMarks[] = {{"**", Token::Strong},   {"__", Token::Strong},
                                       {"``", Token::Backtick}, {"`", Token::Backtick},
                                       {"*", Token::Emphasis},  {"_", Token::Emphasis}};

std::string_view fence_of(std::string_view line) {
  const std::string_view text = base::trim(line);
  const std::size_t length = std::min(text.find_first_not_of(text.substr(0, 1)), text.size());
  const bool is_fence = length >= 3 && (text[0] == '`' || text[0] == '~');
  return is_fence ? text.substr(0, length) : std::string_view();
}

std::size_t list_mark_length(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits > 0 && digits < 10 &&
      (text.substr(digits).starts_with(". ") || text.substr(digits).starts_with(") "))) {
    return digits + 1;
  }
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ") ? 1 : 0;
}

class MarkdownLexer {
 public:
  MarkdownLexer(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer)
      : language_(language), cursor_(cursor), writer_(writer) {}

  void run() {
    while (!cursor_.at_end()) {
      const std::string_view line = cursor_.ahead(0, cursor_.distance_to_line_end() + 1);
      const std::string_view fence = fence_of(line);
      if (!fence.empty()) {
        take_fenced(line, fence);
      } else {
        take_line(line);
      }
    }
  }

 private:
  void take(Token token, std::size_t byte_count) { writer_.write(token, cursor_.advance(byte_count)); }

  void take_fenced(std::string_view line, std::string_view fence) {
    const std::string_view information = base::trim(base::trim(line).substr(fence.size()));
    const std::string_view name = information.substr(0, information.find_first_of(" {,"));
    take(Token::Backtick, line.size());
    const std::size_t length = fenced_length(fence);
    const std::string_view code = cursor_.advance(length);
    const LoadedLanguage* inner = find_language(name);
    if (inner == nullptr || inner->rules.lexer == language_.rules.lexer) {
      writer_.write(Token::Plain, code);
    } else {
      cursor_.add_examined(lex(*inner, code, writer_));
    }
    take(Token::Backtick, cursor_.distance_to_line_end());
  }

  std::size_t fenced_length(std::string_view fence) {
    const std::string_view rest = cursor_.ahead(0, cursor_.remaining());
    std::size_t start = 0;
    while (start < rest.size()) {
      const std::size_t end = std::min(rest.find('\n', start), rest.size());
      const std::string_view line = base::trim(rest.substr(start, end - start));
      if (line.size() >= fence.size() && line.find_first_not_of(fence[0]) == line.npos) {
        break;
      }
      start = std::min(end + 1, rest.size());
    }
    cursor_.add_examined(start);
    return start;
  }

  void take_line(std::string_view line) {
    const std::size_t end = cursor_.position() + line.size();
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    take(Token::Plain, indent);
    line.remove_prefix(indent);
    if (const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
        marks > 0 && marks <= 6 && line.substr(marks).starts_with(" ")) {
      take(marks == 1 ? Token::Heading : Token::Subheading, line.size());
      return;
    }
    take(Token::Keyword, line.starts_with(">") ? 1 : list_mark_length(line));
    while (cursor_.position() < end) {
      take_inline(end - cursor_.position());
    }
  }

  void take_inline(std::size_t line_bytes) {
    const std::string_view rest = cursor_.ahead(0, line_bytes);
    const std::size_t plain = std::min(rest.find_first_of("*_`[<\\"), rest.size());
    cursor_.add_examined(plain);
    if (plain > 0) {
      take(Token::Plain, plain);
    } else if (rest.front() == '\\') {
      take(Token::Escape, std::min<std::size_t>(2, rest.size()));
    } else if (!take_link(rest) && !take_marked(rest)) {
      take(Token::Plain, 1);
    }
  }

  bool take_marked(std::string_view rest) {
    for (const auto& [mark, token] : kInlineMarks) {
      if (!rest.starts_with(mark)) {
        continue;
      }
      const std::size_t close = rest.find(mark, mark.size());
      cursor_.add_examined(std::min(close, rest.size()));
      if (close == rest.npos || close == mark.size() || base::is_space(rest[mark.size()])) {
        take(Token::Plain, close == rest.npos ? rest.size() : mark.size());
      } else {
        take(token, close + mark.size());
      }
      return true;
    }
    return false;
  }

  bool take_link(std::string_view rest) {
    if (rest.front() != '[') {
      return false;
    }
    const std::size_t close = rest.find_first_of("]\n");
    const std::size_t length = std::min(close, rest.size());
    cursor_.add_examined(length);
    if (close == rest.npos || rest[close] != ']') {
      take(Token::Plain, length);
      return true;
    }
    take(Token::Tag, length + 1);
    if (rest.substr(length + 1).starts_with("(")) {
      const std::string_view target = rest.substr(length + 1);
      const std::size_t target_end = target.find(')');
      cursor_.add_examined(std::min(target_end, target.size()));
      take(Token::Attribute, target_end == target.npos ? target.size() : target_end + 1);
    }
    return true;
  }

  const LoadedLanguage& language_;
  Cursor& cursor_;
  TokenWriter& writer_;
};

}  // namespace

void lex_markdown(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer) {
  MarkdownLexer(language, cursor, writer).run();
}

}  // namespace loom::markdown::highlight
