// Runs another program: arguments as they are (never through a shell), no input, a group of its own that is
// killed and reaped as a whole. Any thread; a Process belongs to one.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

#include "base/result.h"
#include "base/unique_fd.h"

namespace loom::base {

/// Of what a program prints; the rest is read and dropped.
inline constexpr std::size_t kProcessOutputBytesMax = std::size_t{1} << 20;

struct ProcessSpec {
  /// Absolute path.
  std::string program;
  /// Without the program's own name.
  std::vector<std::string> arguments;
  std::string working_directory = "/";
};

struct ProcessOutcome {
  /// As a shell counts: 128 + number after a signal.
  int exit_code = 0;
  /// Killed because its time was over.
  bool timed_out = false;
  /// Standard output and standard error in the order of writing, up to kProcessOutputBytesMax.
  std::string output;
};

class Process {
 public:
  /// An error when the program cannot be started.
  static Result<Process> start(const ProcessSpec& spec);

  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  /// Kills it with all it started, when `finish` was not called.
  ~Process();

  /// Waits until the program ends, at most `patience`; then kills it. What it started and left behind is
  /// killed too. Requires: called once.
  ProcessOutcome finish(std::chrono::milliseconds patience);

 private:
  Process(pid_t pid, UniqueFd pid_fd, UniqueFd output);
  int kill_and_reap();

  pid_t pid_ = -1;
  UniqueFd pid_fd_;
  UniqueFd output_;
};

/// The executable file `name` in the folders of $PATH, "" when there is none. A name with a slash is itself.
std::string find_program(std::string_view name);

}  // namespace loom::base
