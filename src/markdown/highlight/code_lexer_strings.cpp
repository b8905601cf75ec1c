#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/code_lexer.h"

namespace loom::markdown::highlight {
namespace {

constexpr std::size_t kPrefixLetterCountMax = 3;

bool holds(std::string_view set, char wanted) {
  return set.find(wanted) != std::string_view::npos;
}

bool is_hexadecimal_digit(char c) {
  return base::is_digit(c) || (base::to_lower(c) >= 'a' && base::to_lower(c) <= 'f');
}

bool shares_letter(std::string_view letters, std::string_view prefix) {
  return std::any_of(prefix.begin(), prefix.end(), [&](char c) { return holds(letters, c); });
}

}  // namespace

bool CodeLexer::take_string_start() {
  if (!language_.string_starts[static_cast<unsigned char>(cursor_.peek())]) {
    return false;
  }
  for (const StringRule& rule : language_.rules.strings) {
    const std::size_t prefix_bytes = prefix_length(rule);
    if (prefix_bytes == 0 && rule.prefix_required) {
      continue;
    }
    const bool opens = prefix_bytes == 0
                           ? cursor_.looking_at(rule.open)
                           : cursor_.ahead(prefix_bytes, cursor_.remaining()).starts_with(rule.open);
    if (opens && modes_.size() < kNestingDepthMax) {
      enter_string(rule, cursor_.ahead(0, prefix_bytes));
      return true;
    }
  }
  return false;
}

std::size_t CodeLexer::prefix_length(const StringRule& rule) {
  std::size_t length = 0;
  while (length < kPrefixLetterCountMax && length < cursor_.remaining() &&
         holds(rule.prefixes, cursor_.peek(length))) {
    ++length;
  }
  return length;
}

void CodeLexer::enter_string(const StringRule& rule, std::string_view prefix) {
  const bool is_key_text = language_.rules.string_keys && is_key_string(rule);
  const Token token = is_key_text ? Token::Tag : rule.token;
  const bool embeds =
      rule.interpolation_prefixes.empty() || shares_letter(rule.interpolation_prefixes, prefix);
  modes_.push_back({.kind = ModeKind::String,
                    .rule = &rule,
                    .token = token,
                    .has_escapes = !shares_letter(rule.raw_prefixes, prefix),
                    .has_interpolation = embeds});
  take_operand(token, prefix.size() + rule.open.size());
  next_name_ = Token::Plain;
}

bool CodeLexer::is_key_string(const StringRule& rule) {
  std::size_t i = rule.open.size();
  while (i < cursor_.remaining() && cursor_.peek(i) != '\n' && cursor_.peek(i) != rule.close.front()) {
    i += cursor_.peek(i) == rule.escape ? 2 : 1;
  }
  return cursor_.peek(skip_blanks(i + 1)) == ':';
}

void CodeLexer::step_string() {
  const Mode mode = modes_.back();
  std::size_t length = 0;
  while (length < cursor_.remaining() && !is_mark_start(mode, cursor_.peek(length))) {
    ++length;
  }
  if (length > 0) {
    take_operand(mode.token, length);
    return;
  }
  const bool done =
      take_escape(mode) || take_string_end(mode) || take_interpolation(mode) || take_dollar_name(mode);
  if (!done) {
    take_operand(mode.token, 1);
  }
}

bool CodeLexer::is_mark_start(const Mode& mode, char c) {
  const StringRule& rule = *mode.rule;
  if (c == rule.close.front() || c == '\n' || (mode.has_escapes && rule.escape != '\0' && c == rule.escape)) {
    return true;
  }
  return (mode.has_interpolation && c != ' ' && holds(rule.interpolations, c)) ||
         (rule.dollar_names && c == '$');
}

bool CodeLexer::take_string_end(const Mode& mode) {
  if (cursor_.peek() == '\n') {
    if (mode.rule->multi_line) {
      writer_.write(Token::Plain, cursor_.advance(1));
    } else {
      leave_mode();
    }
    return true;
  }
  const std::string_view close = mode.rule->close;
  if (!cursor_.looking_at(close)) {
    return false;
  }
  const bool is_doubled =
      mode.rule->doubled_close && cursor_.ahead(close.size(), cursor_.remaining()).starts_with(close);
  if (is_doubled) {
    take_operand(Token::Escape, 2 * close.size());
    return true;
  }
  take_operand(mode.token, close.size());
  leave_mode();
  return true;
}

bool CodeLexer::take_escape(const Mode& mode) {
  if (!mode.has_escapes || mode.rule->escape == '\0' || cursor_.peek() != mode.rule->escape) {
    return false;
  }
  if (mode.has_interpolation && take_interpolation(mode)) {
    return true;
  }
  take_operand(Token::Escape, escape_length(*mode.rule));
  return true;
}

std::size_t CodeLexer::escape_length(const StringRule& rule) {
  const char kind = cursor_.peek(1);
  std::size_t length = 2;
  if (rule.escapes_are_words) {
    while (base::is_alpha(kind) && base::is_alpha(cursor_.peek(length))) {
      ++length;
    }
    return length;
  }
  const std::size_t digit_count_max = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  while (length < 2 + digit_count_max && is_hexadecimal_digit(cursor_.peek(length))) {
    ++length;
  }
  return length;
}

bool CodeLexer::take_interpolation(const Mode& mode) {
  if (!mode.has_interpolation) {
    return false;
  }
  std::string_view marks = mode.rule->interpolations;
  while (!marks.empty()) {
    const std::string_view mark = marks.substr(0, marks.find(' '));
    marks.remove_prefix(std::min(marks.size(), mark.size() + 1));
    if (!cursor_.looking_at(mark)) {
      continue;
    }
    if (mark == "{" && cursor_.peek(1) == '{') {
      take_operand(Token::Escape, 2);
      return true;
    }
    if (!push_code(mark.back())) {
      return false;
    }
    take(Token::Interpolation, mark.size());
    return true;
  }
  return false;
}

bool CodeLexer::take_dollar_name(const Mode& mode) {
  if (!mode.rule->dollar_names || cursor_.peek() != '$') {
    return false;
  }
  constexpr Sigil kPlainName = {.mark = '$'};
  const auto& sigils = language_.rules.sigils;
  const auto found = std::find_if(sigils.begin(), sigils.end(), [](const Sigil& s) { return s.mark == '$'; });
  const Sigil& sigil = found == sigils.end() ? kPlainName : *found;
  const bool is_name = language_.starts_word(cursor_.peek(1)) || holds(sigil.single, cursor_.peek(1));
  const std::size_t length = is_name && cursor_.peek(1) != mode.rule->close.front() ? sigil_length(sigil) : 0;
  take_operand(length > 0 ? Token::Variable : mode.token, std::max<std::size_t>(length, 1));
  return true;
}

}  // namespace loom::markdown::highlight
