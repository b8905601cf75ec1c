#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "base/ascii.h"
#include "cli/completion.h"
#include "cli/exit_code.h"
#include "cli/version.h"
#include "site/permalink.h"

namespace loom::cli {
namespace {

constexpr const char* kFooter = R"(Examples:
  loom serve                      preview the site in this folder on http://127.0.0.1:8080
  loom serve notes                the same for a folder of plain Markdown files
  loom serve site --production --listen 0.0.0.0:80
  loom build -o public            write the site as files for any static host
  loom check                      list every mistake in the site
  loom new site blog && loom new post "Hello" --site blog

Exit codes: 0 success; 1 failure (mistakes in the site, a port that is taken, a folder that cannot be
written; the message says which); 2 a command line that is not understood.

Environment: NO_COLOR turns colours off; SOURCE_DATE_EPOCH fixes the clock of a build.)";

std::string check_moment(std::string& text) {
  const auto seconds = base::parse_unsigned(text);
  return seconds || base::parse_date_time(text)
             ? ""
             : "'" + text + "' is no date: use 2026-11-20, 2026-11-20T09:30:00Z or seconds since 1970";
}

std::string check_base_url(std::string& text) {
  return site::is_base_url(text) ? "" : "'" + text + "' is no address of a site: use https://example.org";
}

base::UnixTime parse_moment(const std::string& text) {
  if (const auto seconds = base::parse_unsigned(text)) {
    return base::UnixTime(std::chrono::seconds(static_cast<std::int64_t>(*seconds)));
  }
  return base::parse_date_time(text)->moment;
}

/// Values CLI11 writes into while it parses.
struct Parsed {
  SiteOptions site;
  std::string now;
  ServeCommand serve;
  BuildCommand build;
  NewSiteCommand new_site;
  NewPostCommand new_post;
  ImportCommand import_site;
  std::string shell;
};

void add_site_options(CLI::App& command, Parsed& parsed) {
  command.add_option("SITE", parsed.site.site, "Folder of the site")->capture_default_str();
  command.add_option("--base-url", parsed.site.base_url, "Replace base_url of the configuration")
      ->check(CLI::Validator(check_base_url, ""))
      ->group("Site");
  command.add_flag("--allow-fetch", parsed.site.allow_fetch, "Let templates fetch data from the network")
      ->group("Site");
  command.add_flag("--strict", parsed.site.strict, "Treat warnings as errors")->group("Site");
  command.add_option("--now", parsed.now, "Build as if it were this moment")
      ->check(CLI::Validator(check_moment, ""))
      ->group("Site");
  command.add_flag("--yes", parsed.site.yes, "Go on in a very large folder, or in the home folder")
      ->group("Site");
  command.add_flag("-q,--quiet", parsed.site.quiet, "Say only what went wrong")->group("Output");
}

void add_serve(CLI::App& app, Parsed& parsed) {
  CLI::App* serve = app.add_subcommand("serve", "Serve the site and rebuild it on every change");
  add_site_options(*serve, parsed);
  serve->add_option("-l,--listen", parsed.serve.listen, "HOST:PORT to listen on [127.0.0.1:8080]")
      ->group("Server");
  serve->add_flag("--production", parsed.serve.production, "Serve to the world: no preview script, any Host")
      ->group("Server");
  serve
      ->add_option("--allow-host", parsed.serve.allowed_hosts,
                   "Host name that preview answers to, besides loopback names")
      ->group("Server");
  serve->add_flag("--drafts", parsed.site.drafts, "Show drafts (preview only)")->group("Preview");
  serve->add_flag("--open", parsed.serve.open, "Open the site in a browser")->group("Preview");
}

void add_build(CLI::App& app, Parsed& parsed) {
  CLI::App* build = app.add_subcommand("build", "Write the site as files for any static host");
  add_site_options(*build, parsed);
  build
      ->add_option("-o,--output", parsed.build.output,
                   "Folder to write [`output_dir` of the site, else public/ in it]")
      ->capture_default_str()
      ->group("Output");
  build
      ->add_flag("--force", parsed.build.force,
                 "Replace a folder that holds files Loom did not write; those files stay")
      ->group("Output");
  build->add_flag("--precompress", parsed.build.precompress, "Add a .gz and a .br file beside each text file")
      ->group("Output");
  build->add_flag("--json", parsed.site.json, "Diagnostics as JSON on standard output")->group("Output");
}

void add_check(CLI::App& app, Parsed& parsed) {
  CLI::App* check =
      app.add_subcommand("check", "List every mistake in the site; exit 1 when there is an error");
  add_site_options(*check, parsed);
  check->add_flag("--drafts", parsed.site.drafts, "Check drafts too")->group("Site");
  check->add_flag("--json", parsed.site.json, "Diagnostics as JSON on standard output")->group("Output");
}

void add_new(CLI::App& app, Parsed& parsed) {
  CLI::App* make = app.add_subcommand("new", "Start a site or a post");
  make->require_subcommand(1);
  CLI::App* site = make->add_subcommand("site", "Make a folder with a small site in it");
  site->add_option("DIR", parsed.new_site.folder, "Folder to make")->required();
  CLI::App* post = make->add_subcommand("post", "Make a Markdown file with today's date");
  post->add_option("TITLE", parsed.new_post.title, "Title of the post")->required();
  post->add_option("--site", parsed.new_post.site, "Folder of the site")->capture_default_str();
  post->add_option("--section", parsed.new_post.section,
                   "Section to put it in [the one that holds dated pages]");
}

void add_import(CLI::App& app, Parsed& parsed) {
  CLI::App* import_site = app.add_subcommand("import", "Make a Loom site from a site of another engine");
  import_site->add_option("ENGINE", parsed.import_site.engine, "jekyll, hugo, or loom for the first Loom")
      ->required()
      ->check(CLI::IsMember({"jekyll", "hugo", "loom"}));
  import_site->add_option("DIR", parsed.import_site.folder, "Folder of the old site; it is only read")
      ->required();
  import_site
      ->add_option("-o,--output", parsed.import_site.output,
                   "Folder to make [the name of the old one with -loom, here]")
      ->group("Output");
  import_site->add_flag("-q,--quiet", parsed.import_site.quiet, "Say only what went wrong")->group("Output");
  import_site->add_flag("--json", parsed.import_site.json, "The report as JSON on standard output")
      ->group("Output");
}

void add_completion(CLI::App& app, Parsed& parsed) {
  CLI::App* completion =
      app.add_subcommand("completion", "Print a completion script: loom completion bash > ...");
  completion->add_option("SHELL", parsed.shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

void describe(const CLI::App& app, const std::string& prefix, std::vector<CommandDescription>& commands) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const std::string name = prefix + command->get_name();
    if (!command->get_subcommands([](const CLI::App*) { return true; }).empty()) {
      describe(*command, name + " ", commands);
      continue;
    }
    CommandDescription description{name, command->get_description(), {}};
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& long_name : option->get_lnames()) {
        description.options.push_back(
            {"--" + long_name, option->get_description(), option->get_items_expected_max() > 0});
      }
      for (const std::string& short_name : option->get_snames()) {
        description.options.push_back(
            {"-" + short_name, option->get_description(), option->get_items_expected_max() > 0});
      }
    }
    commands.push_back(std::move(description));
  }
}

