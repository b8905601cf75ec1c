// Tested by tests/e2e/cli_test.cpp.
#include <algorithm>
#include <fmt/format.h>

#include "base/log.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/site_job.h"

namespace loom::cli {
namespace {

/// "content/a.md, content/b.md and 7 more"
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t kNamesMax = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesMax); ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  return names.size() <= kNamesMax ? text : fmt::format("{} and {} more", text, names.size() - kNamesMax);
}

/// What makes a page differ from one build to the next, or seem to.
void print_impure(const build::BuildOutcome& outcome) {
  if (!outcome.reads_clock.empty()) {
    base::log_info("note: `now()` puts the time of the build into " + some_of(outcome.reads_clock) +
                   "; each rebuild renders them again");
  }
  if (!outcome.uses_random.empty()) {
    base::log_info("note: `get_random()` is used by " + some_of(outcome.uses_random) +
                   "; each page draws the same numbers in every build");
  }
}

}  // namespace

int run_check(const CheckCommand& command) {
  const auto root = find_site_root(command.site.site);
  if (!root) {
    return fail(root.error());
  }
  build::BuildOptions options = make_build_options(command.site, *root);
  options.with_codings = false;
  base::Diagnostics diagnostics;
  const auto outcome = build_once(command.site, std::move(options), "", diagnostics);
  if (!outcome) {
    return fail(outcome.error());
  }
  print_diagnostics(command.site, diagnostics);
  if (diagnostics.has_errors()) {
    return kExitFailure;
  }
  if (!command.site.quiet && !command.site.json) {
    print_impure(*outcome);
    base::log_info(fmt::format("{} pages checked, no errors", outcome->page_count));
  }
  return kExitSuccess;
}

}  // namespace loom::cli
