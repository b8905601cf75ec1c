// The tags of one template and what stands between them. Recovers after a mistake, so that one run finds them
// all. One parse, one thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "templating/syntax/expression_parser.h"
#include "templating/syntax/template_builder.h"
#include "templating/syntax/token_cursor.h"

namespace loom::templating {

class StatementParser {
 public:
  StatementParser(TokenCursor& cursor, TemplateBuilder& builder)
      : cursor_(cursor), builder_(builder), expressions_(cursor, builder) {}

  /// The whole template. Mistakes are in the cursor.
  void parse();

 private:
  using Statements = std::vector<Statement>;

  /// What is open around the place that is parsed.
  struct Surroundings {
    std::size_t depth = 0;
    bool in_loop = false;
    bool in_condition = false;
    bool in_macro = false;
    std::uint32_t block = kNone;
  };

  Body parse_body();
  void parse_item(Statements& out);
  void parse_text(Statements& out);
  void parse_print(Statements& out);
  void parse_tag(Statements& out);
  bool parse_declaration(std::string_view word, Span start, Statements& out);
  bool parse_simple(std::string_view word, Span start, Statements& out);
  void report_unknown_tag(Span span);

  void parse_if(Span start, Statements& out);
  void parse_branch(Span start, Statement& branch);
  void parse_for(Span start, Statements& out);
  void parse_set(Span start, StatementKind kind, Statements& out);
  void parse_include(Span start, Statements& out);
  bool parse_file_names(Include& include);
  void parse_filter_section(Span start, Statements& out);
  void parse_block(Span start, Statements& out);
  void parse_macro(Span start);
  bool parse_macro_head(Macro& macro);
  void parse_extends(Span start);
  void parse_import(Span start);
  void parse_loop_control(Span start, StatementKind kind, Statements& out);

  ExpressionId parse_tag_expression();
  /// The next name, or kNone with a mistake that says what it should have been.
  NameId parse_name(std::string_view what);
  /// The inside of the next string. Nothing with a mistake.
  std::optional<std::string_view> parse_string();
  /// Steps over `%}`; with a mistake over whatever stands before it.
  void end_tag();
  /// Steps over `{% word %}`, or reports that what `start` opened is not closed.
  void close(Span start, std::string_view opened, std::string_view word);
  bool at_closing_tag() const;

  TokenCursor& cursor_;
  TemplateBuilder& builder_;
  ExpressionParser expressions_;
  Surroundings around_;
  bool in_header_ = true;
  bool trim_text_ = false;
};

}  // namespace loom::templating
