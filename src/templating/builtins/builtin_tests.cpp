#include <cmath>

#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/builtins/pattern.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

using TestArguments = std::span<const Value>;

/// A test with `argument_count` arguments on a variable that must exist.
template <typename Call>
Test defined_test(std::size_t argument_count, Call call) {
  return [argument_count, call](const Value& input, TestArguments arguments) -> CallResult {
    if (arguments.size() != argument_count) {
      return CallError{"it takes " + std::to_string(argument_count) +
                       (argument_count == 1 ? " argument" : " arguments") + ", not " +
                       std::to_string(arguments.size())};
    }
    if (input.is_undefined()) {
      return CallError{"the variable is not defined", "test it with `is defined` first"};
    }
    return call(input, arguments);
  };
}

Test existence_test(bool wanted) {
  return [wanted](const Value& input, TestArguments arguments) -> CallResult {
    if (!arguments.empty()) {
      return CallError{"it takes no arguments"};
    }
    return Value::boolean(input.is_undefined() != wanted);
  };
}

bool is_textual(const Value& value) {
  return value.is_string() || value.kind() == ValueKind::Date;
}

CallResult is_text(const Value& input, TestArguments) {
  return Value::boolean(is_textual(input));
}

CallResult is_number(const Value& input, TestArguments) {
  return Value::boolean(input.is_number());
}

CallResult is_iterable(const Value& input, TestArguments) {
  return Value::boolean(input.is_array() || input.is_map());
}

CallResult is_map(const Value& input, TestArguments) {
  return Value::boolean(input.is_map());
}

CallResult has_remainder(const Value& input, double divisor, bool wanted) {
  if (!input.is_number()) {
    return wrong_input("numbers", input);
  }
  return Value::boolean((std::fmod(input.as_number(), divisor) != 0.0) == wanted);
}

CallResult is_divisible(const Value& input, TestArguments arguments) {
  if (!arguments[0].is_number()) {
    return CallError{"its argument must be a number, not " + describe(arguments[0])};
  }
  return has_remainder(input, arguments[0].as_number(), false);
}

/// A test of two strings.
template <typename Compare>
Test text_test(Compare compare) {
  return defined_test(1, [compare](const Value& input, TestArguments arguments) -> CallResult {
    if (!is_textual(input)) {
      return wrong_input("strings", input);
    }
    if (!is_textual(arguments[0])) {
      return CallError{"its argument must be a string, not " + describe(arguments[0])};
    }
    return Value::boolean(compare(text_of(input), text_of(arguments[0])));
  });
}

CallResult contains(const Value& input, TestArguments arguments) {
  const Value& needle = arguments[0];
  if (input.is_array()) {
    const std::size_t count = input.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (equal_values(input.at(i), needle)) {
        return Value::boolean(true);
      }
    }
    return Value::boolean(false);
  }
  if (!is_textual(input) && !input.is_map()) {
    return wrong_input("strings, arrays and maps", input);
  }
  if (!is_textual(needle)) {
    return CallError{"its argument must be a string, not " + describe(needle)};
  }
  return Value::boolean(input.is_map() ? !input.field(text_of(needle)).is_undefined()
                                       : text_of(input).find(text_of(needle)) != std::string::npos);
}

CallResult matches(const Value& input, TestArguments arguments) {
  if (!is_textual(input)) {
    return wrong_input("strings", input);
  }
  if (!is_textual(arguments[0])) {
    return CallError{"its argument must be a string, not " + describe(arguments[0])};
  }
  const auto pattern = Pattern::parse(text_of(arguments[0]));
  if (const std::string* error = std::get_if<std::string>(&pattern)) {
    return CallError{"the regular expression \"" + text_of(arguments[0]) + "\" is wrong: " + *error};
  }
  return Value::boolean(std::get_if<Pattern>(&pattern)->matches(text_of(input)));
}

}  // namespace

void add_builtin_tests(Environment& environment) {
  environment.add_test("defined", existence_test(true));
  environment.add_test("undefined", existence_test(false));
  environment.add_test("string", defined_test(0, is_text));
  environment.add_test("number", defined_test(0, is_number));
  environment.add_test("iterable", defined_test(0, is_iterable));
  environment.add_test("object", defined_test(0, is_map));
  environment.add_test("odd", defined_test(0, [](const Value& input, TestArguments) {
                         return has_remainder(input, 2, true);
                       }));
  environment.add_test("even", defined_test(0, [](const Value& input, TestArguments) {
                         return has_remainder(input, 2, false);
                       }));
  environment.add_test("divisibleby", defined_test(1, is_divisible));
  environment.add_test("starting_with", text_test([](const std::string& text, const std::string& part) {
                         return text.starts_with(part);
                       }));
  environment.add_test("ending_with", text_test([](const std::string& text, const std::string& part) {
                         return text.ends_with(part);
                       }));
  environment.add_test("containing", defined_test(1, contains));
  environment.add_test("matching", defined_test(1, matches));
}

}  // namespace loom::templating
