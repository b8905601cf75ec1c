#include "markdown/highlight/numbers.h"

#include "base/ascii.h"

namespace loom::markdown::highlight {
namespace {

class NumberScanner {
 public:
  NumberScanner(Cursor& cursor, bool quoted_digits) : cursor_(cursor), quoted_digits_(quoted_digits) {}

  NumberLiteral scan() {
    if (const Token based = base_token(); based != Token::Plain) {
      length_ = 2;
      skip_digits_and_letters();
      return {based, length_};
    }
    skip_digits();
    const bool has_fraction = skip_fraction();
    const bool has_exponent = skip_exponent();
    skip_digits_and_letters();
    return {has_fraction || has_exponent ? Token::Float : Token::Integer, length_};
  }

 private:
  Token base_token() {
    if (cursor_.peek() != '0' || !base::is_alnum(cursor_.peek(2))) {
      return Token::Plain;
    }
    switch (base::to_lower(cursor_.peek(1))) {
      case 'x':
        return Token::Hexadecimal;
      case 'b':
        return Token::Binary;
      case 'o':
        return Token::Octal;
      default:
        return Token::Plain;
    }
  }

  bool at_separator() {
    const char c = cursor_.peek(length_);
    return c == '_' || (c == '\'' && quoted_digits_ && base::is_alnum(cursor_.peek(length_ + 1)));
  }

  void skip_digits() {
    while (base::is_digit(cursor_.peek(length_)) || at_separator()) {
      ++length_;
    }
  }

  void skip_digits_and_letters() {
    while (base::is_alnum(cursor_.peek(length_)) || at_separator()) {
      ++length_;
    }
  }

  bool skip_fraction() {
    if (cursor_.peek(length_) != '.' || !base::is_digit(cursor_.peek(length_ + 1))) {
      return false;
    }
    ++length_;
    skip_digits();
    return true;
  }

  bool skip_exponent() {
    if (base::to_lower(cursor_.peek(length_)) != 'e') {
      return false;
    }
    const char sign = cursor_.peek(length_ + 1);
    const std::size_t sign_bytes = sign == '+' || sign == '-' ? 1 : 0;
    if (!base::is_digit(cursor_.peek(length_ + 1 + sign_bytes))) {
      return false;
    }
    length_ += 1 + sign_bytes;
    skip_digits();
    return true;
  }

  Cursor& cursor_;
  bool quoted_digits_;
  std::size_t length_ = 0;
};

}  // namespace

NumberLiteral find_number(Cursor& cursor, bool quoted_digits) {
  const bool starts_here =
      base::is_digit(cursor.peek()) || (cursor.peek() == '.' && base::is_digit(cursor.peek(1)));
  return starts_here ? NumberScanner(cursor, quoted_digits).scan() : NumberLiteral{};
}

}  // namespace loom::markdown::highlight
