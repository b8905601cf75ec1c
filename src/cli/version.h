// The version of the program; the build passes it in from project() of CMakeLists.txt.
#pragma once

namespace loom::cli {

inline constexpr const char* kVersion = LOOM_VERSION;

}  // namespace loom::cli
