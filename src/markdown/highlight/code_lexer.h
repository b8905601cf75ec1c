// The generic lexer for code: it walks the text once, driven by the table of a language. Strings may hold
// embedded code and that code strings again, so it keeps a stack of modes. One thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/highlight/cursor.h"
#include "markdown/highlight/lexicon.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown::highlight {

/// A string whose text begins on the line after its mark.
struct PendingHeredoc {
  std::string_view terminator = {};
  bool may_be_indented = false;
  /// Code may follow the terminator on its line.
  bool may_be_followed = false;
};

class CodeLexer {
 public:
  /// All three outlive the lexer.
  CodeLexer(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);

  void run();

  // For features.
  Cursor& cursor() { return cursor_; }
  const LoadedLanguage& language() const { return language_; }
  /// True where a value may begin, so that "/" opens a regular expression and "<" a tag.
  bool operand_expected() const { return !after_operand_; }
  /// True before the first token of a line.
  bool at_line_head() const { return at_line_head_; }
  /// Writes the next `byte_count` bytes.
  void take(Token token, std::size_t byte_count);
  /// Like `take`, and what follows continues an expression rather than beginning one.
  void take_operand(Token token, std::size_t byte_count);
  /// The body is taken after the end of the line.
  void queue_heredoc(PendingHeredoc heredoc);
  /// A scan up to the end of this line has found nothing, so no other on the same line need be tried.
  bool line_scan_failed() const { return line_scan_failed_; }
  void set_line_scan_failed() { line_scan_failed_ = true; }
  /// Enters code that ends at the bracket that matches `open`. False when nested too deep; nothing is
  /// consumed.
  bool push_code(char open);
  /// Enters a tag of an element inside code (JSX), whose opening "<" is at the position. False when nested
  /// too deep.
  bool push_tag();

 private:
  enum class ModeKind { Code, String, Tag, Children };
  struct Mode {
    ModeKind kind = ModeKind::Code;
    const StringRule* rule = nullptr;
    Token token = Token::Plain;
    bool has_escapes = false;
    bool has_interpolation = false;
    char open = '\0';
    char close = '\0';
    std::size_t depth = 0;
    bool closes_element = false;
  };

  void step_code();
  bool take_space();
  bool take_heredocs();
  void take_heredoc(const PendingHeredoc& heredoc);
  bool take_closing_bracket();
  bool take_comment();
  bool take_line_comment();
  bool take_block_comment();
  std::size_t block_comment_length(const BlockComment& comment);
  bool take_line_start_construct();
  void take_preprocessor();
  void take_section_header();
  bool take_feature();
  bool take_number();
  bool take_sigil();
  std::size_t sigil_length(const Sigil& sigil);
  void take_operator();

  bool take_word();
  std::size_t word_length();
  Token word_token(std::string_view word);
  Token name_token(std::string_view word);
  Token shape_token(std::string_view word) const;
  bool is_call(std::size_t after);
  bool is_key(std::size_t after);
  std::size_t skip_blanks(std::size_t from);

  bool take_string_start();
  std::size_t prefix_length(const StringRule& rule);
  void enter_string(const StringRule& rule, std::string_view prefix);
  void step_string();
  bool is_mark_start(const Mode& mode, char c);
  bool take_string_end(const Mode& mode);
  bool take_escape(const Mode& mode);
  std::size_t escape_length(const StringRule& rule);
  bool take_interpolation(const Mode& mode);
  bool take_dollar_name(const Mode& mode);
  void leave_mode();
  bool is_key_string(const StringRule& rule);

  void step_tag();
  bool take_tag_end();
  void step_children();

  const LoadedLanguage& language_;
  Cursor& cursor_;
  TokenWriter& writer_;
  std::vector<Mode> modes_;
  std::vector<PendingHeredoc> heredocs_;
  Token next_name_ = Token::Plain;
  bool after_operand_ = false;
  bool at_line_head_ = true;
  bool at_list_head_ = false;
  bool line_scan_failed_ = false;
};

}  // namespace loom::markdown::highlight
