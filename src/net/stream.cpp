#include "net/stream.h"

#include <netinet/in.h>
// Not <netinet/tcp.h>: its tcp_info ends before tcpi_bytes_acked.
#include <array>
#include <cerrno>
#include <linux/tcp.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "base/check.h"
#include "net/limits.h"

namespace loom::net {
namespace {

IoResult result_of(ssize_t count) {
  if (count > 0) {
    return {IoOutcome::Bytes, static_cast<std::size_t>(count)};
  }
  if (count == 0) {
    return {IoOutcome::Closed, 0};
  }
  return {errno == EAGAIN || errno == EWOULDBLOCK ? IoOutcome::WouldBlock : IoOutcome::Failed, 0};
}

template <typename Call>
IoResult without_interruption(Call call) {
  ssize_t count = call();
  while (count < 0 && errno == EINTR) {
    count = call();
  }
  return result_of(count);
}

}  // namespace

IoResult Stream::receive(std::span<char> buffer) {
  return without_interruption([&] { return ::recv(fd(), buffer.data(), buffer.size(), 0); });
}

IoResult Stream::send(std::string_view bytes, bool more) {
  LOOM_CHECK(!bytes.empty());
  const int flags = MSG_NOSIGNAL | (more ? MSG_MORE : 0);
  return without_interruption([&] { return ::send(fd(), bytes.data(), bytes.size(), flags); });
}

IoResult Stream::send_gathered(std::span<const std::string_view> parts) {
  LOOM_CHECK(parts.size() <= kGatheredPartsMax);
  std::array<iovec, kGatheredPartsMax> vectors;
  msghdr message{};
  message.msg_iov = vectors.data();
  for (const std::string_view part : parts) {
    if (!part.empty()) {
      // sendmsg does not write through the pointer.
      vectors[message.msg_iovlen++] = {const_cast<char*>(part.data()), part.size()};
    }
  }
  LOOM_CHECK(message.msg_iovlen != 0);
  return without_interruption([&] { return ::sendmsg(fd(), &message, MSG_NOSIGNAL); });
}

IoResult Stream::send_file(const FilePart& part) {
  return without_interruption([&] {
    off_t offset = static_cast<off_t>(part.offset);
    return ::sendfile(fd(), part.fd, &offset, part.size_bytes);
  });
}

std::uint64_t Stream::acknowledged_bytes() const {
  tcp_info info{};
  socklen_t size = sizeof info;
  if (::getsockopt(fd(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0) {
    return 0;
  }
  return info.tcpi_bytes_acked;
}

void Stream::shut_down_sending() {
  ::shutdown(fd(), SHUT_WR);
}

void Stream::reset() {
  const linger drop_at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(fd(), SOL_SOCKET, SO_LINGER, &drop_at_once, sizeof drop_at_once);
  close();
}

}  // namespace loom::net
