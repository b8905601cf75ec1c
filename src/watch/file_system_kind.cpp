#include "watch/file_system_kind.h"

#include <algorithm>
#include <array>
#include <sys/vfs.h>

namespace loom::watch {
namespace {

// From linux/magic.h where it has a name there; not all are in Debian's header.
constexpr std::array<std::uint64_t, 11> kTypesWithoutEvents = {
    0x6969,      // NFS
    0x517B,      // SMB
    0xFF534D42,  // CIFS
    0xFE534D42,  // SMB2
    0x65735546,  // FUSE, virtiofs
    0x01021997,  // 9p
    0x786F4256,  // vboxsf
    0x00C36400,  // Ceph
    0x5346414F,  // AFS
    0x73757245,  // Coda
    0x0BD00BD0,  // Lustre
};

constexpr std::uint64_t kTypeMask = 0xFFFFFFFF;

}  // namespace

bool file_system_has_events(std::uint64_t type) {
  return std::find(kTypesWithoutEvents.begin(), kTypesWithoutEvents.end(), type & kTypeMask) ==
         kTypesWithoutEvents.end();
}

bool has_events(const std::string& path) {
  struct statfs status {};
  return statfs(path.c_str(), &status) != 0 ||
         file_system_has_events(static_cast<std::uint64_t>(status.f_type));
}

}  // namespace loom::watch
