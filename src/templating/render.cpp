#include "templating/render.h"

#include "base/edit_distance.h"
#include "templating/evaluation/evaluator.h"

namespace loom::templating {

namespace {

void report_missing(const RenderInput& input, base::Diagnostics& diagnostics) {
  base::Diagnostic diagnostic;
  diagnostic.message = "there is no usable template `" + std::string(input.template_name) + "`";
  if (const auto nearest = base::find_nearest_name(input.template_name, input.templates.names())) {
    diagnostic.hint = "did you mean `" + *nearest + "`?";
  }
  if (!input.label.empty()) {
    diagnostic.trail.push_back("while rendering " + std::string(input.label));
  }
  diagnostics.add(std::move(diagnostic));
}

}  // namespace

RenderOutcome render(const RenderInput& input, std::string& out, base::Diagnostics& diagnostics) {
  const LinkedTemplate* linked = input.templates.find(input.template_name);
  if (linked == nullptr) {
    report_missing(input, diagnostics);
    return {};
  }
  const std::size_t before = out.size();
  Evaluator evaluator(input, diagnostics);
  const bool ok = evaluator.run(*linked, out);
  if (!ok) {
    out.resize(before);
  }
  return {.ok = ok, .used_random = evaluator.used_random()};
}

}  // namespace loom::templating
