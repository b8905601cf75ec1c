#include "net/loop_clock.h"

#include <gtest/gtest.h>

namespace loom::net {
namespace {

const TimePoint kStart{std::chrono::seconds(1000)};

TEST(LoopClock, FollowsTheRealClockInOrdinarySteps) {
  LoopClock clock(kStart);
  clock.advance(kStart + std::chrono::milliseconds(400));
  clock.advance(kStart + std::chrono::milliseconds(1400));
  EXPECT_EQ(clock.now(), kStart + std::chrono::milliseconds(1400));
}

TEST(LoopClock, ALongPauseCountsAsOneStep) {
  LoopClock clock(kStart);
  clock.advance(kStart + std::chrono::hours(3));
  EXPECT_EQ(clock.now(), kStart + kClockStepMax);
  clock.advance(kStart + std::chrono::hours(3) + std::chrono::milliseconds(5));
  EXPECT_EQ(clock.now(), kStart + kClockStepMax + std::chrono::milliseconds(5));
}

TEST(LoopClock, NeverGoesBack) {
  LoopClock clock(kStart);
  clock.advance(kStart - std::chrono::seconds(1));
  EXPECT_EQ(clock.now(), kStart);
}

}  // namespace
}  // namespace loom::net
