// Recognises number literals, alike in nearly all languages. Any thread.
#pragma once

#include <cstddef>

#include "markdown/highlight/cursor.h"
#include "markdown/highlight/token.h"

namespace loom::markdown::highlight {

struct NumberLiteral {
  Token token = Token::Integer;
  /// 0: no number here.
  std::size_t byte_count = 0;
};

/// Looks at the position without moving it. Letters glued to the digits are a suffix or a unit and belong to
/// the literal. `quoted_digits` allows 1'000.
NumberLiteral find_number(Cursor& cursor, bool quoted_digits);

}  // namespace loom::markdown::highlight
