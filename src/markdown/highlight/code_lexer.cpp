#include "markdown/highlight/code_lexer.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/numbers.h"

namespace loom::markdown::highlight {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

bool is_punctuation(char c) {
  return std::string_view("()[]{},;:.").find(c) != std::string_view::npos;
}

bool is_visible_ascii(char c) {
  return c > ' ' && c < '\x7f';
}

}  // namespace

CodeLexer::CodeLexer(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer)
    : language_(language), cursor_(cursor), writer_(writer), modes_(1) {}

void CodeLexer::run() {
  if (cursor_.looking_at("#!/") || cursor_.looking_at("#! /")) {
    writer_.write(Token::HashBang, cursor_.advance(cursor_.distance_to_line_end()));
  }
  while (!cursor_.at_end()) {
    switch (modes_.back().kind) {
      case ModeKind::Code:
        step_code();
        break;
      case ModeKind::String:
        step_string();
        break;
      case ModeKind::Tag:
        step_tag();
        break;
      case ModeKind::Children:
        step_children();
        break;
    }
  }
}

void CodeLexer::take(Token token, std::size_t byte_count) {
  writer_.write(token, cursor_.advance(byte_count));
  at_line_head_ = false;
  at_list_head_ = false;
  after_operand_ = false;
}

void CodeLexer::take_operand(Token token, std::size_t byte_count) {
  take(token, byte_count);
  after_operand_ = true;
}

void CodeLexer::queue_heredoc(PendingHeredoc heredoc) {
  heredocs_.push_back(heredoc);
}

bool CodeLexer::push_code(char open) {
  if (modes_.size() >= kNestingDepthMax) {
    return false;
  }
  const char close = open == '{' ? '}' : open == '(' ? ')' : ']';
  modes_.push_back({.kind = ModeKind::Code, .open = open, .close = close});
  after_operand_ = false;
  return true;
}

void CodeLexer::leave_mode() {
  if (modes_.size() > 1) {
    modes_.pop_back();
  }
}

void CodeLexer::step_code() {
  const bool done = take_space() || take_closing_bracket() || take_feature() || take_comment() ||
                    take_line_start_construct() || take_string_start() || take_number() || take_sigil() ||
                    take_word();
  if (!done) {
    take_operator();
  }
}

bool CodeLexer::take_space() {
  const char c = cursor_.peek();
  if (is_blank(c)) {
    writer_.write(Token::Plain, cursor_.advance(1));
    return true;
  }
  if (c != '\n') {
    return false;
  }
  writer_.write(Token::Plain, cursor_.advance(1));
  at_line_head_ = true;
  line_scan_failed_ = false;
  next_name_ = Token::Plain;
  return take_heredocs();
}

bool CodeLexer::take_heredocs() {
  for (const PendingHeredoc& heredoc : heredocs_) {
    take_heredoc(heredoc);
  }
  heredocs_.clear();
  return true;
}

void CodeLexer::take_heredoc(const PendingHeredoc& heredoc) {
  while (!cursor_.at_end()) {
    const std::string_view line = cursor_.ahead(0, cursor_.distance_to_line_end());
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view text = base::trim(line);
    const bool is_end = (indent == 0 || heredoc.may_be_indented) && text.starts_with(heredoc.terminator) &&
                        (heredoc.may_be_followed || text.size() == heredoc.terminator.size());
    const std::size_t length = is_end ? indent + heredoc.terminator.size() : line.size();
    writer_.write(Token::Heredoc, cursor_.advance(length));
    if (is_end) {
      return;
    }
    writer_.write(Token::Plain, cursor_.advance(1));
  }
}

bool CodeLexer::take_closing_bracket() {
  Mode& mode = modes_.back();
  if (mode.close == '\0') {
    return false;
  }
  const char c = cursor_.peek();
  if (c == mode.open) {
    ++mode.depth;
    return false;
  }
  if (c != mode.close) {
    return false;
  }
  if (mode.depth > 0) {
    --mode.depth;
    return false;
  }
  leave_mode();
  const bool in_string = modes_.back().kind == ModeKind::String;
  take_operand(in_string ? Token::Interpolation : Token::Punctuation, 1);
  return true;
}

bool CodeLexer::take_comment() {
  if (!language_.comment_starts[static_cast<unsigned char>(cursor_.peek())]) {
    return false;
  }
  return take_block_comment() || take_line_comment();
}

bool CodeLexer::take_line_comment() {
  if (language_.rules.comment_after_space && !base::is_space(cursor_.previous())) {
    return false;
  }
  for (const std::string_view open : language_.line_comments) {
    if (cursor_.looking_at(open)) {
      writer_.write(Token::LineComment, cursor_.advance(cursor_.distance_to_line_end()));
      return true;
    }
  }
  return false;
}

