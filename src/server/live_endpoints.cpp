#include "server/live_endpoints.h"

#include "http/status.h"
#include "server/live_script.h"

namespace loom::server {
namespace {

constexpr std::string_view kScriptFields =
    "Content-Type: text/javascript; charset=utf-8\r\n"
    "Cache-Control: no-cache\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

constexpr std::string_view kEventsFields =
    "Content-Type: text/event-stream\r\n"
    "Cache-Control: no-store\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

Response plain_answer(std::string_view fields) {
  Response response;
  response.status_line = http::status_line(200);
  response.fields = fields;
  return response;
}

int find_live_refusal(const http::Request& request, const RespondOptions& options) {
  if (const int refusal = find_refusal(request, options)) {
    return refusal;
  }
  if (request.sec_fetch_site == "cross-site") {
    return 403;
  }
  return request.method == http::Method::Get || request.method == http::Method::Head ? 0 : 405;
}

LiveAnswer script_answer(bool is_head) {
  LiveAnswer answer{.response = plain_answer(kScriptFields)};
  answer.response.extra_fields.add("Content-Length", std::to_string(kLiveScript.size()));
  if (!is_head) {
    answer.response.body.bytes = kLiveScript;
  }
  return answer;
}

}  // namespace

bool is_live_path(std::string_view path) {
  return path == kLiveScriptPath || path == kLiveEventsPath;
}

LiveAnswer respond_live(const http::Request& request, const RespondOptions& options) {
  if (const int refusal = find_live_refusal(request, options)) {
    return {.response = refuse(request, refusal, options)};
  }
  const bool is_head = request.method == http::Method::Head;
  if (request.path == kLiveScriptPath) {
    LiveAnswer answer = script_answer(is_head);
    answer.response.close = options.body_is_unread;
    return answer;
  }
  LiveAnswer answer{.response = plain_answer(kEventsFields), .opens_stream = !is_head};
  answer.response.close = true;
  return answer;
}

std::string_view shown_generation(std::string_view query) {
  constexpr std::string_view kName = "generation=";
  while (!query.empty()) {
    query.remove_prefix(1);
    const std::string_view pair = query.substr(0, query.find('&'));
    if (pair.starts_with(kName)) {
      return pair.substr(kName.size());
    }
    query.remove_prefix(pair.size());
  }
  return {};
}

}  // namespace loom::server
