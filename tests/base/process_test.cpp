#include "base/process.h"

#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "base/file.h"
#include "support/temp_folder.h"

namespace loom::base {
namespace {

using testing::HasSubstr;

constexpr std::chrono::milliseconds kPatience{60'000};

ProcessOutcome run(const std::string& script, std::chrono::milliseconds patience = kPatience) {
  auto process = Process::start({"/bin/sh", {"-c", script}});
  EXPECT_TRUE(process.has_value());
  return process->finish(patience);
}

TEST(Process, GivesExitCodeAndBothOutputsInOrder) {
  const ProcessOutcome outcome = run("echo one; echo two >&2; echo three; exit 3");
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_EQ(outcome.output, "one\ntwo\nthree\n");
}

TEST(Process, PassesArgumentsAsTheyAre) {
  auto process = Process::start({"/usr/bin/printf", {"%s|", "a b", "$(x)", "-n", "new\nline", ""}});
  ASSERT_TRUE(process.has_value());
  EXPECT_EQ(process->finish(kPatience).output, "a b|$(x)|-n|new\nline||");
}

TEST(Process, RunsInItsFolderWithoutInput) {
  const support::TempFolder folder;
  folder.write("here.txt", "x");
  auto process = Process::start({"/bin/sh", {"-c", "ls; cat"}, folder.path()});
  ASSERT_TRUE(process.has_value());
  EXPECT_EQ(process->finish(kPatience).output, "here.txt\n");
}

TEST(Process, KillsWhatDoesNotEndInTime) {
  const support::TempFolder folder;
  const ProcessOutcome outcome =
      run("echo begun; (sleep 600; echo no > " + folder.path("late") + ") & sleep 600",
          std::chrono::milliseconds(200));
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_EQ(outcome.exit_code, 128 + SIGKILL);
  EXPECT_EQ(outcome.output, "begun\n");
}

TEST(Process, DoesNotWaitForWhatTheProgramLeftBehind) {
  const ProcessOutcome outcome = run("sleep 600 & echo pid $!");
  EXPECT_FALSE(outcome.timed_out);
  ASSERT_THAT(outcome.output, HasSubstr("pid "));
  const pid_t left = std::atoi(outcome.output.c_str() + 4);
  // Killed at once; whoever inherits it needs a moment to reap it.
  bool is_gone = false;
  for (int i = 0; i < 1000 && !is_gone; ++i) {
    const auto status = read_file("/proc/" + std::to_string(left) + "/stat", 4096);
    is_gone = !status || status->bytes.find(") Z ") != std::string::npos;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_TRUE(is_gone);
}

TEST(Process, KeepsTheFirstPartOfALongOutput) {
  const ProcessOutcome outcome = run("head -c 3000000 /dev/zero; exit 5");
  EXPECT_EQ(outcome.output.size(), kProcessOutputBytesMax);
  EXPECT_EQ(outcome.exit_code, 5);
}

TEST(Process, AProcessThatIsNotWaitedForIsKilled) {
  auto started = std::make_unique<Result<Process>>(Process::start({"/bin/sh", {"-c", "sleep 600"}}));
  ASSERT_TRUE(started->has_value());
  // Hangs for ten minutes when it is not.
  started.reset();
}

TEST(Process, AProgramThatIsNotThereIsAnError) {
  const auto process = Process::start({"/no/such/program", {}});
  ASSERT_FALSE(process.has_value());
  EXPECT_THAT(process.error().message(), HasSubstr("/no/such/program"));
}

TEST(FindProgram, LooksThroughThePath) {
  EXPECT_THAT(find_program("sh"), testing::EndsWith("/sh"));
  EXPECT_EQ(find_program("no-such-program-of-any-kind"), "");
  EXPECT_EQ(find_program("/bin/sh"), "/bin/sh");
  EXPECT_EQ(find_program("/etc/passwd"), "");
}

}  // namespace
}  // namespace loom::base
