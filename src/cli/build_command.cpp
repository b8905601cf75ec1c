// Tested by tests/e2e/cli_test.cpp.
#include <fmt/format.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "build/export.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/site_job.h"
#include "site/config_file.h"

namespace loom::cli {
namespace {

using Clock = std::chrono::steady_clock;

bool shows_bar() {
  return ::isatty(STDERR_FILENO) == 1;
}

std::string output_directory(const BuildCommand& command, const std::string& root) {
  return command.output ? *command.output : site::output_folder_of(root, site::load_config_file(root));
}

build::ExportOptions make_export_options(const BuildCommand& command, const std::string& root) {
  build::ExportOptions options;
  options.output_directory = output_directory(command, root);
  options.site_directory = root;
  options.cache_directory = base::cache_directory();
  options.force = command.force;
  options.precompress = command.precompress;
  return options;
}

base::Result<build::ExportReport> export_with_progress(const snapshot::Snapshot& snapshot,
                                                       build::ExportOptions options, bool quiet) {
  Progress progress("writing", shows_bar());
  if (!quiet) {
    options.on_progress = [&](std::size_t done, std::size_t total) { progress.update(done, total); };
  }
  return build::export_snapshot(snapshot, options);
}

base::Result<build::BuildOutcome> build_with_progress(const BuildCommand& command, const std::string& root,
                                                      base::Diagnostics& diagnostics) {
  Progress progress("rendering", shows_bar());
  build::BuildOptions options = make_build_options(command.site, root);
  options.with_codings = command.precompress;
  if (!command.site.quiet) {
    options.on_progress = [&](std::size_t done, std::size_t total) { progress.update(done, total); };
  }
  return build_once(command.site, std::move(options), path_below(root, output_directory(command, root)),
                    diagnostics);
}

}  // namespace

int run_build(const BuildCommand& command) {
  const auto begin = Clock::now();
  const auto root = find_site_root(command.site.site);
  if (!root) {
    return fail(root.error());
  }
  base::Diagnostics diagnostics;
  const auto outcome = build_with_progress(command, *root, diagnostics);
  if (!outcome) {
    return fail(outcome.error());
  }
  print_diagnostics(command.site, diagnostics);
  if (!outcome->snapshot) {
    base::log_error("nothing was written: mend the errors first");
    return kExitFailure;
  }
  const build::ExportOptions options = make_export_options(command, *root);
  const auto report = export_with_progress(*outcome->snapshot, options, command.site.quiet);
  if (!report) {
    return fail(report.error());
  }
  if (!command.site.quiet) {
    for (const std::string& message : report->messages) {
      base::log_info(message);
    }
    const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
    base::log_info(fmt::format("{} pages, {} files in {} ({} unchanged) in {:.0f} ms", outcome->page_count,
                               report->file_count, options.output_directory, report->linked_count,
                               took.count()));
  }
  return kExitSuccess;
}

}  // namespace loom::cli
