// One compiled template: flat pools of nodes that refer to one another by index, and views into the
// template's own text. Says nothing of other templates (those are bound in linked_template.h), so that it can
// be shared by the sets of successive builds. Immutable once parsed; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "templating/value.h"

namespace loom::templating {

/// Bytes of the template's text.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

using NameId = std::uint32_t;
using ExpressionId = std::uint32_t;
using CallId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Name {
  /// Views into the template's text.
  std::string_view text;
  std::uint64_t hash = 0;

  /// Up to a collision of 64 bits.
  friend bool operator==(const Name& a, const Name& b) {
    return a.hash == b.hash && a.text.size() == b.text.size();
  }
};
inline Name make_name(std::string_view text) {
  return {.text = text, .hash = base::hash64(text)};
}

enum class ExpressionKind : std::uint8_t {
  /// `first` is the constant.
  Constant,
  /// `first` is the name.
  Variable,
  /// `.name`: `first` is the subject, `second` the name. Digits mean an element of an array.
  Field,
  /// `[key]`: `first` is the subject, `second` the key.
  Index,
  /// `loop.name`: `first` is a LoopField, `second` the same as an ordinary Field.
  Loop,
  /// Elements are operands[first, first + count).
  Array,
  Not,
  And,
  Or,
  /// `negated`: `!=`.
  Equal,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
  /// `~`: the parts are operands[first, first + count).
  Concat,
  /// `negated`: `not in`.
  In,
  /// `first` is the input, `second` the call.
  FilterCall,
  /// `first` is the input, `second` the fallback.
  Default,
  Safe,
  /// `first` is the subject, `second` the call; `negated`: `is not`.
  TestCall,
  /// `second` is the call.
  FunctionCall,
  MacroCall,
};

enum class LoopField : std::uint32_t { Index, Index0, First, Last, Length };

struct Expression {
  ExpressionKind kind = ExpressionKind::Constant;
  bool negated = false;
  std::uint16_t count = 0;
  std::uint32_t first = kNone;
  std::uint32_t second = kNone;
  Span span = {};
};

/// A filter, test, function or macro with its arguments: argument_names and argument_values at
/// [first_argument, first_argument + argument_count). Tests have empty names.
struct Call {
  NameId name = kNone;
  /// The namespace of a macro, otherwise kNone.
  NameId space = kNone;
  std::uint32_t first_argument = 0;
  std::uint32_t argument_count = 0;
  /// Of the name.
  Span span = {};
};

/// statements[first, first + count).
struct Body {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

enum class StatementKind : std::uint8_t {
  /// Prints the span of the text.
  Text,
  /// `expression`.
  Print,
  /// `expression`, `body`, `otherwise`.
  If,
  /// `key` (or kNone), `name`, `expression`, `body`, `otherwise`.
  For,
  /// `name`, `expression`.
  Set,
  SetGlobal,
  /// `first` is the include.
  Include,
  /// `first` is the block.
  Block,
  /// `first` is the call, `body`.
  FilterSection,
  Break,
  Continue,
  Super,
};

struct Statement {
  StatementKind kind = StatementKind::Text;
  Span span = {};
  ExpressionId expression = kNone;
  NameId name = kNone;
  NameId key = kNone;
  std::uint32_t first = kNone;
  Body body = {};
  Body otherwise = {};
};

struct Block {
  NameId name = kNone;
  Body body = {};
  bool calls_super = false;
  Span span = {};
};

struct MacroParameter {
  NameId name = kNone;
  /// The constant it has when it is not given, or kNone.
  std::uint32_t fallback = kNone;
};

struct Macro {
  NameId name = kNone;
  std::vector<MacroParameter> parameters = {};
  Body body = {};
  Span span = {};
};

/// `{% import file as space %}`.
struct Import {
  std::string file = {};
  NameId space = kNone;
  Span span = {};
};

struct Include {
  std::vector<std::string> files = {};
  bool ignore_missing = false;
  /// Whether it stands in no `if`, `for`, block or macro: a cycle of such never ends.
  bool unconditional = true;
  Span span = {};
};

struct Template {
  std::string name;
  std::string path;
  std::string text;

  std::vector<Name> names;
  std::vector<Value> constants;
  std::vector<Expression> expressions;
  std::vector<ExpressionId> operands;
  std::vector<Call> calls;
  std::vector<std::string_view> argument_names;
  std::vector<ExpressionId> argument_values;
  std::vector<Statement> statements;
  std::vector<Block> blocks;
  std::vector<Macro> macros;
  std::vector<Import> imports;
  std::vector<Include> includes;

  Body body = {};
  /// The name of the template that this one extends, or "".
  std::string extends;
  Span extends_span;

  std::string_view text_of(Span span) const {
    return std::string_view(text).substr(span.offset, span.length);
  }
};

}  // namespace loom::templating
