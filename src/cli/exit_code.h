// What the shell sees when a command ends; shown in `loom --help`.
#pragma once

namespace loom::cli {

inline constexpr int kExitSuccess = 0;
/// The site has mistakes, a port is taken, a folder cannot be written, ...: the message says what.
inline constexpr int kExitFailure = 1;
/// The command line is not one Loom understands.
inline constexpr int kExitUsage = 2;

}  // namespace loom::cli
