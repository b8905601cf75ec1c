#include "templating/syntax/statement_parser.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/edit_distance.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

constexpr std::array<std::string_view, 7> kClosingWords = {"endif",     "elif",     "else",    "endfor",
                                                           "endfilter", "endblock", "endmacro"};

Span trimmed(std::string_view text, Span span) {
  while (span.length != 0 && base::is_space(text[span.offset])) {
    ++span.offset;
    --span.length;
  }
  return span;
}

}  // namespace

void StatementParser::parse() {
  Statements statements;
  while (!cursor_.at(TokenKind::EndOfText)) {
    if (at_closing_tag()) {
      const Token& tag = cursor_.peek(1);
      cursor_.fail(tag.span, "`" + std::string(cursor_.text_of(tag)) + "` closes nothing that is open here");
      cursor_.next();
      cursor_.skip_tag();
      continue;
    }
    parse_item(statements);
  }
  builder_.result().body = builder_.body(statements);
}

Body StatementParser::parse_body() {
  const Surroundings before = around_;
  ++around_.depth;
  Statements statements;
  if (around_.depth > kBodyDepthMax) {
    cursor_.fail(cursor_.peek().span, "tags are nested too deeply here",
                 "at most " + std::to_string(kBodyDepthMax) + " levels are allowed");
    while (!cursor_.at(TokenKind::EndOfText)) {
      cursor_.next();
    }
  }
  while (!cursor_.at(TokenKind::EndOfText) && !at_closing_tag()) {
    parse_item(statements);
  }
  around_ = before;
  return builder_.body(statements);
}

bool StatementParser::at_closing_tag() const {
  if (!cursor_.at(TokenKind::TagStart) || cursor_.peek(1).kind != TokenKind::Identifier) {
    return false;
  }
  const std::string_view word = cursor_.text_of(cursor_.peek(1));
  return std::find(kClosingWords.begin(), kClosingWords.end(), word) != kClosingWords.end();
}

void StatementParser::parse_item(Statements& out) {
  if (cursor_.at(TokenKind::Text)) {
    return parse_text(out);
  }
  trim_text_ = false;
  switch (cursor_.peek().kind) {
    case TokenKind::PrintStart:
      in_header_ = false;
      return parse_print(out);
    case TokenKind::TagStart:
      return parse_tag(out);
    default:
      cursor_.next();
  }
}

void StatementParser::parse_text(Statements& out) {
  const Token& token = cursor_.next();
  Span span = token.span;
  const Span without_space = trimmed(builder_.result().text, span);
  if (trim_text_ || (in_header_ && without_space.length == 0)) {
    // White space around `extends` and `import` is not printed.
    const bool before_header = cursor_.at_word("extends", 1) || cursor_.at_word("import", 1);
    span = trim_text_ || before_header ? without_space : span;
  }
  trim_text_ = false;
  in_header_ = in_header_ && without_space.length == 0;
  if (span.length != 0) {
    out.push_back({.kind = StatementKind::Text, .span = span});
  }
}

void StatementParser::parse_print(Statements& out) {
  const Span start = cursor_.next().span;
  if (cursor_.at_word("super") && cursor_.peek(1).kind == TokenKind::ParenthesisOpen &&
      cursor_.peek(2).kind == TokenKind::ParenthesisClose && cursor_.peek(3).kind == TokenKind::PrintEnd) {
    const Span word = cursor_.peek().span;
    cursor_.skip_tag();
    if (around_.block == kNone) {
      cursor_.fail(word, "`super()` outside of a block",
                   "it prints the block of the same name in the extended template");
      return;
    }
    builder_.result().blocks[around_.block].calls_super = true;
    out.push_back({.kind = StatementKind::Super, .span = word});
    return;
  }
  const ExpressionId expression = expressions_.parse();
  if (expression == kNone) {
    return cursor_.skip_tag();
  }
  if (!cursor_.at(TokenKind::PrintEnd)) {
    cursor_.fail_expected("an operator, `|` or `}}`");
    return cursor_.skip_tag();
  }
  const Span end = cursor_.next().span;
  out.push_back({.kind = StatementKind::Print, .span = join_spans(start, end), .expression = expression});
}

