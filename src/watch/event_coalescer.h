// Turns a stream of events into batches: at once for a single save, together for a burst, and without showing
// the moment in which an editor has taken a name away and not yet put it back. Pure: the clock is passed in.
// One thread.
//
// What is known of a path:
//   Ready    deliver now
//   Writing  deliver when its writer pauses (kWritingSettle), or after kWritingWaitMax
//   Held     its name vanished, or is the new half of a rename: deliver after kGoneHold, unless the name
//   comes back
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "watch/batch.h"
#include "watch/change.h"

namespace loom::watch {

class EventCoalescer {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  /// Silent names are dropped here, since their renames still tell about other names.
  void add(const Change& change, Instant now);
  void request_rescan() { rescan_ = true; }

  /// When take() will have something; nothing while nothing is known. A moment in the past means now.
  std::optional<Instant> due_at() const;
  /// Everything whose time has come; without hints before due_at().
  Batch take(Instant now);

  std::size_t pending_count() const { return entries_.size(); }
  bool is_pending(const std::string& path) const { return entries_.contains(path); }

 private:
  enum class State : std::uint8_t { Ready, Writing, Held };
  struct Entry {
    State state = State::Ready;
    Instant first;
    Instant last;
  };
  struct Due {
    std::optional<Instant> ready;
    std::optional<Instant> writing;
    std::optional<Instant> held;
    std::optional<Instant> first_pending;
  };

  void set(const std::string& path, State state, Instant now);
  void on_ready(const Change& change, Instant now);
  bool is_rename_of_known_name(std::uint32_t cookie, Instant now) const;
  Due find_due() const;
  Instant burst_until(Instant first_pending) const;
  void forget_old(Instant now);

  std::unordered_map<std::string, Entry> entries_;
  /// Names that were made a moment ago: a rename of one is the last step of a save, not of a page.
  std::unordered_map<std::string, Instant> made_;
  std::unordered_map<std::uint32_t, std::string> moved_from_;
  Instant last_event_;
  bool rescan_ = false;
};

}  // namespace loom::watch
