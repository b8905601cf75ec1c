// The command line as values. The only file that knows CLI11 is command_line.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date_time.h"

namespace loom::cli {

/// What every command that reads a site takes.
struct SiteOptions {
  std::string site = ".";
  std::optional<std::string> base_url;
  bool drafts = false;
  bool strict = false;
  /// Templates may fetch data from the network.
  bool allow_fetch = false;
  bool quiet = false;
  bool json = false;
  /// Goes on in a folder of more than 100,000 entries, or in the home folder.
  bool yes = false;
  /// The clock of the build, from --now or SOURCE_DATE_EPOCH; nothing: the real one.
  std::optional<base::UnixTime> now;
};

struct ServeCommand {
  SiteOptions site;
  /// HOST:PORT as given; nothing: what the configuration says, else 127.0.0.1:8080, or in preview the next
  /// free port.
  std::optional<std::string> listen;
  bool production = false;
  bool open = false;
  std::vector<std::string> allowed_hosts;
};

struct BuildCommand {
  SiteOptions site;
  /// Nothing: what the configuration says, else public/ in the site folder.
  std::optional<std::string> output;
  bool force = false;
  bool precompress = false;
};

struct CheckCommand {
  SiteOptions site;
};

struct NewSiteCommand {
  std::string folder;
};

struct NewPostCommand {
  std::string title;
  std::string site = ".";
  std::string section;
};

struct ImportCommand {
  /// "jekyll", "hugo" or "loom".
  std::string engine;
  std::string folder;
  /// "": beside the current folder, named after the old one.
  std::string output;
  bool quiet = false;
  bool json = false;
  std::optional<base::UnixTime> now;
};

struct CompletionCommand {
  std::string script;
};

/// The command line was answered by itself: help, version or a usage error.
struct Finished {
  int exit_code = 0;
};

using Command = std::variant<Finished, ServeCommand, BuildCommand, CheckCommand, NewSiteCommand,
                             NewPostCommand, ImportCommand, CompletionCommand>;

/// Help and version go to standard output, usage errors to standard error with exit code 2.
Command parse_command_line(int argc, const char* const* argv);

}  // namespace loom::cli
