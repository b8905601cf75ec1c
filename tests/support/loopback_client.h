// A client for tests that says exactly the bytes it is told to, over loopback, and reads answers one by one.
// Every wait ends after kPatience, so that a server that never answers fails a test instead of hanging it.
#pragma once

#include <arpa/inet.h>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <utility>

#include "base/ascii.h"
#include "base/unique_fd.h"

namespace loom::support {

inline constexpr std::chrono::milliseconds kPatience{60'000};

struct ReceivedResponse {
  int status = 0;
  /// Status line and fields as sent, without the empty line.
  std::string head;
  /// By lower-case name; the last of several wins.
  std::map<std::string, std::string> fields;
  std::string body;

  std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  }
};

struct ClientOptions {
  /// 0 leaves the kernel's choice.
  int receive_buffer_bytes = 0;
};

class LoopbackClient {
 public:
  explicit LoopbackClient(std::uint16_t port, ClientOptions options = {})
      : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (options.receive_buffer_bytes != 0) {
      ::setsockopt(fd_.get(), SOL_SOCKET, SO_RCVBUF, &options.receive_buffer_bytes, sizeof(int));
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_connected_ = ::connect(fd_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  /// Over a socket that is connected already.
  explicit LoopbackClient(base::UniqueFd socket) : fd_(std::move(socket)), is_connected_(true) {}

  int fd() const { return fd_.get(); }
  bool is_connected() const { return is_connected_; }

  /// False when the server no longer takes input.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) {
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void half_close() { ::shutdown(fd(), SHUT_WR); }
  void close() { fd_.reset(); }
  /// Ends with a reset, as a peer that was killed.
  void reset() {
    const linger at_once{1, 0};
    ::setsockopt(fd(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    fd_.reset();
  }

  /// The next answer; nothing when the connection ends or patience does. `has_body` is false for answers to
  /// HEAD.
  std::optional<ReceivedResponse> read_response(bool has_body = true) {
    std::size_t end = buffered_.find("\r\n\r\n");
    while (end == std::string::npos) {
      if (!receive_more()) {
        return std::nullopt;
      }
      end = buffered_.find("\r\n\r\n");
    }
    ReceivedResponse response = parse_head(buffered_.substr(0, end));
    buffered_.erase(0, end + 4);
    if (has_body && response.status != 204 && response.status != 304 && !read_body(response)) {
      return std::nullopt;
    }
    return response;
  }

  /// Exactly `size_bytes`, or fewer when the connection ends before.
  std::string read_bytes(std::size_t size_bytes) {
    while (buffered_.size() < size_bytes && receive_more()) {
    }
    std::string bytes = buffered_.substr(0, size_bytes);
    buffered_.erase(0, bytes.size());
    return bytes;
  }

  /// Up to and including `mark`; empty when it does not come.
  std::string read_until(std::string_view mark) {
    while (buffered_.find(mark) == std::string::npos) {
      if (!receive_more()) {
        return {};
      }
    }
    const std::size_t end = buffered_.find(mark) + mark.size();
    std::string bytes = buffered_.substr(0, end);
    buffered_.erase(0, end);
    return bytes;
  }

  std::string read_to_end() {
    while (receive_more()) {
    }
    return std::exchange(buffered_, {});
  }

  /// Waits for the server's end and says whether it came without a reset.
  bool ends_cleanly() {
    while (receive_more()) {
    }
    return has_ended_ && !was_reset_;
  }
  /// Waits for the server's end, of either kind.
  bool ends() {
    while (receive_more()) {
    }
    return has_ended_;
  }

 private:
  static ReceivedResponse parse_head(std::string head) {
    ReceivedResponse response;
    response.head = std::move(head);
    const std::string_view text = response.head;
    response.status = text.size() >= 12 ? std::atoi(std::string(text.substr(9, 3)).c_str()) : 0;
    std::size_t start = text.find("\r\n");
    while (start != std::string_view::npos) {
      const std::size_t next = text.find("\r\n", start + 2);
      const std::string_view line =
          text.substr(start + 2, next == std::string_view::npos ? next : next - start - 2);
      const std::size_t colon = line.find(':');
      if (colon != std::string_view::npos) {
        response.fields[base::lower_ascii(line.substr(0, colon))] = base::trim(line.substr(colon + 1));
      }
      start = next;
    }
    return response;
  }

  bool read_body(ReceivedResponse& response) {
    const auto length = response.fields.find("content-length");
    if (length == response.fields.end()) {
      response.body = read_to_end();
      return true;
    }
    const std::size_t size_bytes = static_cast<std::size_t>(*base::parse_unsigned(length->second));
    response.body = read_bytes(size_bytes);
    return response.body.size() == size_bytes;
  }

  bool receive_more() {
    if (has_ended_) {
      return false;
    }
    pollfd waited{fd(), POLLIN, 0};
    if (::poll(&waited, 1, static_cast<int>(kPatience.count())) <= 0) {
      return false;
    }
    std::string chunk(std::size_t{64} * 1024, '\0');
    const ssize_t count = ::recv(fd(), chunk.data(), chunk.size(), 0);
    if (count <= 0) {
      has_ended_ = true;
      was_reset_ = count < 0;
      return false;
    }
    buffered_.append(chunk, 0, static_cast<std::size_t>(count));
    return true;
  }

  base::UniqueFd fd_;
  bool is_connected_ = false;
  bool has_ended_ = false;
  bool was_reset_ = false;
  std::string buffered_;
};

}  // namespace loom::support
