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

/// Loads and builds a site once, without watching it. Mistakes are in `diagnostics`; an Error means that the
/// folder could not be read at all.
base::Result<build::BuildOutcome> build_once(const SiteOptions& options, build::BuildOptions build_options,
                                             base::Diagnostics& diagnostics);

/// Text to standard error, or JSON to standard output, as the options ask.
void print_diagnostics(const SiteOptions& options, const base::Diagnostics& diagnostics);

/// "loom: message" to standard error; returns kExitFailure.
int fail(const base::Error& error);

}  // namespace loom::cli
