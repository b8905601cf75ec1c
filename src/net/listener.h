// One listening TCP socket on the loop. Loop thread only, but for `open_listening_socket`, which is start-up
// work.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <sys/socket.h>

#include "base/result.h"
#include "base/unique_fd.h"
#include "net/address.h"
#include "net/event_loop.h"

namespace loom::net {

struct ListeningSocket {
  base::UniqueFd fd;
  /// With the port that the kernel chose when 0 was asked for.
  Endpoint bound;
};

/// A socket that listens, or why not as an errno value (EADDRINUSE: somebody has the port).
struct ListenOutcome {
  ListeningSocket socket;
  int error_number = 0;
};
ListenOutcome open_listening_socket(const SocketAddress& address);

/// Who receives the connections.
class AcceptHandler {
 public:
  /// `socket` is connected and non-blocking.
  virtual void on_accepted(base::UniqueFd socket) = 0;
  /// No descriptor is left. True when some connection was closed to make room: accepting goes on at once.
  virtual bool on_descriptors_exhausted() = 0;

 protected:
  ~AcceptHandler() = default;
};

/// As accept4(2); tests replace it.
using AcceptFunction = int (*)(int fd, sockaddr* address, socklen_t* size, int flags);

class Listener final : private Handler, private Timer {
 public:
  /// `loop`, `pauses` and `handler` must outlive it. `pauses` is a timer list of the loop that runs
  /// kAcceptPause.
  struct Environment {
    EventLoop& loop;
    TimerList& pauses;
    AcceptHandler& handler;
    AcceptFunction accept = ::accept4;
  };
  static base::Result<std::unique_ptr<Listener>> create(const Environment& environment,
                                                        ListeningSocket socket);
  ~Listener();

  const Endpoint& bound() const { return socket_.bound; }

 private:
  Listener(const Environment& environment, ListeningSocket socket);
  void on_ready(Readiness readiness) override;
  void on_timeout() override;

  void accept_some();
  /// True when accepting may go on in this turn.
  bool survive_failure(int error_number);
  void turn_one_away();
  void rest(int error_number);

  Environment environment_;
  ListeningSocket socket_;
  /// Given up for a moment when no other descriptor is left, so that one waiting client gets an end instead
  /// of silence.
  base::UniqueFd spare_;
  Token token_ = 0;
  std::optional<TimePoint> last_logged_;
};

}  // namespace loom::net
