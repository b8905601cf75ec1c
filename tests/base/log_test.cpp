#include "base/log.h"

#include <cstdlib>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace loom::base
