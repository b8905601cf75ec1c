// What the `sass` command says about mistakes, as diagnostics. Pure.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "site/source_tree.h"

namespace loom::build {

/// One diagnostic for each "Error: ..." of `output` (printed with --no-unicode --no-color), a mistake that
/// several style sheets import said once. Empty when there is none in it.
base::Diagnostics parse_sass_errors(std::string_view output, const site::SourceTree& tree);

}  // namespace loom::build
