#include "net/signals.h"

#include <cerrno>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/file.h"

namespace loom::net {
namespace {

sigset_t signal_set(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : signals) {
    sigaddset(&set, number);
  }
  return set;
}

}  // namespace

void block_signals(std::initializer_list<int> signals) {
  const sigset_t set = signal_set(signals);
  LOOM_CHECK(pthread_sigmask(SIG_BLOCK, &set, nullptr) == 0);
}

void ignore_broken_pipes() {
  std::signal(SIGPIPE, SIG_IGN);
}

base::Result<std::unique_ptr<SignalWatch>> SignalWatch::create(EventLoop& loop,
                                                               std::initializer_list<int> signals,
                                                               std::function<void(int)> callback) {
  block_signals(signals);
  const sigset_t set = signal_set(signals);
  base::UniqueFd fd(::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
  if (!fd) {
    return base::os_error("cannot listen to signals", errno);
  }
  std::unique_ptr<SignalWatch> watch(new SignalWatch(loop, std::move(fd), std::move(callback)));
  const std::optional<Token> token = loop.watch(watch->fd_.get(), *watch);
  if (!token) {
    watch->fd_.reset();
    return base::os_error("cannot watch for signals", errno);
  }
  watch->token_ = *token;
  return watch;
}

SignalWatch::SignalWatch(EventLoop& loop, base::UniqueFd fd, std::function<void(int)> callback)
    : loop_(loop), fd_(std::move(fd)), callback_(std::move(callback)) {}

SignalWatch::~SignalWatch() {
  if (fd_) {
    loop_.forget(token_, fd_.get());
  }
}

void SignalWatch::on_ready(Readiness readiness) {
  if (!readiness.readable) {
    return;
  }
  signalfd_siginfo info{};
  while (::read(fd_.get(), &info, sizeof info) == sizeof info) {
    callback_(static_cast<int>(info.ssi_signo));
  }
}

}  // namespace loom::net
