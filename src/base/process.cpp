#include "base/process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "base/file.h"

namespace loom::base {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kFirstOtherFd = 3;
constexpr std::size_t kReadBytes = std::size_t{64} * 1024;

/// What the child does between fork and exec, freed at the end of the scope.
class SpawnSetup {
 public:
  SpawnSetup(const std::string& working_directory, int output_fd) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, output_fd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output_fd, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions_, kFirstOtherFd);
    posix_spawn_file_actions_addchdir_np(&actions_, working_directory.c_str());
    posix_spawnattr_init(&attributes_);
    // Loom blocks and ignores signals that others expect to end them.
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;
  ~SpawnSetup() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

enum class Reading : std::uint8_t { More, NothingNow, End };

/// One read: a program that never stops writing must not hold the caller beyond its patience.
Reading read_some(int fd, std::string& output) {
  std::string chunk(kReadBytes, '\0');
  const ssize_t count = ::read(fd, chunk.data(), chunk.size());
  if (count > 0) {
    const std::size_t room = kProcessOutputBytesMax - output.size();
    output.append(chunk, 0, std::min(room, static_cast<std::size_t>(count)));
    return Reading::More;
  }
  return count < 0 && (errno == EAGAIN || errno == EINTR) ? Reading::NothingNow : Reading::End;
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::max<std::int64_t>(left, 0));
}

}  // namespace

Process::Process(pid_t pid, UniqueFd pid_fd, UniqueFd output)
    : pid_(pid), pid_fd_(std::move(pid_fd)), output_(std::move(output)) {}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      pid_fd_(std::move(other.pid_fd_)),
      output_(std::move(other.output_)) {}

Process::~Process() {
  if (pid_ > 0) {
    kill_and_reap();
  }
}

Result<Process> Process::start(const ProcessSpec& spec) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return os_error("pipe", errno);
  }
  UniqueFd output(ends[0]);
  const UniqueFd child_output(ends[1]);
  ::fcntl(output.get(), F_SETFL, O_NONBLOCK);
  std::string program = spec.program;
  std::vector<std::string> arguments = spec.arguments;
  std::vector<char*> argv = {program.data()};
  for (std::string& argument : arguments) {
    argv.push_back(argument.data());
  }
  argv.push_back(nullptr);
  const SpawnSetup setup(spec.working_directory, child_output.get());
  pid_t pid = -1;
  const int failure =
      ::posix_spawn(&pid, program.c_str(), setup.actions(), setup.attributes(), argv.data(), environ);
  if (failure != 0) {
    return os_error(spec.program, failure);
  }
  // The C library of Debian 12 declares pidfd_open for C only.
  UniqueFd pid_fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  const int open_error = errno;
  const bool is_watched = static_cast<bool>(pid_fd);
  Process process(pid, std::move(pid_fd), std::move(output));
  if (!is_watched) {
    return os_error("pidfd_open", open_error);
  }
  return process;
}

int Process::kill_and_reap() {
  // The group lives until its leader is reaped, so the number cannot mean another one yet.
  ::kill(-pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

ProcessOutcome Process::finish(std::chrono::milliseconds patience) {
  LOOM_CHECK(pid_ > 0);
  ProcessOutcome outcome;
  const Clock::time_point deadline = Clock::now() + patience;
  bool has_output = true;
  while (true) {
    pollfd waited[] = {{pid_fd_.get(), POLLIN, 0}, {has_output ? output_.get() : -1, POLLIN, 0}};
    const int ready = ::poll(waited, 2, milliseconds_until(deadline));
    if (ready < 0 && errno != EINTR) {
      break;
    }
    if (waited[1].revents != 0) {
      has_output = read_some(output_.get(), outcome.output) != Reading::End;
    }
    if (waited[0].revents != 0) {
      break;
    }
    if (ready == 0) {
      outcome.timed_out = true;
      break;
    }
  }
  // A child that has ended stays as it ended; only what it left behind is killed here.
  outcome.exit_code = kill_and_reap();
  while (read_some(output_.get(), outcome.output) == Reading::More) {
  }
  return outcome;
}

std::string find_program(std::string_view name) {
  const auto is_executable = [](const std::string& path) {
    return file_status(path).kind == FileKind::Regular && ::access(path.c_str(), X_OK) == 0;
  };
  if (name.find('/') != std::string_view::npos) {
    return is_executable(std::string(name)) ? std::string(name) : std::string();
  }
  const char* path = std::getenv("PATH");
  for (const std::string_view folder : split(path == nullptr ? "" : path, ':')) {
    const std::string candidate = std::string(folder) + "/" + std::string(name);
    if (folder.starts_with('/') && is_executable(candidate)) {
      return candidate;
    }
  }
  return {};
}

}  // namespace loom::base
