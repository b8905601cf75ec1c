// Tested by tests/templating/syntax/statement_parser_test.cpp.
#include <algorithm>
#include <string>
#include <utility>

#include "templating/syntax/statement_parser.h"

namespace loom::templating {

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

}  // namespace loom::templating
