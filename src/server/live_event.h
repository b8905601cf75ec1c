// The text of one live-reload event. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace loom::server {

struct LiveEvent {
  /// "<boot>-<number>" of the generation that is served now.
  std::string_view generation;
  /// URL paths, percent-decoded; nothing when anything may have changed.
  std::optional<std::vector<std::string>> changed_paths;
  const base::Diagnostics& diagnostics;
};

/// One server-sent event whose data is a JSON object: "generation", "changed" (an array, or null beyond
/// kLivePathsMax paths or kLivePathsBytesMax bytes), "errors" and "warnings" (counts) and "mistakes" (the
/// first errors as text, up to kLiveDiagnosticsMax and kLiveDiagnosticsBytesMax).
std::string format_live_event(const LiveEvent& event);

}  // namespace loom::server
