// Template text to tokens: finds the tags, takes comments out, applies `-` and `{% raw %}`. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templating/syntax/token.h"

namespace loom::templating {

struct LexicalError {
  Span span;
  std::string message;
  std::string hint;
};

struct Tokens {
  /// Ends with EndOfText.
  std::vector<Token> items;
  std::vector<LexicalError> errors;
};

/// Tags that lack their end are errors and end with the text.
Tokens read_tokens(std::string_view text);

}  // namespace loom::templating
