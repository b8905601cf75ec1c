#include "server/connection.h"

#include <gtest/gtest.h>

#include "http/limits.h"
#include "support/loopback_client.h"
#include "support/running_server.h"

namespace loom::server {
namespace {

using support::LoopbackClient;
using support::make_resource;
using support::ReceivedResponse;
using support::RunningServer;

std::string get(std::string_view path, std::string_view fields = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(fields) + "\r\n";
}

support::SitePaths small_site() {
  return {{"/", make_resource("front")}, {"/a/", make_resource("page a")}, {"/b/", make_resource("page b")}};
}

TEST(Connection, AnswersARequestAndStaysOpen) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    client.send(get("/a/"));
    const std::optional<ReceivedResponse> response = client.read_response();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "page a");
    EXPECT_EQ(response->field("connection"), "");
    EXPECT_EQ(response->field("date").size(), 29U);
  }
}

TEST(Connection, AnswersThreePipelinedRequestsInOrder) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send(get("/a/") + get("/missing/") + get("/b/"));
  EXPECT_EQ(client.read_response()->body, "page a");
  EXPECT_EQ(client.read_response()->status, 404);
  EXPECT_EQ(client.read_response()->body, "page b");
}

TEST(Connection, AnswersARequestThatIsFollowedByTheEnd) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send(get("/a/") + get("/b/"));
  client.half_close();
  EXPECT_EQ(client.read_response()->body, "page a");
  EXPECT_EQ(client.read_response()->body, "page b");
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, ReadsARequestThatComesByteByByte) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  for (const char byte : get("/a/") + get("/b/")) {
    client.send(std::string_view(&byte, 1));
  }
  EXPECT_EQ(client.read_response()->body, "page a");
  EXPECT_EQ(client.read_response()->body, "page b");
}

TEST(Connection, AnswersManyMorePipelinedRequestsThanOneTurnTakes) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  std::string requests;
  for (std::size_t i = 0; i < kRequestsPerTurn * 10 + 3; ++i) {
    requests += get("/a/");
  }
  client.send(requests);
  for (std::size_t i = 0; i < kRequestsPerTurn * 10 + 3; ++i) {
    ASSERT_EQ(client.read_response()->body, "page a") << i;
  }
}

TEST(Connection, EndsAfterAnHttp10Request) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send("GET /a/ HTTP/1.0\r\n\r\n");
  const std::optional<ReceivedResponse> response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->field("connection"), "close");
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, KeepsAnHttp10ConnectionThatAsksForIt) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  for (int i = 0; i < 2; ++i) {
    client.send("GET /a/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const std::optional<ReceivedResponse> response = client.read_response();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->field("connection"), "keep-alive");
  }
}

TEST(Connection, EndsWhenTheClientAsksForIt) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send(get("/a/", "Connection: close\r\n") + get("/b/"));
  EXPECT_EQ(client.read_response()->field("connection"), "close");
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, SendsNoBodyToHead) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send("HEAD /a/ HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/b/"));
  const std::optional<ReceivedResponse> head = client.read_response(false);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->field("content-length"), "6");
  EXPECT_EQ(client.read_response()->body, "page b");
}

TEST(Connection, NeverTakesABodyForARequest) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  const std::string body = get("/b/");
  client.send(get("/a/", "Content-Length: " + std::to_string(body.size()) + "\r\n") + body + get("/"));
  EXPECT_EQ(client.read_response()->body, "page a");
  EXPECT_EQ(client.read_response()->body, "front");
}

TEST(Connection, DrainsABodyThatComesInPieces) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send(get("/a/", "Transfer-Encoding: chunked\r\n"));
  for (const char byte : std::string("5\r\nhello\r\n0\r\n\r\n") + get("/b/")) {
    client.send(std::string_view(&byte, 1));
  }
  EXPECT_EQ(client.read_response()->body, "page a");
  EXPECT_EQ(client.read_response()->body, "page b");
}

TEST(Connection, RefusesAPostAtOnceAndItsAnswerArrives) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000\r\n\r\nabc");
  const std::optional<ReceivedResponse> response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 405);
  EXPECT_EQ(response->field("connection"), "close");
  client.send(std::string(30000, 'x'));
  client.half_close();
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, AnAnswerIsNotLostToBytesThatWereNeverRead) {
  RunningServer server(small_site());
  for (int i = 0; i < 50; ++i) {
    LoopbackClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n");
    client.send(std::string(50000, 'x'));
    client.half_close();
    const std::optional<ReceivedResponse> response = client.read_response();
    ASSERT_TRUE(response) << i;
    EXPECT_EQ(response->status, 405);
    EXPECT_TRUE(client.ends_cleanly()) << i;
  }
}

