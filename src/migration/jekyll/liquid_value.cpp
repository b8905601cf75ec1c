#include "migration/jekyll/liquid_value.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/date_format.h"
#include "migration/jekyll/liquid_filters.h"

namespace loom::migration {

namespace {

/// Parts between separators that stand outside of quotes, blanks taken off.
std::vector<std::string_view> split_outside_quotes(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != 0) {
      quote = text[i] == quote ? '\0' : quote;
    } else if (text[i] == '"' || text[i] == '\'') {
      quote = text[i];
    } else if (text.substr(i).starts_with(separator)) {
      parts.push_back(base::trim(text.substr(begin, i - begin)));
      begin = i + separator.size();
      i = begin - 1;
    }
  }
  parts.push_back(base::trim(text.substr(std::min(begin, text.size()))));
  return parts;
}

std::optional<base::Data> literal_value(std::string_view word) {
  if (auto text = literal_text(word)) {
    return base::Data(*std::move(text));
  }
  if (word == "true" || word == "false") {
    return base::Data(word == "true");
  }
  if (word == "nil" || word == "null") {
    return base::Data();
  }
  if (word == "empty" || word == "blank") {
    return base::Data("");
  }
  std::int64_t integer = 0;
  const char* const end = word.data() + word.size();
  if (!word.empty() && std::from_chars(word.data(), end, integer).ptr == end) {
    return base::Data(integer);
  }
  double number = 0;
  if (!word.empty() && base::is_digit(word[0]) && std::from_chars(word.data(), end, number).ptr == end) {
    return base::Data(number);
  }
  return std::nullopt;
}

/// "a.b[0]['c']" -> {"a", "b", "0", "c"}; nothing for an index that is no literal.
std::optional<std::vector<std::string>> path_parts(std::string_view path, const LiquidScope& scope) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (at < path.size()) {
    if (path[at] == '[') {
      const std::size_t close = path.find(']', at);
      if (close == std::string_view::npos) {
        return std::nullopt;
      }
      const auto index = evaluate_liquid(path.substr(at + 1, close - at - 1), scope);
      const auto text = index ? liquid_text(*index) : std::nullopt;
      if (!text) {
        return std::nullopt;
      }
      parts.push_back(*text);
      at = close + 1;
    } else if (path[at] == '.') {
      ++at;
    } else {
      const std::size_t end = std::min(path.find_first_of(".[", at), path.size());
      parts.emplace_back(path.substr(at, end - at));
      at = end;
    }
  }
  return parts;
}

/// Of lists: elements and their number. `made` holds what is not part of `value`.
const base::Data& member(const base::Data& value, const std::string& key, base::Data& made) {
  static const base::Data kNull;
  if (const base::Data::Array* array = value.as_array()) {
    if (key == "size") {
      made = static_cast<std::int64_t>(array->size());
      return made;
    }
    if (key == "first" || key == "last") {
      return array->empty() ? kNull : key == "first" ? array->front() : array->back();
    }
    const auto index = base::parse_unsigned(key);
    return index && *index < array->size() ? (*array)[*index] : kNull;
  }
  if (const std::string* text = value.as_string(); text != nullptr && key == "size") {
    made = static_cast<std::int64_t>(text->size());
    return made;
  }
  const base::Data* found = value.find(key);
  return found == nullptr ? kNull : *found;
}

std::optional<base::Data> variable_value(std::string_view path, const LiquidScope& scope) {
  const auto parts = path_parts(path, scope);
  if (!parts || parts->empty()) {
    return std::nullopt;
  }
  const auto root = scope.variables.find(parts->front());
  if (root == scope.variables.end()) {
    return std::nullopt;
  }
  if (const auto unknown = scope.unknown_keys.find(parts->front()); unknown != scope.unknown_keys.end()) {
    const auto& keys = unknown->second;
    if (parts->size() < 2 || std::find(keys.begin(), keys.end(), (*parts)[1]) != keys.end()) {
      return std::nullopt;
    }
  }
  const base::Data* value = &root->second;
  base::Data made;
  for (std::size_t i = 1; i < parts->size(); ++i) {
    value = &member(*value, (*parts)[i], made);
  }
  return *value;
}

std::optional<base::Data> operand_value(std::string_view word, const LiquidScope& scope) {
  word = base::trim(word);
  auto literal = literal_value(word);
  return literal ? std::move(literal) : variable_value(word, scope);
}

bool is_true(const base::Data& value) {
  return !value.is_null() && (value.as_bool() == nullptr || *value.as_bool());
}

