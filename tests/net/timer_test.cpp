#include "net/timer.h"

#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace loom::net {
namespace {

using std::chrono::milliseconds;

class RecordingTimer final : public Timer {
 public:
  RecordingTimer(int id, std::vector<int>& fired) : id_(id), fired_(fired) {}
  void on_timeout() override { fired_.push_back(id_); }

 private:
  int id_;
  std::vector<int>& fired_;
};

const TimePoint kStart{std::chrono::seconds(1000)};

TEST(TimerList, FiresWhatHasRunOutInOrderOfStarting) {
  std::vector<int> fired;
  TimerList list(milliseconds(100));
  RecordingTimer first(1, fired);
  RecordingTimer second(2, fired);
  RecordingTimer third(3, fired);
  list.start(first, kStart);
  list.start(second, kStart + milliseconds(10));
  list.start(third, kStart + milliseconds(20));
  EXPECT_EQ(list.next_deadline(), kStart + milliseconds(100));
  list.fire_expired(kStart + milliseconds(110));
  EXPECT_EQ(fired, (std::vector<int>{1, 2}));
  EXPECT_FALSE(first.is_running());
  EXPECT_EQ(list.oldest(), &third);
}

TEST(TimerList, AStartAnewPutsATimerLast) {
  std::vector<int> fired;
  TimerList list(milliseconds(100));
  RecordingTimer first(1, fired);
  RecordingTimer second(2, fired);
  list.start(first, kStart);
  list.start(second, kStart + milliseconds(1));
  list.start(first, kStart + milliseconds(50));
  list.fire_expired(kStart + milliseconds(120));
  EXPECT_EQ(fired, (std::vector<int>{2}));
  EXPECT_TRUE(first.is_running());
}

TEST(TimerList, AStartInAnotherListLeavesTheFirst) {
  std::vector<int> fired;
  TimerList brief(milliseconds(10));
  TimerList lasting(milliseconds(1000));
  RecordingTimer timer(1, fired);
  brief.start(timer, kStart);
  lasting.start(timer, kStart);
  brief.fire_expired(kStart + milliseconds(500));
  EXPECT_TRUE(fired.empty());
  EXPECT_EQ(brief.next_deadline(), std::nullopt);
}

TEST(TimerList, CancelledAndDestroyedTimersDoNotFire) {
  std::vector<int> fired;
  TimerList list(milliseconds(10));
  RecordingTimer cancelled(1, fired);
  list.start(cancelled, kStart);
  {
    RecordingTimer destroyed(2, fired);
    list.start(destroyed, kStart);
  }
  cancelled.cancel();
  cancelled.cancel();
  list.fire_expired(kStart + milliseconds(500));
  EXPECT_TRUE(fired.empty());
  EXPECT_EQ(list.oldest(), nullptr);
}

class CancellingTimer final : public Timer {
 public:
  explicit CancellingTimer(Timer& other) : other_(other) {}
  void on_timeout() override { other_.cancel(); }

 private:
  Timer& other_;
};

TEST(TimerList, ATimerMayCancelTheNextWhileItFires) {
  std::vector<int> fired;
  TimerList list(milliseconds(10));
  RecordingTimer victim(1, fired);
  CancellingTimer canceller(victim);
  list.start(canceller, kStart);
  list.start(victim, kStart);
  list.fire_expired(kStart + milliseconds(50));
  EXPECT_TRUE(fired.empty());
}

TEST(TimerList, OutlivesItsTimersAndTheyOutliveIt) {
  std::vector<int> fired;
  RecordingTimer first(1, fired);
  RecordingTimer second(2, fired);
  {
    TimerList list(milliseconds(10));
    list.start(first, kStart);
    list.start(second, kStart);
  }
  first.cancel();
  EXPECT_FALSE(first.is_running());
}

}  // namespace
}  // namespace loom::net
