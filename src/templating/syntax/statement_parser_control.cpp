// Tested by tests/templating/syntax/statement_parser_test.cpp.
#include <string>
#include <vector>

#include "templating/syntax/statement_parser.h"

namespace loom::templating {

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

}  // namespace loom::templating
