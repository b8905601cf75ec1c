// Which file systems tell inotify nothing about changes made elsewhere (by another machine, a host, a server
// process).
#pragma once

#include <cstdint>
#include <string>

namespace loom::watch {

/// `type` is f_type of statfs(2). False for NFS, SMB, FUSE, 9p and other shared file systems.
bool file_system_has_events(std::uint64_t type);

/// The same for the file system that holds `path`; true when it cannot be asked.
bool has_events(const std::string& path);

}  // namespace loom::watch
