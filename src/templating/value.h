// What a template computes with: a small tagged value that is cheap to copy. Long-lived things (pages,
// configuration, data files) are borrowed and never copied; what filters make is shared by a reference count.
// Immutable; a value may be read by several threads.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data.h"
#include "base/date_time.h"

namespace loom::templating {

class Object;
class List;
struct SharedNode;

/// What a template can tell apart. A host's Object is a Map, its List an Array.
enum class ValueKind : std::uint8_t { Undefined, Null, Boolean, Integer, Float, String, Date, Array, Map };

class Value {
 public:
  using Array = std::vector<Value>;
  /// In the order in which loops show them; keys are unique.
  using Map = std::vector<std::pair<std::string, Value>>;

  /// Undefined.
  Value() = default;
  Value(const Value& other)
      : payload_(other.payload_), extra_(other.extra_), form_(other.form_), flags_(other.flags_) {
    if ((flags_ & kShared) != 0) {
      retain();
    }
  }
  Value(Value&& other) noexcept
      : payload_(other.payload_), extra_(other.extra_), form_(other.form_), flags_(other.flags_) {
    other.forget();
  }
  Value& operator=(const Value& other) {
    Value copy(other);
    swap(copy);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    Value moved(std::move(other));
    swap(moved);
    return *this;
  }
  ~Value() {
    if ((flags_ & kShared) != 0) {
      release();
    }
  }

  static Value null() { return Value(Form::Null, Payload{0}); }
  static Value boolean(bool value) { return Value(Form::Boolean, Payload{.integer = value ? 1 : 0}); }
  static Value integer(std::int64_t value) { return Value(Form::Integer, Payload{.integer = value}); }
  static Value floating(double value);
  static Value date(const base::DateTime& value);
  /// Owns the bytes. Requires: text is UTF-8 (as for every string here).
  static Value string(std::string text);
  /// Borrows the bytes, which must outlive every copy of the value.
  static Value view(std::string_view text) {
    if (text.size() > kViewBytesMax) {
      return string(std::string(text));
    }
    Value result(Form::StringView, Payload{.text = text.data()});
    result.extra_ = static_cast<std::uint32_t>(text.size());
    return result;
  }
  /// Markup: printed without escaping.
  static Value safe_string(std::string markup);
  static Value safe_view(std::string_view markup);
  static Value array(Array items);
  /// Requires: keys are unique.
  static Value map(Map entries);
  /// Borrowed; must outlive every copy of the value.
  static Value object(const Object& object);
  static Value list(const List& list);
  /// Shared.
  static Value object(std::shared_ptr<const Object> object);
  static Value list(std::shared_ptr<const List> list);
  /// Scalars become values, strings are borrowed, arrays and tables are read in place: `data` must outlive
  /// every copy.
  static Value data(const base::Data& data);

  ValueKind kind() const { return kKinds[static_cast<std::size_t>(form_)]; }
  bool is_undefined() const { return form_ == Form::Undefined; }
  bool is_null() const { return form_ == Form::Null; }
  bool is_string() const { return kind() == ValueKind::String; }
  bool is_number() const { return form_ == Form::Integer || form_ == Form::Float; }
  bool is_array() const { return kind() == ValueKind::Array; }
  bool is_map() const { return kind() == ValueKind::Map; }
  /// For messages: "string", "integer", ..., or the host's own word ("page").
  std::string_view type_name() const;

  /// Requires: a Boolean.
  bool as_boolean() const;
  /// Requires: an Integer.
  std::int64_t as_integer() const;
  /// Requires: an Integer or a Float.
  double as_number() const;
  /// Requires: a Date.
  base::DateTime as_date() const;
  /// Requires: a String. Valid while a copy of this value (or, when borrowed, its owner) lives.
  std::string_view as_text() const {
    return form_ == Form::StringView ? std::string_view(payload_.text, extra_) : as_owned_text();
  }
  /// The host's object, or null for every other value.
  const Object* as_object() const;
  /// The host's list, or null for every other value.
  const List* as_list() const;

  /// The elements of an array that Loom made, null for every other value. Valid while a copy of this value
  /// lives.
  const Array* as_owned_array() const;
  /// The entries of a map that Loom made, null for every other value. Valid while a copy of this value lives.
  const Map* as_owned_map() const;

  /// Arrays and maps inside one another in what Loom made; 0 for scalars and for what is borrowed.
  std::size_t depth() const;
  /// Elements of an Array or Map; 0 for everything else.
  std::size_t size() const;
  /// Requires: an Array, index < size().
  Value at(std::size_t index) const;
  /// Undefined when this is no Map or has no such key.
  Value field(std::string_view name) const;
  /// The keys of a Map in loop order, none for everything else. Valid as long as the value's owner.
  std::vector<std::string_view> keys() const;

  /// Not: undefined, null, false, 0, "", empty array, empty map.
  bool is_truthy() const;
  bool is_safe() const { return (flags_ & kSafe) != 0; }
  /// A copy that prints without escaping. Only strings can be safe.
  Value marked_safe() const;
  Value marked_unsafe() const;

  void swap(Value& other) noexcept {
    std::swap(payload_, other.payload_);
    std::swap(extra_, other.extra_);
    std::swap(form_, other.form_);
    std::swap(flags_, other.flags_);
  }

 private:
  enum class Form : std::uint8_t {
    Undefined,
    Null,
    Boolean,
    Integer,
    Float,
    StringView,
    StringNode,
    Date,
    ArrayNode,
    MapNode,
    ObjectBorrowed,
    ObjectNode,
    ListBorrowed,
    ListNode,
    DataArray,
    DataTable,
  };
  union Payload {
    std::int64_t integer;
    double number;
    const char* text;
    const base::Data* data;
    const Object* object;
    const List* list;
    SharedNode* node;
  };
  /// By Form.
  static constexpr std::array<ValueKind, 16> kKinds = {
      ValueKind::Undefined, ValueKind::Null,   ValueKind::Boolean, ValueKind::Integer,
      ValueKind::Float,     ValueKind::String, ValueKind::String,  ValueKind::Date,
      ValueKind::Array,     ValueKind::Map,    ValueKind::Map,     ValueKind::Map,
      ValueKind::Array,     ValueKind::Array,  ValueKind::Array,   ValueKind::Map};
  static constexpr std::size_t kViewBytesMax = 0xFFFFFFFF;
  static constexpr std::uint8_t kShared = 1;
  static constexpr std::uint8_t kSafe = 2;
  static constexpr std::uint8_t kHasTime = 4;

  Value(Form form, Payload payload, std::uint8_t flags = 0) : payload_(payload), form_(form), flags_(flags) {}
  static Value shared(Form form, SharedNode* node);

  void forget() {
    form_ = Form::Undefined;
    flags_ = 0;
  }
  std::string_view as_owned_text() const;
  void retain() const;
  void release();

  Payload payload_{0};
  // The length of a borrowed string, or the offset of a date in minutes.
  std::uint32_t extra_ = 0;
  Form form_ = Form::Undefined;
  std::uint8_t flags_ = 0;
};

static_assert(sizeof(Value) == 16);

/// Equal content, as Tera's `in`, `containing` and `filter` see it: an integer never equals a float, dates
/// also equal their text, arrays and maps are compared by their elements. Two host objects are equal when
/// they have one identity; their fields are not read.
bool equal_values(const Value& a, const Value& b);

}  // namespace loom::templating
