#include "cli/site_job.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <unistd.h>

#include "base/diagnostics_text.h"
#include "base/file.h"
#include "base/log.h"
#include "cli/exit_code.h"
#include "site/source_loader.h"

namespace loom::cli {

base::Result<std::string> find_site_root(const std::string& site) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(site.c_str(), nullptr), &std::free);
  if (!resolved) {
    return base::os_error(site, errno).with_context("cannot find the site");
  }
  if (base::file_status(resolved.get()).kind != base::FileKind::Directory) {
    return base::Error(site + " is a file; name the folder of the site");
  }
  if (::access(resolved.get(), R_OK | X_OK) != 0) {
    return base::os_error(site, errno).with_context("cannot read the site");
  }
  return std::string(resolved.get());
}

base::UnixTime current_time(const SiteOptions& options) {
  return options.now ? *options.now
                     : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

build::BuildOptions make_build_options(const SiteOptions& options, std::string site_root) {
  build::BuildOptions build;
  build.include_drafts = options.drafts;
  build.strict = options.strict;
  build.allow_fetch = options.allow_fetch;
  build.base_url = options.base_url;
  build.site_root = std::move(site_root);
  build.cache_directory = base::cache_directory();
  return build;
}

std::string path_below(const std::string& root, const std::string& folder) {
  std::error_code error;
  std::string path =
      std::filesystem::weakly_canonical(std::filesystem::absolute(folder, error), error).string();
  path.resize(path.find_last_not_of('/') + 1);
  const std::string prefix = root == "/" ? root : root + "/";
  return !error && path.starts_with(prefix) ? path.substr(prefix.size()) : "";
}

base::Result<build::BuildOutcome> build_once(const SiteOptions& options, build::BuildOptions build_options,
                                             const std::string& output_folder,
                                             base::Diagnostics& diagnostics) {
  site::SourceLoaderOptions loader_options;
  if (!output_folder.empty()) {
    loader_options.output_folders.push_back(output_folder);
  }
  loader_options.allow_any_folder = options.yes;
  site::SourceLoader loader(build_options.site_root, loader_options);
  site::SourceTree tree;
  auto loaded = loader.load_all(tree, diagnostics);
  if (!loaded) {
    return loaded.error();
  }
  build::Builder builder(std::move(build_options));
  return builder.build(tree, current_time(options), nullptr, diagnostics);
}

void print_diagnostics(const SiteOptions& options, const base::Diagnostics& diagnostics) {
  if (options.json) {
    std::cout << base::diagnostics_json(diagnostics) << std::endl;
  } else if (!diagnostics.empty()) {
    base::log_error(base::format_diagnostics(diagnostics, base::stderr_wants_color()));
  }
}

int fail(const base::Error& error) {
  base::log_error("loom: " + error.message());
  return kExitFailure;
}

}  // namespace loom::cli