void StatementParser::parse_tag(Statements& out) {
  const Span open = cursor_.next().span;
  if (!cursor_.at(TokenKind::Identifier)) {
    cursor_.fail_expected("the name of a tag", "tags are `if`, `for`, `set`, `block`, `include`, ...");
    return cursor_.skip_tag();
  }
  const Token& token = cursor_.next();
  const std::string_view word = cursor_.text_of(token);
  const Span start = join_spans(open, token.span);
  const bool in_header = in_header_;
  in_header_ = in_header && (word == "extends" || word == "import" || word == "macro");
  if (word == "extends" && !in_header) {
    cursor_.fail(token.span, "`extends` must be the first tag of the template, with no text before it");
    return cursor_.skip_tag();
  }
  if (!parse_declaration(word, start, out) && !parse_simple(word, start, out)) {
    report_unknown_tag(token.span);
    cursor_.skip_tag();
  }
}

bool StatementParser::parse_declaration(std::string_view word, Span start, Statements& out) {
  if (word == "block") {
    parse_block(start, out);
  } else if (word == "macro") {
    parse_macro(start);
  } else if (word == "extends") {
    parse_extends(start);
  } else if (word == "import") {
    parse_import(start);
  } else {
    return false;
  }
  return true;
}

bool StatementParser::parse_simple(std::string_view word, Span start, Statements& out) {
  if (word == "if") {
    parse_if(start, out);
  } else if (word == "for") {
    parse_for(start, out);
  } else if (word == "set") {
    parse_set(start, StatementKind::Set, out);
  } else if (word == "set_global") {
    parse_set(start, StatementKind::SetGlobal, out);
  } else if (word == "include") {
    parse_include(start, out);
  } else if (word == "filter") {
    parse_filter_section(start, out);
  } else if (word == "break") {
    parse_loop_control(start, StatementKind::Break, out);
  } else if (word == "continue") {
    parse_loop_control(start, StatementKind::Continue, out);
  } else {
    return false;
  }
  return true;
}

void StatementParser::report_unknown_tag(Span span) {
  static const std::vector<std::string> kTags = {
      "if",       "elif",     "else",       "endif",   "for",       "endfor", "break",
      "continue", "set",      "set_global", "include", "import",    "macro",  "endmacro",
      "block",    "endblock", "extends",    "filter",  "endfilter", "raw",    "endraw"};
  const std::string word(builder_.result().text_of(span));
  if (word == "component" || word == "endcomponent") {
    cursor_.fail(span, "there is no tag `" + word + "`",
                 "components are of Tera 2 (Zola 0.23); the language here is that of Zola 0.22, with macros");
    return;
  }
  const auto nearest = base::find_nearest_name(word, kTags);
  cursor_.fail(span, "there is no tag `" + word + "`",
               nearest ? "did you mean `" + *nearest + "`?" : "values are printed with `{{ }}`, not `{% %}`");
}

ExpressionId StatementParser::parse_tag_expression() {
  const ExpressionId expression = expressions_.parse();
  if (expression == kNone) {
    cursor_.skip_tag();
    return kNone;
  }
  end_tag();
  return expression;
}

NameId StatementParser::parse_name(std::string_view what) {
  if (!cursor_.at(TokenKind::Identifier)) {
    cursor_.fail_expected(what);
    return kNone;
  }
  return builder_.name(cursor_.text_of(cursor_.next()));
}

std::optional<std::string_view> StatementParser::parse_string() {
  if (!cursor_.at(TokenKind::String)) {
    cursor_.fail_expected("the name of a template in quotes", "the name cannot be computed");
    return std::nullopt;
  }
  const std::string_view text = cursor_.text_of(cursor_.next());
  return text.substr(1, text.size() - 2);
}

void StatementParser::end_tag() {
  if (!cursor_.at(TokenKind::TagEnd)) {
    cursor_.fail_expected("the end of the tag, `%}`");
    return cursor_.skip_tag();
  }
  cursor_.next();
}

void StatementParser::close(Span start, std::string_view opened, std::string_view word) {
  if (at_closing_tag() && cursor_.text_of(cursor_.peek(1)) == word) {
    cursor_.next();
    cursor_.next();
    // `endblock name` and `endmacro name` may repeat the name.
    if ((word == "endblock" || word == "endmacro") && cursor_.at(TokenKind::Identifier)) {
      cursor_.next();
    }
    return end_tag();
  }
  std::string hint = "close it with `{% " + std::string(word) + " %}`";
  if (at_closing_tag()) {
    hint += "; `" + std::string(cursor_.text_of(cursor_.peek(1))) + "` was found first";
  }
  cursor_.fail(start, "this `" + std::string(opened) + "` is never closed", std::move(hint));
}

}  // namespace loom::templating
