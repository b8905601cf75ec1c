#include "watch/inotify_events.h"

#include <string.h>
#include <sys/inotify.h>

namespace loom::watch {

std::vector<InotifyEvent> parse_inotify_events(std::span<const char> bytes) {
  std::vector<InotifyEvent> events;
  while (bytes.size() >= sizeof(inotify_event)) {
    inotify_event header{};
    memcpy(&header, bytes.data(), sizeof(header));
    if (header.len > bytes.size() - sizeof(header)) {
      break;
    }
    const char* name = bytes.data() + sizeof(header);
    events.push_back({header.wd, header.mask, header.cookie, std::string(name, strnlen(name, header.len))});
    bytes = bytes.subspan(sizeof(header) + header.len);
  }
  return events;
}

}  // namespace loom::watch
