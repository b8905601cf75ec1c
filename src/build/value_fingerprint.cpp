#include "build/value_fingerprint.h"

#include <bit>

#include "build/fingerprint.h"
#include "templating/limits.h"
#include "templating/object.h"

namespace loom::build {
namespace {

using templating::Value;
using templating::ValueKind;

bool add_value(Fingerprint& fingerprint, const Value& value, std::size_t depth);

bool add_array(Fingerprint& fingerprint, const Value& array, std::size_t depth) {
  if (array.as_list() != nullptr && array.as_list()->collection_key() != 0) {
    fingerprint.add(array.as_list()->collection_key());
    return true;
  }
  const std::size_t count = array.size();
  fingerprint.add(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!add_value(fingerprint, array.at(i), depth)) {
      return false;
    }
  }
  return true;
}

bool add_map(Fingerprint& fingerprint, const Value& map, std::size_t depth) {
  if (const templating::Object* host = map.as_object()) {
    fingerprint.add(host->lasting_key());
    return host->lasting_key() != 0;
  }
  const auto keys = map.keys();
  fingerprint.add(keys.size());
  for (const std::string_view key : keys) {
    fingerprint.add(key);
    if (!add_value(fingerprint, map.field(key), depth)) {
      return false;
    }
  }
  return true;
}

void add_date(Fingerprint& fingerprint, const base::DateTime& date) {
  fingerprint.add(static_cast<std::uint64_t>(date.moment.time_since_epoch().count()))
      .add(static_cast<std::uint64_t>(date.offset.count()))
      .add(date.has_time ? 1 : 0);
}

bool add_value(Fingerprint& fingerprint, const Value& value, std::size_t depth) {
  if (depth > templating::kValueDepthMax) {
    return false;
  }
  // Markup is printed otherwise than the same text.
  fingerprint.add(static_cast<std::uint64_t>(value.kind()) * 2 + (value.is_safe() ? 1 : 0));
  switch (value.kind()) {
    case ValueKind::Undefined:
    case ValueKind::Null:
      return true;
    case ValueKind::Boolean:
      fingerprint.add(value.as_boolean() ? 1 : 0);
      return true;
    case ValueKind::Integer:
      fingerprint.add(static_cast<std::uint64_t>(value.as_integer()));
      return true;
    case ValueKind::Float:
      fingerprint.add(std::bit_cast<std::uint64_t>(value.as_number()));
      return true;
    case ValueKind::String:
      fingerprint.add(value.as_text());
      return true;
    case ValueKind::Date:
      add_date(fingerprint, value.as_date());
      return true;
    case ValueKind::Array:
      return add_array(fingerprint, value, depth + 1);
    case ValueKind::Map:
      return add_map(fingerprint, value, depth + 1);
  }
  return false;
}

}  // namespace

std::optional<std::uint64_t> fingerprint_of(const Value& value) {
  Fingerprint fingerprint;
  return add_value(fingerprint, value, 0) ? std::optional(fingerprint.value()) : std::nullopt;
}

}  // namespace loom::build
