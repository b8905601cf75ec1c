// Checks of links that need every page rendered. Pure.
#pragma once

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/library.h"

namespace loom::site {

/// For links between pages whose fragment names no anchor of their target: errors, or warnings by
/// `internal_level`.
void check_anchors(const Library& library, const Config& config, base::Diagnostics& diagnostics);

}  // namespace loom::site
