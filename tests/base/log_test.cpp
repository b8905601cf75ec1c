#include "base/log.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace loom::base {
namespace {

TEST(Log, QuietHidesInformationButNotErrors) {
  ::testing::internal::CaptureStderr();
  set_log_level(LogLevel::Quiet);
  log_info("hidden");
  log_error("shown");
  set_log_level(LogLevel::Normal);
  log_info("again");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "shown\nagain\n");
}

TEST(Log, NoColorTurnsColorsOff) {
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(stderr_wants_color());
  ::unsetenv("NO_COLOR");
}

bool is_open(int fd) {
  return ::fcntl(fd, F_GETFD) != -1;
}

TEST(LogDeathTest, ClosedStandardStreamsAreOpenedAgain) {
  EXPECT_EXIT(
      {
        ::close(STDIN_FILENO);
        ::close(STDOUT_FILENO);
        ::close(STDERR_FILENO);
        open_standard_streams();
        ::_exit(is_open(STDIN_FILENO) && is_open(STDOUT_FILENO) && is_open(STDERR_FILENO) ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

std::string read_some(int fd) {
  std::array<char, 1 << 17> buffer{};
  const ssize_t count = ::read(fd, buffer.data(), buffer.size());
  return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

/// Fills a pipe that stands for standard error, empties it and logs one more line.
std::string text_after_a_stop() {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0 || ::dup2(ends[1], STDERR_FILENO) != STDERR_FILENO) {
    return "";
  }
  set_log_patience(std::chrono::milliseconds(0));
  for (int i = 0; i < 100; ++i) {
    log_error(std::string(4'000, 'x'));
  }
  read_some(ends[0]);
  log_error("seen");
  return read_some(ends[0]);
}

TEST(LogDeathTest, AReaderThatReadsNothingHoldsNobodyUp) {
  EXPECT_EXIT(
      {
        const std::string text = text_after_a_stop();
        ::_exit(text.starts_with("(messages left out") && text.ends_with(")\nseen\n") ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace loom::base
