#include "cli/progress.h"

#include <fmt/format.h>
#include <string_view>
#include <unistd.h>

namespace loom::cli {
namespace {

constexpr std::size_t kBarWidth = 30;
/// Builds that take less show nothing.
constexpr std::chrono::milliseconds kQuietTime{300};
constexpr std::chrono::milliseconds kBarInterval{50};
constexpr std::chrono::milliseconds kLineInterval{1000};

std::string grouped(std::size_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

void write_to_stderr(std::string_view text) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

std::string progress_bar(const std::string& what, std::size_t done_count, std::size_t total_count) {
  const std::size_t filled = total_count == 0 ? kBarWidth : done_count * kBarWidth / total_count;
  std::string bar(filled, '=');
  if (filled < kBarWidth) {
    bar += '>' + std::string(kBarWidth - filled - 1, ' ');
  }
  return fmt::format("{} [{}] {} of {}", what, bar, grouped(done_count), grouped(total_count));
}

Progress::Progress(std::string what, bool is_terminal)
    : what_(std::move(what)),
      is_terminal_(is_terminal),
      next_draw_(std::chrono::steady_clock::now() + kQuietTime) {}

Progress::~Progress() {
  if (is_drawn_ && is_terminal_) {
    write_to_stderr("\r\x1b[K");
  }
}

void Progress::update(std::size_t done_count, std::size_t total_count) {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now >= next_draw_) {
    next_draw_ = now + (is_terminal_ ? kBarInterval : kLineInterval);
    draw(done_count, total_count);
  }
}

void Progress::draw(std::size_t done_count, std::size_t total_count) {
  is_drawn_ = true;
  if (is_terminal_) {
    write_to_stderr("\r" + progress_bar(what_, done_count, total_count) + "\x1b[K");
  } else {
    write_to_stderr(fmt::format("{} {} of {}\n", what_, grouped(done_count), grouped(total_count)));
  }
}

}  // namespace loom::cli
