#include "reload/reloader.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <thread>

#include "base/check.h"
#include "base/diagnostics_text.h"
#include "reload/mailbox.h"
#include "site/source_loader.h"
#include "watch/watcher.h"

namespace loom::reload {
namespace {

using Clock = std::chrono::steady_clock;

/// How long to wait before looking again at a file that was being written, or could not be read.
constexpr std::chrono::milliseconds kUnsettledRetry{15};
constexpr std::chrono::milliseconds kUnsettledRetryMax{1000};
/// A file that is saved again while it is read is built when it rests, or after this time.
constexpr std::chrono::milliseconds kRestlessMax{250};
/// The longest sleep: retired snapshots are freed at least this often.
constexpr std::chrono::seconds kIdleWake{5};

/// Whether the outcome, whose diagnostics are those of before, has nothing that is not published already.
bool serves_the_same(const snapshot::Generation& current, const build::BuildOutcome& outcome) {
  if (outcome.snapshot == nullptr) {
    return true;
  }
  return current.snapshot != nullptr && outcome.changed_paths.empty() &&
         current.snapshot->mount_path() == outcome.snapshot->mount_path();
}

}  // namespace

struct Reloader::State {
  State(ReloaderOptions reloader_options, snapshot::SnapshotCell& snapshot_cell)
      : options(std::move(reloader_options)),
        cell(snapshot_cell),
        loader(options.site_root, loader_options(options)),
        builder(options.build) {}

  static site::SourceLoaderOptions loader_options(const ReloaderOptions& options) {
    site::SourceLoaderOptions loader;
    loader.allow_any_folder = options.allow_any_folder;
    return loader;
  }

  base::Result<void> watch();
  RebuildReport rebuild(std::vector<std::string> changed_sources, Clock::time_point begin);
  void publish(build::BuildOutcome outcome, const RebuildReport& report);
  void look_again(const watch::Batch& batch, bool rescan, Clock::time_point begin);
  bool must_wait_for_rest(Clock::time_point begin);
  void run();
  void step(Clock::time_point deadline);
  Clock::time_point next_wake() const;
  bool is_publication_due() const { return next_publication && options.now() >= *next_publication; }

  ReloaderOptions options;
  snapshot::SnapshotCell& cell;
  site::SourceLoader loader;
  site::SourceTree tree;
  build::Builder builder;
  std::optional<watch::Watcher> watcher;
  Mailbox mailbox;
  std::jthread thread;
  bool is_stopping = false;
  bool watches_bare_folder = false;

