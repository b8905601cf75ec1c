#include "base/log.h"

#include <algorithm>
#include <atomic>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <unistd.h>

namespace loom::base {
namespace {

std::atomic<LogLevel> level{LogLevel::Normal};

constexpr int kWaitForEver = -1;
std::atomic<int> patience_ms{kWaitForEver};
std::atomic<std::size_t> dropped_count{0};

/// Whether PIPE_BUF bytes can be written now without waiting. Once a line was dropped, nobody waits again
/// before the reader is back.
bool wait_for_room() {
  const int patience = patience_ms.load(std::memory_order_relaxed);
  if (patience == kWaitForEver) {
    return true;
  }
  pollfd standard_error{STDERR_FILENO, POLLOUT, 0};
  return ::poll(&standard_error, 1, dropped_count.load(std::memory_order_relaxed) == 0 ? patience : 0) == 1;
}

bool write_whole(std::string_view rest) {
  while (!rest.empty()) {
    if (!wait_for_room()) {
      return false;
    }
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), std::min<std::size_t>(rest.size(), PIPE_BUF));
    if (written <= 0) {
      return true;
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void write_line(std::string_view line) {
  std::string whole;
  if (const std::size_t count = dropped_count.load(std::memory_order_relaxed); count != 0) {
    whole = "(messages left out, because nobody read them: " + std::to_string(count) + ")\n";
  }
  whole += line;
  whole += '\n';
  if (write_whole(whole)) {
    dropped_count.store(0, std::memory_order_relaxed);
  } else {
    dropped_count.fetch_add(1, std::memory_order_relaxed);
  }
}

}  // namespace

void open_standard_streams() {
  int opened = 0;
  do {
    opened = ::open("/dev/null", O_RDWR);
  } while (opened >= 0 && opened <= STDERR_FILENO);
  ::close(opened);
}

void set_log_patience(std::chrono::milliseconds patience) {
  patience_ms.store(static_cast<int>(patience.count()), std::memory_order_relaxed);
}

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
