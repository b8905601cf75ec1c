#include "net/wake_up.h"

#include <cerrno>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/file.h"

namespace loom::net {

base::Result<std::unique_ptr<WakeUp>> WakeUp::create(EventLoop& loop, std::function<void()> callback) {
  base::UniqueFd fd(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (!fd) {
    return base::os_error("cannot create an eventfd", errno);
  }
  std::unique_ptr<WakeUp> wake_up(new WakeUp(loop, std::move(fd), std::move(callback)));
  const std::optional<Token> token = loop.watch(wake_up->fd_.get(), *wake_up);
  if (!token) {
    wake_up->fd_.reset();
    return base::os_error("cannot watch an eventfd", errno);
  }
  wake_up->token_ = *token;
  return wake_up;
}

WakeUp::WakeUp(EventLoop& loop, base::UniqueFd fd, std::function<void()> callback)
    : loop_(loop), fd_(std::move(fd)), callback_(std::move(callback)) {}

WakeUp::~WakeUp() {
  if (fd_) {
    loop_.forget(token_, fd_.get());
  }
}

void WakeUp::wake() const {
  const std::uint64_t one = 1;
  // A full counter means that a wake-up is pending already.
  [[maybe_unused]] const ssize_t written = ::write(fd_.get(), &one, sizeof one);
}

void WakeUp::on_ready(Readiness readiness) {
  std::uint64_t count = 0;
  // The registration also reports "writable", at once and after each read.
  if (readiness.readable && ::read(fd_.get(), &count, sizeof count) == sizeof count) {
    callback_();
  }
}

}  // namespace loom::net
