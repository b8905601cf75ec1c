#include "markdown/highlight/features.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "markdown/highlight/code_lexer.h"

namespace loom::markdown::highlight {
namespace {

constexpr std::size_t kDelimiterBytesMax = 16;
/// Characters as in '\u{1F600}' are no longer than this.
constexpr std::size_t kCharacterBytesMax = 12;

bool holds(std::string_view set, char wanted) {
  return set.find(wanted) != std::string_view::npos;
}

/// Up to and with `close`, or to the end of the text.
std::size_t length_through(Cursor& cursor, std::string_view close, std::size_t from) {
  return std::min(cursor.distance_to(close, from) + close.size(), cursor.remaining());
}

char closing_of(char open) {
  const std::string_view opening = "([{<";
  const std::size_t index = opening.find(open);
  return index == opening.npos ? open : std::string_view(")]}>")[index];
}

/// From the opening delimiter at `from` through its match, escapes skipped, brackets nested; to the end of
/// the text when there is none.
std::size_t delimited_length(Cursor& cursor, std::size_t from) {
  const char open = cursor.peek(from);
  const char close = closing_of(open);
  std::size_t depth = 0;
  std::size_t i = from + 1;
  for (; i < cursor.remaining(); ++i) {
    const char c = cursor.peek(i);
    if (c == '\\') {
      ++i;
    } else if (c == close && depth == 0) {
      return i + 1;
    } else if (c == close) {
      --depth;
    } else if (c == open) {
      ++depth;
    }
  }
  return std::min(i, cursor.remaining());
}

/// Stops counting beyond `kDelimiterBytesMax`, so that a long run is not read again from each of its bytes.
std::size_t run_length(Cursor& cursor, char c, std::size_t from) {
  std::size_t length = 0;
  while (length <= kDelimiterBytesMax && cursor.peek(from + length) == c) {
    ++length;
  }
  return length;
}

std::size_t word_length(Cursor& cursor, std::size_t from) {
  std::size_t length = 0;
  while (base::is_alnum(cursor.peek(from + length)) || cursor.peek(from + length) == '_') {
    ++length;
  }
  return length;
}

/// 0: no character literal at the quote.
std::size_t character_length(Cursor& cursor) {
  if (cursor.peek(1) == '\\') {
    for (std::size_t i = 3; i < kCharacterBytesMax; ++i) {
      if (cursor.peek(i) == '\'') {
        return i + 1;
      }
    }
    return 0;
  }
  constexpr unsigned char kFirstByteBeyondAscii = 0x80;
  constexpr std::size_t kUtf8BytesMax = 4;
  const char first = cursor.peek(1);
  if (first == '\n' || first == '\'') {
    return 0;
  }
  const bool is_ascii = static_cast<unsigned char>(first) < kFirstByteBeyondAscii;
  for (std::size_t i = 2; i <= (is_ascii ? 2 : kUtf8BytesMax + 1); ++i) {
    if (cursor.peek(i) == '\'') {
      return i + 1;
    }
  }
  return 0;
}

/// 0: no end on this line.
std::size_t regex_length(Cursor& cursor) {
  bool in_class = false;
  for (std::size_t i = 1; i < cursor.remaining() && cursor.peek(i) != '\n'; ++i) {
    const char c = cursor.peek(i);
    if (c == '\\') {
      ++i;
    } else if (c == '[') {
      in_class = true;
    } else if (c == ']') {
      in_class = false;
    } else if (c == '/' && !in_class) {
      return i + 1;
    }
  }
  return 0;
}

std::size_t letters_length(Cursor& cursor, std::size_t from) {
  std::size_t length = 0;
  while (base::is_alpha(cursor.peek(from + length))) {
    ++length;
  }
  return length;
}

/// `start` is where the name or its quote stands.
bool take_heredoc_name(CodeLexer& lexer, std::size_t start, PendingHeredoc heredoc) {
  Cursor& cursor = lexer.cursor();
  const char quote = holds("\"'", cursor.peek(start)) ? cursor.peek(start) : '\0';
  const std::size_t name = quote == '\0' ? start : start + 1;
  const std::size_t length = word_length(cursor, name);
  if (length == 0 || base::is_digit(cursor.peek(name))) {
    return false;
  }
  heredoc.terminator = cursor.ahead(name, length);
  lexer.queue_heredoc(heredoc);
  const bool is_closed = quote != '\0' && cursor.peek(name + length) == quote;
  lexer.take_operand(Token::Heredoc, name + length + (is_closed ? 1 : 0));
  return true;
}

}  // namespace

bool take_cpp_raw_string(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  std::size_t prefix = 0;
  while (prefix < 2 && holds("uUL8", cursor.peek(prefix))) {
    ++prefix;
  }
  if (cursor.peek(prefix) != 'R' || cursor.peek(prefix + 1) != '"') {
    return false;
  }
  const std::size_t start = prefix + 2;
  std::size_t mark = 0;
  while (mark <= kDelimiterBytesMax && !holds(std::string_view("()\\ \n\0", 6), cursor.peek(start + mark))) {
    ++mark;
  }
  if (cursor.peek(start + mark) != '(') {
    return false;
  }
  const std::string close = ")" + std::string(cursor.ahead(start, mark)) + "\"";
  lexer.take_operand(Token::String, length_through(cursor, close, start + mark));
  return true;
}

bool take_hashed_string(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  const std::size_t prefix = cursor.looking_at("br") ? 2 : cursor.peek() == 'r' ? 1 : 0;
  const std::size_t marks = run_length(cursor, '#', prefix);
  if (prefix + marks == 0 || cursor.peek(prefix + marks) != '"') {
    return false;
  }
  const std::string close = "\"" + std::string(marks, '#');
  lexer.take_operand(Token::String, length_through(cursor, close, prefix + marks + 1));
  return true;
}

bool take_character(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '\'') {
    return false;
  }
  const std::size_t length = character_length(cursor);
  if (length == 0) {
    return false;
  }
  lexer.take_operand(Token::Character, length);
  return true;
}

