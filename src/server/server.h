// The web server: listeners, connections and the loop thread's pinned generation. `open` and `run` belong to
// the loop thread; `stop` and publications to the cell may come from any other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/address.h"
#include "server/limits.h"
#include "snapshot/cell.h"

namespace loom::server {

struct ServerOptions {
  /// All of them must open; a name with several addresses needs one that opens.
  std::vector<net::Endpoint> listen{net::Endpoint{}};
  /// While a port is taken, the next one is tried; this many in all. Counts for the first endpoint only.
  std::uint16_t ports_tried_max = 1;
  /// False: preview. Host and Origin are checked, answers name their generation, pages may listen for
  /// changes.
  bool production = false;
  /// Further host names that preview answers to.
  std::vector<std::string> allowed_hosts;
  Limits limits;
  /// SIGINT and SIGTERM drain and end `run`, a second one ends it at once. The signals are blocked in this
  /// thread and those started later, so `open` comes before any other thread is started.
  bool handle_signals = true;
  /// SIGHUP, on the loop thread; must be quick. Without it SIGHUP drains like SIGTERM.
  std::function<void()> on_hang_up;
};

class Server {
 public:
  /// Opens the ports; clients wait in the kernel until `run`. The error names the address, and the process
  /// that holds it when that can be seen. `cell` must outlive the server, and be published to only while the
  /// server lives.
  static base::Result<std::unique_ptr<Server>> open(ServerOptions options, snapshot::SnapshotCell& cell);
  ~Server();

  /// What was opened, the first endpoint first, with real ports.
  const std::vector<net::Endpoint>& endpoints() const;
  std::uint16_t port() const { return endpoints().front().port; }

  /// Serves until it is stopped and drained. Requires: in production, a generation was published.
  void run();
  /// Any thread: as SIGTERM.
  void stop();

  struct Impl;

 private:
  explicit Server(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace loom::server
