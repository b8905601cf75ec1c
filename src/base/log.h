// Lines for the person at the terminal. Any thread; each call writes one whole line to standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace loom::base {

enum class LogLevel : std::uint8_t { Quiet, Normal };

/// Opens /dev/null in the place of each standard stream that the parent process closed: no file of the site
/// and no connection may get their numbers, because lines are written there. Call it first.
void open_standard_streams();

void set_log_level(LogLevel level);
/// How long a line waits for a reader that reads nothing (a full pipe, a terminal stopped by Ctrl-S) before
/// it is dropped; dropped lines are counted in front of the next one that is shown. Without a call, for ever.
void set_log_patience(std::chrono::milliseconds patience);
/// Shown unless quiet.
void log_info(std::string_view line);
/// Always shown.
void log_error(std::string_view line);

/// Whether standard error is a terminal that wants colours: NO_COLOR is unset or empty (no-color.org) and
/// TERM is not "dumb".
bool stderr_wants_color();

}  // namespace loom::base
