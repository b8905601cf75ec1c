// A server for tests of clients: answers each connection on a loopback port with the next of the given
// answers, byte for byte, and keeps what it was asked.
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/unique_fd.h"

namespace loom::support {

/// A whole answer that ends the connection.
inline std::string http_answer(const std::string& status, const std::string& body,
                               const std::string& more_fields = "") {
  return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + more_fields + "\r\n" + body;
}

class OneShotServer {
 public:
  explicit OneShotServer(std::vector<std::string> answers)
      : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), answers_(std::move(answers)) {
    // A proxy of the environment must not see what is meant for this machine.
    ::setenv("no_proxy", "*", 1);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    LOOM_CHECK(::bind(listener_.get(), plain, length) == 0 && ::listen(listener_.get(), 16) == 0 &&
               ::getsockname(listener_.get(), plain, &length) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }

  std::string url(const std::string& path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  /// What was asked so far; stops the server.
  std::vector<std::string> take_requests() {
    thread_ = {};
    return std::move(requests_);
  }

 private:
  static bool wait_for(int fd, const std::stop_token& stop) {
    pollfd wanted{fd, POLLIN, 0};
    while (!stop.stop_requested()) {
      if (::poll(&wanted, 1, 20) > 0) {
        return true;
      }
    }
    return false;
  }

  /// Head and, by its Content-Length, body.
  static std::string read_request(int fd, const std::stop_token& stop) {
    std::string request;
    char buffer[4096];
    while (wait_for(fd, stop)) {
      const ssize_t count = ::recv(fd, buffer, sizeof buffer, 0);
      if (count <= 0) {
        break;
      }
      request.append(buffer, static_cast<std::size_t>(count));
      const std::size_t end = request.find("\r\n\r\n");
      if (end == std::string::npos) {
        continue;
      }
      const std::size_t length = request.find("Content-Length: ");
      const std::size_t body_bytes =
          length == std::string::npos ? 0 : std::stoul(request.substr(length + 16));
      if (request.size() >= end + 4 + body_bytes) {
        break;
      }
    }
    return request;
  }

  void run(const std::stop_token& stop) {
    for (const std::string& answer : answers_) {
      if (!wait_for(listener_.get(), stop)) {
        return;
      }
      const base::UniqueFd connection(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      requests_.push_back(read_request(connection.get(), stop));
      ::send(connection.get(), answer.data(), answer.size(), MSG_NOSIGNAL);
    }
  }

  base::UniqueFd listener_;
  std::uint16_t port_ = 0;
  std::vector<std::string> answers_;
  std::vector<std::string> requests_;
  std::jthread thread_;
};

}  // namespace loom::support
