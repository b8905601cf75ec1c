#include "net/port_holder.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>

#include "base/ascii.h"

namespace loom::net {
namespace {

namespace fs = std::filesystem;

constexpr const char* kListenState = "0A";

/// The port in "0100007F:1F90".
std::optional<std::uint16_t> port_of(const std::string& local_address) {
  const std::size_t colon = local_address.rfind(':');
  if (colon == std::string::npos) {
    return std::nullopt;
  }
  std::uint16_t port = 0;
  const char* end = local_address.data() + local_address.size();
  const auto parsed = std::from_chars(local_address.data() + colon + 1, end, port, 16);
  return parsed.ec == std::errc() ? std::optional(port) : std::nullopt;
}

/// Adds "socket:[INODE]" for each socket of `table` that listens on `port`.
void collect_sockets(const char* table, std::uint16_t port, std::set<std::string>& sockets) {
  std::ifstream file(table);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string number, local, remote, state, queues, timer, retransmits, user, timeout, inode;
    words >> number >> local >> remote >> state >> queues >> timer >> retransmits >> user >> timeout >> inode;
    if (state == kListenState && port_of(local) == port) {
      sockets.insert("socket:[" + inode + "]");
    }
  }
}

bool holds_one_of(const fs::path& process, const std::set<std::string>& sockets) {
  std::error_code error;
  for (fs::directory_iterator entry(process / "fd", error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unreadable;
    if (sockets.contains(fs::read_symlink(entry->path(), unreadable).string())) {
      return true;
    }
  }
  return false;
}

std::string command_name(const fs::path& process) {
  std::ifstream file(process / "comm");
  std::string name;
  std::getline(file, name);
  return name;
}

}  // namespace

std::optional<PortHolder> find_port_holder(std::uint16_t port) {
  std::set<std::string> sockets;
  collect_sockets("/proc/net/tcp", port, sockets);
  collect_sockets("/proc/net/tcp6", port, sockets);
  if (sockets.empty()) {
    return std::nullopt;
  }
  std::error_code error;
  for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
    const std::optional<std::uint64_t> process_id = base::parse_unsigned(entry->path().filename().string());
    if (process_id && holds_one_of(entry->path(), sockets)) {
      return PortHolder{static_cast<int>(*process_id), command_name(entry->path())};
    }
  }
  return std::nullopt;
}

}  // namespace loom::net
