#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "base/ascii.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"

namespace loom::templating {

namespace {

/// As Rust's `as i64`: towards zero, clamped, 0 for NaN.
std::int64_t to_integer(double number) {
  constexpr double kLimit = 9223372036854775808.0;
  if (std::isnan(number)) {
    return 0;
  }
  if (number >= kLimit) {
    return std::numeric_limits<std::int64_t>::max();
  }
  return number < -kLimit ? std::numeric_limits<std::int64_t>::min() : static_cast<std::int64_t>(number);
}

std::optional<double> parse_float(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                   : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text, int base) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                   : std::nullopt;
}

std::string_view without_radix_prefix(std::string_view text, std::int64_t base) {
  const std::string_view prefix = base == 2 ? "0b" : base == 8 ? "0o" : base == 16 ? "0x" : "";
  while (!prefix.empty() && text.starts_with(prefix)) {
    text.remove_prefix(prefix.size());
  }
  return text;
}

CallResult to_int(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const std::int64_t fallback = reader.integer("default", 0);
  const std::int64_t base = reader.integer("base", 10);
  if (reader.error()) {
    return *reader.error();
  }
  if (base < 2 || base > 36) {
    return CallError{"the argument `base` must be from 2 to 36"};
  }
  if (input.is_number()) {
    return input.kind() == ValueKind::Integer ? input : Value::integer(to_integer(input.as_number()));
  }
  if (!input.is_string()) {
    return wrong_input("strings and numbers", input);
  }
  const std::string_view text = without_radix_prefix(base::trim(input.as_text()), base);
  if (const auto number = parse_integer(text, static_cast<int>(base))) {
    return Value::integer(*number);
  }
  const auto number = text.find('.') == std::string_view::npos ? std::nullopt : parse_float(text);
  return Value::integer(number ? to_integer(*number) : fallback);
}

CallResult to_float(const Value& input, const Arguments& arguments, RenderContext&) {
  const Value* fallback = arguments.find("default");
  if (fallback != nullptr && !fallback->is_number()) {
    return CallError{"the argument `default` must be a number"};
  }
  if (input.is_number()) {
    return Value::floating(input.as_number());
  }
  if (!input.is_string()) {
    return wrong_input("strings and numbers", input);
  }
  const auto number = parse_float(base::trim(input.as_text()));
  return Value::floating(number ? *number : fallback != nullptr ? fallback->as_number() : 0.0);
}

CallResult absolute(const Value& input, const Arguments&, RenderContext&) {
  if (input.kind() == ValueKind::Integer) {
    const std::int64_t number = input.as_integer();
    if (number == std::numeric_limits<std::int64_t>::min()) {
      return CallError{"the result does not fit into 64 bits"};
    }
    return Value::integer(number < 0 ? -number : number);
  }
  if (input.kind() == ValueKind::Float) {
    return Value::floating(std::fabs(input.as_number()));
  }
  return wrong_input("numbers", input);
}

CallResult pluralize(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  std::string plural = reader.text("plural", "s");
  std::string singular = reader.text("singular", "");
  if (reader.error()) {
    return *reader.error();
  }
  if (!input.is_number()) {
    return wrong_input("numbers", input);
  }
  const bool one = std::fabs(std::fabs(input.as_number()) - 1.0) <= std::numeric_limits<double>::epsilon();
  return Value::string(one ? std::move(singular) : std::move(plural));
}

CallResult round_number(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const std::string method = reader.text("method", "common");
  const std::int64_t precision = reader.integer("precision", 0);
  if (reader.error()) {
    return *reader.error();
  }
  if (!input.is_number()) {
    return wrong_input("numbers", input);
  }
  const double multiplier = precision == 0 ? 1.0 : std::pow(10.0, static_cast<double>(precision));
  const double scaled = multiplier * input.as_number();
  if (method == "common") {
    return Value::floating(std::round(scaled) / multiplier);
  }
  if (method == "ceil") {
    return Value::floating(std::ceil(scaled) / multiplier);
  }
  if (method == "floor") {
    return Value::floating(std::floor(scaled) / multiplier);
  }
  return CallError{"the argument `method` must be \"common\", \"ceil\" or \"floor\", not \"" + method + "\""};
}

CallResult format_size(const Value& input, const Arguments& arguments, RenderContext&) {
  static constexpr std::array<std::string_view, 7> kDecimal = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  static constexpr std::array<std::string_view, 7> kBinary = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  ArgumentReader reader(arguments);
  const bool binary = reader.boolean("binary", false);
  if (reader.error()) {
    return *reader.error();
  }
  if (input.kind() != ValueKind::Integer || input.as_integer() < 0) {
    return wrong_input("integers of at least 0", input);
  }
  // Both count in steps of 1,024, as file managers do; they differ in the names of the units.
  double size = input.as_number();
  std::size_t unit = 0;
  while (size >= 1024.0 && unit + 1 < kDecimal.size()) {
    size /= 1024.0;
    ++unit;
  }
  const bool whole = size == std::floor(size);
  return Value::string(
      fmt::format("{:.{}f} {}", size, whole ? 0 : 2, binary ? kBinary[unit] : kDecimal[unit]));
}

}  // namespace

void add_number_filters(Environment& environment) {
  environment.add_filter({.name = "int", .parameters = {"default", "base"}}, to_int);
  environment.add_filter({.name = "float", .parameters = {"default"}}, to_float);
  environment.add_filter({.name = "abs"}, absolute);
  environment.add_filter({.name = "pluralize", .parameters = {"singular", "plural"}}, pluralize);
  environment.add_filter({.name = "round", .parameters = {"method", "precision"}}, round_number);
  environment.add_filter({.name = "filesizeformat", .parameters = {"binary"}}, format_size);
}

}  // namespace loom::templating
