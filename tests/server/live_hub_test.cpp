#include "server/live_hub.h"

#include <gtest/gtest.h>
#include <memory>

#include "server/limits.h"

namespace loom::server {
namespace {

const net::TimePoint kNow{std::chrono::seconds(1000)};

class RecordingStream final : public LiveStream {
 public:
  explicit RecordingStream(LiveHub& hub) : hub_(hub) { hub.add(*this, kNow); }
  void push(std::string_view text) override { pushed.emplace_back(text); }
  void close() override {
    is_closed = true;
    hub_.remove(*this);
  }

  std::vector<std::string> pushed;
  bool is_closed = false;

 private:
  LiveHub& hub_;
};

class LiveHubTest : public testing::Test {
 protected:
  void publish(std::uint64_t number, std::vector<std::string> changed_paths) {
    auto next = std::make_shared<snapshot::Generation>();
    next->number = number;
    next->snapshot = site;
    next->changed_paths = std::move(changed_paths);
    hub.on_generation(*next, kNow);
    current = next;
  }
  bool says(const std::string& event, const std::string& part) const {
    return event.find(part) != std::string::npos;
  }

  std::shared_ptr<const snapshot::Snapshot> site = std::make_shared<const snapshot::Snapshot>();
  net::TimerList pings{kLivePing};
  LiveHub hub{"boot", pings};
  snapshot::GenerationPtr current;
};

TEST_F(LiveHubTest, TellsEveryStreamWhatChanged) {
  publish(1, {});
  RecordingStream one(hub);
  RecordingStream two(hub);
  publish(2, {"/a/"});
  ASSERT_EQ(one.pushed.size(), 1U);
  EXPECT_TRUE(says(one.pushed[0], R"("generation":"boot-2")"));
  EXPECT_TRUE(says(one.pushed[0], R"("changed":["/a/"])"));
  EXPECT_EQ(one.pushed, two.pushed);
}

TEST_F(LiveHubTest, NamesPathsBelowTheMountPath) {
  snapshot::SnapshotBuilder builder(nullptr);
  builder.set_mount_path("/blog/");
  builder.set_not_found(std::make_shared<snapshot::Resource>());
  const auto mounted = builder.build();
  publish(1, {});
  RecordingStream stream(hub);
  site = mounted;
  publish(2, {"/a/"});
  publish(3, {"/a/"});
  ASSERT_EQ(stream.pushed.size(), 2U);
  EXPECT_TRUE(says(stream.pushed[0], R"("changed":null)"));
  EXPECT_TRUE(says(stream.pushed[1], R"("changed":["/blog/a/"])"));
}

TEST_F(LiveHubTest, TellsALatePageAllThatItMissed) {
  publish(1, {});
  publish(2, {"/b/", "/a/"});
  publish(3, {"/a/"});
  EXPECT_TRUE(says(hub.greeting("boot-1"), R"("changed":["/a/","/b/"])"));
  EXPECT_TRUE(says(hub.greeting("boot-2"), R"("changed":["/a/"])"));
  EXPECT_TRUE(says(hub.greeting("boot-3"), R"("changed":[])"));
}

TEST_F(LiveHubTest, AnythingMayHaveChangedForAPageOfAnotherRun) {
  publish(1, {});
  for (const char* shown : {"", "other-1", "boot-", "boot-x", "boot"}) {
    EXPECT_TRUE(says(hub.greeting(shown), R"("changed":null)")) << shown;
  }
}

TEST_F(LiveHubTest, AnythingMayHaveChangedWhenAPublicationWasSkipped) {
  publish(1, {});
  publish(3, {"/a/"});
  EXPECT_TRUE(says(hub.greeting("boot-1"), R"("changed":null)"));
  publish(4, {"/b/"});
  EXPECT_TRUE(says(hub.greeting("boot-3"), R"("changed":["/b/"])"));
}

TEST_F(LiveHubTest, AnythingMayHaveChangedForAPageOlderThanItsMemory) {
  publish(1, {});
  for (std::uint64_t number = 2; number <= kLiveHistoryMax + 2; ++number) {
    publish(number, {"/a/"});
  }
  EXPECT_TRUE(says(hub.greeting("boot-1"), R"("changed":null)"));
  EXPECT_TRUE(says(hub.greeting("boot-2"), R"("changed":["/a/"])"));
}

TEST_F(LiveHubTest, AnythingMayHaveChangedWhenTheFirstSiteAppears) {
  const auto good = site;
  site = nullptr;
  publish(1, {});
  site = good;
  publish(2, {});
  EXPECT_TRUE(says(hub.greeting("boot-1"), R"("changed":null)"));
}

TEST_F(LiveHubTest, ClosesTheOldestStreamBeyondTheLimit) {
  publish(1, {});
  std::vector<std::unique_ptr<RecordingStream>> streams;
  for (std::size_t i = 0; i <= kLiveStreamsMax; ++i) {
    streams.push_back(std::make_unique<RecordingStream>(hub));
  }
  EXPECT_TRUE(streams[0]->is_closed);
  EXPECT_FALSE(streams[1]->is_closed);
  EXPECT_EQ(hub.stream_count(), kLiveStreamsMax);
}

TEST_F(LiveHubTest, PingsWhileSomebodyListens) {
  publish(1, {});
  RecordingStream stream(hub);
  pings.fire_expired(kNow + kLivePing);
  EXPECT_EQ(stream.pushed, (std::vector<std::string>{":\n\n"}));
  hub.remove(stream);
  pings.fire_expired(kNow + 2 * kLivePing);
  EXPECT_EQ(pings.oldest(), nullptr);
}

}  // namespace
}  // namespace loom::server
