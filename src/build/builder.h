// Source tree -> snapshot: one pipeline of memoised steps, run anew for each change. What a step made is kept
// between builds and used again while its inputs are the same, so the result is always what a clean build
// gives. Reload thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "site/source_tree.h"
#include "snapshot/snapshot.h"

namespace loom::build {

enum class BuildMode : std::uint8_t {
  /// Identity bytes only, with the preview script.
  Preview,
  /// Every coding, nothing injected: `serve --production` and `build`.
  Production
};

struct BuildOptions {
  BuildMode mode = BuildMode::Production;
  /// Make gzip and brotli codings (Production only).
  bool with_codings = true;
  bool include_drafts = false;
  /// Warnings are errors.
  bool strict = false;
  /// Replaces the configuration's base_url as a whole.
  std::optional<std::string> base_url;
  /// Scheme and authority of the running preview, "http://127.0.0.1:8080": replaces those of the
  /// configuration's base_url.
  std::optional<std::string> preview_origin;
  /// Absolute path of the site, to open large files; its last part is the title of a folder without
  /// configuration.
  std::string site_root;
  /// Whether load_data may fetch from the network.
  bool allow_fetch = false;
  /// Where made images are kept from run to run; "" for nowhere.
  std::string cache_directory = {};
  /// Called from any thread; may be empty.
  std::function<void(std::size_t done_count, std::size_t total_count)> on_progress = {};
};

struct BuildOutcome {
  /// Null when there were errors: then nothing may be published.
  std::shared_ptr<const snapshot::Snapshot> snapshot;
  /// Paths whose bytes differ from the previous snapshot, the gone ones included; ordered. The page for
  /// unknown paths is "/404.html" here.
  std::vector<std::string> changed_paths;
  std::size_t page_count = 0;
  /// Templates that ran; the others were taken over.
  std::size_t rendered_count = 0;
  /// When the next hidden page is due.
  std::optional<base::UnixTime> next_publication;
  /// What was rendered with the time of the build in it, and with random numbers: source files or paths.
  std::vector<std::string> reads_clock;
  std::vector<std::string> uses_random;
};

class Builder {
 public:
  explicit Builder(BuildOptions options);
  ~Builder();

  /// Builds the site of `tree` as of `now`. `previous` (may be null) is what is published at present:
  /// resources that stay the same are shared with it. All mistakes go to `diagnostics`.
  BuildOutcome build(const site::SourceTree& tree, base::UnixTime now, const snapshot::Snapshot* previous,
                     base::Diagnostics& diagnostics);

  void set_include_drafts(bool include_drafts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loom::build