bool take_rust_quote(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '\'') {
    return false;
  }
  if (take_character(lexer)) {
    return true;
  }
  const std::size_t length = word_length(cursor, 1);
  if (length == 0) {
    return false;
  }
  lexer.take_operand(Token::Label, length + 1);
  return true;
}

bool take_rust_attribute(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (!cursor.looking_at("#[") && !cursor.looking_at("#![")) {
    return false;
  }
  std::size_t depth = 0;
  std::size_t i = 1;
  for (; i < cursor.remaining() && cursor.peek(i) != '\n'; ++i) {
    depth += cursor.peek(i) == '[' ? 1 : 0;
    if (cursor.peek(i) == ']' && --depth == 0) {
      ++i;
      break;
    }
  }
  lexer.take(Token::Decorator, i);
  return true;
}

bool take_lua_long_bracket(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  const std::size_t prefix = cursor.looking_at("--") ? 2 : 0;
  if (cursor.peek(prefix) != '[') {
    return false;
  }
  const std::size_t level = run_length(cursor, '=', prefix + 1);
  if (cursor.peek(prefix + 1 + level) != '[') {
    return false;
  }
  const std::string close = "]" + std::string(level, '=') + "]";
  const std::size_t length = length_through(cursor, close, prefix + level + 2);
  lexer.take_operand(prefix > 0 ? Token::BlockComment : Token::String, length);
  return true;
}

bool take_heredoc_mark(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (!cursor.looking_at("<<") || cursor.peek(2) == '<') {
    return false;
  }
  const bool may_be_indented = holds("-~", cursor.peek(2));
  return take_heredoc_name(lexer, may_be_indented ? 3 : 2, {.may_be_indented = may_be_indented});
}

bool take_php_heredoc_mark(CodeLexer& lexer) {
  if (!lexer.cursor().looking_at("<<<")) {
    return false;
  }
  return take_heredoc_name(lexer, 3, {.may_be_indented = true, .may_be_followed = true});
}

bool take_regex(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  const bool is_comment = cursor.peek(1) == '/' || cursor.peek(1) == '*';
  if (cursor.peek() != '/' || is_comment || !lexer.operand_expected() || lexer.line_scan_failed()) {
    return false;
  }
  const std::size_t length = regex_length(cursor);
  if (length == 0) {
    lexer.set_line_scan_failed();
    return false;
  }
  lexer.take_operand(Token::Regex, length + letters_length(cursor, length));
  return true;
}

