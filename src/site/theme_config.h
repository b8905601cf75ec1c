// The part of a theme that belongs to the configuration: themes/<name>/theme.toml. Pure; the reload thread.
#pragma once

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/source_tree.h"

namespace loom::site {

/// Adds `[extra]` of the theme's theme.toml to config.extra, below what the site says: table by table, and of
/// two values that are no tables the site's holds. A theme that is not there, and a table on one side where
/// the other has a plain value, are errors. Nothing else of the theme's files is configuration: its
/// config.toml is the one of its own demonstration. Does nothing for a site without a theme.
void merge_theme(const SourceTree& tree, Config& config, base::Diagnostics& diagnostics);

}  // namespace loom::site
