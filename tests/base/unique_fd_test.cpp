#include "base/unique_fd.h"

#include <fcntl.h>
#include <gtest/gtest.h>

namespace loom::base {
namespace {

bool is_open(int fd) {
  return ::fcntl(fd, F_GETFD) != -1;
}

TEST(UniqueFd, ClosesWhatItOwns) {
  int fd = -1;
  {
    const UniqueFd owner(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    fd = owner.get();
    EXPECT_TRUE(is_open(fd));
  }
  EXPECT_FALSE(is_open(fd));
}

TEST(UniqueFd, MovesAndGivesAway) {
  UniqueFd first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  UniqueFd second(std::move(first));
  EXPECT_TRUE(static_cast<bool>(second));
  const int fd = second.take();
  EXPECT_FALSE(static_cast<bool>(second));
  EXPECT_TRUE(is_open(fd));
  UniqueFd third(fd);
  third.reset();
  EXPECT_FALSE(is_open(fd));
}

}  // namespace
}  // namespace loom::base
