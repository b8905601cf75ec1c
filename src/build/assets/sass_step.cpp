#include "build/assets/sass_step.h"

#include <filesystem>
#include <fmt/format.h>
#include <optional>

#include "base/check.h"
#include "base/file.h"
#include "base/process.h"
#include "build/assets/sass_messages.h"
#include "build/export_staging.h"
#include "build/fingerprint.h"

namespace loom::build {
namespace {

constexpr std::string_view kOutputFolder = ".css";
constexpr std::size_t kShownOutputBytes = 400;

std::uint64_t program_fingerprint(const std::string& program) {
  const base::FileStamp stamp = base::file_status(program).stamp;
  return Fingerprint()
      .add(program)
      .add(stamp.inode)
      .add(stamp.size_bytes)
      .add(static_cast<std::uint64_t>(stamp.modified_ns))
      .value();
}

base::Diagnostic failure(const std::string& file, std::string message, std::string hint = "") {
  base::Diagnostic diagnostic;
  diagnostic.file = file;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

base::Diagnostic missing_compiler(const SassPlan& plan) {
  base::Diagnostic warning = failure(
      plan.entries.front().source,
      fmt::format("the `sass` command is not installed: {} of Sass {} missing", plan.entries.size(),
                  plan.entries.size() == 1 ? "style sheet is" : "style sheets are"),
      "install Dart Sass, for example with `npm install -g sass`; Loom then finds it on the next save");
  warning.severity = base::Severity::Warning;
  return warning;
}

base::Result<void> copy_inputs(const SassPlan& plan, const std::string& folder) {
  for (const site::SourceFile* file : plan.inputs) {
    const std::string path = folder + "/" + sass_file_name(file->path);
    base::Result<void> made = base::make_directories(path.substr(0, path.rfind('/')));
    if (made) {
      made = base::write_file(path, *file->bytes);
    }
    if (!made) {
      return made;
    }
  }
  return {};
}

std::string output_name(std::size_t index) {
  return std::string(kOutputFolder) + "/" + std::to_string(index) + ".css";
}

std::vector<std::string> arguments_for(const SassPlan& plan) {
  std::vector<std::string> arguments = {"--style=compressed", "--no-source-map", "--no-error-css", "--quiet",
                                        "--no-color",         "--no-unicode"};
  for (std::size_t i = 0; i < plan.entries.size(); ++i) {
    arguments.push_back(sass_file_name(plan.entries[i].source) + ":" + output_name(i));
  }
  return arguments;
}

std::string shown(std::string_view output) {
  const std::string_view part = output.substr(0, kShownOutputBytes);
  return part.empty() ? std::string() : ": " + std::string(part.substr(0, part.find_last_not_of("\n ") + 1));
}

}  // namespace

struct SassStep::State {
  SassOptions options;
  SassPlan plan;
  base::Diagnostics plan_diagnostics;
  const site::SourceTree* tree = nullptr;
  std::size_t run_count = 0;

  /// Set while the compiler runs.
  std::optional<StagingFolder> folder;
  std::optional<base::Process> process;

  /// Of the last result; nothing when it must not be used again.
  std::optional<std::uint64_t> fingerprint;
  SassOutput output;
  base::Diagnostics diagnostics;

  base::Result<void> start_compiler(const std::string& program);
  void finish_compiler();
  void read_outputs();
  void take_sources();
};

SassStep::SassStep(SassOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
}

SassStep::~SassStep() = default;

std::size_t SassStep::run_count() const {
  return state_->run_count;
}

base::Result<void> SassStep::State::start_compiler(const std::string& program) {
  std::error_code error;
  const std::string parent = std::filesystem::temp_directory_path(error).string();
  if (error) {
    return base::os_error("the folder for temporary files", error.value());
  }
  const std::string prefix = ".loom-sass" + std::string(kStagingMark);
  remove_leftovers(parent, prefix);
  base::Result<StagingFolder> made = StagingFolder::make(parent, prefix);
  if (!made) {
    return made.error();
  }
  folder.emplace(std::move(*made));
  if (base::Result<void> copied = copy_inputs(plan, folder->path()); !copied) {
    return copied;
  }
  ++run_count;
  base::Result<base::Process> started = base::Process::start({program, arguments_for(plan), folder->path()});
  if (!started) {
    return started.error();
  }
  process.emplace(std::move(*started));
  return {};
}

/// What a fingerprint is made of while nothing can be compiled.
void SassStep::State::take_sources() {
  for (const SassEntry& entry : plan.entries) {
    site::SourceFile file = *tree->find(entry.source);
    file.path = entry.output;
    output.files.put(std::move(file));
  }
  output.is_compiled = false;
}

void SassStep::State::read_outputs() {
  for (std::size_t i = 0; i < plan.entries.size(); ++i) {
    auto css = base::read_file(folder->path() + "/" + output_name(i), kCssBytesMax);
    if (css) {
      output.files.put(site::make_source_file(plan.entries[i].output, std::move(css->bytes)));
    } else {
      diagnostics.add(failure(plan.entries[i].source, "Sass made no style sheet: " + css.error().message()));
    }
  }
}

void SassStep::State::finish_compiler() {
  const base::ProcessOutcome outcome = process->finish(options.time_max);
  if (outcome.timed_out) {
    fingerprint.reset();
    diagnostics.add(
        failure(plan.entries.front().source,
                fmt::format("Sass was stopped: it did not end within {} s",
                            std::chrono::duration_cast<std::chrono::seconds>(options.time_max).count()),
                "look for a loop in the style sheets that does not end"));
    return;
  }
  if (outcome.exit_code == 0) {
    read_outputs();
    return;
  }
  diagnostics = parse_sass_errors(outcome.output, *tree);
  if (diagnostics.empty()) {
    fingerprint.reset();
    diagnostics.add(failure(plan.entries.front().source,
                            fmt::format("the `sass` command failed with exit code {}{}", outcome.exit_code,
                                        shown(outcome.output)),
                            "see whether `sass --version` works; Loom needs Dart Sass"));
  }
}

void SassStep::start(const site::SourceTree& tree, const site::Config& config) {
  State& state = *state_;
  state.tree = &tree;
  state.plan_diagnostics = {};
  state.plan = plan_sass(tree, config, state.plan_diagnostics);
  if (state.plan.entries.empty()) {
    state.fingerprint.reset();
    state.output = {};
    state.diagnostics = {};
    return;
  }
  const std::string program = base::find_program(state.options.program);
  const std::uint64_t fingerprint =
      Fingerprint().add(state.plan.fingerprint).add(program_fingerprint(program)).value();
  if (state.fingerprint == fingerprint) {
    return;
  }
  state.fingerprint = fingerprint;
  state.output = {};
  state.diagnostics = {};
  if (program.empty()) {
    state.take_sources();
    state.diagnostics.add(missing_compiler(state.plan));
    return;
  }
  if (const base::Result<void> started = state.start_compiler(program); !started) {
    state.fingerprint.reset();
    state.diagnostics.add(
        failure(state.plan.entries.front().source, "Sass cannot run: " + started.error().message()));
  }
}

const SassOutput& SassStep::finish(base::Diagnostics& diagnostics) {
  State& state = *state_;
  LOOM_CHECK(state.tree != nullptr);
  if (state.process) {
    state.finish_compiler();
  }
  state.process.reset();
  state.folder.reset();
  state.tree = nullptr;
  diagnostics.add_all(state.plan_diagnostics);
  diagnostics.add_all(state.diagnostics);
  return state.output;
}

}  // namespace loom::build
