#include "net/stream.h"

#include <array>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "support/temp_folder.h"

namespace loom::net {
namespace {

struct Streams {
  Streams() {
    std::array<int, 2> fds{};
    LOOM_CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0);
    near = Stream(base::UniqueFd(fds[0]));
    far = Stream(base::UniqueFd(fds[1]));
  }

  std::string received_by_far() {
    std::array<char, 4096> buffer;
    const IoResult result = far.receive(buffer);
    return {buffer.data(), result.bytes};
  }

  Stream near;
  Stream far;
};

TEST(Stream, SendsAndReceives) {
  Streams streams;
  EXPECT_EQ(streams.near.send("hello").bytes, 5U);
  EXPECT_EQ(streams.received_by_far(), "hello");
}

TEST(Stream, SendsPartsInOrder) {
  Streams streams;
  const std::array<std::string_view, 3> parts{"one ", "", "two"};
  EXPECT_EQ(streams.near.send_gathered(parts).bytes, 7U);
  EXPECT_EQ(streams.received_by_far(), "one two");
}

TEST(Stream, SaysWhenThereIsNothingYetAndWhenThereWillNeverBe) {
  Streams streams;
  std::array<char, 16> buffer;
  EXPECT_EQ(streams.near.receive(buffer).outcome, IoOutcome::WouldBlock);
  streams.far.shut_down_sending();
  EXPECT_EQ(streams.near.receive(buffer).outcome, IoOutcome::Closed);
}

TEST(Stream, SaysWhenThePeerTakesNoMore) {
  Streams streams;
  const std::string chunk(64 * 1024, 'x');
  IoResult result = streams.near.send(chunk);
  while (result.outcome == IoOutcome::Bytes) {
    result = streams.near.send(chunk);
  }
  EXPECT_EQ(result.outcome, IoOutcome::WouldBlock);
}

TEST(Stream, FailsWithoutASignalWhenThePeerHasGone) {
  Streams streams;
  streams.far.close();
  EXPECT_EQ(streams.near.send("x").outcome, IoOutcome::Failed);
}

TEST(Stream, SendsPartOfAFileAndSaysWhenItIsShorter) {
  Streams streams;
  const support::TempFolder folder;
  base::UniqueFd file(::open(folder.path("f").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  ASSERT_EQ(::write(file.get(), "0123456789", 10), 10);
  EXPECT_EQ(streams.near.send_file({.fd = file.get(), .offset = 3, .size_bytes = 4}).bytes, 4U);
  EXPECT_EQ(streams.received_by_far(), "3456");
  EXPECT_EQ(streams.near.send_file({.fd = file.get(), .offset = 10, .size_bytes = 4}).outcome,
            IoOutcome::Closed);
}

}  // namespace
}  // namespace loom::net
