// What `loom serve` serves with: the command line, and `[serve]` of the configuration where that leaves it
// open.
#pragma once

#include "base/result.h"
#include "cli/command_line.h"
#include "server/server.h"
#include "site/config.h"

namespace loom::cli {

inline constexpr std::uint16_t kDefaultPort = 8080;

/// An address of the command line wins over one of the configuration; the host names of both are allowed.
/// Only the default port of a preview may move. An Error names where an address that is none was given.
base::Result<server::ServerOptions> make_server_options(const ServeCommand& command,
                                                        const site::ServeConfig& config);

}  // namespace loom::cli
