// Template text to a compiled Template: the statements of the language and their nesting. Pure; any thread.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "templating/program/template.h"
#include "templating/template_set.h"

namespace loom::templating {

/// Null when the text has mistakes: all of them (at most kSyntaxErrorsMax) are in `diagnostics`.
std::shared_ptr<const Template> parse_template(TemplateSource source, base::Diagnostics& diagnostics);

/// A diagnostic that underlines `span` in the text of `subject`.
base::Diagnostic make_diagnostic(const Template& subject, Span span, std::string message, std::string hint);

}  // namespace loom::templating
