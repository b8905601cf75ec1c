// A program started by a test, with what it prints kept in memory. Dies with the test.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "base/unique_fd.h"
#include "e2e/support/patience.h"

namespace loom::e2e {

struct ChildOptions {
  /// Working folder; the test's own when empty.
  std::string folder = {};
  /// "NAME=value", added to the test's environment.
  std::vector<std::string> environment = {};
  /// Runs in the child before the program: async-signal-safe calls only.
  std::function<void()> before_start = {};
};

class ChildProcess {
 public:
  /// Finds `words[0]` through PATH.
  explicit ChildProcess(const std::vector<std::string>& words, const ChildOptions& options = {});
  /// Kills what still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }
  bool is_running();
  void signal(int number) const;
  /// The exit code, or 128 and the signal's number; nothing when it still runs at the deadline.
  std::optional<int> wait(std::chrono::milliseconds deadline = kDeadline);
  /// What it has printed so far.
  std::string out() const;
  std::string err() const;

 private:
  base::UniqueFd out_;
  base::UniqueFd err_;
  pid_t pid_ = -1;
  std::optional<int> exit_code_;
};

struct ProgramResult {
  /// 128 and the signal's number for a program that was killed.
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// Runs a program to its end; kills it at the deadline.
ProgramResult run_program(const std::vector<std::string>& words, const ChildOptions& options = {});
/// Runs `script` in bash with `set -e` and stops the test with a failure when it fails.
void run_script(const std::string& script, const ChildOptions& options = {});
/// Whether `name` is found through PATH.
bool has_program(const std::string& name);

}  // namespace loom::e2e
