#include "server/server.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/loopback_client.h"
#include "support/running_server.h"
#include "support/temp_folder.h"

namespace loom::server {
namespace {

using support::LoopbackClient;
using support::make_generation;
using support::make_resource;
using support::make_site;
using support::ReceivedResponse;
using support::RunningServer;

std::string get(std::string_view path, std::string_view fields = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(fields) + "\r\n";
}

ReceivedResponse fetch(std::uint16_t port, std::string_view path, std::string_view fields = "") {
  LoopbackClient client(port);
  client.send(get(path, fields));
  return client.read_response().value_or(ReceivedResponse{});
}

snapshot::GenerationPtr failed_generation(std::uint64_t number, std::string message) {
  auto generation = std::make_shared<snapshot::Generation>();
  generation->number = number;
  base::Diagnostic diagnostic;
  diagnostic.file = "content/a.md";
  diagnostic.line = 3;
  diagnostic.column = 7;
  diagnostic.message = std::move(message);
  generation->diagnostics.add(diagnostic);
  return generation;
}

std::shared_ptr<const snapshot::LargeFile> open_large_file(const std::string& path) {
  auto file = std::make_shared<snapshot::LargeFile>();
  file->fd.reset(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  file->stamp = base::file_status(path).stamp;
  return file;
}

ServerOptions production() {
  ServerOptions options;
  options.production = true;
  return options;
}

TEST(Server, ServesWhatWasPublishedLast) {
  RunningServer server({{"/", make_resource("one")}});
  EXPECT_EQ(fetch(server.port(), "/").body, "one");
  server.publish(make_site({{"/", make_resource("two")}}));
  LoopbackClient client(server.port());
  std::string body;
  do {
    client.send(get("/"));
    body = client.read_response().value_or(ReceivedResponse{}).body;
  } while (body == "one");
  EXPECT_EQ(body, "two");
}

TEST(Server, GivesTheOldGenerationBackToBeFreedElsewhere) {
  auto first = make_generation(1, make_site({{"/", make_resource("one")}}));
  const std::weak_ptr<const snapshot::Generation> watched = first;
  RunningServer server(std::move(first));
  EXPECT_EQ(fetch(server.port(), "/").body, "one");
  server.publish(make_generation(2, make_site({{"/", make_resource("two")}})));
  while (fetch(server.port(), "/").body != "two") {
  }
  EXPECT_FALSE(watched.expired());
  while (!watched.expired()) {
    server.cell().free_retired();
  }
}

TEST(Server, NamesTheGenerationInPreviewOnly) {
  RunningServer preview({{"/", make_resource("x")}});
  const ReceivedResponse shown = fetch(preview.port(), "/");
  const std::string generation = shown.field("x-loom-generation");
  EXPECT_TRUE(generation.ends_with("-1")) << generation;
  EXPECT_EQ(shown.field("server-timing"), "loom;desc=\"" + generation + "\"");
  RunningServer live({{"/", make_resource("x")}}, production());
  EXPECT_EQ(fetch(live.port(), "/").field("x-loom-generation"), "");
  EXPECT_EQ(fetch(live.port(), "/").field("server-timing"), "");
}

TEST(Server, PreviewRefusesForeignHostsAndProductionDoesNot) {
  RunningServer preview({{"/", make_resource("x")}});
  const std::string foreign = "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n";
  LoopbackClient refused(preview.port());
  refused.send(foreign);
  EXPECT_EQ(refused.read_response()->status, 403);
  RunningServer live({{"/", make_resource("x")}}, production());
  LoopbackClient served(live.port());
  served.send(foreign);
  EXPECT_EQ(served.read_response()->status, 200);
}

TEST(Server, FinishesADownloadWhenItStopsAndThenEnds) {
  const std::string large(std::size_t{16} * 1024 * 1024, 'z');
  RunningServer server({{"/large", make_resource(large)}});
  LoopbackClient idle(server.port());
  idle.send(get("/missing"));
  EXPECT_EQ(idle.read_response()->status, 404);
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  client.send(get("/large") + get("/large"));
  client.read_until("\r\n\r\n");
  server.server().stop();
  EXPECT_TRUE(idle.ends_cleanly());
  EXPECT_FALSE(LoopbackClient(server.port()).is_connected());
  EXPECT_FALSE(server.has_ended());
  EXPECT_TRUE(client.read_bytes(large.size()) == large);
  const std::optional<ReceivedResponse> last = client.read_response();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->field("connection"), "close");
  EXPECT_TRUE(client.ends());
  server.wait();
}

TEST(Server, EndsAtItsDeadlineWhenAClientNeverFinishes) {
  const std::string large(std::size_t{32} * 1024 * 1024, 'z');
  ServerOptions options;
  options.limits.shutdown = std::chrono::milliseconds(100);
  RunningServer server({{"/large", make_resource(large)}}, options);
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  client.send(get("/large"));
  client.read_until("\r\n\r\n");
  server.server().stop();
  server.wait();
}

TEST(Server, ASecondStopEndsAtOnce) {
  const std::string large(std::size_t{32} * 1024 * 1024, 'z');
  ServerOptions options;
  options.limits.shutdown = std::chrono::hours(1);
  RunningServer server({{"/large", make_resource(large)}}, options);
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 4096});
  client.send(get("/large"));
  client.read_until("\r\n\r\n");
  server.stop_now();
}