TEST(Connection, RefusesANonsenseHeadAndItsAnswerArrives) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send("GET / HTTP/1.1\r\nbad header\r\n" + std::string(20000, 'x'));
  const std::optional<ReceivedResponse> response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 400);
  client.half_close();
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, RefusesAnEndlessHead) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
  for (int i = 0; i < 40; ++i) {
    if (!client.send("x-" + std::to_string(i) + ": " + std::string(4000, 'y') + "\r\n")) {
      break;
    }
  }
  EXPECT_EQ(client.read_response()->status, 431);
}

TEST(Connection, RefusesTooManyFields) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  std::string fields;
  for (std::size_t i = 0; i < http::kFieldCountMax; ++i) {
    fields += "x: y\r\n";
  }
  client.send(get("/a/", fields));
  EXPECT_EQ(client.read_response()->status, 431);
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, TurnsAwayWhatIsBeyondTheLimitAndServesAgainAfterwards) {
  ServerOptions options;
  options.limits.connections_max = 2;
  RunningServer server(small_site(), options);
  std::optional<LoopbackClient> first(server.port());
  LoopbackClient second(server.port());
  first->send("GET /a/ HT");
  second.send(get("/large") + "GET /a/ HT");
  EXPECT_EQ(second.read_response()->status, 404);
  LoopbackClient third(server.port());
  third.send(get("/a/"));
  EXPECT_EQ(third.read_response()->status, 503);
  EXPECT_TRUE(third.ends());
  first.reset();
  int status = 503;
  while (status == 503) {
    LoopbackClient late(server.port());
    late.send(get("/a/"));
    status = late.read_response().value_or(ReceivedResponse{}).status;
  }
  EXPECT_EQ(status, 200);
}

TEST(Connection, GivesUpAnIdleConnectionForANewOne) {
  ServerOptions options;
  options.limits.connections_max = 1;
  RunningServer server(small_site(), options);
  LoopbackClient idle(server.port());
  idle.send(get("/a/"));
  EXPECT_EQ(idle.read_response()->status, 200);
  LoopbackClient newcomer(server.port());
  newcomer.send(get("/b/"));
  EXPECT_EQ(newcomer.read_response()->body, "page b");
  EXPECT_TRUE(idle.ends_cleanly());
}

TEST(Connection, SendsABodyThatIsLargerThanTheKernelTakes) {
  const std::string large(std::size_t{20} * 1024 * 1024, 'z');
  RunningServer server({{"/large", make_resource(large)}, {"/a/", make_resource("page a")}});
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  client.send(get("/a/") + get("/large") + get("/a/"));
  EXPECT_EQ(client.read_response()->body, "page a");
  const std::optional<ReceivedResponse> response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_TRUE(response->body == large);
  EXPECT_EQ(client.read_response()->body, "page a");
}

TEST(Connection, StopsReadingWhileAnswersAreNotTaken) {
  const std::string body(std::size_t{64} * 1024, 'z');
  RunningServer server({{"/a/", make_resource(body)}});
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  std::thread flood([&] {
    for (int i = 0; i < 2000; ++i) {
      ASSERT_TRUE(client.send(get("/a/")));
    }
    client.half_close();
  });
  LoopbackClient other(server.port());
  other.send(get("/a/"));
  EXPECT_EQ(other.read_response()->status, 200);
  for (int i = 0; i < 2000; ++i) {
    const std::optional<ReceivedResponse> response = client.read_response();
    ASSERT_TRUE(response) << i;
    ASSERT_EQ(response->body.size(), body.size());
  }
  flood.join();
}

TEST(Connection, ServesTwoHundredThousandRequestsOnOneConnection) {
  RunningServer server(small_site());
  LoopbackClient client(server.port());
  constexpr int kBatch = 100;
  std::string batch;
  for (int i = 0; i < kBatch; ++i) {
    batch += get("/a/");
  }
  for (int round = 0; round < 200'000 / kBatch; ++round) {
    ASSERT_TRUE(client.send(batch));
    for (int i = 0; i < kBatch; ++i) {
      ASSERT_EQ(client.read_response()->status, 200);
    }
  }
}

