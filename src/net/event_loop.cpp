#include "net/event_loop.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/epoll.h>

#include "base/file.h"

namespace loom::net {
namespace {

constexpr std::uint32_t kInterest = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;

constexpr Token make_token(std::uint32_t index, std::uint32_t generation) {
  return (static_cast<Token>(index) << 32) | generation;
}

constexpr std::uint32_t index_of(Token token) {
  return static_cast<std::uint32_t>(token >> 32);
}
constexpr std::uint32_t generation_of(Token token) {
  return static_cast<std::uint32_t>(token);
}

Readiness readiness_of(std::uint32_t events) {
  // EPOLLHUP alone, when both sides have ended, may come before the last bytes of the peer were read.
  return {.readable = (events & (EPOLLIN | EPOLLHUP)) != 0,
          .writable = (events & EPOLLOUT) != 0,
          .peer_closed = (events & (EPOLLRDHUP | EPOLLHUP)) != 0,
          .failed = (events & EPOLLERR) != 0};
}

}  // namespace

base::Result<std::unique_ptr<EventLoop>> EventLoop::create() {
  base::UniqueFd epoll(::epoll_create1(EPOLL_CLOEXEC));
  if (!epoll) {
    return base::os_error("cannot create an event loop", errno);
  }
  return std::unique_ptr<EventLoop>(new EventLoop(std::move(epoll)));
}

EventLoop::EventLoop(base::UniqueFd epoll)
    : epoll_(std::move(epoll)), clock_(std::chrono::steady_clock::now()) {}

std::optional<Token> EventLoop::watch(int fd, Handler& handler) {
  if (free_slots_.empty()) {
    free_slots_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
    free_slots_.reserve(slots_.size());
  }
  const std::uint32_t index = free_slots_.back();
  Slot& slot = slots_[index];
  const Token token = make_token(index, slot.generation);
  epoll_event event{};
  event.events = kInterest;
  event.data.u64 = token;
  if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) != 0) {
    return std::nullopt;
  }
  free_slots_.pop_back();
  slot.handler = &handler;
  slot.is_called_again = false;
  return token;
}

void EventLoop::forget(Token token, int fd) {
  Slot* slot = find_slot(token);
  LOOM_CHECK(slot != nullptr);
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, fd, nullptr);
  slot->handler = nullptr;
  ++slot->generation;
  free_slots_.push_back(index_of(token));
}

EventLoop::Slot* EventLoop::find_slot(Token token) {
  const std::uint32_t index = index_of(token);
  if (index >= slots_.size()) {
    return nullptr;
  }
  Slot& slot = slots_[index];
  return slot.handler != nullptr && slot.generation == generation_of(token) ? &slot : nullptr;
}

void EventLoop::call_again(Token token) {
  Slot* slot = find_slot(token);
  if (slot != nullptr && !slot->is_called_again) {
    slot->is_called_again = true;
    again_.push_back(token);
  }
}

void EventLoop::run() {
  stopped_ = false;
  while (!stopped_) {
    run_once(std::chrono::milliseconds::max());
  }
}

int EventLoop::wait_milliseconds(std::chrono::milliseconds wait_max) const {
  if (!again_.empty()) {
    return 0;
  }
  std::optional<Duration> wait;
  for (const TimerList* timers : timer_lists_) {
    if (const std::optional<TimePoint> deadline = timers->next_deadline()) {
      wait = std::min<Duration>(wait.value_or(kWaitMax), *deadline - now());
    }
  }
  if (!wait && wait_max == std::chrono::milliseconds::max()) {
    return -1;
  }
  const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(wait.value_or(kWaitMax));
  return static_cast<int>(
      std::clamp(rounded, std::chrono::milliseconds(0), std::min(wait_max, kWaitMax)).count());
}

void EventLoop::run_once(std::chrono::milliseconds wait_max) {
  std::array<epoll_event, kEventsPerTurn> events;
  const int count =
      ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), wait_milliseconds(wait_max));
  clock_.advance(std::chrono::steady_clock::now());
  if (hook_ != nullptr) {
    hook_->on_turn_begin();
  }
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (Slot* slot = find_slot(event.data.u64)) {
      slot->handler->on_ready(readiness_of(event.events));
    }
  }
  dispatch_again();
  fire_timers();
  if (hook_ != nullptr) {
    hook_->on_turn_end();
  }
}

void EventLoop::dispatch_again() {
  again_now_.swap(again_);
  for (const Token token : again_now_) {
    if (Slot* slot = find_slot(token)) {
      slot->is_called_again = false;
      slot->handler->on_ready(Readiness{});
    }
  }
  again_now_.clear();
}

void EventLoop::fire_timers() {
  for (TimerList* timers : timer_lists_) {
    timers->fire_expired(now());
  }
}

}  // namespace loom::net
