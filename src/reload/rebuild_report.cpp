#include "reload/rebuild_report.h"

#include <fmt/format.h>

namespace loom::reload {
namespace {

constexpr std::size_t kNamedSourcesMax = 2;

std::string sources_text(const std::vector<std::string>& sources) {
  if (sources.empty()) {
    return "by the clock";
  }
  std::string text = sources.front();
  for (std::size_t i = 1; i < std::min(sources.size(), kNamedSourcesMax); ++i) {
    text += ", " + sources[i];
  }
  if (sources.size() > kNamedSourcesMax) {
    text += fmt::format(" and {} more", sources.size() - kNamedSourcesMax);
  }
  return text;
}

std::string duration_text(std::chrono::microseconds duration) {
  return fmt::format("{:.1f} ms", static_cast<double>(duration.count()) / 1000.0);
}

}  // namespace

std::string rebuild_line(const RebuildReport& report) {
  const std::string sources = sources_text(report.changed_sources);
  if (!report.published) {
    return fmt::format("{}: {} error{}, the site from before stays ({})", sources,
                       report.diagnostics.error_count(), report.diagnostics.error_count() == 1 ? "" : "s",
                       duration_text(report.duration));
  }
  return fmt::format("{}: {} rendered, {} answer{} changed, {}{}", sources, report.rendered_count,
                     report.changed_path_count, report.changed_path_count == 1 ? "" : "s",
                     duration_text(report.duration), report.is_mended ? "; the site is well again" : "");
}

}  // namespace loom::reload
