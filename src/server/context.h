// What all connections of one loop share: limits, timers, buffers, the generation that is served. Loop thread
// only.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>

#include "net/event_loop.h"
#include "server/head_writer.h"
#include "server/limits.h"
#include "server/request_reader.h"
#include "server/respond.h"

namespace loom::server {

class Connection;
class LiveHub;

/// Ends connections for good, once no handler on the stack can touch them.
class ConnectionOwner {
 public:
  virtual void retire(Connection& connection) = 0;

 protected:
  ~ConnectionOwner() = default;
};

/// One list per deadline of limits.h.
struct DeadlineLists {
  explicit DeadlineLists(const Limits& limits)
      : silence(limits.silence),
        head(limits.head),
        idle(limits.idle),
        write_stall(limits.write_stall),
        drain(limits.drain) {}

  net::TimerList silence;
  net::TimerList head;
  net::TimerList idle;
  net::TimerList write_stall;
  net::TimerList drain;
};

/// The moment, as answers show it: renewed when a second has passed.
class WallClock {
 public:
  WallClock() { refresh(); }

  void refresh();
  base::UnixTime now() const { return now_; }
  /// The Date field line.
  const std::string& field() const { return field_; }

 private:
  base::UnixTime now_{};
  std::string field_;
};

struct ContextOptions {
  net::EventLoop& loop;
  const Limits& limits;
  bool production = false;
  std::string_view bound_name;
  std::span<const std::string> allowed_hosts;
};

struct Context {
  explicit Context(const ContextOptions& options);

  RespondOptions respond_options(bool body_is_unread) const;
  CommonFields common_fields() const { return {.date = clock.field(), .generation = generation_fields}; }

  net::EventLoop& loop;
  const Limits& limits;
  /// Set before the first connection.
  ConnectionOwner* owner = nullptr;
  DeadlineLists deadlines;
  WallClock clock;

  /// What is served. Set before the first request.
  const snapshot::Snapshot* snapshot = nullptr;
  /// In preview, the field lines that name the generation.
  std::string generation_fields;
  /// Null in production.
  LiveHub* live_hub = nullptr;
  /// The server is stopping: each answer is the last of its connection.
  bool is_draining = false;

  /// Where one read lands; used only inside one step of one connection.
  std::unique_ptr<std::array<char, kReceiveBytes>> received;
  /// Reads requests of connections that have no unfinished one; fresh between the steps of connections.
  RequestReader reader;
  /// Where the answers to one read are gathered; empty between the steps of connections.
  std::string gathered;

 private:
  RespondOptions respond_options_;
};

}  // namespace loom::server
