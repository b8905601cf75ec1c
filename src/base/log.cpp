#include "base/log.h"

#include <atomic>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace loom::base {
namespace {

std::atomic<LogLevel> level{LogLevel::Normal};

void write_line(std::string_view line) {
  std::string whole(line);
  whole += '\n';
  std::string_view rest = whole;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written <= 0) {
      return;
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void set_log_level(LogLevel new_level) {
  level.store(new_level, std::memory_order_relaxed);
}

void log_info(std::string_view line) {
  if (level.load(std::memory_order_relaxed) != LogLevel::Quiet) {
    write_line(line);
  }
}

void log_error(std::string_view line) {
  write_line(line);
}

bool stderr_wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = (no_color != nullptr && *no_color != '\0') ||
                       (terminal != nullptr && std::string_view(terminal) == "dumb");
  return !refused && ::isatty(STDERR_FILENO) == 1;
}

}  // namespace loom::base
