#include "net/timer.h"

#include "base/check.h"

namespace loom::net {

void Timer::cancel() {
  previous_->next_ = next_;
  next_->previous_ = previous_;
  previous_ = this;
  next_ = this;
}

TimerList::TimerList(Duration duration) : duration_(duration) {
  LOOM_CHECK(duration > Duration::zero());
}

void TimerList::start(Timer& timer, TimePoint now) {
  timer.cancel();
  Timer& head = head_;
  timer.started_ = now;
  timer.previous_ = head.previous_;
  timer.next_ = &head;
  timer.previous_->next_ = &timer;
  head.previous_ = &timer;
}

Timer* TimerList::oldest() const {
  const Timer& head = head_;
  return head.is_running() ? head.next_ : nullptr;
}

std::optional<TimePoint> TimerList::next_deadline() const {
  const Timer* first = oldest();
  if (first == nullptr) {
    return std::nullopt;
  }
  return first->started() + duration_;
}

void TimerList::fire_expired(TimePoint now) {
  for (Timer* first = oldest(); first != nullptr && first->started() + duration_ <= now; first = oldest()) {
    first->cancel();
    first->on_timeout();
  }
}

}  // namespace loom::net
