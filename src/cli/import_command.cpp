// Tested by tests/e2e/import_test.cpp.
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>

#include "base/diagnostics_text.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/site_job.h"
#include "migration/import.h"
#include "migration/report.h"

namespace loom::cli {
namespace {

namespace fs = std::filesystem;

/// Leftovers that the terminal shows; the report has all of them.
constexpr std::size_t kShownLeftoversMax = 40;

migration::Engine engine_of(const std::string& name) {
  return name == "jekyll" ? migration::Engine::Jekyll
         : name == "hugo" ? migration::Engine::Hugo
                          : migration::Engine::Loom;
}

/// Absolute, without "." and "..", links above it resolved as far as they exist.
std::string output_folder(const ImportCommand& command, const std::string& source) {
  const fs::path written = command.output.empty() ? fs::path(fs::path(source).filename().string() + "-loom")
                                                  : fs::path(command.output);
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(fs::absolute(written, error), error);
  std::string folder = error ? written.string() : resolved.string();
  while (folder.size() > 1 && folder.ends_with('/')) {
    folder.pop_back();
  }
  return folder;
}

void print_leftovers(const base::Diagnostics& leftovers) {
  std::size_t shown_count = 0;
  for (const base::Diagnostic& item : leftovers.items()) {
    if (++shown_count > kShownLeftoversMax) {
      base::log_info(fmt::format("  and {} more", leftovers.items().size() - kShownLeftoversMax));
      return;
    }
    const std::string line = item.line == 0 ? "" : ":" + std::to_string(item.line);
    base::log_info(fmt::format("  {}{}: {}", item.file, line, item.message));
  }
}

void print_summary(const migration::ImportReport& report, const std::string& output) {
  const migration::AddressSummary& addresses = report.addresses;
  base::log_info(fmt::format("{} pages and {} files in {}", report.page_count, report.file_count, output));
  base::log_info(fmt::format("addresses of pages: {} of {} as before, {} redirected, {} gone",
                             addresses.kept_count, addresses.old_count, addresses.redirected_count,
                             report.lost_paths.size()));
  if (!report.leftovers.empty()) {
    base::log_info(fmt::format("{} things are left to do, listed in {}/{}:", report.leftovers.items().size(),
                               output, migration::kReportName));
    print_leftovers(report.leftovers);
  }
  base::log_info(fmt::format("look at it with: loom serve {}", output));
}

}  // namespace

int run_import(const ImportCommand& command) {
  const auto source = find_site_root(command.folder);
  if (!source) {
    return fail(source.error());
  }
  SiteOptions clock;
  clock.now = command.now;
  const std::string output = output_folder(command, *source);
  const auto report =
      migration::import_site({engine_of(command.engine), *source, output, current_time(clock)});
  if (!report) {
    return fail(report.error().with_context("cannot import the site"));
  }
  if (command.json) {
    std::cout << migration::render_report_json(*report);
  } else if (!command.quiet) {
    print_summary(*report, output);
  }
  return kExitSuccess;
}

}  // namespace loom::cli
