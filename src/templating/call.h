// What functions, filters and tests get and give. Used on the thread that renders.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "templating/value.h"

namespace loom::templating {

/// Why a call failed, for the author of the template. The evaluator adds file, line and the name that was
/// called.
struct CallError {
  std::string message;
  std::string hint = {};
};

class [[nodiscard]] CallResult {
 public:
  CallResult(Value value) : state_(std::move(value)) {}
  CallResult(CallError error) : state_(std::move(error)) {}

  /// Null when the call failed.
  Value* value() { return std::get_if<0>(&state_); }
  /// Null when the call succeeded.
  CallError* error() { return std::get_if<1>(&state_); }

 private:
  std::variant<Value, CallError> state_;
};

/// The keyword arguments of one call. Borrowed: lives for the call.
class Arguments {
 public:
  Arguments(std::span<const std::string_view> names, std::span<const Value> values)
      : names_(names), values_(values) {}

  /// Null when the argument was not given. Never an undefined value: that is an error before the call.
  const Value* find(std::string_view name) const;
  std::span<const std::string_view> names() const { return names_; }
  std::span<const Value> values() const { return values_; }

 private:
  std::span<const std::string_view> names_;
  std::span<const Value> values_;
};

/// Reads typed arguments and keeps the first mistake:
///   ArgumentReader reader(arguments);
///   const std::string pattern = reader.text("pat");
///   if (reader.error()) { return *reader.error(); }
/// A getter without a fallback requires the argument. After a mistake getters give empty values.
class ArgumentReader {
 public:
  explicit ArgumentReader(const Arguments& arguments) : arguments_(arguments) {}

  std::string text(std::string_view name);
  std::string text(std::string_view name, std::string_view fallback);
  std::int64_t integer(std::string_view name);
  std::int64_t integer(std::string_view name, std::int64_t fallback);
  /// An integer of at least 0.
  std::size_t count(std::string_view name, std::size_t fallback);
  bool boolean(std::string_view name, bool fallback);
  /// Undefined after a mistake.
  Value value(std::string_view name);

  const std::optional<CallError>& error() const { return error_; }

 private:
  const Value* find_required(std::string_view name);
  void reject(std::string_view name, std::string_view expected, const Value& value);

  const Arguments& arguments_;
  std::optional<CallError> error_;
};

/// Whatever the host wants its functions to find again during one render (the page, what it recorded). Handed
/// through unread.
class HostState {
 public:
  virtual ~HostState() = default;
};

/// What a function can ask about the render that called it.
class RenderContext {
 public:
  virtual ~RenderContext() = default;

  /// The variable as the calling template sees it at this place; undefined when there is none.
  virtual Value find(std::string_view name) = 0;
  /// RenderInput::host.
  virtual HostState* host() const = 0;
  /// The name of the template whose text holds the call.
  virtual std::string_view template_name() const = 0;
  /// A pseudo-random number; the sequence depends on RenderInput::random_seed only. Marks the render as not
  /// repeatable.
  virtual std::uint64_t random() = 0;
  /// A warning at the place of the call.
  virtual void warn(std::string message, std::string hint) = 0;
  /// An error at the place of the call, for a mistake that shows only after the render.
  virtual base::Diagnostic describe_place() const = 0;
};

}  // namespace loom::templating
