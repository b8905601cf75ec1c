// Lines for the person at the terminal. Any thread; each call writes one whole line to standard error.
#pragma once

#include <cstdint>
#include <string_view>

namespace loom::base {

enum class LogLevel : std::uint8_t { Quiet, Normal };

void set_log_level(LogLevel level);
/// Shown unless quiet.
void log_info(std::string_view line);
/// Always shown.
void log_error(std::string_view line);

/// Whether standard error is a terminal that wants colours: NO_COLOR is unset or empty (no-color.org) and
/// TERM is not "dumb".
bool stderr_wants_color();

}  // namespace loom::base
