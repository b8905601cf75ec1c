// The background thread: waits for a hint, looks at the disk, rebuilds, publishes or reports. On any error
// the last good site goes on being served.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/date_time.h"
#include "base/result.h"
#include "build/builder.h"
#include "reload/rebuild_report.h"
#include "snapshot/cell.h"

namespace loom::reload {

struct ReloaderOptions {
  /// Absolute path of the site.
  std::string site_root;
  build::BuildOptions build;
  /// Accept a bare folder of any size (`--yes`).
  bool allow_any_folder = false;
  /// The clock of the builds.
  std::function<base::UnixTime()> now;
  /// After every rebuild; on the thread that rebuilt.
  std::function<void(const RebuildReport&)> on_rebuild;
  /// Something the person at the terminal should know about watching.
  std::function<void(const std::string&)> on_message;
};

class Reloader {
 public:
  /// `cell` must outlive this.
  Reloader(ReloaderOptions options, snapshot::SnapshotCell& cell);
  /// Stops.
  ~Reloader();

  /// Starts watching, reads the site, builds and publishes it, on the calling thread. A site with mistakes is
  /// published too, as a generation without a snapshot; the report says so. An Error when the folder cannot
  /// be read at all.
  base::Result<RebuildReport> build_first();

  /// Starts the thread. Requires: build_first() succeeded.
  void start();
  /// Ends the thread and waits for it; a rebuild that runs is finished first. Idempotent.
  void stop();
  /// Any thread: look at the whole folder again.
  void request_rebuild();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loom::reload
