// The live-reload streams of preview: tells every open page of each publication, and a page that connects
// late what it missed. Loop thread only. WHATWG HTML §9.2 (server-sent events).
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/timer.h"
#include "snapshot/generation.h"

namespace loom::server {

/// One page that listens.
class LiveStream {
 public:
  virtual void push(std::string_view text) = 0;
  /// Ends it; it removes itself from the hub.
  virtual void close() = 0;

 protected:
  ~LiveStream() = default;
};

class LiveHub final : private net::Timer {
 public:
  /// `boot` tells this run of the server from others. `pings` is a timer list of the loop that runs
  /// kLivePing.
  LiveHub(std::string boot, net::TimerList& pings) : boot_(std::move(boot)), pings_(pings) {}

  /// The generation that is served, as pages name it: "<boot>-<number>".
  std::string generation_name() const;
  /// Tells every stream. `generation` must live until the next call has returned.
  void on_generation(const snapshot::Generation& generation, net::TimePoint now);

  /// What a page that shows `generation_name` must be told when it connects. "" or a foreign name: everything
  /// may have changed.
  std::string greeting(std::string_view generation_name) const;
  /// Beyond kLiveStreamsMax the oldest is closed.
  void add(LiveStream& stream, net::TimePoint now);
  void remove(LiveStream& stream);
  std::size_t stream_count() const { return streams_.size(); }

 private:
  struct Publication {
    std::uint64_t number = 0;
    /// Nothing when it is not known what changed, or when it was too much.
    std::optional<std::vector<std::string>> changed_paths;
  };

  void on_timeout() override;
  void remember(const snapshot::Generation& generation);
  std::optional<std::vector<std::string>> find_changes_since(std::string_view generation_name) const;

  std::string boot_;
  net::TimerList& pings_;
  const snapshot::Generation* generation_ = nullptr;
  bool had_snapshot_ = false;
  std::string mount_path_;
  std::deque<Publication> history_;
  std::vector<LiveStream*> streams_;
};

}  // namespace loom::server
