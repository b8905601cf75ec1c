#include "server/context.h"

namespace loom::server {

void WallClock::refresh() {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  if (now != now_) {
    now_ = now;
    field_ = "Date: " + base::format_http_date(now) + "\r\n";
  }
}

Context::Context(const ContextOptions& options)
    : loop(options.loop),
      limits(options.limits),
      deadlines(options.limits),
      received(std::make_unique<std::array<char, kReceiveBytes>>()),
      respond_options_{.preview = !options.production,
                       .bound_name = options.bound_name,
                       .allowed_hosts = options.allowed_hosts,
                       .now = {},
                       .body_is_unread = false} {
  gathered.reserve(kGatherBytes + kCopiedBodyBytesMax);
  for (net::TimerList* list :
       {&deadlines.silence, &deadlines.head, &deadlines.idle, &deadlines.write_stall, &deadlines.drain}) {
    loop.add_timers(*list);
  }
}

RespondOptions Context::respond_options(bool body_is_unread) const {
  RespondOptions options = respond_options_;
  options.now = clock.now();
  options.body_is_unread = body_is_unread;
  return options;
}

}  // namespace loom::server
