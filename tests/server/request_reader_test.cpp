#include "server/request_reader.h"

#include <gtest/gtest.h>
#include <vector>

namespace loom::server {
namespace {

using Outcome = RequestReader::Outcome;

/// Targets of the requests in `bytes`, given in pieces of `piece_bytes`; ends with "!status" after a refusal.
std::vector<std::string> targets_of(const std::string& bytes, std::size_t piece_bytes) {
  RequestReader reader;
  std::vector<std::string> targets;
  std::string buffer;
  std::size_t given = 0;
  while (true) {
    const RequestReader::Step step = reader.read(buffer);
    if (step.outcome == Outcome::Rejected) {
      targets.push_back("!" + std::to_string(step.reject_status));
      return targets;
    }
    if (step.outcome == Outcome::Request) {
      targets.push_back(std::string(reader.request().target) + (step.body_is_unread ? "?" : ""));
    }
    buffer.erase(0, step.consumed_bytes);
    if (step.outcome == Outcome::NeedMore) {
      if (given == bytes.size()) {
        return targets;
      }
      buffer += bytes.substr(given, piece_bytes);
      given = std::min(bytes.size(), given + piece_bytes);
    }
  }
}

void expect_targets(const std::string& bytes, const std::vector<std::string>& expected) {
  for (const std::size_t piece_bytes : {std::size_t{1}, std::size_t{2}, std::size_t{7}, bytes.size()}) {
    EXPECT_EQ(targets_of(bytes, piece_bytes), expected) << "in pieces of " << piece_bytes;
  }
}

constexpr const char* kHost = " HTTP/1.1\r\nHost: h\r\n";

std::string get(const std::string& target, const std::string& rest = "\r\n") {
  return "GET " + target + kHost + rest;
}

TEST(RequestReader, ReadsRequestsOneAfterTheOther) {
  expect_targets(get("/1") + get("/2") + "\r\n" + get("/3"), {"/1", "/2", "/3"});
}

TEST(RequestReader, ReadsPastBodiesBeforeARequestIsAnswered) {
  expect_targets(get("/1", "Content-Length: 5\r\n\r\nGET /") + get("/2"), {"/1", "/2"});
  expect_targets(get("/1", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n") + get("/2"),
                 {"/1", "/2"});
}

TEST(RequestReader, GivesARequestOnlyWhenItsBodyIsComplete) {
  RequestReader reader;
  const std::string bytes = get("/1", "Content-Length: 5\r\n\r\nab");
  const RequestReader::Step step = reader.read(bytes);
  EXPECT_EQ(step.outcome, Outcome::NeedMore);
  EXPECT_EQ(step.consumed_bytes, bytes.size());
  EXPECT_TRUE(reader.is_inside_body());
  EXPECT_EQ(reader.read("cde").outcome, Outcome::Request);
  EXPECT_FALSE(reader.is_inside_request());
}

TEST(RequestReader, DoesNotWaitForABodyThatIsNotWanted) {
  const std::string post = "POST /1" + std::string(kHost) + "Content-Length: 5\r\n\r\n";
  expect_targets(post, {"/1?"});
}

TEST(RequestReader, AnswersAClientThatAwaitsPermissionOnlyWhileNoneOfTheBodyHasCome) {
  const std::string head = get("/1", "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  RequestReader waiting;
  const RequestReader::Step early = waiting.read(head);
  EXPECT_EQ(early.outcome, Outcome::Request);
  EXPECT_TRUE(early.body_is_unread);
  RequestReader begun;
  EXPECT_EQ(begun.read(head + "he").outcome, Outcome::NeedMore);
  const RequestReader::Step whole = begun.read("llo" + get("/2"));
  EXPECT_EQ(whole.outcome, Outcome::Request);
  EXPECT_FALSE(whole.body_is_unread);
  const std::string next = get("/2");
  EXPECT_EQ(begun.read(next).outcome, Outcome::Request);
  EXPECT_EQ(begun.request().target, "/2");
}

TEST(RequestReader, RefusesBrokenHeadsAndBodies) {
  expect_targets("BAD\r\n\r\n", {"!400"});
  expect_targets(get("/1", "Transfer-Encoding: chunked\r\n\r\nzz\r\n"), {"!400"});
}

TEST(RequestReader, KnowsWhetherARequestHasBegun) {
  RequestReader reader;
  EXPECT_FALSE(reader.is_inside_request());
  reader.read("\r\n");
  EXPECT_FALSE(reader.is_inside_request());
  reader.read("\r\nGE");
  EXPECT_TRUE(reader.is_inside_request());
}

}  // namespace
}  // namespace loom::server
