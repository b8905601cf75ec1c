// What killed, emptied or exposed servers of this kind before: each finding is one test against the real
// program.
#include <atomic>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <vector>

#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"

namespace loom::e2e {
namespace {

class Survival : public testing::Test {
 protected:
  static std::string request(const std::string& path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  SmallSite world;
};

std::string random_looking_bytes(std::size_t size_bytes) {
  std::string bytes(size_bytes, '\0');
  std::uint32_t state = 1;
  for (char& byte : bytes) {
    state = state * 1664525u + 1013904223u;
    byte = static_cast<char>(state >> 24);
  }
  return bytes;
}

TEST_F(Survival, PathsOfFoldersAreAnswered) {
  world.page("posts/one", "one");
  world.site.write("static/images/a.txt", "x");
  LoomProcess server(world.path());
  EXPECT_EQ(server.get("/images").status / 100, 4);
  EXPECT_EQ(server.get("/images/").status, 404);
  EXPECT_EQ(server.get("/posts/one").status, 301);
  EXPECT_EQ(server.get("/posts/one").field("location"), "/posts/one/");
  for (const char* path : {"/posts", "/posts/", "//", "///", "/.", "/..", "/posts//", "/%2e%2e/", "/%00"}) {
    EXPECT_NE(server.get(path).status, 0) << path;
  }
  EXPECT_TRUE(server.shows("/a/", "body v0"));
}

TEST_F(Survival, TwoHundredThousandRequestsOnOneConnection) {
  LoomProcess server(world.path(), {"--production"});
  constexpr int kRounds = kIsSanitized ? 200 : 2000;
  constexpr int kRequestsPerRound = 100;
  std::string batch;
  for (int i = 0; i < kRequestsPerRound; ++i) {
    batch += request("/a/");
  }
  support::LoopbackClient client = server.connect();
  for (int round = 0; round < kRounds; ++round) {
    ASSERT_TRUE(client.send(batch)) << round;
    for (int i = 0; i < kRequestsPerRound; ++i) {
      const auto answer = client.read_response();
      ASSERT_TRUE(answer && answer->status == 200) << round << " " << i;
    }
  }
}

TEST_F(Survival, SenderThatDoesNotWaitIsAnsweredInFull) {
  LoomProcess server(world.path(), {"--production"});
  constexpr std::size_t kRequests = 60'000;
  support::LoopbackClient client = server.connect();
  std::thread sender([&] {
    std::string batch;
    for (int i = 0; i < 100; ++i) {
      batch += request("/plain.txt");
    }
    for (std::size_t sent = 0; sent < kRequests; sent += 100) {
      client.send(batch);
    }
    client.half_close();
  });
  std::size_t answers = 0;
  while (const auto answer = client.read_response()) {
    answers += answer->status == 200 ? 1 : 0;
  }
  sender.join();
  EXPECT_EQ(answers, kRequests);
}

TEST_F(Survival, OverlongRequestFollowedByItsEnd) {
  LoomProcess server(world.path());
  for (int i = 0; i < 5; ++i) {
    support::LoopbackClient client = server.connect();
    client.send("GET /a/ HTTP/1.1\r\nHost: localhost\r\nX-Long: ");
    client.send(std::string(1'200'000, 'x'));
    client.half_close();
    const auto answer = client.read_response();
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 431);
    EXPECT_TRUE(client.ends());
  }
  EXPECT_TRUE(server.shows("/a/", "body v0"));
}

TEST_F(Survival, ShellCharactersInPathsStartNothing) {
  const std::string before = run_program({"find", world.path()}).out;
  ChildOptions in_site;
  in_site.folder = world.path();
  LoomProcess server(world.path(), {}, in_site);
  for (const char* path : {"/$(touch%20pwned)", "/`touch${IFS}pwned`", "/a;touch%20pwned", "/|touch%20pwned",
                           "/a';touch%20pwned;'", "/a\";touch%20pwned;\"", "/$(touch${IFS}pwned)/"}) {
    const int status = server.get(path).status;
    EXPECT_TRUE(status == 404 || status == 400) << path << " " << status;
  }
  EXPECT_EQ(run_program({"find", world.path()}).out, before);
}

TEST_F(Survival, SourcesAndSecretsAreNeverServed) {
  const std::string secret = "s3cret-mark";
  world.site.write("content/dr.md", "---\ntitle: d\ndraft: true\n---\n" + secret + "\n");
  world.site.write(".git/config", secret);
  world.site.write(".env", secret);
  world.site.write("content/.hidden.md", secret);
  world.site.write("static/.DS_Store", secret);
  world.site.write("static/.git/config", secret);
  world.aside.write("outside.txt", secret);
  world.site.link(world.aside.path("outside.txt"), "static/link.txt");
  world.site.link(world.aside.path(), "static/folder");
  world.site.link(world.aside.path("outside.txt"), "content/link.md");
  for (const std::vector<std::string>& mode : {std::vector<std::string>{}, {"--production"}}) {
    LoomProcess server(world.path(), mode);
    for (const char* path : {"/loom.toml",
                             "/content/a.md",
                             "/a.md",
                             "/dr.md",
                             "/dr/",
                             "/content/dr.md",
                             "/.git/config",
                             "/.env",
                             "/.hidden/",
                             "/.hidden.md",
                             "/.DS_Store",
                             "/templates/page.html",
                             "/static/plain.txt",
                             "/link.txt",
                             "/folder/outside.txt",
                             "/folder/",
                             "/link/",
                             "/../outside.txt",
                             "/%2e%2e/outside.txt",
                             "/..%2foutside.txt",
                             "/plain.txt/../../loom.toml",
                             "/%2e%2e%2floom.toml"}) {
      const Answer answer = server.get(path);
      EXPECT_TRUE(answer.status == 404 || answer.status == 400) << path << " " << answer.status;
      EXPECT_EQ(answer.body.find(secret), std::string::npos) << path;
    }
    EXPECT_TRUE(server.says("leads out of the site"));
    EXPECT_TRUE(server.shows("/a/", "body v0"));
  }
}

TEST_F(Survival, SlowDownloadIsCompleted) {
  const std::string bytes = random_looking_bytes(24'000'000);
  world.site.write("static/big.bin", bytes);
  LoomProcess server(world.path());
  support::LoopbackClient client = server.connect({.receive_buffer_bytes = 64 * 1024});
  client.send(request("/big.bin"));
  const std::string head = client.read_until("\r\n\r\n");
  ASSERT_TRUE(head.starts_with("HTTP/1.1 200")) << head;
  // Some six seconds, longer than the idle limit that cut such downloads.
  std::string received;
  while (received.size() < bytes.size()) {
    const std::string part =
        client.read_bytes(std::min<std::size_t>(400'000, bytes.size() - received.size()));
    ASSERT_FALSE(part.empty()) << "cut after " << received.size();
    received += part;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_TRUE(received == bytes);
}

TEST_F(Survival, ThreeRequestsInOneSegmentGetThreeAnswers) {
  LoomProcess server(world.path());
  support::LoopbackClient client = server.connect();
  client.send(request("/a/") + request("/plain.txt") + request("/none/"));
  const auto first = client.read_response();
  const auto second = client.read_response();
  const auto third = client.read_response();
  ASSERT_TRUE(first && second && third);
  EXPECT_NE(first->body.find("body v0"), std::string::npos);
  EXPECT_EQ(second->body, "plain\n");
  EXPECT_EQ(third->status, 404);
}

TEST_F(Survival, RequestFollowedByHalfCloseIsAnswered) {
  world.site.write("static/big.bin", std::string(3'000'000, 'x'));
  LoomProcess server(world.path());
  for (const char* path : {"/plain.txt", "/big.bin"}) {
    support::LoopbackClient client = server.connect();
    client.send(request(path));
    client.half_close();
    const auto answer = client.read_response();
    ASSERT_TRUE(answer.has_value()) << path;
    EXPECT_EQ(answer->status, 200);
    EXPECT_TRUE(client.ends_cleanly()) << path;
  }
}

TEST_F(Survival, BrokenDateLeavesTheSiteWhole) {
  for (int i = 0; i < 20; ++i) {
    world.page("p" + std::to_string(i), "title" + std::to_string(i) + "x");
  }
  LoomProcess server(world.path());
  world.site.write("content/p3.md", "---\ntitle: broken\ndate: next tuesday\n---\nx\n");
  EXPECT_TRUE(server.says("content/p3.md:3"));
  world.page("p4", "touched");
  world.page("p5", "touched too");
  EXPECT_TRUE(server.says("content/p5.md"));
  const auto is_whole = [&] {
    const std::string front = server.get("/").body;
    for (int i = 6; i < 20; ++i) {
      EXPECT_NE(front.find("title" + std::to_string(i) + "x"), std::string::npos) << i;
    }
    EXPECT_EQ(server.get("/p3/").status, 200);
    EXPECT_EQ(server.get("/p19/").status, 200);
  };
  is_whole();
  world.page("p3", "mended");
  EXPECT_TRUE(server.shows("/p3/", "body mended"));
  EXPECT_TRUE(server.shows("/p4/", "body touched"));
  is_whole();
}

TEST_F(Survival, FifoInTheContentBlocksNobody) {
  LoomProcess server(world.path());
  ASSERT_EQ(::mkfifo(world.site.path("content/pipe.md").c_str(), 0644), 0);
  ASSERT_EQ(::mkfifo(world.site.path("static/pipe.txt").c_str(), 0644), 0);
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_TRUE(server.says("FIFO"));
  EXPECT_EQ(server.get("/pipe.txt").status, 404);
  LoomProcess second(world.path(), {"--production"});
  EXPECT_TRUE(second.shows("/a/", "body v1"));
}

TEST_F(Survival, ManySlowDownloadsCostNoMemoryAndDelayNobody) {
  constexpr std::size_t kFileBytes = 60'000'000;
  std::filesystem::create_directories(world.site.path("static"));
  world.site.write("static/big.bin", std::string(kFileBytes, 'x'));
  LoomProcess server(world.path());
  ASSERT_EQ(server.get("/plain.txt").status, 200);
  const std::uint64_t before_kib = server.rss_kib();
  std::vector<support::LoopbackClient> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(server.connect({.receive_buffer_bytes = 64 * 1024}));
    clients.back().send(request("/big.bin"));
  }
  for (support::LoopbackClient& client : clients) {
    ASSERT_EQ(client.read_bytes(1'000'000).size(), 1'000'000u);
    EXPECT_EQ(server.get("/plain.txt").status, 200);
  }
  if (!kIsSanitized) {
    EXPECT_LT(server.peak_rss_kib(), before_kib + 40'000) << "the file alone is 58,594 KiB";
  }
}

TEST_F(Survival, EditInALargeSiteIsServedWithBoundedMemory) {
  constexpr int kPosts = kIsSanitized ? 500 : 3000;
  for (int i = 0; i < kPosts; ++i) {
    const std::string number = std::to_string(i);
    world.site.write("content/posts/p" + number + ".md",
                     "+++\ntitle = \"Post " + number + "\"\ndate = 2020-01-01\n[taxonomies]\ntags = [\"t" +
                         std::to_string(i % 40) + "\", \"all\"]\n+++\nText " + number + ".\n");
  }
  world.site.write("loom.toml", std::string(kConfig) + "taxonomies = [{ name = \"tags\" }]\n");
  world.site.remove("templates");
  LoomProcess server(world.path());
  ASSERT_TRUE(server.shows("/posts/p7/", "Text 7."));
  const std::uint64_t before_kib = server.rss_kib();
  for (int round = 0; round < 5; ++round) {
    const std::string mark = "Round " + std::to_string(round) + "x";
    world.site.write("content/posts/p7.md",
                     "+++\ntitle = \"Post 7\"\ndate = 2020-01-01\n+++\n" + mark + "\n");
    EXPECT_TRUE(server.shows("/posts/p7/", mark));
  }
  if (!kIsSanitized) {
    EXPECT_LT(server.peak_rss_kib(), 3 * before_kib + 100'000);
  }
}

TEST_F(Survival, BrowsersAreToldOfAChange) {
  LoomProcess server(world.path());
  EXPECT_NE(server.get("/a/").body.find("/_loom/live.js"), std::string::npos);
  const Answer script = server.get("/_loom/live.js");
  EXPECT_EQ(script.status, 200);
  EXPECT_NE(script.body.find("EventSource"), std::string::npos);
  support::LoopbackClient events = server.connect();
  events.send("GET /_loom/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string head = events.read_until("\r\n\r\n");
  EXPECT_NE(head.find("text/event-stream"), std::string::npos) << head;
  EXPECT_TRUE(hears(events, "\"generation\":"));
  world.page("a", "v1");
  EXPECT_TRUE(hears(events, "\"/a/\""));
  EXPECT_NE(server.get("/a/").body.find("body v1"), std::string::npos) << "told before it was served";
}

TEST_F(Survival, DescriptorLimitIsWaitedOutWithoutSpinning) {
  ChildOptions options;
  options.before_start = [] {
    const rlimit few{128, 128};
    ::setrlimit(RLIMIT_NOFILE, &few);
  };
  LoomProcess server(world.path(), {"--production"}, options);
  std::vector<support::LoopbackClient> clients;
  for (int i = 0; i < 200; ++i) {
    clients.push_back(server.connect());
    clients.back().send("GET /a/ HTTP/1.1\r\nHost: localhost\r\n");
  }
  const std::uint64_t ticks = server.cpu_ticks();
  const std::size_t log_bytes = server.log().size();
  std::this_thread::sleep_for(std::chrono::milliseconds(2000));
  EXPECT_LT(server.cpu_ticks() - ticks, 60u) << "of about 200 for a loop that spins";
  EXPECT_LT(server.log().size() - log_bytes, 10'000u);
  clients.clear();
  EXPECT_TRUE(server.shows("/a/", "body v0"));
}

TEST_F(Survival, OldProtocolIsAnsweredAndClosed) {
  LoomProcess server(world.path());
  for (int i = 0; i < 50; ++i) {
    support::LoopbackClient client = server.connect();
    client.send("GET /a/ HTTP/1.0\r\nHost: localhost\r\n\r\n");
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(client.read_response());
    EXPECT_TRUE(client.ends_cleanly());
    // The fault was a wait of five seconds for each request.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, kDeadline / 5);
  }
}

TEST_F(Survival, SpacesBetweenTagsStay) {
  world.site.write("content/a.md", "*one* **two** `three` [four](/a/) [five](/a/)\n");
  LoomProcess server(world.path());
  EXPECT_TRUE(server.shows("/a/", "</em> <strong>two</strong> <code>three</code> <a"));
  EXPECT_TRUE(server.shows("/a/", "</a> <a"));
}

TEST_F(Survival, NonsenseNumbersOfPagesPerList) {
  LoomProcess server(world.path());
  const std::string list = "content/_index.md";
  for (const char* value : {"0", "-3", "\"many\"", "99999999999999999999", "1.5"}) {
    SCOPED_TRACE(value);
    std::size_t from = server.log().size();
    world.site.write(list, "+++\ntitle = \"x\"\npaginate_by = " + std::string(value) + "\n+++\n");
    EXPECT_TRUE(server.says(list, from));
    from = server.log().size();
    world.site.write("loom.toml", std::string(kConfig) + "posts_per_page = " + value +
                                      "\npaginate_by = " + value +
                                      "\ntaxonomies = [{ name = \"tags\", paginate_by = " + value + " }]\n");
    EXPECT_TRUE(server.says("loom.toml", from));
    EXPECT_EQ(server.get("/a/").status, 200);
  }
  world.site.write("loom.toml", kConfig);
  world.site.write(list, "+++\ntitle = \"x\"\n+++\nmended\n");
  EXPECT_TRUE(server.shows("/", "mended"));
}

TEST_F(Survival, DeepNestingNeitherKillsNorHalts) {
  LoomProcess server(world.path());
  world.site.write("content/quotes.md", std::string(30'000, '>') + " deep\n");
  EXPECT_TRUE(server.says("content/quotes.md"));
  EXPECT_TRUE(server.says("content/quotes.md:1"));
  world.site.remove("content/quotes.md");
  world.site.write("content/brackets.md", std::string(200'000, '[') + "\n");
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  world.site.remove("content/brackets.md");
  world.site.write("content/lists.md", [] {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
      text += std::string(static_cast<std::size_t>(2 * i), ' ') + "- x\n";
    }
    return text;
  }());
  world.page("b", "v2");
  EXPECT_TRUE(server.says("content/lists.md"));
  world.site.remove("content/lists.md");
  EXPECT_TRUE(server.shows("/b/", "body v2"));
}

TEST_F(Survival, DeepNestingInTemplatesAndData) {
  LoomProcess server(world.path());
  const std::string deep(50'000, '(');
  world.site.write("templates/page.html", "{{ " + deep + "1 }}");
  EXPECT_TRUE(server.says("templates/page.html:1"));
  world.site.write("templates/page.html", kPageTemplate);
  world.site.write("content/a.md", "---\ntitle: " + std::string(50'000, '[') + "\n---\nx\n");
  EXPECT_TRUE(server.says("content/a.md:2"));
  world.site.write("content/a.md", "+++\ntitle = " + std::string(50'000, '[') + "\n+++\nx\n");
  EXPECT_TRUE(server.says("content/a.md"));
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
}

}  // namespace
}  // namespace loom::e2e
