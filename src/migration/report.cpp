#include "migration/report.h"

#include <fmt/format.h>

#include "base/diagnostics_text.h"
#include "base/escape.h"

namespace loom::migration {

namespace {

/// One line: names of files may hold anything.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return line;
}

}  // namespace

std::string render_report(const NewSite& site) {
  std::string text = "# Import\n\nThis file is not part of the site. Delete it when nothing is left to do.\n";
  if (!site.leftovers.empty()) {
    text += "\n## Left to do\n\nFiles and lines are those of the old site.\n\n";
  }
  for (const base::Diagnostic& item : site.leftovers.items()) {
    text += "- " + one_line(item.file) + (item.line == 0 ? "" : ":" + std::to_string(item.line)) + ": " +
            one_line(item.message) + (item.hint.empty() ? "" : " (" + one_line(item.hint) + ")") + "\n";
  }
  if (!site.lost_paths.empty()) {
    text += "\n## Addresses that are gone\n\n";
  }
  for (const LostPath& lost : site.lost_paths) {
    text += "- " + one_line(lost.path) + ": " + one_line(lost.reason) + "\n";
  }
  return text;
}

std::string render_report_json(const ImportReport& report) {
  std::string lost;
  for (const LostPath& path : report.lost_paths) {
    lost += fmt::format("{}{{\"path\":{},\"reason\":{}}}", lost.empty() ? "" : ",",
                        base::json_quoted(path.path), base::json_quoted(path.reason));
  }
  return fmt::format(
      "{{\"pages\":{},\"files\":{},\"addresses\":{{\"old\":{},\"kept\":{},\"redirected\":{},\"lost\":[{}]}},"
      "\"leftovers\":{}}}\n",
      report.page_count, report.file_count, report.addresses.old_count, report.addresses.kept_count,
      report.addresses.redirected_count, lost, base::diagnostics_json(report.leftovers));
}

}  // namespace loom::migration
