// What an import says when it is done. Pure.
#pragma once

#include <string>
#include <string_view>

#include "migration/import.h"

namespace loom::migration {

/// In the folder of the new site, outside of its content.
inline constexpr std::string_view kReportName = "IMPORT.md";

/// Markdown: leftovers by file and line, and the addresses that are gone.
std::string render_report(const NewSite& site);

/// {"pages":1,"files":2,"addresses":{"old":3,"kept":2,"redirected":1,"lost":[{"path":"/x","reason":"y"}]},
/// "leftovers":[...]}
std::string render_report_json(const ImportReport& report);

}  // namespace loom::migration
