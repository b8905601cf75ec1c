#include "watch/inotify_events.h"

#include <gtest/gtest.h>
#include <string.h>
#include <sys/inotify.h>

namespace loom::watch {
namespace {

/// One record as the kernel writes it: the name is padded with NULs.
std::string record(int watch, std::uint32_t mask, std::uint32_t cookie, const std::string& name) {
  std::string padded = name;
  if (!name.empty()) {
    padded.resize((name.size() / 16 + 1) * 16, '\0');
  }
  inotify_event header{};
  header.wd = watch;
  header.mask = mask;
  header.cookie = cookie;
  header.len = static_cast<std::uint32_t>(padded.size());
  return std::string(reinterpret_cast<const char*>(&header), sizeof(header)) + padded;
}

TEST(ParseInotifyEvents, TakesRecordsApart) {
  const std::string bytes = record(1, IN_CREATE, 0, "a.md") + record(2, IN_MOVED_TO, 77, "a name of 16 byt") +
                            record(3, IN_DELETE_SELF, 0, "");
  const auto events = parse_inotify_events(bytes);
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[0].watch, 1);
  EXPECT_EQ(events[0].name, "a.md");
  EXPECT_EQ(events[1].cookie, 77U);
  EXPECT_EQ(events[1].name, "a name of 16 byt");
  EXPECT_EQ(events[2].mask, static_cast<std::uint32_t>(IN_DELETE_SELF));
  EXPECT_EQ(events[2].name, "");
}

TEST(ParseInotifyEvents, EndsAtARecordThatIsNotWhole) {
  const std::string bytes = record(1, IN_CREATE, 0, "a.md") + record(2, IN_CREATE, 0, "b.md");
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const std::size_t whole = parse_inotify_events(std::span(bytes.data(), length)).size();
    EXPECT_EQ(whole, length < bytes.size() / 2 ? 0U : 1U) << length;
  }
}

}  // namespace
}  // namespace loom::watch
