// How a host shows its own things (pages, sections, configuration) to templates without copying them. Every
// read of a field goes through Object::field, so a host that wants to know what a page depends on records it
// there. Implementations must be readable by several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "templating/value.h"

namespace loom::templating {

class Object {
 public:
  virtual ~Object() = default;

  /// Undefined when there is no such field; null when the field exists and is empty.
  virtual Value field(std::string_view name) const = 0;
  /// All names that field() answers, in loop order: for loops, `json_encode` and "did you mean". The views
  /// live as long as the object.
  virtual std::vector<std::string_view> field_names() const = 0;
  /// What messages call it: "page", "section". Static.
  virtual std::string_view type_name() const = 0;
  /// Two objects of equal, non-null identity are the same thing; by default the address.
  virtual const void* identity() const { return this; }
  /// The same for what is the same thing to an author in another build of the site; 0 when there is no such
  /// name for it.
  virtual std::uint64_t lasting_key() const { return 0; }
};

class List {
 public:
  virtual ~List() = default;

  virtual std::size_t size() const = 0;
  /// Requires: index < size().
  virtual Value at(std::size_t index) const = 0;
  /// Not 0: as long as the lists of this key live they have the same elements, so that what a query makes of
  /// them may be remembered.
  virtual std::uint64_t collection_key() const { return 0; }
};

}  // namespace loom::templating
