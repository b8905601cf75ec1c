#include "templating/evaluation/operators.h"

#include <cmath>
#include <limits>
#include <string_view>

#include "templating/value_text.h"

namespace loom::templating {

namespace {

std::string_view sign_of(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::Add:
      return "+";
    case ExpressionKind::Subtract:
      return "-";
    case ExpressionKind::Multiply:
      return "*";
    case ExpressionKind::Divide:
      return "/";
    case ExpressionKind::Modulo:
      return "%";
    case ExpressionKind::Less:
      return "<";
    case ExpressionKind::LessEqual:
      return "<=";
    case ExpressionKind::Greater:
      return ">";
    default:
      return ">=";
  }
}

CallError wrong_operands(ExpressionKind kind, const Value& left, const Value& right) {
  const bool strings = left.is_string() || right.is_string();
  std::string hint;
  if (kind == ExpressionKind::Add && strings) {
    hint = "strings are joined with `~`";
  } else if (strings) {
    hint = "the filters `int` and `float` make numbers of strings";
  }
  return {
      "`" + std::string(sign_of(kind)) + "` does not work on " + describe(left) + " and " + describe(right),
      std::move(hint)};
}

CallError out_of_range(ExpressionKind kind, const Value& left, const Value& right) {
  return {display_text(left) + " " + std::string(sign_of(kind)) + " " + display_text(right) +
          " does not fit into 64 bits"};
}

Value float_value(double number) {
  return std::isfinite(number) ? Value::floating(number) : Value::view("NaN");
}

CallResult calculate_integers(ExpressionKind kind, const Value& left, const Value& right) {
  const std::int64_t a = left.as_integer();
  const std::int64_t b = right.as_integer();
  std::int64_t result = 0;
  bool overflow = false;
  switch (kind) {
    case ExpressionKind::Add:
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case ExpressionKind::Subtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case ExpressionKind::Multiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    default:
      if (b == 0) {
        return CallError{"division by zero: " + display_text(left) + " % 0"};
      }
      // The one remainder that overflows is 0.
      result = b == -1 ? 0 : a % b;
  }
  if (overflow) {
    return out_of_range(kind, left, right);
  }
  return Value::integer(result);
}

Value divide(double a, double b) {
  const double quotient = a / b;
  constexpr double kIntegerLimit = 9223372036854775808.0;
  if (std::isfinite(quotient) && std::round(quotient) == quotient && std::fabs(quotient) < kIntegerLimit) {
    return Value::integer(static_cast<std::int64_t>(quotient));
  }
  return float_value(quotient);
}

bool equal_numbers(const Value& left, const Value& right) {
  const bool integers = left.kind() == ValueKind::Integer && right.kind() == ValueKind::Integer;
  return integers ? left.as_integer() == right.as_integer() : left.as_number() == right.as_number();
}

template <typename T>
bool holds(ExpressionKind kind, const T& left, const T& right) {
  switch (kind) {
    case ExpressionKind::Less:
      return left < right;
    case ExpressionKind::LessEqual:
      return left <= right;
    case ExpressionKind::Greater:
      return left > right;
    default:
      return left >= right;
  }
}

}  // namespace

CallResult calculate(ExpressionKind kind, const Value& left, const Value& right) {
  if (!left.is_number() || !right.is_number()) {
    return wrong_operands(kind, left, right);
  }
  const bool integers = left.kind() == ValueKind::Integer && right.kind() == ValueKind::Integer;
  if (kind != ExpressionKind::Divide && integers) {
    return calculate_integers(kind, left, right);
  }
  const double a = left.as_number();
  const double b = right.as_number();
  switch (kind) {
    case ExpressionKind::Add:
      return float_value(a + b);
    case ExpressionKind::Subtract:
      return float_value(a - b);
    case ExpressionKind::Multiply:
      return float_value(a * b);
    case ExpressionKind::Divide:
      return divide(a, b);
    default:
      return float_value(std::fmod(a, b));
  }
}

CallResult compare(ExpressionKind kind, const Value& left, const Value& right) {
  if (left.is_number() && right.is_number()) {
    if (left.kind() == ValueKind::Integer && right.kind() == ValueKind::Integer) {
      return Value::boolean(holds(kind, left.as_integer(), right.as_integer()));
    }
    return Value::boolean(holds(kind, left.as_number(), right.as_number()));
  }
  if (left.is_string() && right.is_string()) {
    return Value::boolean(holds(kind, left.as_text(), right.as_text()));
  }
  if (left.kind() == ValueKind::Date && right.kind() == ValueKind::Date) {
    return Value::boolean(holds(kind, left.as_date().moment, right.as_date().moment));
  }
  return wrong_operands(kind, left, right);
}

bool is_equal(const Value& left, const Value& right) {
  return left.is_number() && right.is_number() ? equal_numbers(left, right) : equal_values(left, right);
}

bool is_unequal(const Value& left, const Value& right) {
  return left.is_number() == right.is_number() && !is_equal(left, right);
}

CallResult is_in(const Value& needle, const Value& container) {
  if (container.is_array()) {
    const std::size_t count = container.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (equal_values(container.at(i), needle)) {
        return Value::boolean(true);
      }
    }
    return Value::boolean(false);
  }
  const bool textual = container.is_string() || container.kind() == ValueKind::Date;
  if (!textual && !container.is_map()) {
    return CallError{"`in` searches arrays, strings and maps, not " + describe(container)};
  }
  if (!needle.is_string() && needle.kind() != ValueKind::Date) {
    return CallError{"only a string can be in " + std::string(container.type_name()) + ", not " +
                     describe(needle)};
  }
  const std::string text = text_of(needle);
  return Value::boolean(textual ? text_of(container).find(text) != std::string::npos
                                : !container.field(text).is_undefined());
}

}  // namespace loom::templating