std::string completion_script(const CLI::App& app, const std::string& shell) {
  std::vector<CommandDescription> commands;
  describe(app, "", commands);
  return shell == "bash"  ? render_bash_completion(commands)
         : shell == "zsh" ? render_zsh_completion(commands)
                          : render_fish_completion(commands);
}

void read_clock(Parsed& parsed) {
  if (!parsed.now.empty()) {
    parsed.site.now = parse_moment(parsed.now);
    return;
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch != nullptr && base::parse_unsigned(epoch)) {
    parsed.site.now = parse_moment(epoch);
  }
}

Command chosen_command(const CLI::App& app, Parsed& parsed) {
  read_clock(parsed);
  if (app.got_subcommand("serve")) {
    parsed.serve.site = parsed.site;
    return parsed.serve;
  }
  if (app.got_subcommand("build")) {
    parsed.build.site = parsed.site;
    return parsed.build;
  }
  if (app.got_subcommand("check")) {
    return CheckCommand{parsed.site};
  }
  if (app.got_subcommand("import")) {
    parsed.import_site.now = parsed.site.now;
    return parsed.import_site;
  }
  if (app.got_subcommand("completion")) {
    return CompletionCommand{completion_script(app, parsed.shell)};
  }
  return app.get_subcommand("new")->got_subcommand("site") ? Command(parsed.new_site)
                                                           : Command(parsed.new_post);
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  CLI::App app("Loom: a static-site generator, live preview and production web server in one program",
               "loom");
  app.set_version_flag("--version", std::string("loom ") + kVersion);
  app.footer(kFooter);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  Parsed parsed;
  add_serve(app, parsed);
  add_build(app, parsed);
  add_check(app, parsed);
  add_new(app, parsed);
  add_import(app, parsed);
  add_completion(app, parsed);
  if (argc <= 1) {
    std::cout << app.help();
    return Finished{kExitUsage};
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool answered = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    app.exit(error);
    return Finished{answered ? kExitSuccess : kExitUsage};
  }
  return chosen_command(app, parsed);
}

}  // namespace loom::cli
