// The two addresses of live reload in preview: its script, and the stream of events. They do not exist in
// production. Pure.
#pragma once

#include <string_view>

#include "server/respond.h"

namespace loom::server {

inline constexpr std::string_view kLiveScriptPath = "/_loom/live.js";
inline constexpr std::string_view kLiveEventsPath = "/_loom/events";

struct LiveAnswer {
  Response response;
  /// The head is followed by events until the connection ends; it carries Connection: close.
  bool opens_stream = false;
};

bool is_live_path(std::string_view path);

/// Foreign Host and Origin values and requests from other sites get a 403, methods other than GET and HEAD a
/// 405. Requires: is_live_path(request.path).
LiveAnswer respond_live(const http::Request& request, const RespondOptions& options);

/// The generation that the page shows, from the "generation" parameter of `query`; empty when absent.
std::string_view shown_generation(std::string_view query);

}  // namespace loom::server
