#include "reload/mailbox.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <thread>

namespace loom::reload {
namespace {

bool is_readable(int fd) {
  pollfd entry{fd, POLLIN, 0};
  return ::poll(&entry, 1, 0) == 1;
}

TEST(Mailbox, IsQuietUntilSomethingIsPosted) {
  Mailbox mailbox;
  EXPECT_FALSE(is_readable(mailbox.wake_fd()));
  const Requests requests = mailbox.take();
  EXPECT_FALSE(requests.stop);
  EXPECT_FALSE(requests.rebuild);
}

TEST(Mailbox, GivesAllThatWasPostedOnce) {
  Mailbox mailbox;
  mailbox.post_rebuild();
  mailbox.post_rebuild();
  mailbox.post_stop();
  EXPECT_TRUE(is_readable(mailbox.wake_fd()));
  const Requests requests = mailbox.take();
  EXPECT_TRUE(requests.stop);
  EXPECT_TRUE(requests.rebuild);
  EXPECT_FALSE(is_readable(mailbox.wake_fd()));
  EXPECT_FALSE(mailbox.take().stop);
}

TEST(Mailbox, AnyThreadPosts) {
  Mailbox mailbox;
  std::thread([&] { mailbox.post_rebuild(); }).join();
  EXPECT_TRUE(mailbox.take().rebuild);
}

}  // namespace
}  // namespace loom::reload
