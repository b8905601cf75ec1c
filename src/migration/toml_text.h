// Plain values as TOML 1.0 text, for files that a person goes on editing. Pure.
#pragma once

#include <string>

#include "base/data.h"

namespace loom::migration {

/// Lines "key = value", simple values first, tables under "[key]" headers after them. Lists of tables have
/// one table to a line. Nulls are left out. Ends with a line end unless empty.
std::string render_toml(const base::Data::Table& table);

}  // namespace loom::migration
