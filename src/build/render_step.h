// Runs the render jobs of a build: those whose template, configuration and reads are as before keep their
// resource; the others are rendered on all cores. Reload thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "build/functions/render_host.h"
#include "build/memo.h"
#include "build/query_memo.h"
#include "build/render_job.h"
#include "snapshot/snapshot.h"

namespace loom::templating {
class TemplateSet;
}

namespace loom::build {

struct RenderStepInput {
  const std::vector<RenderJob>& jobs;
  const templating::TemplateSet& templates;
  const templating::Environment& environment;
  const RenderHost& host;
  const EntityTable& entities;
  /// `config` of each language.
  std::vector<std::pair<std::string, templating::Value>> configs;
  /// Of what every page depends on: configuration, base URL, mode.
  std::uint64_t global_fingerprint = 0;
  bool with_preview_script = false;
  bool with_codings = false;
  bool with_minified_html = false;
  /// May be null.
  const snapshot::Snapshot* previous = nullptr;
  /// Called from any thread; may be empty.
  std::function<void(std::size_t done_count, std::size_t total_count)> on_progress = {};
};

struct RenderStepOutput {
  /// In the order of the jobs; null where rendering failed.
  std::vector<snapshot::ResourcePtr> resources;
  std::size_t rendered_count = 0;
  /// Labels of the jobs whose templates asked for the time, and of those that drew random numbers.
  std::vector<std::string> reads_clock;
  std::vector<std::string> uses_random;
  /// What all jobs asked for, kept ones included, in the order of the jobs.
  std::vector<std::shared_ptr<const ImageRequest>> images;
  /// Files that were made for them, in that order too.
  std::vector<std::shared_ptr<const MadeFile>> files;
};

class RenderStep {
 public:
  RenderStepOutput run(const RenderStepInput& input, base::Diagnostics& diagnostics);

 private:
  struct Rendered {
    snapshot::ResourcePtr resource;
    std::vector<EntityRead> reads;
    std::vector<std::shared_ptr<const ImageRequest>> images;
    std::vector<std::shared_ptr<const MadeFile>> files;
    base::Diagnostics warnings;
    bool is_repeatable = true;
    bool reads_clock = false;
    bool uses_random = false;
  };

  Rendered render_job(const RenderStepInput& input, const RenderJob& job, const std::string& template_name);

  Memo<Rendered> rendered_;
  QueryMemo queries_;
};

}  // namespace loom::build
