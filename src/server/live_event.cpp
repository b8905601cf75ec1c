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

std::string format_one(const base::Diagnostic& diagnostic) {
  base::Diagnostics alone;
  alone.add(diagnostic);
  std::string array = base::diagnostics_json(alone);
  const std::size_t open = array.find('{');
  const std::size_t close = array.rfind('}');
  return open < close ? array.substr(open, close - open + 1) : std::string();
}

class DiagnosticsArray {
 public:
  void add_all(const base::Diagnostics& diagnostics, base::Severity severity) {
    for (const base::Diagnostic& diagnostic : diagnostics.items()) {
      if (diagnostic.severity == severity) {
        add(diagnostic);
      }
    }
  }
  std::string text() const { return "[" + items_ + "]"; }

 private:
  void add(const base::Diagnostic& diagnostic) {
    if (considered_count_ == kLiveDiagnosticsMax) {
      return;
    }
    ++considered_count_;
    const std::string item = format_one(diagnostic);
    if (items_.size() + item.size() < kLiveDiagnosticsBytesMax) {
      items_ += items_.empty() ? "" : ",";
      items_ += item;
    }
  }

  std::string items_;
  std::size_t considered_count_ = 0;
};

/// An event ends at an empty line and each line of data needs its own prefix: the JSON must be a single line.
std::string without_line_ends(std::string json) {
  std::erase_if(json, [](char c) { return c == '\n' || c == '\r'; });
  return json;
}

}  // namespace

std::string format_live_event(const LiveEvent& event) {
  DiagnosticsArray diagnostics;
  diagnostics.add_all(event.diagnostics, base::Severity::Error);
  diagnostics.add_all(event.diagnostics, base::Severity::Warning);
  const std::string json = "{\"generation\":" + base::json_quoted(event.generation) +
                           ",\"changed\":" + format_paths(event.changed_paths) +
                           ",\"errors\":" + std::to_string(event.diagnostics.error_count()) +
                           ",\"warnings\":" + std::to_string(event.diagnostics.warning_count()) +
                           ",\"diagnostics\":" + diagnostics.text() + "}";
  return "data: " + without_line_ends(json) + "\n\n";
}

}  // namespace loom::server
