#include "templating/call.h"

#include "templating/value_text.h"

namespace loom::templating {

const Value* Arguments::find(std::string_view name) const {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) {
      return &values_[i];
    }
  }
  return nullptr;
}

const Value* ArgumentReader::find_required(std::string_view name) {
  const Value* value = arguments_.find(name);
  if (value == nullptr && !error_) {
    error_ = CallError{"the argument `" + std::string(name) + "` is missing"};
  }
  return value;
}

void ArgumentReader::reject(std::string_view name, std::string_view expected, const Value& value) {
  if (!error_) {
    error_ = CallError{"the argument `" + std::string(name) + "` must be " + std::string(expected) +
                       ", but it is " + describe(value)};
  }
}

std::string ArgumentReader::text(std::string_view name) {
  const Value* value = find_required(name);
  if (value == nullptr) {
    return {};
  }
  if (!value->is_string() && value->kind() != ValueKind::Date) {
    reject(name, "a string", *value);
  }
  return text_of(*value);
}

std::string ArgumentReader::text(std::string_view name, std::string_view fallback) {
  return arguments_.find(name) == nullptr ? std::string(fallback) : text(name);
}

std::int64_t ArgumentReader::integer(std::string_view name) {
  const Value* value = find_required(name);
  if (value == nullptr) {
    return 0;
  }
  if (value->kind() != ValueKind::Integer) {
    reject(name, "an integer", *value);
    return 0;
  }
  return value->as_integer();
}

std::int64_t ArgumentReader::integer(std::string_view name, std::int64_t fallback) {
  return arguments_.find(name) == nullptr ? fallback : integer(name);
}

std::size_t ArgumentReader::count(std::string_view name, std::size_t fallback) {
  const Value* value = arguments_.find(name);
  if (value == nullptr) {
    return fallback;
  }
  if (value->kind() != ValueKind::Integer || value->as_integer() < 0) {
    reject(name, "an integer of at least 0", *value);
    return 0;
  }
  return static_cast<std::size_t>(value->as_integer());
}

bool ArgumentReader::boolean(std::string_view name, bool fallback) {
  const Value* value = arguments_.find(name);
  if (value == nullptr) {
    return fallback;
  }
  if (value->kind() != ValueKind::Boolean) {
    reject(name, "true or false", *value);
    return false;
  }
  return value->as_boolean();
}

Value ArgumentReader::value(std::string_view name) {
  const Value* value = find_required(name);
  return value == nullptr ? Value() : *value;
}

}  // namespace loom::templating
