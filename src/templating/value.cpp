#include "templating/value.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/check.h"
#include "templating/limits.h"
#include "templating/object.h"
#include "templating/value_text.h"

namespace loom::templating {

struct SharedNode {
  std::atomic<std::uint32_t> references{1};
  // How many arrays and maps lie inside one another here, so that nobody builds one too deep to be freed.
  std::size_t depth = 0;
};

namespace {

struct StringNode : SharedNode {
  explicit StringNode(std::string bytes) : text(std::move(bytes)) {}
  std::string text;
};

struct ArrayNode : SharedNode {
  explicit ArrayNode(Value::Array values) : items(std::move(values)) {}
  Value::Array items;
};

// Small maps are searched in order, larger ones through an index.
constexpr std::size_t kIndexedMapEntries = 12;

struct MapNode : SharedNode {
  explicit MapNode(Value::Map values) : entries(std::move(values)) {
    if (entries.size() >= kIndexedMapEntries) {
      for (std::size_t i = 0; i < entries.size(); ++i) {
        index.emplace(entries[i].first, i);
      }
    }
  }
  const Value* find(std::string_view name) const {
    if (entries.size() >= kIndexedMapEntries) {
      const auto found = index.find(name);
      return found == index.end() ? nullptr : &entries[found->second].second;
    }
    for (const auto& entry : entries) {
      if (entry.first == name) {
        return &entry.second;
      }
    }
    return nullptr;
  }
  Value::Map entries;
  std::unordered_map<std::string_view, std::size_t> index;
};

struct ObjectNode : SharedNode {
  explicit ObjectNode(std::shared_ptr<const Object> owned) : object(std::move(owned)) {}
  std::shared_ptr<const Object> object;
};

struct ListNode : SharedNode {
  explicit ListNode(std::shared_ptr<const List> owned) : list(std::move(owned)) {}
  std::shared_ptr<const List> list;
};

}  // namespace

Value Value::shared(Form form, SharedNode* node) {
  return Value(form, Payload{.node = node}, kShared);
}

void Value::retain() const {
  payload_.node->references.fetch_add(1, std::memory_order_relaxed);
}

void Value::release() {
  if (payload_.node->references.fetch_sub(1, std::memory_order_acq_rel) != 1) {
    return;
  }
  switch (form_) {
    case Form::StringNode:
      delete static_cast<StringNode*>(payload_.node);
      return;
    case Form::ArrayNode:
      delete static_cast<ArrayNode*>(payload_.node);
      return;
    case Form::MapNode:
      delete static_cast<MapNode*>(payload_.node);
      return;
    case Form::ObjectNode:
      delete static_cast<ObjectNode*>(payload_.node);
      return;
    default:
      delete static_cast<ListNode*>(payload_.node);
  }
}

Value Value::floating(double value) {
  return Value(Form::Float, Payload{.number = value});
}

Value Value::date(const base::DateTime& value) {
  Value result(Form::Date, Payload{.integer = value.moment.time_since_epoch().count()},
               value.has_time ? kHasTime : std::uint8_t{0});
  result.extra_ = static_cast<std::uint32_t>(static_cast<std::int32_t>(value.offset.count()));
  return result;
}

Value Value::string(std::string text) {
  return shared(Form::StringNode, new StringNode(std::move(text)));
}

Value Value::safe_string(std::string markup) {
  Value result = string(std::move(markup));
  result.flags_ |= kSafe;
  return result;
}

Value Value::safe_view(std::string_view markup) {
  Value result = view(markup);
  result.flags_ |= kSafe;
  return result;
}

Value Value::array(Array items) {
  auto* node = new ArrayNode(std::move(items));
  for (const Value& item : node->items) {
    node->depth = std::max(node->depth, item.depth());
  }
  ++node->depth;
  return shared(Form::ArrayNode, node);
}

Value Value::map(Map entries) {
  auto* node = new MapNode(std::move(entries));
  for (const auto& entry : node->entries) {
    node->depth = std::max(node->depth, entry.second.depth());
  }
  ++node->depth;
  return shared(Form::MapNode, node);
}

Value Value::object(const Object& object) {
  return Value(Form::ObjectBorrowed, Payload{.object = &object});
}

Value Value::list(const List& list) {
  return Value(Form::ListBorrowed, Payload{.list = &list});
}

Value Value::object(std::shared_ptr<const Object> object) {
  return object == nullptr ? Value() : shared(Form::ObjectNode, new ObjectNode(std::move(object)));
}

Value Value::list(std::shared_ptr<const List> list) {
  return list == nullptr ? Value() : shared(Form::ListNode, new ListNode(std::move(list)));
}

Value Value::data(const base::Data& data) {
  if (const auto* text = data.as_string()) {
    return view(*text);
  }
  if (const auto* number = data.as_integer()) {
    return integer(*number);
  }
  if (const auto* flag = data.as_bool()) {
    return boolean(*flag);
  }
  if (const auto* number = data.as_float()) {
    return floating(*number);
  }
  if (const auto* moment = data.as_date()) {
    return date(*moment);
  }
  if (data.as_array() != nullptr) {
    return Value(Form::DataArray, Payload{.data = &data});
  }
  if (data.as_table() != nullptr) {
    return Value(Form::DataTable, Payload{.data = &data});
  }
  return null();
}

std::string_view Value::type_name() const {
  if (const Object* host = as_object()) {
    return host->type_name();
  }
  static constexpr std::array<std::string_view, 9> kNames = {
      "undefined", "null", "boolean", "integer", "float", "string", "date", "array", "map"};
  return kNames[static_cast<std::size_t>(kind())];
}

bool Value::as_boolean() const {
  LOOM_CHECK(form_ == Form::Boolean);
  return payload_.integer != 0;
}

std::int64_t Value::as_integer() const {
  LOOM_CHECK(form_ == Form::Integer);
  return payload_.integer;
}

double Value::as_number() const {
  LOOM_CHECK(is_number());
  return form_ == Form::Integer ? static_cast<double>(payload_.integer) : payload_.number;
}

base::DateTime Value::as_date() const {
  LOOM_CHECK(form_ == Form::Date);
  return {.moment = base::UnixTime(std::chrono::seconds(payload_.integer)),
          .has_time = (flags_ & kHasTime) != 0,
          .offset = std::chrono::minutes(static_cast<std::int32_t>(extra_))};
}

std::string_view Value::as_owned_text() const {
  LOOM_CHECK(form_ == Form::StringNode);
  return static_cast<const StringNode*>(payload_.node)->text;
}

const Object* Value::as_object() const {
  if (form_ == Form::ObjectBorrowed) {
    return payload_.object;
  }
  return form_ == Form::ObjectNode ? static_cast<const ObjectNode*>(payload_.node)->object.get() : nullptr;
}

const List* Value::as_list() const {
  if (form_ == Form::ListBorrowed) {
    return payload_.list;
  }
  return form_ == Form::ListNode ? static_cast<const ListNode*>(payload_.node)->list.get() : nullptr;
}

const Value::Array* Value::as_owned_array() const {
  return form_ == Form::ArrayNode ? &static_cast<const ArrayNode*>(payload_.node)->items : nullptr;
}

const Value::Map* Value::as_owned_map() const {
  return form_ == Form::MapNode ? &static_cast<const MapNode*>(payload_.node)->entries : nullptr;
}

std::size_t Value::depth() const {
  return form_ == Form::ArrayNode || form_ == Form::MapNode ? payload_.node->depth : 0;
}

std::size_t Value::size() const {
  switch (form_) {
    case Form::ArrayNode:
      return as_owned_array()->size();
    case Form::MapNode:
      return as_owned_map()->size();
    case Form::ListBorrowed:
    case Form::ListNode:
      return as_list()->size();
    case Form::DataArray:
      return payload_.data->as_array()->size();
    case Form::DataTable:
      return payload_.data->as_table()->size();
    case Form::ObjectBorrowed:
    case Form::ObjectNode:
      return as_object()->field_names().size();
    default:
      return 0;
  }
}

Value Value::at(std::size_t index) const {
  if (const Array* items = as_owned_array()) {
    LOOM_CHECK(index < items->size());
    return (*items)[index];
  }
  if (form_ == Form::DataArray) {
    LOOM_CHECK(index < payload_.data->as_array()->size());
    return data((*payload_.data->as_array())[index]);
  }
  const List* host = as_list();
  LOOM_CHECK(host != nullptr);
  return host->at(index);
}

Value Value::field(std::string_view name) const {
  switch (form_) {
    case Form::ObjectBorrowed:
      return payload_.object->field(name);
    case Form::ObjectNode:
      return as_object()->field(name);
    case Form::DataTable: {
      const base::Data* found = payload_.data->find(name);
      return found == nullptr ? Value() : data(*found);
    }
    case Form::MapNode: {
      const Value* found = static_cast<const MapNode*>(payload_.node)->find(name);
      return found == nullptr ? Value() : *found;
    }
    default:
      return {};
  }
}

std::vector<std::string_view> Value::keys() const {
  std::vector<std::string_view> names;
  if (const Map* entries = as_owned_map()) {
    names.reserve(entries->size());
    for (const auto& entry : *entries) {
      names.push_back(entry.first);
    }
  } else if (form_ == Form::DataTable) {
    for (const auto& entry : *payload_.data->as_table()) {
      names.push_back(entry.first);
    }
  } else if (const Object* host = as_object()) {
    names = host->field_names();
  }
  return names;
}

bool Value::is_truthy() const {
  switch (kind()) {
    case ValueKind::Undefined:
    case ValueKind::Null:
      return false;
    case ValueKind::Boolean:
    case ValueKind::Integer:
      return payload_.integer != 0;
    case ValueKind::Float:
      return payload_.number != 0.0 && payload_.number == payload_.number;
    case ValueKind::String:
      return !as_text().empty();
    case ValueKind::Date:
      return true;
    default:
      return as_object() != nullptr || size() != 0;
  }
}

Value Value::marked_safe() const {
  Value result(*this);
  if (is_string()) {
    result.flags_ |= kSafe;
  }
  return result;
}

Value Value::marked_unsafe() const {
  Value result(*this);
  result.flags_ = static_cast<std::uint8_t>(result.flags_ & ~kSafe);
  return result;
}

namespace {

bool equal_at(const Value& a, const Value& b, std::size_t depth);

bool equal_arrays(const Value& a, const Value& b, std::size_t depth) {
  const std::size_t count = a.size();
  if (count != b.size()) {
    return false;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!equal_at(a.at(i), b.at(i), depth)) {
      return false;
    }
  }
  return true;
}

bool equal_maps(const Value& a, const Value& b, std::size_t depth) {
  const Object* left = a.as_object();
  const Object* right = b.as_object();
  if (left != nullptr || right != nullptr) {
    return left != nullptr && right != nullptr && left->identity() == right->identity();
  }
  if (a.size() != b.size()) {
    return false;
  }
  for (const std::string_view key : a.keys()) {
    const Value other = b.field(key);
    if (other.is_undefined() || !equal_at(a.field(key), other, depth)) {
      return false;
    }
  }
  return true;
}

bool equal_dates(const Value& a, const Value& b) {
  if (a.kind() == b.kind()) {
    return a.as_date().moment == b.as_date().moment;
  }
  const Value& date = a.kind() == ValueKind::Date ? a : b;
  const Value& other = a.kind() == ValueKind::Date ? b : a;
  return other.is_string() && text_of(date) == other.as_text();
}

bool equal_at(const Value& a, const Value& b, std::size_t depth) {
  if (depth >= kValueDepthMax) {
    return false;
  }
  if (a.kind() == ValueKind::Date || b.kind() == ValueKind::Date) {
    return equal_dates(a, b);
  }
  if (a.kind() != b.kind()) {
    return false;
  }
  switch (a.kind()) {
    case ValueKind::Boolean:
      return a.as_boolean() == b.as_boolean();
    case ValueKind::Integer:
      return a.as_integer() == b.as_integer();
    case ValueKind::Float:
      return a.as_number() == b.as_number();
    case ValueKind::String:
      return a.as_text() == b.as_text();
    case ValueKind::Array:
      return equal_arrays(a, b, depth + 1);
    case ValueKind::Map:
      return equal_maps(a, b, depth + 1);
    default:
      return true;
  }
}

}  // namespace

bool equal_values(const Value& a, const Value& b) {
  return equal_at(a, b, 0);
}

}  // namespace loom::templating
