#include "watch/watcher.h"

#include <algorithm>
#include <array>
#include <errno.h>
#include <filesystem>
#include <optional>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <utility>

#include "base/file.h"
#include "watch/event_coalescer.h"
#include "watch/inotify_tree.h"
#include "watch/poller.h"

namespace loom::watch {
namespace {

using Clock = Watcher::Clock;
using Instant = Clock::time_point;

std::string absolute_path(const std::string& path) {
  std::error_code error;
  std::string absolute = std::filesystem::absolute(path, error).lexically_normal().string();
  while (absolute.size() > 1 && absolute.ends_with('/')) {
    absolute.pop_back();
  }
  return absolute;
}

std::string resolved_path(const std::string& path) {
  std::error_code error;
  const auto resolved = std::filesystem::weakly_canonical(path, error);
  return error ? path : resolved.string();
}

/// The output folder below the root; "" when it is elsewhere.
std::string output_below(const std::string& root, const std::string& output) {
  if (output.empty()) {
    return "";
  }
  const std::filesystem::path joined = std::filesystem::path(root) / output;
  const std::string resolved = resolved_path(absolute_path(joined.string()));
  const std::string prefix = resolved_path(root) + "/";
  return resolved.starts_with(prefix) ? resolved.substr(prefix.size()) : "";
}

timespec time_until(Instant moment, Instant now) {
  const auto left = std::max(std::chrono::nanoseconds(moment - now), std::chrono::nanoseconds(0));
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
  return {static_cast<time_t>(seconds.count()), static_cast<long>((left - seconds).count())};
}

}  // namespace

class Watcher::State {
 public:
  State(FolderFilter filter, WatchOptions options)
      : filter_(filter), options_(std::move(options)), poller_(std::move(filter)) {}

  void start();
  Batch wait(int wake_fd, Instant deadline);
  bool has_news_of(const std::vector<std::string>& paths);

 private:
  void open_inotify();
  void arm();
  void poll_unwatched();
  void collect(Instant now);
  void collect_events(Instant now);
  void collect_polled(Instant now);
  void look_after_root(Instant now);
  Instant next_moment(Instant deadline) const;
  bool sleep_until(Instant moment, int wake_fd);

