// Tested by tests/e2e/cli_test.cpp.
#include <fmt/format.h>

#include "base/log.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/site_job.h"

namespace loom::cli {

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
    base::log_info(fmt::format("{} pages checked, no errors", outcome->page_count));
  }
  return kExitSuccess;
}

}  // namespace loom::cli
