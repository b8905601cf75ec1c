#include "server/live_event.h"

#include "base/diagnostics_text.h"
#include "base/escape.h"
#include "server/limits.h"

namespace loom::server {
namespace {

std::string format_paths(const std::optional<std::vector<std::string>>& paths) {
  if (!paths || paths->size() > kLivePathsMax) {
    return "null";
  }
  std::string json = "[";
  for (const std::string& path : *paths) {
    if (json.size() > 1) {
      json += ',';
    }
    json += base::json_quoted(path);
  }
  json += ']';
  return json.size() <= kLivePathsBytesMax ? json : "null";
}

/// The first errors, each as a person reads it.
std::string format_mistakes(const base::Diagnostics& diagnostics) {
  std::string json = "[";
  std::size_t count = 0;
  for (const base::Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.severity != base::Severity::Error) {
      continue;
    }
    const std::string text = base::json_quoted(base::format_diagnostic(diagnostic, false));
    if (++count > kLiveDiagnosticsMax || json.size() + text.size() > kLiveDiagnosticsBytesMax) {
      break;
    }
    json += (json.size() > 1 ? "," : "") + text;
  }
  return json + "]";
}

}  // namespace

std::string format_live_event(const LiveEvent& event) {
  // One line of data ends at a line end, and JSON as written here has none.
  return "data: {\"generation\":" + base::json_quoted(event.generation) +
         ",\"changed\":" + format_paths(event.changed_paths) +
         ",\"errors\":" + std::to_string(event.diagnostics.error_count()) +
         ",\"warnings\":" + std::to_string(event.diagnostics.warning_count()) +
         ",\"mistakes\":" + format_mistakes(event.diagnostics) + "}\n\n";
}

}  // namespace loom::server