TEST(Server, SendsALargeFileFromItsDescriptor) {
  const support::TempFolder folder;
  const std::string bytes = std::string(std::size_t{5} * 1024 * 1024, 'f') + "end";
  ASSERT_TRUE(base::write_file(folder.path("large"), bytes));
  RunningServer server({{"/large", support::make_file_resource(open_large_file(folder.path("large")))}});
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 16 * 1024});
  client.send(get("/large") + get("/large"));
  EXPECT_TRUE(client.read_response()->body == bytes);
  EXPECT_TRUE(client.read_response()->body == bytes);
}

TEST(Server, EndsADownloadEarlyWhenItsFileChanges) {
  const support::TempFolder folder;
  const std::string bytes(std::size_t{64} * 1024 * 1024, 'f');
  const std::string path = folder.path("large");
  ASSERT_TRUE(base::write_file(path, bytes));
  RunningServer server({{"/large", support::make_file_resource(open_large_file(path))}});
  LoopbackClient client(server.port(), {.receive_buffer_bytes = 16 * 1024});
  client.send(get("/large"));
  client.read_until("\r\n\r\n");
  const base::UniqueFd writer(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  ASSERT_EQ(::pwrite(writer.get(), "x", 1, 100), 1);
  EXPECT_LT(client.read_to_end().size(), bytes.size());
}

TEST(Server, RefusesAFileThatChangedBeforeTheFirstByte) {
  const support::TempFolder folder;
  const std::string path = folder.path("large");
  ASSERT_TRUE(base::write_file(path, "0123456789"));
  const std::shared_ptr<const snapshot::LargeFile> file = open_large_file(path);
  const base::UniqueFd writer(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  ASSERT_EQ(::pwrite(writer.get(), "longer than before", 18, 0), 18);
  RunningServer server({{"/large", support::make_file_resource(file)}});
  EXPECT_EQ(fetch(server.port(), "/large").status, 503);
}

TEST(Server, ShowsTheMistakesUntilTheFirstBuildSucceeds) {
  RunningServer server(failed_generation(1, "no <such> thing"));
  for (const char* path : {"/", "/any/page/"}) {
    const ReceivedResponse response = fetch(server.port(), path);
    EXPECT_EQ(response.status, 500);
    EXPECT_NE(response.body.find("no &lt;such&gt; thing"), std::string::npos);
    EXPECT_NE(response.body.find("content/a.md:3:7"), std::string::npos);
    EXPECT_NE(response.body.find("/_loom/live.js"), std::string::npos);
  }
  LoopbackClient stream(server.port());
  stream.send(get("/_loom/events?generation=" + fetch(server.port(), "/").field("x-loom-generation")));
  EXPECT_NE(stream.read_until("\n\n").find("text/event-stream"), std::string::npos);
  server.publish(make_generation(2, make_site({{"/", make_resource("healed")}})));
  EXPECT_NE(stream.read_until("\n\n").find("\"changed\":null"), std::string::npos);
  EXPECT_EQ(fetch(server.port(), "/").body, "healed");
}

TEST(Server, TellsOpenPagesOfEachPublication) {
  RunningServer server(make_generation(1, make_site({{"/", make_resource("one")}})));
  const std::string shown = fetch(server.port(), "/").field("x-loom-generation");
  LoopbackClient stream(server.port());
  stream.send(get("/_loom/events?generation=" + shown));
  EXPECT_NE(stream.read_until("\r\n\r\n").find("200"), std::string::npos);
  EXPECT_NE(stream.read_until("\n\n").find("\"changed\":[]"), std::string::npos);
  server.publish(make_generation(2, make_site({{"/", make_resource("two")}}), {"/", "/style.css"}));
  const std::string event = stream.read_until("\n\n");
  EXPECT_NE(event.find("\"changed\":[\"/\",\"/style.css\"]"), std::string::npos) << event;
  // The page that is told can fetch what it was told of.
  EXPECT_EQ(fetch(server.port(), "/").body, "two");
  LoopbackClient late(server.port());
  late.send(get("/_loom/events?generation=" + shown));
  late.read_until("\r\n\r\n");
  EXPECT_NE(late.read_until("\n\n").find("\"changed\":[\"/\",\"/style.css\"]"), std::string::npos);
}

TEST(Server, RefusesLiveStreamsToForeignPages) {
  RunningServer server({{"/", make_resource("x")}});
  EXPECT_EQ(fetch(server.port(), "/_loom/events", "Origin: http://evil.example\r\n").status, 403);
  EXPECT_EQ(fetch(server.port(), "/_loom/events", "Origin: null\r\n").status, 403);
  EXPECT_EQ(fetch(server.port(), "/_loom/events", "Sec-Fetch-Site: cross-site\r\n").status, 403);
  EXPECT_EQ(fetch(server.port(), "/_loom/live.js", "Sec-Fetch-Site: cross-site\r\n").status, 403);
}

TEST(Server, HasNoLiveEndpointsInProduction) {
  RunningServer server({{"/", make_resource("x")}}, production());
  EXPECT_EQ(fetch(server.port(), "/_loom/events").status, 404);
  EXPECT_EQ(fetch(server.port(), "/_loom/live.js").status, 404);
}

TEST(Server, KeepsTheNumberOfLiveStreamsBounded) {
  RunningServer server({{"/", make_resource("x")}});
  std::vector<LoopbackClient> streams;
  for (std::size_t i = 0; i < kLiveStreamsMax + 1; ++i) {
    streams.emplace_back(server.port());
    streams.back().send(get("/_loom/events"));
    ASSERT_NE(streams.back().read_until("\n\n"), "");
  }
  EXPECT_TRUE(streams.front().ends());
  server.publish(make_site({{"/", make_resource("y")}}));
  EXPECT_NE(streams.back().read_until("\n\n"), "");
}

TEST(Server, StopsThoughPagesListen) {
  RunningServer server({{"/", make_resource("x")}});
  LoopbackClient stream(server.port());
  stream.send(get("/_loom/events"));
  stream.read_until("\n\n");
  server.server().stop();
  EXPECT_TRUE(stream.ends());
  server.wait();
}

TEST(Server, NamesTheHolderOfATakenPort) {
  RunningServer holder({{"/", make_resource("x")}});
  snapshot::SnapshotCell cell;
  ServerOptions options;
  options.handle_signals = false;
  options.listen = {net::Endpoint{"127.0.0.1", holder.port()}};
  const base::Result<std::unique_ptr<Server>> second = Server::open(options, cell);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message().find(std::to_string(holder.port())), std::string::npos);
  EXPECT_NE(second.error().message().find(std::to_string(::getpid())), std::string::npos);
}

TEST(Server, MovesToAFreePortWhenItMay) {
  RunningServer holder({{"/", make_resource("x")}});
  snapshot::SnapshotCell cell;
  ServerOptions options;
  options.handle_signals = false;
  options.listen = {net::Endpoint{"127.0.0.1", holder.port()}};
  options.ports_tried_max = 100;
  const base::Result<std::unique_ptr<Server>> second = Server::open(options, cell);
  ASSERT_TRUE(second);
  EXPECT_GT((*second)->port(), holder.port());
}

}  // namespace
}  // namespace loom::server
