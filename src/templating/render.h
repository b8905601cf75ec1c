// Template and values to text. Thread-safe: renders share nothing but what they read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "templating/call.h"
#include "templating/environment.h"
#include "templating/limits.h"
#include "templating/template_set.h"

namespace loom::templating {

class CollectionMemo;

struct RenderLimits {
  std::size_t call_depth_max = kCallDepthMax;
  std::uint64_t loop_runs_max = kLoopRunsMax;
  std::size_t output_bytes_max = kOutputBytesMax;
};

struct RenderInput {
  const TemplateSet& templates;
  const Environment& environment;
  std::string_view template_name;
  /// The variables of the template: a map or an object. Each name is asked for once at most.
  Value context;
  /// What messages say is being rendered: "content/post.md". May be empty.
  std::string_view label = {};
  /// Handed to functions and filters; may be null.
  HostState* host = nullptr;
  /// May be null.
  CollectionMemo* memo = nullptr;
  RenderLimits limits = {};
  std::uint64_t random_seed = 0;
  /// By default escaping is on for names that end in .html, .htm or .xml.
  std::optional<bool> escape = std::nullopt;
};

struct RenderOutcome {
  /// False: the mistake is in the diagnostics, and nothing was appended.
  bool ok = false;
  /// The output depends on chance (`get_random`).
  bool used_random = false;
};

/// Appends the rendered template to `out`. The first mistake ends the render: it is added to `diagnostics`
/// with the file and line of the template text that made it, and how the render came there.
RenderOutcome render(const RenderInput& input, std::string& out, base::Diagnostics& diagnostics);

}  // namespace loom::templating
