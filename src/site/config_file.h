// The configuration as it is on disk, for those who need a value of it before the site is loaded: what the
// command line leaves open, and which folders hold no sources. The thread of a command, or the reload thread.
#pragma once

#include <optional>
#include <string>

#include "site/config.h"

namespace loom::site {

/// What the configuration file of the folder `root` says, without its theme; of several the one that wins.
/// Nothing when there is none, or none can be read. Mistakes are passed over: the build reports them.
std::optional<Config> load_config_file(const std::string& root);

/// Where a build is written when the command line does not say: absolute, by `output_dir` ("public" without
/// a configuration).
std::string output_folder_of(const std::string& root, const std::optional<Config>& config);

}  // namespace loom::site
