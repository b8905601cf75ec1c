#include "watch/event_coalescer.h"

#include <algorithm>

#include "watch/limits.h"
#include "watch/name_filter.h"

namespace loom::watch {
namespace {

using Instant = EventCoalescer::Instant;

void keep_earliest(std::optional<Instant>& earliest, Instant moment) {
  earliest = earliest ? std::min(*earliest, moment) : moment;
}

void keep_latest(std::optional<Instant>& latest, Instant moment) {
  latest = latest ? std::max(*latest, moment) : moment;
}

bool has_come(const std::optional<Instant>& due, Instant now) {
  return due && *due <= now;
}

Instant writing_due(Instant first, Instant last) {
  return std::min(last + kWritingSettle, first + kWritingWaitMax);
}

}  // namespace

void EventCoalescer::add(const Change& change, Instant now) {
  const bool is_silent = !change.is_folder && is_silent_file_name(last_segment(change.path));
  last_event_ = now;
  if (is_silent) {
    if (change.kind == ChangeKind::Gone && change.cookie != 0) {
      made_[change.path] = now;
      moved_from_[change.cookie] = change.path;
    }
    return;
  }
  switch (change.kind) {
    case ChangeKind::Ready:
      on_ready(change, now);
      break;
    case ChangeKind::Made:
      made_[change.path] = now;
      set(change.path, State::Writing, now);
      break;
    case ChangeKind::Writing:
      set(change.path, State::Writing, now);
      break;
    case ChangeKind::Gone:
      if (change.cookie != 0) {
        moved_from_[change.cookie] = change.path;
      }
      set(change.path, State::Held, now);
      break;
    case ChangeKind::Attributes:
      // The owner or mode of a file in the middle of a save says nothing about its bytes.
      if (!entries_.contains(change.path)) {
        set(change.path, State::Ready, now);
      }
      break;
  }
}

void EventCoalescer::on_ready(const Change& change, Instant now) {
  const bool holds = change.cookie != 0 && is_rename_of_known_name(change.cookie, now);
  set(change.path, holds ? State::Held : State::Ready, now);
}

/// Both names of such a rename are delivered together, so that the page is never seen twice.
bool EventCoalescer::is_rename_of_known_name(std::uint32_t cookie, Instant now) const {
  const auto from = moved_from_.find(cookie);
  if (from == moved_from_.end()) {
    return false;
  }
  const auto made = made_.find(from->second);
  return made == made_.end() || now - made->second > kTemporaryNameAge;
}

void EventCoalescer::set(const std::string& path, State state, Instant now) {
  const auto [position, is_new] = entries_.try_emplace(path, Entry{state, now, now});
  if (!is_new) {
    position->second.state = state;
    position->second.last = now;
  }
}

EventCoalescer::Due EventCoalescer::find_due() const {
  Due due;
  std::optional<Instant> held_first;
  std::optional<Instant> held_last;
  for (const auto& [path, entry] : entries_) {
    keep_earliest(due.first_pending, entry.first);
    switch (entry.state) {
      case State::Ready:
        keep_earliest(due.ready, entry.last);
        break;
      case State::Writing:
        keep_earliest(due.writing, writing_due(entry.first, entry.last));
        break;
      case State::Held:
        keep_earliest(held_first, entry.first);
        keep_latest(held_last, entry.last);
        break;
    }
  }
  if (held_first) {
    due.held = std::min(*held_last + kGoneHold, *held_first + kGoneWaitMax);
  }
  return due;
}

EventCoalescer::Instant EventCoalescer::burst_until(Instant first_pending) const {
  const std::size_t count = entries_.size();
  if (count <= kSingleSavePaths) {
    return first_pending;
  }
  if (count <= kSmallBurstPaths) {
    return std::min(last_event_ + kSmallBurstPause, first_pending + kSmallBurstMax);
  }
  const auto limit = count <= kLargeBurstPaths ? kLargeBurstMax : kHugeBurstMax;
  return std::min(last_event_ + kLargeBurstPause, first_pending + limit);
}

std::optional<Instant> EventCoalescer::due_at() const {
  const Due due = find_due();
  std::optional<Instant> earliest;
  for (const auto& moment : {due.ready, due.writing, due.held}) {
    if (moment) {
      keep_earliest(earliest, *moment);
    }
  }
  if (rescan_ && !due.held) {
    return Instant::min();
  }
  return earliest ? std::optional(std::max(*earliest, burst_until(*due.first_pending))) : std::nullopt;
}

Batch EventCoalescer::take(Instant now) {
  Batch batch;
  forget_old(now);
  if (!has_come(due_at(), now)) {
    return batch;
  }
  const Due due = find_due();
  const bool takes_held = has_come(due.held, now);
  // A look at the whole tree must not find a name away that comes back in a moment.
  batch.rescan = rescan_ && (takes_held || !due.held);
  rescan_ = rescan_ && !batch.rescan;
  std::erase_if(entries_, [&](const auto& item) {
    const auto& [path, entry] = item;
    const bool takes =
        entry.state == State::Ready ||
        (entry.state == State::Held ? takes_held : writing_due(entry.first, entry.last) <= now);
    if (takes) {
      batch.paths.push_back(path);
    }
    return takes;
  });
  std::sort(batch.paths.begin(), batch.paths.end());
  return batch;
}

void EventCoalescer::forget_old(Instant now) {
  std::erase_if(made_, [&](const auto& item) { return now - item.second > kTemporaryNameAge; });
  std::erase_if(moved_from_, [&](const auto& item) {
    return !entries_.contains(item.second) && !made_.contains(item.second);
  });
}

}  // namespace loom::watch
