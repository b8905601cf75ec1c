// The real program: one command run to its end, or a server on a free loopback port.
#pragma once

#include <csignal>
#include <cstdint>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

#include "e2e/support/child_process.h"
#include "e2e/support/web.h"

namespace loom::e2e {

/// `loom arguments...`.
ProgramResult run_loom(std::vector<std::string> arguments, const ChildOptions& options = {});

/// `loom serve`, up when constructed. Every wait below ends with a failure that shows what the server
/// printed.
class LoomProcess {
 public:
  /// Runs `loom serve SITE --listen 127.0.0.1:0 arguments...` and waits for the line that names the port.
  explicit LoomProcess(const std::string& site, const std::vector<std::string>& arguments = {},
                       const ChildOptions& options = {});
  /// Stops it unless the test did: a server that died, or does not end well, fails the test.
  ~LoomProcess();
  LoomProcess(const LoomProcess&) = delete;
  LoomProcess& operator=(const LoomProcess&) = delete;

  std::uint16_t port() const { return port_; }
  /// Standard error so far.
  std::string log() const { return child_.err(); }
  bool is_running() { return child_.is_running(); }
  void signal(int number) const { child_.signal(number); }
  /// Sends the signal and returns the exit code, -1 when the process does not end.
  int stop(int signal_number = SIGTERM);

  Answer get(const std::string& path, const std::string& fields = "") const;
  support::LoopbackClient connect(support::ClientOptions options = {}) const {
    return support::LoopbackClient(port_, options);
  }

  /// Waits until `path` answers with `text` in its body.
  testing::AssertionResult shows(const std::string& path, const std::string& text) const;
  /// Waits until `path` answers without `text` in its body.
  testing::AssertionResult lacks(const std::string& path, const std::string& text) const;
  /// Waits until `path` answers with `status`.
  testing::AssertionResult answers(const std::string& path, int status) const;
  /// Waits until standard error holds `text`, after the first `from` bytes.
  testing::AssertionResult says(const std::string& text, std::size_t from = 0) const;

  /// Resident memory, in KiB.
  std::uint64_t rss_kib() const { return status_number("VmRSS:"); }
  std::uint64_t peak_rss_kib() const { return status_number("VmHWM:"); }
  std::uint64_t thread_count() const { return status_number("Threads:"); }
  /// Processor time used so far, in hundredths of a second.
  std::uint64_t cpu_ticks() const;
  std::size_t descriptor_count() const;

 private:
  std::uint64_t status_number(const std::string& name) const;

  ChildProcess child_;
  std::uint16_t port_ = 0;
  bool is_stopped_ = false;
};

}  // namespace loom::e2e
