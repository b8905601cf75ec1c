// elasticlunr.min.js as it stands in its npm package, compiled into the program.
#pragma once

#include <string_view>

namespace loom::build {

/// Static lifetime; "" when the program was built without npm.
std::string_view elasticlunr_script();

}  // namespace loom::build