  /// Warnings of the last look at the disk; they stand until the next look.
  base::Diagnostics disk_warnings;
  bool had_errors = false;
  std::string last_diagnostics;
  std::optional<base::UnixTime> next_publication;
  /// Read, but not built yet.
  std::set<std::string> unbuilt;
  bool is_rebuild_due = false;
  std::optional<Clock::time_point> restless_since;
  std::set<std::string> unsettled;
  std::chrono::milliseconds retry_after = kUnsettledRetry;
  std::uint64_t generation_number = 0;
};

Reloader::Reloader(ReloaderOptions options, snapshot::SnapshotCell& cell)
    : state_(std::make_unique<State>(std::move(options), cell)) {}

Reloader::~Reloader() {
  stop();
}

base::Result<RebuildReport> Reloader::build_first() {
  const auto begin = Clock::now();
  State& state = *state_;
  if (auto watching = state.watch(); !watching) {
    return watching.error();
  }
  auto loaded = state.loader.load_all(state.tree, state.disk_warnings);
  if (!loaded) {
    return loaded.error();
  }
  state.unsettled.insert(loaded->unsettled_paths.begin(), loaded->unsettled_paths.end());
  return state.rebuild({}, begin);
}

void Reloader::start() {
  LOOM_CHECK(state_->watcher.has_value());
  state_->thread = std::jthread([this] { state_->run(); });
}

void Reloader::stop() {
  if (state_->thread.joinable()) {
    state_->mailbox.post_stop();
    state_->thread.join();
  }
}

void Reloader::request_rebuild() {
  state_->mailbox.post_rebuild();
}

/// Watches the folders that the loader reads. Called again when a configuration file appears or goes, which
/// changes them.
base::Result<void> Reloader::State::watch() {
  watch::WatchOptions watch_options;
  watch_options.output_directory = "public";
  watch_options.is_wanted = [this](const std::string& path) { return loader.layout().includes(path, true); };
  auto opened = watch::Watcher::open(options.site_root, std::move(watch_options));
  if (!opened) {
    return opened.error();
  }
  watcher.emplace(std::move(*opened));
  watches_bare_folder = loader.layout().is_bare();
  return {};
}

RebuildReport Reloader::State::rebuild(std::vector<std::string> changed_sources, Clock::time_point begin) {
  RebuildReport report;
  report.changed_sources = std::move(changed_sources);
  report.diagnostics = disk_warnings;
  const snapshot::GenerationPtr current = cell.load();
  build::BuildOutcome outcome;
  try {
    outcome =
        builder.build(tree, options.now(), current ? current->snapshot.get() : nullptr, report.diagnostics);
  } catch (const std::exception& exception) {
    base::Diagnostic diagnostic;
    diagnostic.message = std::string("the build failed: ") + exception.what();
    report.diagnostics.add(std::move(diagnostic));
  }
  report.published = outcome.snapshot != nullptr;
  report.is_mended = report.published && had_errors;
  had_errors = !report.published;
  const std::string text = base::diagnostics_json(report.diagnostics);
  report.has_same_diagnostics = text == last_diagnostics;
  last_diagnostics = text;
  report.page_count = outcome.page_count;
  report.rendered_count = outcome.rendered_count;
  report.changed_path_count = outcome.changed_paths.size();
  next_publication = outcome.next_publication;
  publish(std::move(outcome), report);
  report.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  if (options.on_rebuild) {
    options.on_rebuild(report);
  }
  return report;
}

void Reloader::State::publish(build::BuildOutcome outcome, const RebuildReport& report) {
  const snapshot::GenerationPtr current = cell.load();
  if (current && report.has_same_diagnostics && serves_the_same(*current, outcome)) {
    return;
  }
  auto generation = std::make_shared<snapshot::Generation>();
  generation->number = ++generation_number;
  generation->diagnostics = report.diagnostics;
  generation->changed_paths = std::move(outcome.changed_paths);
  if (outcome.snapshot) {
    generation->snapshot = std::move(outcome.snapshot);
  } else if (current) {
    generation->snapshot = current->snapshot;
  }
  cell.publish(std::move(generation));
}

void Reloader::State::look_again(const watch::Batch& batch, bool rescan, Clock::time_point begin) {
  std::vector<std::string> hints = batch.paths;
  hints.insert(hints.end(), unsettled.begin(), unsettled.end());
  base::Diagnostics warnings;
  site::LoadReport report = loader.refresh(tree, hints, rescan, warnings);
  if (loader.layout().is_bare() != watches_bare_folder && watch()) {
    // What changed between the look and the new watches has no event.
    warnings = {};
    const site::LoadReport again = loader.refresh(tree, {}, true, warnings);
    report.changed_paths.insert(report.changed_paths.end(), again.changed_paths.begin(),
                                again.changed_paths.end());
    report.unsettled_paths = again.unsettled_paths;
  }
  is_rebuild_due = is_rebuild_due || !report.changed_paths.empty() ||
                   base::diagnostics_json(warnings) != base::diagnostics_json(disk_warnings);
  disk_warnings = std::move(warnings);
  const bool has_new_unsettled =
      std::any_of(report.unsettled_paths.begin(), report.unsettled_paths.end(),
                  [&](const std::string& path) { return !unsettled.contains(path); });
  retry_after = has_new_unsettled ? kUnsettledRetry : std::min(retry_after * 2, kUnsettledRetryMax);
  unsettled = {report.unsettled_paths.begin(), report.unsettled_paths.end()};
  unbuilt.insert(report.changed_paths.begin(), report.changed_paths.end());
  if (is_rebuild_due && !must_wait_for_rest(begin)) {
    is_rebuild_due = false;
    rebuild({unbuilt.begin(), unbuilt.end()}, begin);
    unbuilt.clear();
  }
}

/// Whether a file was saved again since it was read: the save may have been cut in half by the reading, and
/// its end comes with the next batch.
bool Reloader::State::must_wait_for_rest(Clock::time_point begin) {
  if (!watcher->has_news_of({unbuilt.begin(), unbuilt.end()})) {
    restless_since.reset();
    return false;
  }
  if (!restless_since) {
    restless_since = begin;
  }
  if (begin - *restless_since < kRestlessMax) {
    return true;
  }
  restless_since.reset();
  return false;
}

Clock::time_point Reloader::State::next_wake() const {
  auto wake = Clock::now() + kIdleWake;
  if (!unsettled.empty()) {
    wake = std::min(wake, Clock::now() + retry_after);
  }
  if (next_publication) {
    const auto left = std::max(*next_publication - options.now(), std::chrono::seconds(0));
    wake = std::min(wake, Clock::now() + std::min<std::chrono::seconds>(left, kIdleWake));
  }
  return wake;
}

void Reloader::State::step(Clock::time_point deadline) {
  const watch::Batch batch = watcher->wait(mailbox.wake_fd(), deadline);
  const auto begin = Clock::now();
  if (options.on_message) {
    for (const std::string& message : batch.messages) {
      options.on_message(message);
    }
  }
  const Requests requests = batch.woken ? mailbox.take() : Requests{};
  is_stopping = requests.stop;
  if (is_stopping) {
    return;
  }
  const bool rescan = batch.rescan || requests.rebuild;
  if (rescan || batch.has_hints() || !unsettled.empty()) {
    look_again(batch, rescan, begin);
  } else if (is_publication_due() && !is_rebuild_due) {
    rebuild({}, begin);
  }
  cell.free_retired();
}

void Reloader::State::run() {
  while (!is_stopping) {
    step(next_wake());
  }
}

}  // namespace loom::reload
