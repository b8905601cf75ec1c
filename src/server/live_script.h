// The script that pages carry in preview: reloads when what they show has changed, and lays the author's
// mistakes over the last good page. Static; any thread.
#pragma once

#include <string_view>

namespace loom::server {

extern const std::string_view kLiveScript;

}  // namespace loom::server
