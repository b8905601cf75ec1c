// Edits under load: no request is lost, no page is torn or mixed, and a server that is told to stop ends
// well.
#include <atomic>
#include <csignal>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <optional>
#include <regex>
#include <set>
#include <thread>
#include <vector>

#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"

namespace loom::e2e {
namespace {

/// Large enough that an answer takes several writes.
std::string marked_page(int number) {
  const std::string digits = std::to_string(number);
  std::string filler;
  for (int i = 0; i < 400; ++i) {
    filler += "line " + digits + "\n";
  }
  return "---\ntitle: \"" + digits + "\"\n---\n" + filler;
}

/// "f1e2-12" as its number, 12.
std::uint64_t generation_number(const std::string& name) {
  const std::size_t dash = name.rfind('-');
  return dash == std::string::npos ? 0 : std::stoull(name.substr(dash + 1));
}

/// What the clients saw; any thread.
class Findings {
 public:
  void fault(const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++faults_[what];
  }
  /// The same tag must always come with the same bytes.
  void saw(const std::string& etag, const std::string& body) {
    const std::lock_guard lock(mutex_);
    ++answer_count_;
    const auto [known, is_new] = bodies_.emplace(etag, body);
    if (!is_new && known->second != body) {
      ++faults_["two bodies under one entity tag"];
    }
  }
  std::map<std::string, int> faults() const { return faults_; }
  std::size_t answer_count() const { return answer_count_; }
  std::size_t version_count() const { return bodies_.size(); }

