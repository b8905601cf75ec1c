#include "reload/mailbox.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

#include "base/check.h"

namespace loom::reload {

Mailbox::Mailbox() : wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  LOOM_CHECK(static_cast<bool>(wake_));
}

void Mailbox::post(bool Requests::*request) {
  const std::lock_guard lock(mutex_);
  posted_.*request = true;
  const std::uint64_t one = 1;
  // A full counter is readable already.
  [[maybe_unused]] const ssize_t written = ::write(wake_.get(), &one, sizeof one);
}

void Mailbox::post_stop() {
  post(&Requests::stop);
}

void Mailbox::post_rebuild() {
  post(&Requests::rebuild);
}

Requests Mailbox::take() {
  const std::lock_guard lock(mutex_);
  std::uint64_t count = 0;
  [[maybe_unused]] const ssize_t read = ::read(wake_.get(), &count, sizeof count);
  return std::exchange(posted_, {});
}

}  // namespace loom::reload
