// One mistake in a template shows on every page that uses it; this says it once. Pure.
#pragma once

#include "base/diagnostics.h"

namespace loom::build {

/// Adds `found` to `out`. Diagnostics that differ only in the page that was being rendered (the last line of
/// the trail) become one, which names the first page and how many more there are.
void add_merged(base::Diagnostics& out, const base::Diagnostics& found);

}  // namespace loom::build
