#include "base/data.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace loom::base {

const Data* Data::find(std::string_view key) const {
  const Table* table = as_table();
  if (table == nullptr) {
    return nullptr;
  }
  const auto entry =
      std::find_if(table->begin(), table->end(), [&](const auto& item) { return item.first == key; });
  return entry == table->end() ? nullptr : &entry->second;
}

void Data::set(std::string_view key, Data value) {
  if (is_null()) {
    value_ = Table{};
  }
  Table* table = as_table();
  LOOM_CHECK(table != nullptr);
  if (const Data* existing = find(key)) {
    *const_cast<Data*>(existing) = std::move(value);
    return;
  }
  table->emplace_back(key, std::move(value));
}

std::string_view Data::kind_name() const {
  constexpr std::array<std::string_view, 8> kNames = {"nothing", "boolean", "integer", "float",
                                                      "string",  "date",    "array",   "table"};
  return kNames[value_.index()];
}

}  // namespace loom::base
