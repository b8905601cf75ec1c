// Diagnostics as a person reads them in a terminal, and as JSON for scripts and the preview overlay.
#pragma once

#include <string>

#include "base/diagnostics.h"

namespace loom::base {

/// One diagnostic: "error: message", "  --> file:line:column", the line with a caret, the trail, the hint.
/// Control characters in names and lines are shown escaped. `color` adds ANSI SGR codes.
std::string format_diagnostic(const Diagnostic& diagnostic, bool color);

/// All of them, one blank line between, and a closing count.
std::string format_diagnostics(const Diagnostics& diagnostics, bool color);

/// A JSON array of objects {severity,file,line,column,length,message,source_line,hint,trail}.
std::string diagnostics_json(const Diagnostics& diagnostics);

}  // namespace loom::base
