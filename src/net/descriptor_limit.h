// How many descriptors, and so connections, the process may hold. Start-up only.
#pragma once

#include <cstddef>

namespace loom::net {

/// Raises the soft limit of open descriptors (RLIMIT_NOFILE) to the hard one, and returns it.
std::size_t raise_descriptor_limit();

}  // namespace loom::net
