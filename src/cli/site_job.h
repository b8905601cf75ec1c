// What the commands that read a site have in common.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "build/builder.h"
#include "cli/command_line.h"

namespace loom::cli {

/// The absolute path of the site folder, links resolved. An Error that names it when it is no folder.
base::Result<std::string> find_site_root(const std::string& site);

/// The real clock, or the one that was fixed.
base::UnixTime current_time(const SiteOptions& options);

build::BuildOptions make_build_options(const SiteOptions& options, std::string site_root);

/// The path of `folder` below `root`, links resolved; "" when it is not below it. Requires: root is absolute
/// and has no links.
std::string path_below(const std::string& root, const std::string& folder);

/// Loads and builds a site once, without watching it. What lies in `output_folder`, a path below the site or
/// "", is no source. Mistakes are in `diagnostics`; an Error means that the folder could not be read at all.
base::Result<build::BuildOutcome> build_once(const SiteOptions& options, build::BuildOptions build_options,
                                             const std::string& output_folder,
                                             base::Diagnostics& diagnostics);

/// Text to standard error, or JSON to standard output, as the options ask.
void print_diagnostics(const SiteOptions& options, const base::Diagnostics& diagnostics);

/// "loom: message" to standard error; returns kExitFailure.
int fail(const base::Error& error);

}  // namespace loom::cli
