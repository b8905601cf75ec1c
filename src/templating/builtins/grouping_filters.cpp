#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

/// What elements can be ordered by: values of one of these kinds do not mix.
enum class KeyKind : std::uint8_t { Boolean, Number, Text, Date, Length };

std::optional<KeyKind> key_kind_of(const Value& key) {
  switch (key.kind()) {
    case ValueKind::Boolean:
      return KeyKind::Boolean;
    case ValueKind::Integer:
    case ValueKind::Float:
      return KeyKind::Number;
    case ValueKind::String:
      return KeyKind::Text;
    case ValueKind::Date:
      return KeyKind::Date;
    case ValueKind::Array:
      return KeyKind::Length;
    default:
      return std::nullopt;
  }
}

struct Keyed {
  Value item;
  Value key;
};

bool comes_before(KeyKind kind, const Value& a, const Value& b) {
  switch (kind) {
    case KeyKind::Boolean:
      return !a.as_boolean() && b.as_boolean();
    case KeyKind::Number:
      return a.as_number() < b.as_number();
    case KeyKind::Text:
      return a.as_text() < b.as_text();
    case KeyKind::Date:
      return a.as_date().moment < b.as_date().moment;
    case KeyKind::Length:
      return a.size() < b.size();
  }
  return false;
}

CallResult sort(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string attribute = reader.text("attribute", "");
  if (reader.error()) {
    return *reader.error();
  }
  std::vector<Keyed> keyed;
  std::optional<KeyKind> kind;
  Value::Array items = items_of(array);
  for (Value& item : items) {
    Value key = value_at_path(item, attribute);
    if (key.is_undefined()) {
      return CallError{"an element has no `" + attribute + "`: it is " + describe(item)};
    }
    const auto own = key_kind_of(key);
    if (!own) {
      return CallError{describe(key) + " has no order"};
    }
    if (kind && *kind != *own) {
      return CallError{"elements of different types have no order: " + describe(keyed.front().key) + " and " +
                       describe(key)};
    }
    kind = own;
    keyed.push_back({std::move(item), std::move(key)});
  }
  if (kind) {
    std::stable_sort(keyed.begin(), keyed.end(),
                     [&](const Keyed& a, const Keyed& b) { return comes_before(*kind, a.key, b.key); });
  }
  Value::Array sorted;
  sorted.reserve(keyed.size());
  for (Keyed& entry : keyed) {
    sorted.push_back(std::move(entry.item));
  }
  return Value::array(std::move(sorted));
}

CallResult unique(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const bool case_sensitive = reader.boolean("case_sensitive", false);
  const std::string attribute = reader.text("attribute", "");
  if (reader.error()) {
    return *reader.error();
  }
  Value::Array kept;
  std::unordered_set<std::string> seen;
  std::optional<KeyKind> kind;
  Value::Array items = items_of(array);
  for (Value& item : items) {
    const Value key = value_at_path(item, attribute);
    if (key.is_undefined()) {
      continue;
    }
    const auto own = key_kind_of(key);
    if (!own || *own == KeyKind::Length) {
      return CallError{"it compares strings, numbers, booleans and dates, not " + describe(key)};
    }
    if (kind && *kind != *own) {
      return CallError{"it cannot compare elements of different types"};
    }
    kind = own;
    std::string text = display_text(key);
    if (seen.insert(case_sensitive ? std::move(text) : base::to_lower_unicode(text)).second) {
      kept.push_back(std::move(item));
    }
  }
  return Value::array(std::move(kept));
}

CallResult group_by(const Value& array, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string attribute = reader.text("attribute");
  if (reader.error()) {
    return *reader.error();
  }
  std::vector<std::pair<std::string, Value::Array>> groups;
  std::unordered_map<std::string, std::size_t> positions;
  Value::Array items = items_of(array);
  for (Value& item : items) {
    const Value key = value_at_path(item, attribute);
    if (key.is_undefined() || key.is_null()) {
      continue;
    }
    std::string text;
    if (key.is_array() || key.is_map()) {
      append_json(text, key, {});
    } else {
      text = display_text(key);
    }
    const auto [found, added] = positions.try_emplace(text, groups.size());
    if (added) {
      groups.emplace_back(std::move(text), Value::Array());
    }
    groups[found->second].second.push_back(std::move(item));
  }
  Value::Map result;
  for (auto& [key, members] : groups) {
    result.emplace_back(std::move(key), Value::array(std::move(members)));
  }
  return Value::map(std::move(result));
}

}  // namespace

void add_grouping_filters(Environment& environment) {
  environment.add_filter({.name = "sort", .parameters = {"attribute"}, .is_query = true}, array_filter(sort));
  environment.add_filter({.name = "unique", .parameters = {"attribute", "case_sensitive"}, .is_query = true},
                         array_filter(unique));
  environment.add_filter({.name = "group_by", .parameters = {"attribute"}, .is_query = true},
                         array_filter(group_by));
}

}  // namespace loom::templating
