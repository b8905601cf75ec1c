#include "watch/event_coalescer.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "watch/limits.h"

namespace loom::watch {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Instant = EventCoalescer::Instant;

struct Event {
  microseconds at;
  Change change;
};

struct Delivery {
  microseconds at;
  std::vector<std::string> paths;
  bool rescan = false;
};

const Instant kStart{std::chrono::hours(1)};

Change made(const std::string& path) {
  return {path, ChangeKind::Made, false, 0};
}
Change modified(const std::string& path) {
  return {path, ChangeKind::Writing, false, 0};
}
Change closed(const std::string& path) {
  return {path, ChangeKind::Ready, false, 0};
}
Change deleted(const std::string& path) {
  return {path, ChangeKind::Gone, false, 0};
}
Change attributes(const std::string& path) {
  return {path, ChangeKind::Attributes, false, 0};
}
Change moved_from(const std::string& path, std::uint32_t cookie) {
  return {path, ChangeKind::Gone, false, cookie};
}
Change moved_to(const std::string& path, std::uint32_t cookie) {
  return {path, ChangeKind::Ready, false, cookie};
}

/// Plays the events as a reader sees them that is woken by each event and each due moment.
std::vector<Delivery> play(EventCoalescer& coalescer, const std::vector<Event>& events) {
  std::vector<Delivery> deliveries;
  const auto take = [&](Instant now) {
    Batch batch = coalescer.take(now);
    if (batch.has_hints()) {
      deliveries.push_back(
          {std::chrono::duration_cast<microseconds>(now - kStart), std::move(batch.paths), batch.rescan});
    }
  };
  const auto take_until = [&](Instant end) {
    while (coalescer.due_at() && *coalescer.due_at() < end) {
      take(std::max(*coalescer.due_at(), kStart));
    }
  };
  for (const Event& event : events) {
    const Instant now = kStart + event.at;
    take_until(now);
    coalescer.add(event.change, now);
    take(now);
  }
  take_until(Instant::max());
  return deliveries;
}

std::vector<Delivery> play(const std::vector<Event>& events) {
  EventCoalescer coalescer;
  return play(coalescer, events);
}

struct EditorSave {
  const char* name;
  std::vector<Event> events;
  /// When the file is complete.
  microseconds saved_at;
};

class SaveByEditor : public testing::TestWithParam<EditorSave> {};

/// The page is on the disk from `saved_at` on, so every delivery of its name lies after that, and the first
/// at once.
TEST_P(SaveByEditor, IsDeliveredAtOnceAndNeverWhileTheFileIsAway) {
  const auto deliveries = play(GetParam().events);
  ASSERT_THAT(deliveries, testing::Not(IsEmpty()));
  EXPECT_EQ(deliveries[0].at, GetParam().saved_at);
  for (const Delivery& delivery : deliveries) {
    EXPECT_THAT(delivery.paths, ElementsAre("a.md"));
    EXPECT_GE(delivery.at, GetParam().saved_at);
  }
}

const std::vector<EditorSave> kSaves = {
    {"VimBackupCopyNo",
     {{microseconds(0), moved_from("a.md", 1)},
      {microseconds(5), moved_to("a.md~", 1)},
      {microseconds(90), made("a.md")},
      {microseconds(150), modified("a.md")},
      {microseconds(300), closed("a.md")},
      {microseconds(350), attributes("a.md")},
      {microseconds(400), deleted("a.md~")}},
     microseconds(300)},
    {"VimBackupCopyYes",
     {{microseconds(0), made("a.md~")},
      {microseconds(50), closed("a.md~")},
      {microseconds(90), modified("a.md")},
      {microseconds(150), modified("a.md")},
      {microseconds(300), closed("a.md")},
      {microseconds(400), deleted("a.md~")}},
     microseconds(300)},
    {"VimAuto",
     {{microseconds(0), made("4913")},
      {microseconds(20), attributes("4913")},
      {microseconds(30), closed("4913")},
      {microseconds(40), deleted("4913")},
      {microseconds(50), moved_from("a.md", 1)},
      {microseconds(55), moved_to("a.md~", 1)},
      {microseconds(90), made("a.md")},
      {microseconds(150), modified("a.md")},
      {microseconds(300), closed("a.md")},
      {microseconds(400), deleted("a.md~")},
      {microseconds(900), modified(".a.md.swp")}},
     microseconds(300)},
    {"Emacs",
     {{microseconds(0), made(".#a.md")},
      {microseconds(50), moved_from("a.md", 1)},
      {microseconds(55), moved_to("a.md~", 1)},
      {microseconds(90), made("a.md")},
      {microseconds(300), closed("a.md")},
      {microseconds(310), attributes("a.md")},
      {microseconds(320), closed("a.md")},
      {microseconds(400), deleted(".#a.md")}},
     microseconds(300)},
    {"TruncateAndWrite",
     {{microseconds(0), modified("a.md")},
      {microseconds(900), modified("a.md")},
      {microseconds(2000), closed("a.md")}},
     microseconds(2000)},
    {"JetBrains",
     {{microseconds(0), made("a.md___jb_tmp___")},
      {microseconds(20), closed("a.md___jb_tmp___")},
      {microseconds(50), moved_from("a.md", 1)},
      {microseconds(55), moved_to("a.md___jb_old___", 1)},
      {microseconds(6000), moved_from("a.md___jb_tmp___", 2)},
      {microseconds(6005), moved_to("a.md", 2)},
      {microseconds(6500), deleted("a.md___jb_old___")}},
     microseconds(6005)},
    {"SedInPlace",
     {{microseconds(0), made("sedAb12Cd")},
      {microseconds(20), modified("sedAb12Cd")},
      {microseconds(40), closed("sedAb12Cd")},
      {microseconds(60), moved_from("sedAb12Cd", 3)},
      {microseconds(65), moved_to("a.md", 3)}},
     microseconds(65)},
    {"Rsync",
     {{microseconds(0), made(".a.md.Ab12Cd")},
      {microseconds(40), closed(".a.md.Ab12Cd")},
      {microseconds(60), moved_from(".a.md.Ab12Cd", 3)},
      {microseconds(65), moved_to("a.md", 3)}},
     microseconds(65)},
    {"GitCheckout",
     {{microseconds(0), deleted("a.md")},
      {microseconds(40), made("a.md")},
      {microseconds(90), closed("a.md")}},
     microseconds(90)},
    {"RenameFromOutsideTheTree", {{microseconds(0), moved_to("a.md", 9)}}, microseconds(0)},
};

INSTANTIATE_TEST_SUITE_P(Editors, SaveByEditor, testing::ValuesIn(kSaves),
                         [](const auto& save) { return std::string(save.param.name); });

TEST(EventCoalescer, DeliversARenamedTemporaryFileWithoutDelay) {
  const auto deliveries = play({{microseconds(0), made("a.md.tmp7")},
                                {microseconds(10), closed("a.md.tmp7")},
                                {microseconds(20), moved_from("a.md.tmp7", 4)},
                                {microseconds(25), moved_to("a.md", 4)}});
  const auto named = std::find_if(deliveries.begin(), deliveries.end(), [](const Delivery& delivery) {
    return std::count(delivery.paths.begin(), delivery.paths.end(), "a.md") == 1;
  });
  ASSERT_NE(named, deliveries.end());
  EXPECT_EQ(named->at, microseconds(25));
}

TEST(EventCoalescer, DeliversADeletionAfterTheHold) {
  const auto deliveries = play({{microseconds(0), deleted("a.md")}});
  ASSERT_THAT(deliveries, SizeIs(1));
  EXPECT_EQ(deliveries[0].at, kGoneHold);
  EXPECT_THAT(deliveries[0].paths, ElementsAre("a.md"));
}

TEST(EventCoalescer, DeliversBothNamesOfARenameTogether) {
  const auto deliveries =
      play({{microseconds(0), moved_from("a.md", 1)}, {microseconds(5), moved_to("b.md", 1)}});
  ASSERT_THAT(deliveries, SizeIs(1));
  EXPECT_THAT(deliveries[0].paths, ElementsAre("a.md", "b.md"));
}

TEST(EventCoalescer, DeliversNamesThatVanishOneAfterTheOtherTogether) {
  std::vector<Event> events;
  for (int index = 0; index < 40; ++index) {
    events.push_back({milliseconds(index), deleted(std::to_string(index))});
  }
  const auto deliveries = play(events);
  ASSERT_THAT(deliveries, SizeIs(1));
  EXPECT_THAT(deliveries[0].paths, SizeIs(40));
}

TEST(EventCoalescer, WaitsForTheWriterToPause) {
  const auto deliveries = play({{milliseconds(0), modified("a.md")}, {milliseconds(10), modified("a.md")}});
  ASSERT_THAT(deliveries, SizeIs(1));
  EXPECT_EQ(deliveries[0].at, milliseconds(10) + kWritingSettle);
}

TEST(EventCoalescer, DoesNotWaitForAWriterThatNeverPauses) {
  std::vector<Event> events;
  for (int index = 0; index < 50; ++index) {
    events.push_back({milliseconds(index * 5), modified("a.log")});
  }
  const auto deliveries = play(events);
  ASSERT_THAT(deliveries, testing::Not(IsEmpty()));
  EXPECT_EQ(deliveries[0].at, kWritingWaitMax);
  EXPECT_THAT(deliveries, SizeIs(testing::Le(4U)));
}

TEST(EventCoalescer, DeliversAHardLinkThatIsNeverClosed) {
  const auto deliveries = play({{microseconds(0), made("link.md")}});
  ASSERT_THAT(deliveries, SizeIs(1));
  EXPECT_EQ(deliveries[0].at, kWritingSettle);
}

TEST(EventCoalescer, LetsAFinishedFilePassAnUnfinishedOne) {
  const auto deliveries = play({{milliseconds(0), modified("slow.md")}, {milliseconds(1), closed("a.md")}});
  ASSERT_THAT(deliveries, SizeIs(2));
  EXPECT_EQ(deliveries[0].at, milliseconds(1));
  EXPECT_THAT(deliveries[0].paths, ElementsAre("a.md"));
  EXPECT_THAT(deliveries[1].paths, ElementsAre("slow.md"));
}

TEST(EventCoalescer, GathersACheckoutOfThousandsInAFewBatches) {
  EventCoalescer coalescer;
  std::vector<std::size_t> sizes;
  std::vector<Event> events;
  for (int index = 0; index < 5000; ++index) {
    const std::string path = std::to_string(index) + ".md";
    const microseconds at{index * 100};
    events.push_back({at, deleted(path)});
    events.push_back({at + microseconds(30), made(path)});
    events.push_back({at + microseconds(60), closed(path)});
  }
  // The reader reads every 5 ms, and is away for 20 ms (a rebuild) after each batch.
  std::size_t next = 0;
  for (microseconds now{0}; now < milliseconds(1500); now += milliseconds(5)) {
    for (; next < events.size() && events[next].at <= now; ++next) {
      coalescer.add(events[next].change, kStart + now);
    }
    const Batch batch = coalescer.take(kStart + now);
    if (batch.has_hints()) {
      sizes.push_back(batch.paths.size());
      now += milliseconds(20);
    }
  }
  EXPECT_THAT(sizes, SizeIs(testing::Le(4U)));
  std::size_t total = 0;
  for (const std::size_t size : sizes) {
    total += size;
  }
  EXPECT_EQ(total, 5000U);
}

TEST(EventCoalescer, NeverHoldsABurstLongerThanItsLimit) {
  std::vector<Event> events;
  for (int index = 0; index < 2000; ++index) {
    events.push_back({microseconds(index * 500), closed(std::to_string(index % 100))});
  }
  Instant pending_since = kStart;
  for (const Delivery& delivery : play(events)) {
    EXPECT_LE(kStart + delivery.at - pending_since, kLargeBurstMax + milliseconds(1));
    pending_since = kStart + delivery.at;
  }
}

TEST(EventCoalescer, HoldsARescanWhileANameIsAway) {
  EventCoalescer coalescer;
  coalescer.add(deleted("a.md"), kStart);
  coalescer.request_rescan();
  EXPECT_FALSE(coalescer.take(kStart).rescan);
  coalescer.add(made("a.md"), kStart + milliseconds(1));
  coalescer.add(closed("a.md"), kStart + milliseconds(2));
  const Batch batch = coalescer.take(kStart + milliseconds(2));
  EXPECT_TRUE(batch.rescan);
  EXPECT_THAT(batch.paths, ElementsAre("a.md"));
}

TEST(EventCoalescer, DeliversARescanOnce) {
  EventCoalescer coalescer;
  coalescer.request_rescan();
  EXPECT_TRUE(coalescer.take(kStart).rescan);
  EXPECT_FALSE(coalescer.take(kStart).has_hints());
  EXPECT_EQ(coalescer.due_at(), std::nullopt);
}

TEST(EventCoalescer, DeliversEachPathOnceAndInOrder) {
  EventCoalescer coalescer;
  for (const char* path : {"c", "a", "b", "a", "c"}) {
    coalescer.add(closed(path), kStart);
  }
  EXPECT_THAT(coalescer.take(kStart).paths, ElementsAre("a", "b", "c"));
}

TEST(EventCoalescer, ForgetsWhatItHasDelivered) {
  EventCoalescer coalescer;
  coalescer.add(closed("a.md"), kStart);
  EXPECT_TRUE(coalescer.take(kStart).has_hints());
  EXPECT_EQ(coalescer.pending_count(), 0U);
  EXPECT_EQ(coalescer.due_at(), std::nullopt);
}

TEST(EventCoalescer, ReportsAFolderWhateverItsName) {
  EventCoalescer coalescer;
  coalescer.add({"4913", ChangeKind::Ready, true, 0}, kStart);
  EXPECT_THAT(coalescer.take(kStart).paths, ElementsAre("4913"));
}

}  // namespace
}  // namespace loom::watch
