// Regular expression text to the steps of a Pattern. One parse, one thread.
#pragma once

#include <string>
#include <string_view>

#include "templating/builtins/pattern.h"

namespace loom::templating {

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  /// False after a mistake; error() says which.
  bool parse(Pattern& out);
  const std::string& error() const { return error_; }

 private:
  using Range = Pattern::Range;
  using Characters = Pattern::Characters;
  using StepKind = Pattern::StepKind;
  using Steps = std::vector<Pattern::Step>;

  struct Count {
    std::size_t least = 0;
    std::size_t most = 0;
    bool endless = false;
    bool lazy = false;
  };

  bool parse_flags();
  /// Steps with targets relative to their own position, so that they can be copied.
  bool parse_alternatives(Steps& out);
  bool parse_sequence(Steps& out);
  bool parse_repeated(Steps& out);
  bool parse_atom(Steps& out);
  bool parse_group(Steps& out);
  bool parse_set(Steps& out);
  bool parse_set_item(Characters& out);
  bool parse_escape(Steps& out);
  bool parse_count(Count& out, bool& found);
  bool parse_braces(Count& out);
  bool repeat(const Steps& atom, const Count& count, Steps& out);

  bool add_class(char letter, Characters& out) const;
  void add_set(Characters set, Steps& out);
  void add_literal(std::uint32_t code_point, Steps& out);
  void append(Steps& out, const Steps& more) { out.insert(out.end(), more.begin(), more.end()); }
  bool fail(std::string message);

  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool accept(char c);
  std::uint32_t next_code_point();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  Pattern* out_ = nullptr;
  std::string error_;
};

}  // namespace loom::templating
