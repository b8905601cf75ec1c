// Raw requests as data (tests/spec/http_cases.json): which statuses they get on one connection, and whether
// it closes.
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "http/body_drain.h"
#include "http/request_parser.h"
#include "server/respond.h"
#include "support/served_site.h"

namespace loom::server {
namespace {

using nlohmann::json;

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

struct Conversation {
  std::vector<int> statuses;
  bool is_closed = false;

  void add(const Response& response) {
    statuses.push_back(response.status);
    is_closed = response.close;
  }
};

/// A connection reduced to what decides its answers. `bytes_per_step` of the input arrive at a time.
Conversation converse(std::string_view input, std::size_t bytes_per_step, const RespondOptions& options) {
  static const auto kSite = make_site();
  Conversation conversation;
  std::size_t begin = 0;
  while (begin < input.size() && !conversation.is_closed) {
    http::RequestParser parser;
    http::ParseState state = http::ParseState::NeedMore;
    for (std::size_t end = begin; state == http::ParseState::NeedMore && end < input.size();) {
      end = std::min(end + bytes_per_step, input.size());
      state = parser.parse(input.substr(begin, end - begin));
    }
    if (state != http::ParseState::Complete) {
      if (state == http::ParseState::Rejected) {
        conversation.add(refuse(parser.reject_status()));
      }
      break;
    }
    const http::Request& request = parser.request();
    begin += request.head_bytes;
    http::BodyDrain drain(request);
    const http::BodyDrain::Progress progress = drain.consume(input.substr(begin));
    begin += progress.consumed_bytes;
    RespondOptions own_options = options;
    own_options.body_is_unread = progress.state != http::DrainState::Complete && answers_before_body(request);
    if (progress.state == http::DrainState::Rejected && !own_options.body_is_unread) {
      conversation.add(refuse(progress.reject_status));
    } else if (progress.state == http::DrainState::Complete || own_options.body_is_unread) {
      conversation.add(respond(request, *kSite, own_options));
    } else {
      break;
    }
  }
  return conversation;
}

void expect_conversation(const json& wanted, const std::vector<int>& statuses,
                         const RespondOptions& options) {
  const std::string input = expand(wanted.at("request"));
  for (const std::size_t bytes_per_step : {input.size(), std::size_t{1}, std::size_t{7}}) {
    const Conversation conversation = converse(input, bytes_per_step, options);
    EXPECT_EQ(conversation.statuses, statuses) << wanted.at("name") << " in steps of " << bytes_per_step;
    if (wanted.at("closed").get<bool>()) {
      EXPECT_TRUE(conversation.is_closed) << wanted.at("name");
    }
  }
}

json load_cases() {
  std::ifstream file(LOOM_SOURCE_DIR "/tests/spec/http_cases.json");
  return json::parse(file);
}

TEST(HttpCases, GetTheWantedAnswersInProduction) {
  const json cases = load_cases();
  ASSERT_GT(cases.size(), 100U);
  for (const json& wanted : cases) {
    expect_conversation(wanted, wanted.at("statuses").get<std::vector<int>>(), {});
  }
}

TEST(HttpCases, GetTheWantedAnswersInPreview) {
  RespondOptions options;
  options.preview = true;
  for (const json& wanted : load_cases()) {
    const char* key = wanted.contains("preview_statuses") ? "preview_statuses" : "statuses";
    expect_conversation(wanted, wanted.at(key).get<std::vector<int>>(), options);
  }
}

}  // namespace
}  // namespace loom::server
