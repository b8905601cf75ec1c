// The variables of one render: frames of templates, includes and macros, the loops in them, and the host's
// context below. Names are compared by hash first; a page has few of them, so that lookups are short scans.
// One render, one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templating/program/template.h"
#include "templating/value.h"

namespace loom::templating {

struct Binding {
  Name name;
  Value value;
};

struct LoopState {
  std::size_t index = 0;
  std::size_t count = 0;
};

class Scope {
 public:
  explicit Scope(Value context);

  /// The template that is rendered, or an include: sees everything outside.
  void enter_include();
  /// Sees its arguments and the host's context only.
  void enter_macro(std::vector<Binding> arguments);
  void leave_frame();

  /// A loop of the current frame. Its variables and what is `set` in it end with each run.
  void enter_loop(std::size_t count);
  /// Starts the run of that index, with the loop's own variables next.
  void start_run(std::size_t index);
  void bind(const Name& name, Value value) { locals_.push_back({name, std::move(value)}); }
  void leave_loop();

  /// `set`: in the innermost loop of the current frame, or in the frame.
  void set(const Name& name, Value value);
  /// `set_global`: in the current frame, outside of its loops.
  void set_global(const Name& name, Value value);

  /// Null when there is no such variable. Valid until the next call of any other member.
  const Value* find(const Name& name);
  /// The same by value, for names that do not outlive the call; undefined when there is none.
  Value find_once(std::string_view name) const;
  /// The innermost loop that is visible, or null.
  const LoopState* loop() const;
  /// Every visible name, innermost first, without repetition.
  std::vector<std::string> names() const;
  /// Every visible variable as one map, for `__tera_context`.
  Value dump() const;

 private:
  struct Frame {
    bool is_macro = false;
    std::size_t first_local = 0;
    std::size_t first_loop = 0;
    std::vector<Binding> variables;
  };
  struct Loop {
    LoopState state;
    std::size_t first_local = 0;
  };

  static void assign(std::vector<Binding>& bindings, std::size_t from, const Name& name, Value value);
  const Value* find_in_frames(const Name& name) const;

  Value context_;
  std::vector<Binding> context_cache_;
  std::vector<Frame> frames_;
  std::vector<Loop> loops_;
  std::vector<Binding> locals_;
};

}  // namespace loom::templating
