#include "server/live_hub.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "server/limits.h"
#include "server/live_event.h"

namespace loom::server {
namespace {

/// As pages see them. `mount_path` ends with a slash, each path begins with one.
std::vector<std::string> paths_below(std::string_view mount_path, std::vector<std::string> paths) {
  for (std::string& path : paths) {
    path.insert(0, mount_path.substr(0, mount_path.size() - 1));
  }
  return paths;
}

}  // namespace

std::string LiveHub::generation_name() const {
  return boot_ + "-" + std::to_string(generation_ == nullptr ? 0 : generation_->number);
}

void LiveHub::on_generation(const snapshot::Generation& generation, net::TimePoint now) {
  remember(generation);
  generation_ = &generation;
  had_snapshot_ = generation.snapshot != nullptr;
  if (streams_.empty()) {
    return;
  }
  const std::string event = format_live_event({.generation = generation_name(),
                                               .changed_paths = history_.back().changed_paths,
                                               .diagnostics = generation.diagnostics});
  // A stream that cannot keep up closes, and so leaves `streams_`, while it is told.
  for (LiveStream* stream : std::vector<LiveStream*>(streams_)) {
    stream->push(event);
  }
  pings_.start(*this, now);
}

void LiveHub::remember(const snapshot::Generation& generation) {
  Publication publication{.number = generation.number, .changed_paths = std::nullopt};
  // The cell holds the newest publication only: after a gap nobody knows what the skipped ones changed.
  const bool is_next = generation_ != nullptr && generation.number == generation_->number + 1;
  const bool is_first_site = !had_snapshot_ && generation.snapshot != nullptr;
  const std::string mount_path =
      generation.snapshot != nullptr ? generation.snapshot->mount_path() : mount_path_;
  const bool has_moved = mount_path != std::exchange(mount_path_, mount_path);
  if (is_next && !is_first_site && !has_moved && generation.changed_paths.size() <= kLivePathsMax) {
    publication.changed_paths = paths_below(mount_path, generation.changed_paths);
  }
  history_.push_back(std::move(publication));
  if (history_.size() > kLiveHistoryMax) {
    history_.pop_front();
  }
}

std::optional<std::vector<std::string>> LiveHub::find_changes_since(std::string_view generation_name) const {
  const std::string prefix = boot_ + "-";
  if (history_.empty() || !generation_name.starts_with(prefix)) {
    return std::nullopt;
  }
  const std::optional<std::uint64_t> shown = base::parse_unsigned(generation_name.substr(prefix.size()));
  if (!shown || *shown + 1 < history_.front().number) {
    return std::nullopt;
  }
  std::vector<std::string> changed;
  for (const Publication& publication : history_) {
    if (publication.number <= *shown) {
      continue;
    }
    if (!publication.changed_paths) {
      return std::nullopt;
    }
    changed.insert(changed.end(), publication.changed_paths->begin(), publication.changed_paths->end());
  }
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  return changed;
}

std::string LiveHub::greeting(std::string_view shown) const {
  static const base::Diagnostics kNone;
  return format_live_event({.generation = generation_name(),
                            .changed_paths = find_changes_since(shown),
                            .diagnostics = generation_ == nullptr ? kNone : generation_->diagnostics});
}

void LiveHub::add(LiveStream& stream, net::TimePoint now) {
  if (streams_.size() == kLiveStreamsMax) {
    streams_.front()->close();
  }
  streams_.push_back(&stream);
  if (!is_running()) {
    pings_.start(*this, now);
  }
}

void LiveHub::remove(LiveStream& stream) {
  std::erase(streams_, &stream);
}

void LiveHub::on_timeout() {
  for (LiveStream* stream : std::vector<LiveStream*>(streams_)) {
    stream->push(":\n\n");
  }
  if (!streams_.empty()) {
    pings_.start(*this, started() + pings_.duration());
  }
}

}  // namespace loom::server