bool CodeLexer::take_block_comment() {
  for (const BlockComment& comment : language_.rules.block_comments) {
    if (cursor_.looking_at(comment.open) && (!comment.at_line_start || cursor_.previous() == '\n')) {
      writer_.write(Token::BlockComment, cursor_.advance(block_comment_length(comment)));
      return true;
    }
  }
  return false;
}

std::size_t CodeLexer::block_comment_length(const BlockComment& comment) {
  const std::string_view rest = cursor_.ahead(0, cursor_.remaining());
  std::size_t depth = 1;
  std::size_t length = comment.open.size();
  while (depth > 0 && length < rest.size()) {
    if (rest.substr(length).starts_with(comment.close)) {
      length += comment.close.size();
      --depth;
    } else if (comment.nests && rest.substr(length).starts_with(comment.open)) {
      length += comment.open.size();
      ++depth;
    } else {
      ++length;
    }
  }
  cursor_.add_examined(length);
  return length;
}

bool CodeLexer::take_line_start_construct() {
  if (!at_line_head_) {
    return false;
  }
  if (language_.rules.preprocessor && cursor_.peek() == '#') {
    take_preprocessor();
    return true;
  }
  if (language_.rules.section_headers && cursor_.peek() == '[' && cursor_.previous() == '\n') {
    take_section_header();
    return true;
  }
  return false;
}

void CodeLexer::take_preprocessor() {
  std::size_t length = 1;
  while (is_blank(cursor_.peek(length))) {
    ++length;
  }
  while (base::is_alpha(cursor_.peek(length))) {
    ++length;
  }
  const bool names_file = cursor_.ahead(0, length).ends_with("include");
  take(Token::Preprocessor, length);
  if (!names_file) {
    return;
  }
  while (is_blank(cursor_.peek())) {
    take(Token::Plain, 1);
  }
  const char open = cursor_.peek();
  if (open == '<' || open == '"') {
    const char close = open == '<' ? '>' : '"';
    const std::size_t end = cursor_.distance_on_line(close, 1);
    take(Token::IncludedFile, cursor_.peek(end) == close ? end + 1 : end);
  }
}

void CodeLexer::take_section_header() {
  const std::string_view line = cursor_.ahead(0, cursor_.distance_to_line_end());
  const std::size_t close = line.find(']');
  std::size_t length = close == std::string_view::npos ? line.size() : close + 1;
  if (line.substr(length).starts_with("]")) {
    ++length;
  }
  take(Token::Namespace, length);
}

bool CodeLexer::take_feature() {
  return std::any_of(language_.rules.features.begin(), language_.rules.features.end(),
                     [this](Feature feature) { return feature(*this); });
}

bool CodeLexer::take_number() {
  const bool is_range = cursor_.peek() == '.' && (after_operand_ || cursor_.previous() == '.');
  if (is_range) {
    return false;
  }
  const NumberLiteral number = find_number(cursor_, language_.rules.quoted_digits);
  if (number.byte_count == 0) {
    return false;
  }
  take_operand(number.token, number.byte_count);
  return true;
}

bool CodeLexer::take_sigil() {
  const char mark = cursor_.peek();
  for (const Sigil& sigil : language_.rules.sigils) {
    if (mark != sigil.mark) {
      continue;
    }
    if (const std::size_t length = sigil_length(sigil); length > 0) {
      take_operand(sigil.token, length);
      return true;
    }
  }
  return false;
}

std::size_t CodeLexer::sigil_length(const Sigil& sigil) {
  const char before = cursor_.previous();
  if (sigil.mark == ':' && (before == ':' || before == ')' || language_.continues_word(before))) {
    return 0;
  }
  const char c = cursor_.peek(1);
  const auto holds = [](std::string_view set, char wanted) { return set.find(wanted) != set.npos; };
  if (holds(sigil.brackets, c)) {
    const char close = c == '{' ? '}' : c == '(' ? ')' : ']';
    const std::size_t end = cursor_.distance_on_line(close, 2);
    return cursor_.peek(end) == close ? end + 1 : end;
  }
  if (!language_.starts_word(c) && !holds(sigil.name_extra, c)) {
    return c != '\0' && holds(sigil.single, c) ? 2 : 0;
  }
  std::size_t length = 2;
  while (language_.continues_word(cursor_.peek(length)) || holds(sigil.name_extra, cursor_.peek(length))) {
    ++length;
  }
  return std::min(length, cursor_.remaining());
}

void CodeLexer::take_operator() {
  const char c = cursor_.peek();
  if (!is_visible_ascii(c)) {
    take(Token::Plain, 1);
    return;
  }
  const bool joins_names = c == '.' || c == ':' || c == '/' || c == '\\' || c == '-' || c == '*';
  if (!joins_names) {
    next_name_ = Token::Plain;
  }
  take(is_punctuation(c) ? Token::Punctuation : Token::Operator, 1);
  after_operand_ = c == ')' || c == ']' || c == '}';
  at_list_head_ = c == '(';
  at_line_head_ = language_.rules.statement_ends.find(c) != std::string_view::npos;
}

}  // namespace loom::markdown::highlight
