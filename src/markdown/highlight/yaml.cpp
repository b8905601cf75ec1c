#include "markdown/highlight/yaml.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/lexicon.h"
#include "markdown/highlight/numbers.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown::highlight {
namespace {

bool holds(std::string_view set, char wanted) {
  return set.find(wanted) != std::string_view::npos;
}

bool ends_plain_value(std::string_view line, std::size_t i) {
  const bool is_comment = line[i] == '#' && i > 0 && base::is_space(line[i - 1]);
  return is_comment || holds(",[]{}\n\r", line[i]);
}

class YamlLexer {
 public:
  YamlLexer(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer)
      : language_(language), cursor_(cursor), writer_(writer) {}

  void run() {
    while (!cursor_.at_end()) {
      const std::string_view line = cursor_.ahead(0, cursor_.distance_to_line_end() + 1);
      const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
      if (is_block_text(line, indent)) {
        take(Token::String, line.size());
      } else {
        take_line(line, indent);
      }
    }
  }

 private:
  static constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

  void take(Token token, std::size_t byte_count) { writer_.write(token, cursor_.advance(byte_count)); }

  bool is_block_text(std::string_view line, std::size_t indent) {
    if (block_indent_ == kNoBlock) {
      return false;
    }
    if (base::trim(line).empty() || indent > block_indent_) {
      return true;
    }
    block_indent_ = kNoBlock;
    return false;
  }

  void take_line(std::string_view line, std::size_t indent) {
    if (line.starts_with("---") || line.starts_with("...")) {
      take(Token::Namespace, 3);
      line.remove_prefix(3);
      indent = std::min(line.find_first_not_of(" \t"), line.size());
    }
    const std::size_t start = cursor_.position();
    const std::size_t end = start + line.size();
    owner_column_ = indent;
    take(Token::Plain, indent);
    while (cursor_.position() < end) {
      take_part(cursor_.ahead(0, end - cursor_.position()), cursor_.position() - start);
    }
  }

  void take_part(std::string_view rest, std::size_t column) {
    const char c = rest.front();
    const char next = rest.size() > 1 ? rest[1] : '\n';
    if (base::is_space(c)) {
      take(Token::Plain, 1);
    } else if (c == '#') {
      take(Token::LineComment, rest.size());
    } else if (holds("-?:", c) && base::is_space(next)) {
      take(Token::Punctuation, 1);
    } else if (holds("[]{},", c)) {
      take(Token::Punctuation, 1);
    } else if (c == '"' || c == '\'') {
      take_quoted(rest, column);
    } else if (holds("&*!", c)) {
      take(c == '!' ? Token::KeywordType : Token::Label,
           std::min(rest.find_first_of(" \t\r\n,]}"), rest.size()));
    } else if (holds("|>", c)) {
      block_indent_ = owner_column_;
      take(Token::Punctuation, 1);
    } else {
      take_plain(rest, column);
    }
  }

  void take_quoted(std::string_view rest, std::size_t column) {
    const char quote = rest.front();
    std::size_t length = 1;
    while (length < rest.size() && rest[length] != quote) {
      length += rest[length] == '\\' && quote == '"' ? 2 : 1;
    }
    length = std::min(length + 1, rest.size());
    cursor_.add_examined(length);
    const bool is_key = rest.substr(length).starts_with(":");
    owner_column_ = is_key ? column : owner_column_;
    take(is_key ? Token::Tag : quote == '"' ? Token::DoubleQuoted : Token::SingleQuoted, length);
  }

  void take_plain(std::string_view rest, std::size_t column) {
    std::size_t length = 1;
    while (length < rest.size() && !ends_plain_value(rest, length) && !is_colon(rest, length)) {
      ++length;
    }
    cursor_.add_examined(length);
    const bool is_key = length < rest.size() && rest[length] == ':';
    owner_column_ = is_key ? column : owner_column_;
    const std::string_view value = base::trim(rest.substr(0, length));
    take(is_key ? Token::Tag : value_token(value), value.size());
  }

  static bool is_colon(std::string_view rest, std::size_t i) {
    return rest[i] == ':' && (i + 1 == rest.size() || base::is_space(rest[i + 1]));
  }

  Token value_token(std::string_view value) const {
    if (const WordMeaning* meaning = language_.find_word(value)) {
      return meaning->token;
    }
    Cursor number(value.starts_with("-") ? value.substr(1) : value);
    const NumberLiteral literal = find_number(number, false);
    const bool is_number = literal.byte_count > 0 && literal.byte_count == number.remaining();
    return is_number ? literal.token : Token::Plain;
  }

  const LoadedLanguage& language_;
  Cursor& cursor_;
  TokenWriter& writer_;
  std::size_t block_indent_ = kNoBlock;
  /// Where the key stands whose value is being read; the text of a block is indented further.
  std::size_t owner_column_ = 0;
};

}  // namespace

void lex_yaml(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer) {
  YamlLexer(language, cursor, writer).run();
}

}  // namespace loom::markdown::highlight