 private:
  std::mutex mutex_;
  std::map<std::string, int> faults_;
  std::map<std::string, std::string> bodies_;
  std::size_t answer_count_ = 0;
};

/// Why a page is not one whole version of itself; nothing when it is.
std::optional<std::string> find_tear(const std::string& body) {
  static const std::regex kNumbers("(BEG|line |END)([0-9]+)");
  std::set<std::string> numbers;
  std::size_t count = 0;
  for (std::sregex_iterator mark(body.begin(), body.end(), kNumbers), end; mark != end; ++mark) {
    numbers.insert((*mark)[2]);
    ++count;
  }
  if (numbers.size() != 1) {
    return "mixed page: " + std::to_string(numbers.size()) + " versions in " + body.substr(0, 200);
  }
  return count == 402 && body.ends_with("</html>\n") ? std::nullopt : std::optional<std::string>("torn page");
}

void check_answer(const Answer& answer, std::uint64_t& last_generation, Findings& findings) {
  if (answer.status != 200) {
    return findings.fault("status " + std::to_string(answer.status));
  }
  if (const auto tear = find_tear(answer.body)) {
    findings.fault(*tear);
  }
  const std::uint64_t generation = generation_number(answer.field("x-loom-generation"));
  if (generation < last_generation) {
    findings.fault("generation went back");
  }
  last_generation = generation;
  findings.saw(answer.field("etag"), answer.body);
}

/// Asks on one connection until told to stop; every request must be answered.
void ask_until(const std::atomic<bool>& is_done, std::uint16_t port, Findings& findings) {
  support::LoopbackClient client(port);
  std::uint64_t last_generation = 0;
  while (!is_done) {
    if (!client.send("GET /h/ HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      return findings.fault("connection closed on sending");
    }
    const auto answer = client.read_response();
    if (!answer) {
      return findings.fault("request without an answer");
    }
    check_answer(*answer, last_generation, findings);
  }
}

struct LoadedSite {
  LoadedSite() {
    world.site.write(
        "templates/page.html",
        "<html><body>BEG{{ page.title }}\n{{ page.content | safe }}\nEND{{ page.title }}</body></html>\n");
    world.site.write("content/h.md", marked_page(0));
  }
  SmallSite world;
};

TEST(Load, EditsLoseNoRequestAndTearNoPage) {
  const LoadedSite site;
  LoomProcess server(site.world.path());
  ASSERT_TRUE(server.shows("/h/", "BEG0"));
  std::atomic<bool> is_done = false;
  Findings findings;
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i) {
    clients.emplace_back([&] { ask_until(is_done, server.port(), findings); });
  }
  constexpr int kEdits = 200;
  for (int number = 1; number <= kEdits; ++number) {
    if (number % 2 == 0) {
      site.world.site.replace("content/h.md", marked_page(number));
    } else {
      site.world.site.write("content/h.md", marked_page(number));
    }
    // Now and then the edit is waited for, so that many versions are seen and not only the last.
    if (number % 4 == 0) {
      EXPECT_TRUE(server.shows("/h/", "BEG" + std::to_string(number)));
    }
  }
  is_done = true;
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(findings.faults(), (std::map<std::string, int>{}));
  EXPECT_GE(findings.version_count(), 20u);
  EXPECT_GT(findings.answer_count(), 100u);
}

TEST(Load, WrkSeesNoErrorWhileTheSiteIsEdited) {
  if (!has_program("wrk")) {
    GTEST_SKIP() << "wrk is absent";
  }
  const LoadedSite site;
  LoomProcess server(site.world.path(), {"--production"});
  ChildProcess wrk({"wrk", "-c", "16", "-t", "1", "-d", kIsSanitized ? "8" : "4", "--timeout", "30",
                    "http://127.0.0.1:" + std::to_string(server.port()) + "/h/"});
  int number = 0;
  while (wrk.is_running()) {
    site.world.site.write("content/h.md", marked_page(++number));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(wrk.wait(), 0) << wrk.err();
  EXPECT_NE(wrk.out().find("requests in"), std::string::npos) << wrk.out();
  EXPECT_EQ(wrk.out().find("Socket errors"), std::string::npos) << wrk.out();
  EXPECT_EQ(wrk.out().find("Non-2xx"), std::string::npos) << wrk.out();
  EXPECT_TRUE(server.shows("/h/", "BEG" + std::to_string(number)));
}

TEST(Load, TemplateEditsReachEveryPageTogether) {
  const LoadedSite site;
  LoomProcess server(site.world.path());
  for (int number = 1; number <= 20; ++number) {
    const std::string digits = std::to_string(number);
    site.world.site.write("templates/page.html",
                          "<html>BEG" + digits + " {% include \"part.html\" %}</html>\n");
    site.world.site.write("templates/part.html", "PART" + digits + ";");
    EXPECT_TRUE(server.shows("/h/", "BEG" + digits + " PART" + digits + ";"));
  }
}

/// A download under way when the signal comes is completed, and the process ends with 0.
void stop_during_a_download(int signal_number) {
  const SmallSite world;
  const std::string bytes(20'000'000, 'x');
  world.site.write("static/big.bin", bytes);
  LoomProcess server(world.path());
  support::LoopbackClient client = server.connect({.receive_buffer_bytes = 32 * 1024});
  support::LoopbackClient idle = server.connect();
  idle.send("GET /a/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_TRUE(idle.read_response());
  client.send("GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_FALSE(client.read_until("\r\n\r\n").empty());
  ASSERT_EQ(client.read_bytes(1'000'000).size(), 1'000'000u);
  server.signal(signal_number);
  EXPECT_TRUE(idle.ends_cleanly()) << "an idle connection need not be waited for";
  EXPECT_FALSE(server.connect().is_connected()) << "no new connections while stopping";
  EXPECT_EQ(client.read_bytes(19'000'000).size(), 19'000'000u);
  const auto whole = std::chrono::steady_clock::now();
  EXPECT_TRUE(client.ends_cleanly());
  // Far less than the ten seconds that a stop may take at most.
  EXPECT_LT(std::chrono::steady_clock::now() - whole, std::chrono::seconds(7));
  // Signal 0 only asks whether the process is there: the first signal must be enough.
  EXPECT_EQ(server.stop(0), 0);
}

TEST(Load, TerminationCompletesADownload) {
  stop_during_a_download(SIGTERM);
}

TEST(Load, InterruptionCompletesADownload) {
  stop_during_a_download(SIGINT);
}

TEST(Load, SecondSignalEndsAtOnce) {
  const SmallSite world;
  world.site.write("static/big.bin", std::string(20'000'000, 'x'));
  LoomProcess server(world.path());
  support::LoopbackClient client = server.connect({.receive_buffer_bytes = 32 * 1024});
  client.send("GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_FALSE(client.read_until("\r\n\r\n").empty());
  server.signal(SIGTERM);
  ASSERT_TRUE(eventually([&] { return !server.connect().is_connected(); }));
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST(Load, ManyFoldersComeAndGoWithoutALeak) {
  const SmallSite world;
  LoomProcess server(world.path());
  ASSERT_TRUE(server.shows("/a/", "body v0"));
  const std::size_t before = server.descriptor_count();
  const std::uint64_t threads = server.thread_count();
  for (int i = 0; i < 200; ++i) {
    const std::string folder = "content/f" + std::to_string(i);
    world.site.write(folder + "/x.md", "x");
    world.site.remove(folder);
  }
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_TRUE(eventually([&] { return server.descriptor_count() <= before; })) << server.descriptor_count();
  EXPECT_LE(server.thread_count(), threads);
}

}  // namespace
}  // namespace loom::e2e
