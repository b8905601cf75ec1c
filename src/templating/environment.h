// The functions, filters and tests that templates may call: the built-in ones and the host's. Filled before
// use; after that any number of threads may read it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "templating/call.h"
#include "templating/value.h"

namespace loom::templating {

/// Whether what a call gives is markup already (Tera's `is_safe`). Unsafe results are escaped where escaping
/// is on, unless the value itself is marked safe.
enum class CallOutput : std::uint8_t { Text, Markup };

using Function = std::function<CallResult(const Arguments&, RenderContext&)>;
using Filter = std::function<CallResult(const Value& input, const Arguments&, RenderContext&)>;
/// Gives a boolean. `input` is undefined when the variable is.
using Test = std::function<CallResult(const Value& input, std::span<const Value> arguments)>;

/// What is called by name, and what may be handed to it.
struct Signature {
  std::string name;
  /// Arguments it knows: others are a warning when the template is compiled. `any_arguments` switches that
  /// off.
  std::vector<std::string> parameters = {};
  bool any_arguments = false;
  CallOutput output = CallOutput::Text;
  /// Gives an array or map that depends on nothing but input and arguments: a CollectionMemo may remember it.
  bool is_query = false;
};

template <typename Callable>
struct Registered {
  Signature signature;
  Callable call;
};

class Environment {
 public:
  /// Holds all built-in functions, filters and tests that need no site.
  Environment();

  /// A later registration replaces an earlier one of the same name.
  void add_function(Signature signature, Function function);
  void add_filter(Signature signature, Filter filter);
  void add_test(std::string name, Test test);

  /// Null when there is none.
  const Registered<Function>* find_function(std::string_view name) const;
  const Registered<Filter>* find_filter(std::string_view name) const;
  const Registered<Test>* find_test(std::string_view name) const;

  /// Sorted.
  std::vector<std::string> function_names() const;
  std::vector<std::string> filter_names() const;
  std::vector<std::string> test_names() const;

 private:
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };
  template <typename Entry>
  using ByName = std::unordered_map<std::string, Entry, NameHash, std::equal_to<>>;
  template <typename Callable>
  using Table = ByName<Registered<Callable>>;

  Table<Function> functions_;
  Table<Filter> filters_;
  Table<Test> tests_;
};

}  // namespace loom::templating