bool take_percent_literal(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  const bool follows_space = base::is_space(cursor.previous());
  if (cursor.peek() != '%' || !(lexer.operand_expected() || follows_space)) {
    return false;
  }
  const std::size_t kind = holds("wWiIqQrsx", cursor.peek(1)) ? 1 : 0;
  if (!holds("([{<|!/", cursor.peek(1 + kind))) {
    return false;
  }
  const bool is_regex = cursor.peek(1) == 'r';
  lexer.take_operand(is_regex ? Token::Regex : Token::String, delimited_length(cursor, 1 + kind));
  return true;
}

bool take_tilde_literal(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '~' || !base::is_alpha(cursor.peek(1)) || !holds("([{</|\"'", cursor.peek(2))) {
    return false;
  }
  const bool is_regex = base::to_lower(cursor.peek(1)) == 'r';
  const std::string_view triple = cursor.ahead(2, 3);
  const bool is_triple = triple == "\"\"\"" || triple == "'''";
  const std::size_t length = is_triple ? length_through(cursor, triple, 5) : delimited_length(cursor, 2);
  const std::size_t flags = letters_length(cursor, length);
  lexer.take_operand(is_regex ? Token::Regex : Token::String, length + flags);
  return true;
}

bool take_perl_quote(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  const std::size_t length = letters_length(cursor, 0);
  const std::string_view name = length <= 2 ? cursor.ahead(0, length) : std::string_view();
  const bool is_regex = name == "m" || name == "qr" || name == "s" || name == "tr" || name == "y";
  const bool is_string = name == "q" || name == "qq" || name == "qw" || name == "qx";
  if ((!is_regex && !is_string) || !holds("([{</|!#\"'", cursor.peek(length)) ||
      holds("$@%&>-", cursor.previous())) {
    return false;
  }
  std::size_t end = delimited_length(cursor, length);
  if ((name == "s" || name == "tr" || name == "y") && end < cursor.remaining()) {
    const bool is_bracket = closing_of(cursor.peek(length)) != cursor.peek(length);
    end = delimited_length(cursor, is_bracket ? end : end - 1);
  }
  const std::size_t flags = is_regex ? letters_length(cursor, end) : 0;
  lexer.take_operand(is_regex ? Token::Regex : Token::String, end + flags);
  return true;
}

bool take_dollar_quoted(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '$') {
    return false;
  }
  const std::size_t length = word_length(cursor, 1);
  if (length > kDelimiterBytesMax || cursor.peek(1 + length) != '$') {
    return false;
  }
  const std::string_view mark = cursor.ahead(0, length + 2);
  lexer.take_operand(Token::String, length_through(cursor, mark, mark.size()));
  return true;
}

bool take_jsx_element(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '<' || !lexer.operand_expected()) {
    return false;
  }
  return (base::is_alpha(cursor.peek(1)) || cursor.peek(1) == '>') && lexer.push_tag();
}

bool take_vim_comment(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '"' || !lexer.at_line_head()) {
    return false;
  }
  lexer.take(Token::LineComment, cursor.distance_to_line_end());
  return true;
}

bool take_lisp_character(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  const std::size_t mark = cursor.looking_at("#\\") ? 2 : cursor.peek() == '\\' ? 1 : 0;
  if (mark == 0 || base::is_space(cursor.peek(mark)) || cursor.remaining() <= mark) {
    return false;
  }
  lexer.take_operand(Token::Character, mark + std::max<std::size_t>(1, word_length(cursor, mark)));
  return true;
}

bool take_css_hash(CodeLexer& lexer) {
  Cursor& cursor = lexer.cursor();
  if (cursor.peek() != '#') {
    return false;
  }
  const std::size_t length = word_length(cursor, 1);
  const std::string_view digits = cursor.ahead(1, length);
  const bool is_hexadecimal = digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
  const bool is_colour = is_hexadecimal && (length == 3 || length == 4 || length == 6 || length == 8);
  if (!is_colour) {
    return false;
  }
  lexer.take_operand(Token::Hexadecimal, length + 1);
  return true;
}

}  // namespace loom::markdown::highlight
