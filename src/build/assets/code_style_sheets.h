// The style sheets of highlighted code that a configuration names (`giallo.css`, `highlight_themes_css`).
// Pure; any thread.
#pragma once

#include <vector>

#include "site/config.h"
#include "site/source_tree.h"

namespace loom::build {

/// By their place in the output.
std::vector<site::SourceFile> make_code_style_sheets(const site::Config& config);

}  // namespace loom::build
