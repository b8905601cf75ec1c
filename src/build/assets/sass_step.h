// Compiles the Sass of a site with the external `sass` command (Dart Sass): one process for all style sheets,
// over a private copy of the source tree's files, and none while those stay the same. Reload thread.
//
// The process runs beside the first half of a build: `start` before it, `finish` when its result is needed.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "build/assets/sass_plan.h"

namespace loom::build {

/// Compiling all style sheets of a site may take this long; Bootstrap takes about two seconds.
inline constexpr std::chrono::seconds kSassTimeMax{60};
/// Of one compiled style sheet.
inline constexpr std::size_t kCssBytesMax = std::size_t{32} << 20;

struct SassOptions {
  /// Looked up in $PATH for each build that needs it, so that an installation is noticed.
  std::string program = "sass";
  std::chrono::milliseconds time_max = kSassTimeMax;
};

struct SassOutput {
  /// Compiled style sheets by their place in the output: "css/main.css". While Sass is not installed they
  /// hold the bytes of their source, so that a fingerprint of them can be given.
  site::SourceTree files;
  /// False: `files` must not be published.
  bool is_compiled = true;
};

class SassStep {
 public:
  explicit SassStep(SassOptions options = {});
  ~SassStep();

  /// Starts the compiler unless the last result still holds. `tree` must live until `finish`.
  void start(const site::SourceTree& tree, const site::Config& config);
  /// Waits for it. Mistakes in style sheets are errors at their place; a missing compiler is a warning.
  /// Valid until the next `start`. Requires: `start` was called.
  const SassOutput& finish(base::Diagnostics& diagnostics);

  /// Processes that were started, for tests.
  std::size_t run_count() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loom::build
