// Binds the parsed templates of a set to one another and to the environment, and finds the mistakes that no
// single template shows. One build, one thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "templating/environment.h"
#include "templating/program/linked_template.h"

namespace loom::templating {

using TemplateMap = std::map<std::string, std::shared_ptr<const Template>, std::less<>>;
using LinkedMap = std::map<std::string, std::unique_ptr<LinkedTemplate>, std::less<>>;

/// A null template is one that has mistakes of its own, which are reported already. The result holds the
/// templates that can be rendered: those without mistakes that need only such.
LinkedMap link_templates(const TemplateMap& parsed, const Environment& environment,
                         base::Diagnostics& diagnostics);

}  // namespace loom::templating
