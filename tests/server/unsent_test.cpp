#include "server/unsent.h"

#include <array>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/file.h"
#include "support/temp_folder.h"

namespace loom::server {
namespace {

constexpr std::size_t kNoBudget = std::size_t{1} << 40;

class UnsentTest : public testing::Test {
 protected:
  UnsentTest() {
    std::array<int, 2> fds{};
    LOOM_CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0);
    stream = net::Stream(base::UniqueFd(fds[0]));
    peer.reset(fds[1]);
  }

  std::string read_peer() {
    std::string bytes(std::size_t{1} << 20, '\0');
    const ssize_t count = ::read(peer.get(), bytes.data(), bytes.size());
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
  }

  BodyPart file_part(const std::string& bytes) {
    LOOM_CHECK(base::write_file(folder.path("f"), bytes).has_value());
    file.fd.reset(::open(folder.path("f").c_str(), O_RDWR | O_CLOEXEC));
    file.stamp = base::file_status(folder.path("f")).stamp;
    BodyPart part;
    part.file = &file;
    part.file_length_bytes = bytes.size();
    return part;
  }

  static BodyPart memory_part(std::string_view bytes) {
    BodyPart part;
    part.bytes = bytes;
    return part;
  }

  net::Stream stream;
  base::UniqueFd peer;
  support::TempFolder folder;
  snapshot::LargeFile file;
};

TEST_F(UnsentTest, SendsTextMemoryAndFilesInOrder) {
  const std::array<BodyPart, 3> parts{memory_part("one "), file_part("two "), memory_part("three")};
  Unsent unsent{.text = "head ", .parts = parts};
  EXPECT_EQ(send_some(stream, unsent, kNoBudget), SendOutcome::Done);
  EXPECT_TRUE(unsent.empty());
  EXPECT_EQ(read_peer(), "head one two three");
}

TEST_F(UnsentTest, StopsAtItsBudgetAndGoesOnFromThere) {
  const std::array<BodyPart, 2> parts{memory_part("0123456789"), file_part("abcdefghij")};
  Unsent unsent{.text = "", .parts = parts};
  std::string sent;
  SendOutcome outcome = SendOutcome::BudgetSpent;
  int turns = 0;
  while (outcome == SendOutcome::BudgetSpent) {
    outcome = send_some(stream, unsent, 3);
    sent += read_peer();
    ++turns;
  }
  EXPECT_EQ(outcome, SendOutcome::Done);
  EXPECT_EQ(sent, "0123456789abcdefghij");
  EXPECT_GE(turns, 7);
}

TEST_F(UnsentTest, GoesOnAfterTheKernelWasFull) {
  const std::string large(std::size_t{8} << 20, 'x');
  const std::array<BodyPart, 1> parts{memory_part(large)};
  Unsent unsent{.text = "head", .parts = parts};
  std::size_t received_bytes = 0;
  SendOutcome outcome = send_some(stream, unsent, kNoBudget);
  EXPECT_EQ(outcome, SendOutcome::Blocked);
  while (outcome == SendOutcome::Blocked) {
    received_bytes += read_peer().size();
    outcome = send_some(stream, unsent, kNoBudget);
  }
  for (std::string rest = read_peer(); !rest.empty(); rest = read_peer()) {
    received_bytes += rest.size();
  }
  EXPECT_EQ(outcome, SendOutcome::Done);
  EXPECT_EQ(received_bytes, large.size() + 4);
}

TEST_F(UnsentTest, NeverCompletesAFileThatChanged) {
  const std::array<BodyPart, 1> parts{file_part("0123456789")};
  EXPECT_FALSE(has_changed_file(parts));
  Unsent unsent{.text = "", .parts = parts};
  EXPECT_EQ(send_some(stream, unsent, 4), SendOutcome::BudgetSpent);
  ASSERT_EQ(::pwrite(file.fd.get(), "longer than before", 18, 0), 18);
  EXPECT_TRUE(has_changed_file(parts));
  EXPECT_EQ(send_some(stream, unsent, kNoBudget), SendOutcome::Failed);
  EXPECT_EQ(read_peer().size(), 4U);
}

TEST_F(UnsentTest, FailsWhenThePeerIsGone) {
  peer.reset();
  Unsent unsent{.text = "x", .parts = {}};
  EXPECT_EQ(send_some(stream, unsent, kNoBudget), SendOutcome::Failed);
}

TEST_F(UnsentTest, ABacklogKeepsItsBytesAlive) {
  auto resource = std::make_shared<snapshot::Resource>();
  const std::weak_ptr<snapshot::Resource> watched = resource;
  auto body = std::make_shared<const std::string>("the body");
  auto representation = std::make_unique<snapshot::Representation>();
  representation->body = body;
  resource->representations[0] = std::move(representation);
  const snapshot::ResourcePtr pinned = std::move(resource);
  std::unique_ptr<Backlog> backlog;
  {
    snapshot::ResourcePtr from_snapshot = pinned;
    std::string gathered = "the head ";
    Response response;
    response.resource = &from_snapshot;
    response.body.bytes = *body;
    backlog = std::make_unique<Backlog>(
        Unsent{.text = gathered, .parts = response.parts(), .part_sent_bytes = 4}, response);
    gathered.assign(gathered.size(), '!');
  }
  EXPECT_EQ(send_some(stream, backlog->unsent(), kNoBudget), SendOutcome::Done);
  EXPECT_EQ(read_peer(), "the head body");
  EXPECT_EQ(watched.use_count(), 2);
  backlog.reset();
  EXPECT_EQ(watched.use_count(), 1);
}

TEST_F(UnsentTest, ABacklogOfTextGrows) {
  Backlog backlog("0123456789");
  EXPECT_EQ(send_some(stream, backlog.unsent(), 1), SendOutcome::Done);
  backlog.append_text("abc");
  backlog.append_text("def");
  EXPECT_EQ(send_some(stream, backlog.unsent(), kNoBudget), SendOutcome::Done);
  EXPECT_EQ(read_peer(), "0123456789abcdef");
}

}  // namespace
}  // namespace loom::server