std::optional<bool> compare(const base::Data& left, std::string_view operation, const base::Data& right) {
  if (operation == "contains") {
    if (const base::Data::Array* array = left.as_array()) {
      return std::find(array->begin(), array->end(), right) != array->end();
    }
    const std::string* text = left.as_string();
    return text != nullptr && right.as_string() != nullptr &&
           text->find(*right.as_string()) != std::string::npos;
  }
  if (operation == "==" || operation == "!=") {
    return (left == right) == (operation == "==");
  }
  const auto* a = left.as_integer();
  const auto* b = right.as_integer();
  if (a == nullptr || b == nullptr) {
    return std::nullopt;
  }
  return operation == "<" ? *a < *b : operation == ">" ? *a > *b : operation == "<=" ? *a <= *b : *a >= *b;
}

std::optional<bool> evaluate_comparison(std::string_view text, const LiquidScope& scope) {
  for (const std::string_view operation : {"==", "!=", "<=", ">=", "<", ">", " contains "}) {
    const std::vector<std::string_view> sides = split_outside_quotes(text, operation);
    if (sides.size() == 2) {
      const auto left = operand_value(sides[0], scope);
      const auto right = operand_value(sides[1], scope);
      return left && right ? compare(*left, base::trim(operation), *right) : std::nullopt;
    }
  }
  const auto value = operand_value(text, scope);
  return value ? std::optional(is_true(*value)) : std::nullopt;
}

}  // namespace

std::optional<std::string> literal_text(std::string_view expression) {
  expression = base::trim(expression);
  const bool has_quotes = expression.size() > 1 &&
                          (expression.front() == '"' || expression.front() == '\'') &&
                          expression.find(expression.front(), 1) == expression.size() - 1;
  return has_quotes ? std::optional(std::string(expression.substr(1, expression.size() - 2))) : std::nullopt;
}

std::optional<std::string> liquid_text(const base::Data& value) {
  if (value.is_null()) {
    return "";
  }
  if (const std::string* text = value.as_string()) {
    return *text;
  }
  if (const bool* boolean = value.as_bool()) {
    return *boolean ? "true" : "false";
  }
  if (const std::int64_t* integer = value.as_integer()) {
    return std::to_string(*integer);
  }
  if (const double* number = value.as_float()) {
    return fmt::format("{}", *number);
  }
  if (const base::DateTime* date = value.as_date()) {
    return base::format_date(*date, date->has_time ? "%F %T %z" : "%F");
  }
  std::string joined;
  if (const base::Data::Array* array = value.as_array()) {
    for (const base::Data& item : *array) {
      const auto text = liquid_text(item);
      if (!text) {
        return std::nullopt;
      }
      joined += *text;
    }
    return joined;
  }
  return std::nullopt;
}

std::optional<base::Data> evaluate_liquid(std::string_view expression, const LiquidScope& scope) {
  const std::vector<std::string_view> steps = split_outside_quotes(expression, "|");
  std::optional<base::Data> value = operand_value(steps.front(), scope);
  for (std::size_t i = 1; i < steps.size() && value; ++i) {
    const std::size_t colon = steps[i].find(':');
    std::vector<base::Data> arguments;
    if (colon != std::string_view::npos) {
      for (const std::string_view argument : split_outside_quotes(steps[i].substr(colon + 1), ",")) {
        const auto operand = operand_value(argument, scope);
        if (!operand) {
          return std::nullopt;
        }
        arguments.push_back(*operand);
      }
    }
    value = apply_liquid_filter(base::trim(steps[i].substr(0, colon)), *value, arguments, scope);
  }
  return value;
}

std::optional<bool> evaluate_condition(std::string_view condition, const LiquidScope& scope) {
  // Liquid reads mixed conditions from the right; those that mix are rare enough to take `or` as the weaker.
  for (const std::string_view word : {" or ", " and "}) {
    const std::vector<std::string_view> sides = split_outside_quotes(condition, word);
    if (sides.size() < 2) {
      continue;
    }
    const bool is_or = word == " or ";
    bool is_known = true;
    for (const std::string_view side : sides) {
      const auto holds = evaluate_condition(side, scope);
      if (holds && *holds == is_or) {
        return is_or;
      }
      is_known = is_known && holds;
    }
    return is_known ? std::optional(!is_or) : std::nullopt;
  }
  return evaluate_comparison(condition, scope);
}

std::vector<std::pair<std::string, std::string>> parse_tag_arguments(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> arguments;
  std::size_t at = 0;
  for (std::size_t equals = text.find('=', at); equals != std::string_view::npos;
       equals = text.find('=', at)) {
    const std::string_view name = base::trim(text.substr(at, equals - at));
    std::size_t begin = equals + 1;
    while (begin < text.size() && base::is_space(text[begin])) {
      ++begin;
    }
    const bool is_quoted = begin < text.size() && (text[begin] == '"' || text[begin] == '\'');
    std::size_t end = is_quoted ? text.find(text[begin], begin + 1) : text.find_first_of(" \t\n", begin);
    end = end == std::string_view::npos ? text.size() : end + (is_quoted ? 1 : 0);
    arguments.emplace_back(name.substr(name.find_last_of(" \t\n,") + 1), text.substr(begin, end - begin));
    at = end;
  }
  return arguments;
}

}  // namespace loom::migration
