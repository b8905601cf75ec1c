#include <algorithm>
#include <cmath>

#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/limits.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

// As in Tera: an element that is not there is an empty string.
Value no_element() {
  return Value::view("");
}

CallResult first(const Value& array, const Arguments&) {
  return array.size() == 0 ? no_element() : array.at(0);
}

CallResult last(const Value& array, const Arguments&) {
  return array.size() == 0 ? no_element() : array.at(array.size() - 1);
}

CallResult nth(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::int64_t index = reader.integer("n");
  if (reader.error()) {
    return *reader.error();
  }
  if (index < 0) {
    return CallError{"the argument `n` must be at least 0", "`array | last` is the last element"};
  }
  const auto position = static_cast<std::size_t>(index);
  return position < array.size() ? array.at(position) : no_element();
}

CallResult join(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string separator = with_escapes(reader.text("sep", ""));
  if (reader.error()) {
    return *reader.error();
  }
  std::string text;
  const std::size_t count = array.size();
  for (std::size_t i = 0; i < count; ++i) {
    text += i == 0 ? "" : separator;
    append_display(text, array.at(i));
    if (text.size() > kStringBytesMax) {
      return CallError{"the result would be too long"};
    }
  }
  return Value::string(std::move(text));
}

/// An index counted from the end when it is negative, clamped to [0, size].
std::size_t position_of(double index, std::size_t size) {
  const double whole = std::trunc(index < 0 ? static_cast<double>(size) + index : index);
  return static_cast<std::size_t>(std::clamp(whole, 0.0, static_cast<double>(size)));
}

CallResult slice(const Value& array, const Arguments& arguments) {
  const Value* start = arguments.find("start");
  const Value* end = arguments.find("end");
  for (const Value* bound : {start, end}) {
    if (bound != nullptr && !bound->is_number()) {
      return CallError{"the arguments `start` and `end` must be numbers, not " + describe(*bound)};
    }
  }
  const std::size_t size = array.size();
  const std::size_t from = start == nullptr ? 0 : position_of(start->as_number(), size);
  const std::size_t to = end == nullptr ? size : position_of(end->as_number(), size);
  Value::Array items;
  for (std::size_t i = from; i < to; ++i) {
    items.push_back(array.at(i));
  }
  return Value::array(std::move(items));
}

CallResult filter(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string attribute = reader.text("attribute");
  if (reader.error()) {
    return *reader.error();
  }
  const Value* wanted = arguments.find("value");
  const bool any = wanted == nullptr || wanted->is_null();
  Value::Array items;
  const std::size_t count = array.size();
  for (std::size_t i = 0; i < count; ++i) {
    Value item = array.at(i);
    const Value found = value_at_path(item, attribute);
    const bool present = !found.is_undefined() && !found.is_null();
    if (any ? present : equal_values(found, *wanted)) {
      items.push_back(std::move(item));
    }
  }
  return Value::array(std::move(items));
}

CallResult map(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string attribute = reader.text("attribute");
  if (reader.error()) {
    return *reader.error();
  }
  Value::Array items;
  const std::size_t count = array.size();
  for (std::size_t i = 0; i < count; ++i) {
    Value found = value_at_path(array.at(i), attribute);
    if (!found.is_undefined() && !found.is_null()) {
      items.push_back(std::move(found));
    }
  }
  return Value::array(std::move(items));
}

CallResult concat(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const Value more = reader.value("with");
  if (reader.error()) {
    return *reader.error();
  }
  if (array.size() + (more.is_array() ? more.size() : 1) > kArrayItemsMax) {
    return CallError{"the result would have too many elements",
                     "at most " + std::to_string(kArrayItemsMax) + " are allowed"};
  }
  Value::Array items = items_of(array);
  if (more.is_array()) {
    Value::Array added = items_of(more);
    for (Value& item : added) {
      items.push_back(std::move(item));
    }
  } else {
    items.push_back(more);
  }
  return Value::array(std::move(items));
}

}  // namespace

void add_collection_filters(Environment& environment) {
  environment.add_filter({.name = "first"}, array_filter(first));
  environment.add_filter({.name = "last"}, array_filter(last));
  environment.add_filter({.name = "nth", .parameters = {"n"}}, array_filter(nth));
  environment.add_filter({.name = "join", .parameters = {"sep"}}, array_filter(join));
  environment.add_filter({.name = "slice", .parameters = {"start", "end"}, .is_query = true},
                         array_filter(slice));
  environment.add_filter({.name = "filter", .parameters = {"attribute", "value"}, .is_query = true},
                         array_filter(filter));
  environment.add_filter({.name = "map", .parameters = {"attribute"}, .is_query = true}, array_filter(map));
  environment.add_filter({.name = "concat", .parameters = {"with"}, .is_query = true}, array_filter(concat));
}

}  // namespace loom::templating
