#include "http/body_drain.h"

#include <gtest/gtest.h>
#include <string>
#include <tuple>

#include "http/limits.h"
#include "support/guarded_bytes.h"

namespace loom::http {
namespace {

Request with_length(std::uint64_t bytes) {
  Request request;
  request.framing = Framing::Length;
  request.content_length = bytes;
  return request;
}

Request chunked() {
  Request request;
  request.framing = Framing::Chunked;
  return request;
}

using Outcome = std::tuple<DrainState, std::size_t, int>;

Outcome drain_whole(const Request& request, std::string_view bytes) {
  const test::GuardedBytes guarded(bytes);
  const BodyDrain::Progress progress = BodyDrain(request).consume(guarded.view());
  return {progress.state, progress.consumed_bytes, progress.reject_status};
}

Outcome drain_byte_by_byte(const Request& request, std::string_view bytes) {
  BodyDrain drain(request);
  std::size_t consumed_bytes = 0;
  BodyDrain::Progress progress = drain.consume("");
  while (progress.state == DrainState::NeedMore && consumed_bytes < bytes.size()) {
    progress = drain.consume(bytes.substr(consumed_bytes, 1));
    consumed_bytes += progress.consumed_bytes;
  }
  return {progress.state, consumed_bytes, progress.reject_status};
}

void expect_complete(const Request& request, const std::string& body) {
  const Outcome expected{DrainState::Complete, body.size(), 0};
  EXPECT_EQ(drain_whole(request, body + "GET / HTTP/1.1"), expected) << body.substr(0, 80);
  EXPECT_EQ(drain_byte_by_byte(request, body + "GET / HTTP/1.1"), expected) << body.substr(0, 80);
}

void expect_rejected(const Request& request, const std::string& body, int status) {
  EXPECT_EQ(std::get<2>(drain_whole(request, body)), status) << body.substr(0, 80);
  EXPECT_EQ(std::get<2>(drain_byte_by_byte(request, body)), status) << body.substr(0, 80);
}

TEST(BodyDrain, RequestsWithoutBodyAreComplete) {
  expect_complete(Request(), "");
  expect_complete(with_length(0), "");
  EXPECT_EQ(BodyDrain().consume("x").state, DrainState::Complete);
}

TEST(BodyDrain, TakesExactlyTheLength) {
  expect_complete(with_length(5), "hello");
  expect_complete(with_length(kBodyDrainBytesMax), std::string(kBodyDrainBytesMax, 'x'));
}

TEST(BodyDrain, WaitsForTheRest) {
  EXPECT_EQ(drain_whole(with_length(5), "hell"), Outcome(DrainState::NeedMore, 4, 0));
  EXPECT_EQ(drain_whole(chunked(), "5\r\nhe"), Outcome(DrainState::NeedMore, 5, 0));
}

TEST(BodyDrain, RefusesALengthBeyondTheLimitAtOnce) {
  EXPECT_EQ(drain_whole(with_length(kBodyDrainBytesMax + 1), ""), Outcome(DrainState::Rejected, 0, 413));
}

TEST(BodyDrain, TakesChunks) {
  expect_complete(chunked(), "0\r\n\r\n");
  expect_complete(chunked(), "5\r\nhello\r\n0\r\n\r\n");
  expect_complete(chunked(), "00A\r\n0123456789\r\n1\r\n\n\r\n000\r\n\r\n");
  expect_complete(chunked(), "5;a;b=c;d=\"x\\\"; y\"\r\nhello\r\n0;last\r\n\r\n");
  expect_complete(chunked(), "0\r\nContent-Length: 99\r\nX:\r\n\r\n");
}

TEST(BodyDrain, RefusesBrokenChunks) {
  for (const char* body : {"\r\n",
                           "x",
                           "5\n",
                           "5 \r\n",
                           "5\r ",
                           "5\r\nhelloX",
                           "5\r\nhello\rX",
                           "5\r\nhello\n",
                           "0\r\n\n",
                           "0\r\nX : 1\r\n",
                           "0\r\n: 1\r\n",
                           "0\r\nX: \x01\r\n",
                           "0\r\n\rX",
                           "5;\r\n",
                           "5;a=\r\n",
                           "5;a=\"b\r\n",
                           "5;a=\"b\"c\r\n",
                           "5; a\r\n",
                           "-5\r\n",
                           "+5\r\n",
                           "0x5\r\n",
                           "5;a\nb\r\n"}) {
    expect_rejected(chunked(), body, 400);
  }
}

TEST(BodyDrain, LimitsChunkLines) {
  expect_complete(chunked(), "1;" + std::string(kChunkLineBytesMax - 3, 'a') + "\r\nx\r\n0\r\n\r\n");
  expect_rejected(chunked(), "1;" + std::string(kChunkLineBytesMax, 'a') + "\r\nx\r\n0\r\n\r\n", 400);
}

TEST(BodyDrain, LimitsTheWholeOfAChunkedBody) {
  std::string body;
  while (body.size() <= kBodyDrainBytesMax) {
    body += "1\r\na\r\n";
  }
  expect_rejected(chunked(), body, 413);
  expect_rejected(chunked(), "10001\r\n", 413);
  expect_rejected(chunked(), "ffffffffffffffffffffffff\r\n", 413);
}

TEST(BodyDrain, LimitsTrailers) {
  std::string body = "0\r\n";
  while (body.size() <= kBodyDrainBytesMax) {
    body += "X: 1\r\n";
  }
  expect_rejected(chunked(), body, 413);
}

}  // namespace
}  // namespace loom::http
