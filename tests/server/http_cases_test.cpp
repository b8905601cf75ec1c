// Raw requests as data (tests/spec/http_cases.json), sent to a running server over loopback: which statuses
// they get on one connection, and whether it closes.
#include <fstream>
#include <gtest/gtest.h>
#include <netinet/tcp.h>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "support/loopback_client.h"
#include "support/running_server.h"
#include "support/served_site.h"

namespace loom::server {
namespace {

using nlohmann::json;
using support::LoopbackClient;
using support::RunningServer;

/// Code points up to U+00FF stand for bytes.
std::string bytes_of(const std::string& latin1_as_utf8) {
  std::string bytes;
  for (std::size_t i = 0; i < latin1_as_utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(latin1_as_utf8[i]);
    if (byte < 0x80) {
      bytes += latin1_as_utf8[i];
    } else {
      ++i;
      bytes += static_cast<char>((byte & 0x03) << 6 | (latin1_as_utf8[i] & 0x3F));
    }
  }
  return bytes;
}

/// A string, or a list of strings, {"repeat", "times"} and {"counted": [before, after], "times"}.
std::string expand(const json& request) {
  if (request.is_string()) {
    return bytes_of(request.get<std::string>());
  }
  std::string bytes;
  for (const json& piece : request) {
    if (piece.is_string()) {
      bytes += expand(piece);
      continue;
    }
    for (int i = 0; i < piece.at("times").get<int>(); ++i) {
      bytes += piece.contains("repeat")
                   ? expand(piece["repeat"])
                   : expand(piece["counted"][0]) + std::to_string(i) + expand(piece["counted"][1]);
    }
  }
  return bytes;
}

std::shared_ptr<const snapshot::Snapshot> make_site() {
  snapshot::SnapshotBuilder site = test::make_site_builder();
  site.set("/", test::make_resource({.body = "front"}));
  site.set("/s.css", test::make_resource({.media_type = "text/css", .body = "p {}"}));
  site.set("/mid.bin",
           test::make_resource({.media_type = "application/octet-stream", .body = std::string(100000, 'x')}));
  site.set("/docs/", test::make_resource({.body = "docs"}));
  site.set("/\xC3\xA9.txt", test::make_resource({.media_type = "text/plain", .body = "e"}));
  site.set("/a b.txt", test::make_resource({.media_type = "text/plain", .body = "ab"}));
  return site.build();
}

class CasesServer {
 public:
  explicit CasesServer(bool production)
      : server_(support::make_generation(1, make_site()), options(production)) {}

  std::uint16_t port() const { return server_.port(); }

 private:
  static ServerOptions options(bool production) {
    ServerOptions options;
    options.production = production;
    return options;
  }

  RunningServer server_;
};

/// No body of the site or of a refusal holds the mark.
std::vector<int> statuses_in(std::string_view received) {
  constexpr std::string_view kMark = "HTTP/1.1 ";
  std::vector<int> statuses;
  for (std::size_t at = received.find(kMark); at != std::string_view::npos;
       at = received.find(kMark, at + 1)) {
    statuses.push_back(std::atoi(std::string(received.substr(at + kMark.size(), 3)).c_str()));
  }
  return statuses;
}

std::string answers_to(LoopbackClient& client, const std::string& input, std::size_t piece_bytes,
                       bool ends_by_itself) {
  const int at_once = 1;
  ::setsockopt(client.fd(), IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  std::thread sender([&] {
    for (std::size_t sent = 0; sent < input.size(); sent += piece_bytes) {
      if (!client.send(std::string_view(input).substr(sent, piece_bytes))) {
        return;
      }
    }
    if (!ends_by_itself) {
      client.half_close();
    }
  });
  std::string received = client.read_to_end();
  // Lets a sender go on that the server no longer listens to.
  ::shutdown(client.fd(), SHUT_RDWR);
  sender.join();
  return received;
}

void expect_answers(const json& wanted, const std::vector<int>& statuses, std::uint16_t port,
                    std::size_t piece_bytes) {
  SCOPED_TRACE(wanted.at("name").get<std::string>() + " in pieces of " + std::to_string(piece_bytes));
  const bool is_closed = wanted.at("closed").get<bool>();
  LoopbackClient client(port);
  EXPECT_EQ(statuses_in(answers_to(client, expand(wanted.at("request")), piece_bytes, is_closed)), statuses);
}

json load_cases() {
  std::ifstream file(LOOM_SOURCE_DIR "/tests/spec/http_cases.json");
  return json::parse(file);
}

constexpr std::size_t kWhole = std::size_t{4} * 1024 * 1024;

TEST(HttpCases, GetTheWantedAnswersInProduction) {
  const CasesServer server(true);
  const json cases = load_cases();
  ASSERT_GT(cases.size(), 100U);
  for (const json& wanted : cases) {
    expect_answers(wanted, wanted.at("statuses").get<std::vector<int>>(), server.port(), kWhole);
  }
}

TEST(HttpCases, GetTheWantedAnswersInPreview) {
  const CasesServer server(false);
  for (const json& wanted : load_cases()) {
    const char* key = wanted.contains("preview_statuses") ? "preview_statuses" : "statuses";
    expect_answers(wanted, wanted.at(key).get<std::vector<int>>(), server.port(), kWhole);
  }
}

/// A case that says so gets other answers when its bytes come one by one, as they may, or may not.
TEST(HttpCases, GetTheSameAnswersByteByByte) {
  constexpr std::size_t kBytewiseMax = 2048;
  const CasesServer server(true);
  std::size_t count = 0;
  for (const json& wanted : load_cases()) {
    if (expand(wanted.at("request")).size() <= kBytewiseMax && !wanted.value("depends_on_arrival", false)) {
      expect_answers(wanted, wanted.at("statuses").get<std::vector<int>>(), server.port(), 1);
      ++count;
    }
  }
  EXPECT_GT(count, 100U);
}

}  // namespace
}  // namespace loom::server