/// The kernel hands a silent connection over only some seconds after it was made; an empty line makes it
/// known and begins no request.
TEST(Connection, ClosesAConnectionThatAsksForNothing) {
  ServerOptions options;
  options.limits.silence = std::chrono::milliseconds(50);
  RunningServer server(small_site(), options);
  LoopbackClient client(server.port());
  client.send("\r\n");
  EXPECT_TRUE(client.ends());
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Connection, AnswersRequestTimeoutWhenAHeadIsNotFinished) {
  ServerOptions options;
  options.limits.head = std::chrono::milliseconds(50);
  RunningServer server(small_site(), options);
  LoopbackClient client(server.port());
  client.send("GET / HT");
  const std::optional<ReceivedResponse> response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 408);
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, DoesNotExtendTheHeadDeadlineWithEachByte) {
  ServerOptions options;
  options.limits.head = std::chrono::milliseconds(200);
  RunningServer server(small_site(), options);
  LoopbackClient client(server.port());
  client.send("GET / HTTP/1.1\r\n");
  // Ends with the test's patience if each byte renewed the deadline.
  pollfd answered{client.fd(), POLLIN, 0};
  while (::poll(&answered, 1, 10) == 0 && client.send("x")) {
  }
  EXPECT_EQ(client.read_response()->status, 408);
}

TEST(Connection, GivesUpOnABodyThatDoesNotCome) {
  ServerOptions options;
  options.limits.drain = std::chrono::milliseconds(50);
  RunningServer server(small_site(), options);
  LoopbackClient client(server.port());
  client.send(get("/a/", "Content-Length: 10\r\n") + "abc");
  EXPECT_EQ(client.read_response()->status, 408);
  EXPECT_TRUE(client.ends());
}

TEST(Connection, ClosesAnIdleConnection) {
  ServerOptions options;
  options.limits.idle = std::chrono::milliseconds(50);
  RunningServer server(small_site(), options);
  LoopbackClient client(server.port());
  client.send(get("/a/"));
  EXPECT_EQ(client.read_response()->status, 200);
  EXPECT_TRUE(client.ends_cleanly());
}

TEST(Connection, ResetsAClientThatTakesNothing) {
  const std::string large(std::size_t{32} * 1024 * 1024, 'z');
  ServerOptions options;
  options.limits.write_stall = std::chrono::milliseconds(100);
  RunningServer server({{"/large", make_resource(large)}}, options);
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  client.send(get("/large"));
  pollfd ended{client.fd(), POLLRDHUP, 0};
  EXPECT_EQ(::poll(&ended, 1, static_cast<int>(support::kPatience.count())), 1);
  EXPECT_LT(client.read_to_end().size(), large.size());
}

TEST(Connection, LetsASlowReaderFinishLongAfterEveryOtherLimit) {
  const std::string large(std::size_t{3} * 1024 * 1024, 'z');
  ServerOptions options;
  options.limits.silence = options.limits.head = options.limits.idle = std::chrono::milliseconds(20);
  options.limits.drain = std::chrono::milliseconds(20);
  options.limits.write_stall = std::chrono::milliseconds(400);
  options.limits.progress_bytes_min = 1;
  RunningServer server({{"/large", make_resource(large)}}, options);
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 64 * 1024});
  client.send(get("/large", "Connection: close\r\n"));
  std::string received;
  while (true) {
    const std::string piece = client.read_bytes(256 * 1024);
    received += piece;
    if (piece.empty()) {
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
  }
  EXPECT_GT(received.size(), large.size());
}

TEST(Connection, SurvivesClientsThatResetInTheMiddleOfAnAnswer) {
  const std::string large(std::size_t{8} * 1024 * 1024, 'z');
  RunningServer server({{"/large", make_resource(large)}, {"/a/", make_resource("page a")}});
  for (int i = 0; i < 300; ++i) {
    LoopbackClient client(server.port());
    client.send(get("/large"));
    client.read_bytes(static_cast<std::size_t>(i % 3) * 1000);
    client.reset();
  }
  LoopbackClient client(server.port());
  client.send(get("/a/"));
  EXPECT_EQ(client.read_response()->body, "page a");
}

TEST(Connection, FinishesAnAnswerOfTheGenerationItBeganIn) {
  const std::string old_body(std::size_t{16} * 1024 * 1024, 'o');
  const std::string new_body(std::size_t{16} * 1024 * 1024, 'n');
  RunningServer server({{"/large", make_resource(old_body)}});
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  client.send(get("/large"));
  client.read_until("\r\n\r\n");
  server.publish(support::make_site({{"/large", make_resource(new_body)}}));
  LoopbackClient other(server.port());
  std::optional<ReceivedResponse> renewed;
  do {
    other.send(get("/large"));
    renewed = other.read_response();
    ASSERT_TRUE(renewed);
  } while (renewed->body == old_body);
  server.cell().free_retired();
  EXPECT_TRUE(renewed->body == new_body);
  EXPECT_TRUE(client.read_bytes(old_body.size()) == old_body);
  client.send(get("/large"));
  EXPECT_TRUE(client.read_response()->body == new_body);
}

}  // namespace
}  // namespace loom::server
