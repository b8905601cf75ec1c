#include "net/listener.h"

#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "net/limits.h"

namespace loom::net {
namespace {

void set_option(int fd, int level, int name, int value) {
  ::setsockopt(fd, level, name, &value, sizeof value);
}

/// Accepted sockets inherit these, which saves a call for each.
void set_inherited_options(int fd) {
  set_option(fd, IPPROTO_TCP, TCP_NODELAY, 1);
  set_option(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, kNotSentLowWaterBytes);
}

base::UniqueFd open_spare() {
  return base::UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
}

bool is_exhaustion(int error_number) {
  return error_number == EMFILE || error_number == ENFILE || error_number == ENOMEM ||
         error_number == ENOBUFS;
}

bool is_peculiar_to_one_client(int error_number) {
  return error_number == ECONNABORTED || error_number == EINTR || error_number == EPROTO;
}

Endpoint bound_endpoint(int fd) {
  SocketAddress address;
  address.size_bytes = sizeof address.storage;
  LOOM_CHECK(::getsockname(fd, reinterpret_cast<sockaddr*>(&address.storage), &address.size_bytes) == 0);
  return endpoint_of(address);
}

}  // namespace

ListenOutcome open_listening_socket(const SocketAddress& address) {
  const int family = address.storage.ss_family;
  base::UniqueFd fd(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd) {
    return {{}, errno};
  }
  set_option(fd.get(), SOL_SOCKET, SO_REUSEADDR, 1);
  if (family == AF_INET6) {
    set_option(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, 1);
  }
  set_option(fd.get(), IPPROTO_TCP, TCP_DEFER_ACCEPT, static_cast<int>(kDeferAccept.count()));
  set_inherited_options(fd.get());
  if (::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address.storage), address.size_bytes) != 0 ||
      ::listen(fd.get(), SOMAXCONN) != 0) {
    return {{}, errno};
  }
  const Endpoint bound = bound_endpoint(fd.get());
  return {{std::move(fd), bound}, 0};
}

base::Result<std::unique_ptr<Listener>> Listener::create(const Environment& environment,
                                                         ListeningSocket socket) {
  std::unique_ptr<Listener> listener(new Listener(environment, std::move(socket)));
  const std::optional<Token> token = environment.loop.watch(listener->socket_.fd.get(), *listener);
  if (!token) {
    listener->socket_.fd.reset();
    return base::os_error("cannot watch a listening socket", errno);
  }
  listener->token_ = *token;
  return listener;
}

Listener::Listener(const Environment& environment, ListeningSocket socket)
    : environment_(environment), socket_(std::move(socket)), spare_(open_spare()) {}

Listener::~Listener() {
  if (socket_.fd) {
    environment_.loop.forget(token_, socket_.fd.get());
  }
}

void Listener::on_ready(Readiness) {
  // While accepting rests, connections wait in the kernel, and the end of the rest looks at all of them.
  if (!is_running()) {
    accept_some();
  }
}

void Listener::on_timeout() {
  accept_some();
}

void Listener::accept_some() {
  for (std::size_t count = 0; count < kAcceptsPerTurn; ++count) {
    base::UniqueFd accepted(
        environment_.accept(socket_.fd.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (accepted) {
      environment_.handler.on_accepted(std::move(accepted));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return;
    } else if (!survive_failure(errno)) {
      return;
    }
  }
  environment_.loop.call_again(token_);
}

bool Listener::survive_failure(int error_number) {
  if (is_peculiar_to_one_client(error_number)) {
    return true;
  }
  if (is_exhaustion(error_number)) {
    if (environment_.handler.on_descriptors_exhausted()) {
      return true;
    }
    turn_one_away();
  }
  rest(error_number);
  return false;
}

void Listener::turn_one_away() {
  spare_.reset();
  base::UniqueFd turned_away(environment_.accept(socket_.fd.get(), nullptr, nullptr, SOCK_CLOEXEC));
  turned_away.reset();
  spare_ = open_spare();
}

void Listener::rest(int error_number) {
  const TimePoint now = environment_.loop.now();
  environment_.pauses.start(*this, now);
  if (!last_logged_ || now - *last_logged_ >= kAcceptLogInterval) {
    last_logged_ = now;
    base::log_error(base::os_error("cannot accept connections for the moment", error_number).message());
  }
}

}  // namespace loom::net
