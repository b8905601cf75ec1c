// Tested by tests/e2e/cli_test.cpp.
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <spawn.h>
#include <unistd.h>
#include <utility>

#include "base/diagnostics_text.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/serve_options.h"
#include "cli/site_job.h"
#include "net/address.h"
#include "reload/reloader.h"
#include "server/server.h"
#include "site/config_file.h"

namespace loom::cli {
namespace {

/// A terminal stopped by Ctrl-S or a full pipe must not hold up rebuilds, nor the end of the program.
constexpr std::chrono::milliseconds kLogPatience{250};

std::string url_of(const net::Endpoint& endpoint) {
  const bool is_any = endpoint.host.empty() || endpoint.host == "0.0.0.0" || endpoint.host == "::";
  return "http://" + net::format_endpoint({is_any ? "127.0.0.1" : endpoint.host, endpoint.port});
}

/// Prints what a rebuild did, and the diagnostics when they are new.
void print_rebuild(const reload::RebuildReport& report, bool quiet) {
  if (!report.diagnostics.empty() && !report.has_same_diagnostics) {
    base::log_error(base::format_diagnostics(report.diagnostics, base::stderr_wants_color()));
  }
  if (!quiet || !report.published) {
    base::log_error(reload::rebuild_line(report));
  }
}

reload::ReloaderOptions make_reloader_options(const ServeCommand& command, const std::string& root) {
  reload::ReloaderOptions options;
  options.site_root = root;
  options.build = make_build_options(command.site, root);
  options.build.mode = command.production ? build::BuildMode::Production : build::BuildMode::Preview;
  options.build.include_drafts = command.site.drafts && !command.production;
  options.allow_any_folder = command.site.yes;
  options.now = [site = command.site] { return current_time(site); };
  options.on_message = [](const std::string& message) { base::log_info(message); };
  options.on_rebuild = [is_first = true,
                        quiet = command.site.quiet](const reload::RebuildReport& report) mutable {
    if (!std::exchange(is_first, false)) {
      print_rebuild(report, quiet);
    }
  };
  return options;
}

void open_browser(const std::string& url) {
  std::string program = "xdg-open";
  std::string argument = url;
  char* arguments[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) {
    base::log_info("no browser could be opened: xdg-open is missing");
  }
}

/// What is said once the site is up: one line with the address, as scripts and people read it.
void announce(const server::Server& server, const ServeCommand& command, const reload::RebuildReport& first,
              bool port_may_move) {
  const net::Endpoint& endpoint = server.endpoints().front();
  if (port_may_move && endpoint.port != kDefaultPort) {
    base::log_info(
        fmt::format("port {} is taken, so this preview is on port {}", kDefaultPort, endpoint.port));
  }
  if (!first.diagnostics.empty()) {
    base::log_error(base::format_diagnostics(first.diagnostics, base::stderr_wants_color()));
  }
  base::log_info(fmt::format("{} pages in {:.0f} ms", first.page_count,
                             static_cast<double>(first.duration.count()) / 1000.0));
  base::log_info(fmt::format("{} {} (Ctrl-C stops)", command.production ? "serving on" : "preview on",
                             url_of(endpoint) + "/"));
}

/// Builds, then opens the port: in production nobody connects to a site that does not build.
int serve_production(const ServeCommand& command, const std::string& root,
                     server::ServerOptions server_options) {
  snapshot::SnapshotCell cell;
  reload::Reloader reloader(make_reloader_options(command, root), cell);
  const auto first = reloader.build_first();
  if (!first) {
    return fail(first.error());
  }
  if (!first->published) {
    base::log_error(base::format_diagnostics(first->diagnostics, base::stderr_wants_color()));
    return fail(base::Error("the site has errors, so it is not served"));
  }
  server_options.on_hang_up = [&] { reloader.request_rebuild(); };
  const auto server = server::Server::open(std::move(server_options), cell);
  if (!server) {
    return fail(server.error());
  }
  announce(**server, command, *first, false);
  reloader.start();
  (*server)->run();
  reloader.stop();
  return kExitSuccess;
}

/// Opens the port, then builds: the pages name the address they are served from.
int serve_preview(const ServeCommand& command, const std::string& root,
                  server::ServerOptions server_options) {
  snapshot::SnapshotCell cell;
  const bool port_may_move = server_options.ports_tried_max > 1;
  auto server = server::Server::open(std::move(server_options), cell);
  if (!server) {
    return fail(server.error());
  }
  reload::ReloaderOptions options = make_reloader_options(command, root);
  options.build.preview_origin = url_of((*server)->endpoints().front());
  reload::Reloader reloader(std::move(options), cell);
  const auto first = reloader.build_first();
  if (!first) {
    return fail(first.error());
  }
  announce(**server, command, *first, port_may_move);
  if (command.open) {
    open_browser(url_of((*server)->endpoints().front()) + "/");
  }
  reloader.start();
  (*server)->run();
  reloader.stop();
  return kExitSuccess;
}

}  // namespace

int run_serve(const ServeCommand& given) {
  base::set_log_patience(kLogPatience);
  if (given.site.quiet) {
    base::set_log_level(base::LogLevel::Quiet);
  }
  const auto root = find_site_root(given.site.site);
  if (!root) {
    return fail(root.error());
  }
  const site::Config config = site::load_config_file(*root).value_or(site::Config());
  ServeCommand command = given;
  command.open = given.open || config.preview.open;
  auto server_options = make_server_options(command, config.serve);
  if (!server_options) {
    return fail(server_options.error());
  }
  return command.production ? serve_production(command, *root, std::move(*server_options))
                            : serve_preview(command, *root, std::move(*server_options));
}

}  // namespace loom::cli