  FolderFilter filter_;
  WatchOptions options_;
  std::optional<InotifyTree> tree_;
  Poller poller_;
  EventCoalescer coalescer_;
  std::vector<std::string> messages_;
  Instant next_poll_;
  Instant next_rescan_;
  bool is_root_missing_ = false;
};

void Watcher::State::start() {
  const Instant now = Clock::now();
  next_rescan_ = now + kSafetyRescan;
  next_poll_ = now + options_.poll_interval;
  if (!options_.poll_only) {
    open_inotify();
  }
  arm();
}

void Watcher::State::open_inotify() {
  auto tree = InotifyTree::open(filter_);
  if (tree) {
    tree_ = std::move(*tree);
  } else {
    messages_.push_back(tree.error().message() + "; the site is compared with the disk instead");
  }
}

/// Watches, and polls, what the tree holds now.
void Watcher::State::arm() {
  if (tree_) {
    is_root_missing_ = !tree_->arm();
    poll_unwatched();
  } else {
    is_root_missing_ = base::file_status(filter_.root).kind != base::FileKind::Directory;
    poller_.add_folder("");
  }
}

void Watcher::State::poll_unwatched() {
  for (const std::string& folder : tree_->take_unwatched()) {
    poller_.add_folder(folder);
  }
  for (std::string& message : tree_->take_messages()) {
    messages_.push_back(std::move(message));
  }
}

Batch Watcher::State::wait(int wake_fd, Instant deadline) {
  for (;;) {
    const bool woken = sleep_until(next_moment(deadline), wake_fd);
    const Instant now = Clock::now();
    collect(now);
    Batch batch = coalescer_.take(now);
    batch.messages = std::exchange(messages_, {});
    batch.woken = woken;
    if (woken || batch.has_hints() || !batch.messages.empty() || now >= deadline) {
      return batch;
    }
  }
}

bool Watcher::State::has_news_of(const std::vector<std::string>& paths) {
  if (tree_) {
    collect_events(Clock::now());
  }
  return std::any_of(paths.begin(), paths.end(),
                     [this](const std::string& path) { return coalescer_.is_pending(path); });
}

void Watcher::State::collect(Instant now) {
  if (tree_) {
    collect_events(now);
  }
  if (!poller_.empty() && now >= next_poll_) {
    collect_polled(now);
  }
  look_after_root(now);
}

void Watcher::State::collect_events(Instant now) {
  const Drained drained = tree_->drain();
  for (const Change& change : drained.changes) {
    coalescer_.add(change, now);
  }
  if (drained.lost || drained.root_changed) {
    arm();
    coalescer_.request_rescan();
  }
  poll_unwatched();
}

void Watcher::State::collect_polled(Instant now) {
  for (const Change& change : poller_.find_changes()) {
    coalescer_.add(change, now);
  }
  const Instant done = Clock::now();
  next_poll_ = done + std::max<Clock::duration>(options_.poll_interval, (done - now) * kPollIntervalPerScan);
}

void Watcher::State::look_after_root(Instant now) {
  if (now < next_rescan_ && !is_root_missing_) {
    return;
  }
  const bool was_missing = is_root_missing_;
  arm();
  if (!is_root_missing_ && (was_missing || now >= next_rescan_)) {
    coalescer_.request_rescan();
  }
  if (now >= next_rescan_) {
    next_rescan_ = now + kSafetyRescan;
  }
}

Instant Watcher::State::next_moment(Instant deadline) const {
  Instant next = std::min(deadline, next_rescan_);
  if (const auto due = coalescer_.due_at()) {
    next = std::min(next, *due);
  }
  if (!poller_.empty()) {
    next = std::min(next, next_poll_);
  }
  if (is_root_missing_) {
    next = std::min(next, Clock::now() + kMissingRootInterval);
  }
  return messages_.empty() ? next : Instant::min();
}

/// Until `moment`, an event, or a byte on `wake_fd`: true for the last.
bool Watcher::State::sleep_until(Instant moment, int wake_fd) {
  // In the middle of a burst the queue is left to fill for a moment: one read for many events, not one for
  // each.
  const bool is_burst = coalescer_.pending_count() > kSmallBurstPaths;
  const Instant now = Clock::now();
  const Instant until = is_burst ? std::min(moment, now + kLargeBurstPause) : moment;
  const int events_fd = tree_ && !is_burst ? tree_->fd() : -1;
  std::array<pollfd, 2> watched = {pollfd{wake_fd, POLLIN, 0}, pollfd{events_fd, POLLIN, 0}};
  const timespec timeout = moment == Instant::min() ? timespec{0, 0} : time_until(until, now);
  const int ready = ppoll(watched.data(), watched.size(), &timeout, nullptr);
  return ready > 0 && watched[0].revents != 0;
}

base::Result<Watcher> Watcher::open(const std::string& root, WatchOptions options) {
  const std::string absolute = absolute_path(root);
  if (base::file_status(absolute).kind != base::FileKind::Directory) {
    return base::Error(root + " is no folder");
  }
  FolderFilter filter{absolute, options.ignored_directory_names,
                      output_below(absolute, options.output_directory), options.is_wanted};
  auto state = std::make_unique<State>(std::move(filter), std::move(options));
  state->start();
  return Watcher(std::move(state));
}

Watcher::Watcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Watcher::Watcher(Watcher&&) noexcept = default;
Watcher& Watcher::operator=(Watcher&&) noexcept = default;
Watcher::~Watcher() = default;

Batch Watcher::wait(int wake_fd, Clock::time_point deadline) {
  return state_->wait(wake_fd, deadline);
}

bool Watcher::has_news_of(const std::vector<std::string>& paths) {
  return state_->has_news_of(paths);
}

}  // namespace loom::watch
