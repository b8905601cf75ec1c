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
  switch (cursor_.peek().kind) {
    case TokenKind::Text:
      return parse_text(out);
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

void StatementParser::parse_if(Span start, Statements& out) {
  Statement statement{.kind = StatementKind::If, .span = start};
  statement.expression = parse_tag_expression();
  const bool before = around_.in_condition;
  around_.in_condition = true;
  statement.body = parse_body();
  parse_branch(start, statement);
  around_.in_condition = before;
  out.push_back(statement);
}

/// What follows the body of `if`: any number of `elif`, at most one `else`, and `endif`.
void StatementParser::parse_branch(Span start, Statement& branch) {
  struct Branch {
    Span span;
    ExpressionId expression;
    Body body;
  };
  std::vector<Branch> branches;
  while (at_closing_tag() && cursor_.text_of(cursor_.peek(1)) == "elif") {
    cursor_.next();
    const Span span = cursor_.next().span;
    const ExpressionId expression = parse_tag_expression();
    branches.push_back({span, expression, parse_body()});
  }
  Body otherwise;
  if (at_closing_tag() && cursor_.text_of(cursor_.peek(1)) == "else") {
    cursor_.next();
    cursor_.next();
    end_tag();
    otherwise = parse_body();
  }
  close(start, "if", "endif");
  for (auto last = branches.rbegin(); last != branches.rend(); ++last) {
    const Statement nested{.kind = StatementKind::If,
                           .span = last->span,
                           .expression = last->expression,
                           .body = last->body,
                           .otherwise = otherwise};
    otherwise = builder_.body({&nested, 1});
  }
  branch.otherwise = otherwise;
}

void StatementParser::parse_for(Span start, Statements& out) {
  Statement statement{.kind = StatementKind::For, .span = start};
  statement.name = parse_name("the name of the loop variable");
  if (statement.name != kNone && cursor_.accept(TokenKind::Comma)) {
    statement.key = statement.name;
    statement.name = parse_name("the name of the second loop variable");
  }
  if (statement.name == kNone) {
    cursor_.skip_tag();
  } else if (!cursor_.accept_word("in")) {
    cursor_.fail_expected("`in`", "write `{% for item in items %}`");
    cursor_.skip_tag();
  } else {
    statement.expression = parse_tag_expression();
  }
  const Surroundings before = around_;
  around_.in_loop = true;
  around_.in_condition = true;
  statement.body = parse_body();
  around_ = before;
  if (at_closing_tag() && cursor_.text_of(cursor_.peek(1)) == "else") {
    cursor_.next();
    cursor_.next();
    end_tag();
    around_.in_condition = true;
    statement.otherwise = parse_body();
    around_ = before;
  }
  close(start, "for", "endfor");
  out.push_back(statement);
}

void StatementParser::parse_set(Span start, StatementKind kind, Statements& out) {
  Statement statement{.kind = kind, .span = start};
  statement.name = parse_name("the name of a variable");
  if (statement.name == kNone) {
    return cursor_.skip_tag();
  }
  if (!cursor_.expect(TokenKind::Assign, "write `{% set name = value %}`")) {
    return cursor_.skip_tag();
  }
  statement.expression = parse_tag_expression();
  out.push_back(statement);
}

void StatementParser::parse_loop_control(Span start, StatementKind kind, Statements& out) {
  if (!around_.in_loop) {
    const std::string word = kind == StatementKind::Break ? "break" : "continue";
    cursor_.fail(start, "`" + word + "` outside of a `for` loop");
  }
  end_tag();
  out.push_back({.kind = kind, .span = start});
}

bool StatementParser::parse_file_names(Include& include) {
  if (!cursor_.accept(TokenKind::BracketOpen)) {
    const auto file = parse_string();
    if (file) {
      include.files.emplace_back(*file);
    }
    return file.has_value();
  }
  while (!cursor_.accept(TokenKind::BracketClose)) {
    const auto file = parse_string();
    if (!file) {
      return false;
    }
    include.files.emplace_back(*file);
    if (!cursor_.accept(TokenKind::Comma) && !cursor_.at(TokenKind::BracketClose)) {
      cursor_.fail_expected("`,` or `]`");
      return false;
    }
  }
  return true;
}

void StatementParser::parse_include(Span start, Statements& out) {
  Include include{.unconditional = !around_.in_condition && around_.block == kNone};
  include.span = join_spans(start, cursor_.peek().span);
  if (!parse_file_names(include)) {
    return cursor_.skip_tag();
  }
  if (cursor_.accept_word("ignore")) {
    if (!cursor_.accept_word("missing")) {
      cursor_.fail_expected("`missing`", "write `ignore missing`");
      return cursor_.skip_tag();
    }
    include.ignore_missing = true;
  }
  end_tag();
  auto& includes = builder_.result().includes;
  out.push_back({.kind = StatementKind::Include,
                 .span = include.span,
                 .first = static_cast<std::uint32_t>(includes.size())});
  includes.push_back(std::move(include));
}

void StatementParser::parse_filter_section(Span start, Statements& out) {
  Statement statement{.kind = StatementKind::FilterSection, .span = start};
  const auto call = expressions_.parse_filter_call();
  if (call) {
    statement.first = *call;
    end_tag();
  } else {
    cursor_.skip_tag();
  }
  const Surroundings before = around_;
  around_.in_loop = false;
  statement.body = parse_body();
  around_ = before;
  close(start, "filter", "endfilter");
  out.push_back(statement);
}

void StatementParser::parse_block(Span start, Statements& out) {
  auto& blocks = builder_.result().blocks;
  Block block{.name = parse_name("the name of a block"), .span = start};
  if (block.name == kNone) {
    cursor_.skip_tag();
  } else {
    end_tag();
  }
  const auto index = static_cast<std::uint32_t>(blocks.size());
  const auto same = [&](const Block& other) { return other.name == block.name; };
  if (block.name != kNone && std::any_of(blocks.begin(), blocks.end(), same)) {
    cursor_.fail(
        start, "there are two blocks named `" + std::string(builder_.result().names[block.name].text) + "`");
  }
  if (around_.in_macro) {
    cursor_.fail(start, "a block cannot stand in a macro");
  }
  blocks.push_back(block);
  const Surroundings before = around_;
  around_.block = index;
  around_.in_loop = false;
  const Body body = parse_body();
  around_ = before;
  close(start, "block", "endblock");
  blocks[index].body = body;
  out.push_back({.kind = StatementKind::Block, .span = start, .first = index});
}

bool StatementParser::parse_macro_head(Macro& macro) {
  macro.name = parse_name("the name of a macro");
  if (macro.name == kNone ||
      !cursor_.expect(TokenKind::ParenthesisOpen, "write `{% macro name(argument) %}`")) {
    return false;
  }
  while (!cursor_.accept(TokenKind::ParenthesisClose)) {
    MacroParameter parameter{.name = parse_name("the name of an argument")};
    if (parameter.name == kNone) {
      return false;
    }
    if (cursor_.accept(TokenKind::Assign)) {
      parameter.fallback = expressions_.parse_literal();
      if (parameter.fallback == kNone) {
        return false;
      }
    }
    macro.parameters.push_back(parameter);
    if (!cursor_.accept(TokenKind::Comma) && !cursor_.at(TokenKind::ParenthesisClose)) {
      cursor_.fail_expected("`,` or `)`");
      return false;
    }
  }
  return true;
}

void StatementParser::parse_macro(Span start) {
  Macro macro{.span = start};
  if (around_.depth != 0) {
    cursor_.fail(start, "a macro must stand at the top level of its file, outside of every other tag");
  }
  if (parse_macro_head(macro)) {
    end_tag();
  } else {
    cursor_.skip_tag();
  }
  const Surroundings before = around_;
  around_ = {.depth = before.depth, .in_condition = true, .in_macro = true};
  macro.body = parse_body();
  around_ = before;
  close(start, "macro", "endmacro");
  const auto& macros = builder_.result().macros;
  const auto same = [&](const Macro& other) { return other.name == macro.name; };
  if (macro.name != kNone && std::any_of(macros.begin(), macros.end(), same)) {
    cursor_.fail(
        start, "there are two macros named `" + std::string(builder_.result().names[macro.name].text) + "`");
  }
  builder_.result().macros.push_back(std::move(macro));
}

void StatementParser::parse_extends(Span start) {
  const Span file_span = cursor_.peek().span;
  const auto file = parse_string();
  if (!file) {
    return cursor_.skip_tag();
  }
  Template& result = builder_.result();
  if (!result.extends.empty()) {
    cursor_.fail(start, "this template extends two others", "a template can extend one other only");
  }
  result.extends = *file;
  result.extends_span = join_spans(start, file_span);
  end_tag();
  trim_text_ = true;
}

void StatementParser::parse_import(Span start) {
  Import import{.span = join_spans(start, cursor_.peek().span)};
  if (around_.depth != 0) {
    cursor_.fail(start, "`import` must stand at the top level of its file, outside of every other tag");
  }
  const auto file = parse_string();
  if (!file) {
    return cursor_.skip_tag();
  }
  import.file = *file;
  if (!cursor_.accept_word("as")) {
    cursor_.fail_expected("`as`", "write `{% import \"macros.html\" as macros %}`");
    return cursor_.skip_tag();
  }
  import.space = parse_name("the name under which the macros are called");
  if (import.space == kNone) {
    return cursor_.skip_tag();
  }
  end_tag();
  trim_text_ = in_header_;
  builder_.result().imports.push_back(std::move(import));
}

}  // namespace loom::templating
