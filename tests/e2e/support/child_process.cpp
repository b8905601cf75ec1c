#include "e2e/support/child_process.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"

namespace loom::e2e {
namespace {

constexpr int kNoSuchProgram = 127;

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(const std::vector<std::string>& additions) {
  std::map<std::string, std::string> values;
  const auto add = [&](const std::string& variable) {
    values[variable.substr(0, variable.find('='))] = variable;
  };
  for (char** variable = environ; *variable != nullptr; ++variable) {
    add(*variable);
  }
  std::for_each(additions.begin(), additions.end(), add);
  std::vector<std::string> variables;
  for (const auto& [name, variable] : values) {
    variables.push_back(variable);
  }
  return variables;
}

std::string printed(int fd) {
  std::string text;
  char chunk[16384];
  ssize_t count = 0;
  while ((count = ::pread(fd, chunk, sizeof chunk, static_cast<off_t>(text.size()))) > 0) {
    text.append(chunk, static_cast<std::size_t>(count));
  }
  return text;
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& words, const ChildOptions& options)
    : out_(::memfd_create("out", MFD_CLOEXEC)), err_(::memfd_create("err", MFD_CLOEXEC)) {
  std::vector<std::string> arguments = words;
  std::vector<std::string> variables = environment_with(options.environment);
  const std::vector<char*> argv = pointers_to(arguments);
  const std::vector<char*> envp = pointers_to(variables);
  pid_ = ::fork();
  LOOM_CHECK(pid_ >= 0);
  if (pid_ != 0) {
    return;
  }
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(out_.get(), STDOUT_FILENO);
  ::dup2(err_.get(), STDERR_FILENO);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) {
    ::_exit(kNoSuchProgram);
  }
  if (options.before_start) {
    options.before_start();
  }
  ::execvpe(argv[0], argv.data(), envp.data());
  ::_exit(kNoSuchProgram);
}

ChildProcess::~ChildProcess() {
  if (is_running()) {
    signal(SIGKILL);
    wait();
  }
}

bool ChildProcess::is_running() {
  int status = 0;
  if (!exit_code_ && ::waitpid(pid_, &status, WNOHANG) == pid_) {
    exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return !exit_code_;
}

void ChildProcess::signal(int number) const {
  if (!exit_code_) {
    ::kill(pid_, number);
  }
}

std::optional<int> ChildProcess::wait(std::chrono::milliseconds deadline) {
  eventually([this] { return !is_running(); }, deadline);
  return exit_code_;
}

std::string ChildProcess::out() const {
  return printed(out_.get());
}

std::string ChildProcess::err() const {
  return printed(err_.get());
}

ProgramResult run_program(const std::vector<std::string>& words, const ChildOptions& options) {
  ChildProcess child(words, options);
  if (!child.wait(2 * kDeadline)) {
    child.signal(SIGKILL);
    ADD_FAILURE() << words[0] << " does not end";
  }
  return {child.wait().value_or(-1), child.out(), child.err()};
}

void run_script(const std::string& script, const ChildOptions& options) {
  const ProgramResult result = run_program({"bash", "-c", "set -e\n" + script}, options);
  ASSERT_EQ(result.exit_code, 0) << script << "\n" << result.out << result.err;
}

bool has_program(const std::string& name) {
  return run_program({"bash", "-c", "command -v " + name}).exit_code == 0;
}

}  // namespace loom::e2e
