// The records that a read of an inotify descriptor gives (inotify(7)), taken apart. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace loom::watch {

struct InotifyEvent {
  int watch = -1;
  std::uint32_t mask = 0;
  std::uint32_t cookie = 0;
  /// "" when the event is about the watched folder itself.
  std::string name;
};

/// Ends at the first record that is not whole.
std::vector<InotifyEvent> parse_inotify_events(std::span<const char> bytes);

}  // namespace loom::watch
