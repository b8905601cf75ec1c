#include "watch/watcher.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "base/unique_fd.h"
#include "support/temp_folder.h"

namespace loom::watch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using support::TempFolder;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// Far beyond what any step takes: reached only when a hint never comes.
constexpr seconds kPatience{20};

class WatcherTest : public testing::Test {
 protected:
  void open(WatchOptions options = {}) {
    watcher_.emplace(std::move(Watcher::open(site_.path(), options).value()));
  }

  Batch wait_for(seconds patience = kPatience) {
    return watcher_->wait(-1, Watcher::Clock::now() + patience);
  }

  /// Reads batches until one names `path`; false when none does in time.
  testing::AssertionResult hears_of(const std::string& path) {
    const auto deadline = Watcher::Clock::now() + kPatience;
    while (Watcher::Clock::now() < deadline) {
      const Batch batch = watcher_->wait(-1, deadline);
      if (std::find(batch.paths.begin(), batch.paths.end(), path) != batch.paths.end()) {
        return testing::AssertionSuccess();
      }
    }
    return testing::AssertionFailure() << "no hint for " << path;
  }

  testing::AssertionResult hears_of_rescan() {
    const auto deadline = Watcher::Clock::now() + kPatience;
    while (Watcher::Clock::now() < deadline) {
      if (watcher_->wait(-1, deadline).rescan) {
        return testing::AssertionSuccess();
      }
    }
    return testing::AssertionFailure() << "no rescan";
  }

  TempFolder site_;
  std::optional<Watcher> watcher_;
};

TEST_F(WatcherTest, RefusesARootThatIsNoFolder) {
  site_.write("a.md", "");
  EXPECT_FALSE(Watcher::open(site_.path("a.md"), {}));
  EXPECT_FALSE(Watcher::open(site_.path("gone"), {}));
}

TEST_F(WatcherTest, HearsOfASaveAndOfNothingElse) {
  site_.write("content/a.md", "one");
  open();
  site_.write("content/a.md", "two");
  EXPECT_THAT(wait_for().paths, testing::ElementsAre("content/a.md"));
  EXPECT_FALSE(watcher_->wait(-1, Watcher::Clock::now()).has_hints());
}

TEST_F(WatcherTest, TakesARelativeRootWithASlashAtTheEnd) {
  site_.write("content/a.md", "one");
  const std::string relative = std::filesystem::relative(site_.path()).string() + "/";
  watcher_.emplace(std::move(Watcher::open(relative, {}).value()));
  site_.write("content/a.md", "two");
  EXPECT_TRUE(hears_of("content/a.md"));
}

TEST_F(WatcherTest, HearsOfRenamesInAndDeletions) {
  site_.write("content/a.md", "one");
  open();
  site_.replace("content/a.md", "two");
  EXPECT_TRUE(hears_of("content/a.md"));
  site_.remove("content/a.md");
  EXPECT_TRUE(hears_of("content/a.md"));
}

TEST_F(WatcherTest, HearsOfAFileThatItsWriterKeepsOpen) {
  open();
  std::ofstream writer(site_.path("a.md"));
  writer << "text" << std::flush;
  EXPECT_TRUE(hears_of("a.md"));
}

TEST_F(WatcherTest, HearsOfASymbolicAndAHardLink) {
  site_.write("a.md", "one");
  open();
  site_.link("a.md", "soft.md");
  EXPECT_TRUE(hears_of("soft.md"));
  std::filesystem::create_hard_link(site_.path("a.md"), site_.path("hard.md"));
  EXPECT_TRUE(hears_of("hard.md"));
}

TEST_F(WatcherTest, ReturnsAtTheDeadlineWithNothing) {
  open();
  const Batch batch = watcher_->wait(-1, Watcher::Clock::now() + milliseconds(5));
  EXPECT_FALSE(batch.has_hints());
  EXPECT_FALSE(batch.woken);
}

TEST_F(WatcherTest, ReturnsWhenItIsWoken) {
  open();
  const base::UniqueFd wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  std::thread waker([&] { EXPECT_EQ(eventfd_write(wake.get(), 1), 0); });
  const Batch batch = watcher_->wait(wake.get(), Watcher::Clock::now() + kPatience);
  waker.join();
  EXPECT_TRUE(batch.woken);
  EXPECT_FALSE(batch.has_hints());
}

TEST_F(WatcherTest, RescansWhenTheRootComesBack) {
  site_.write("content/a.md", "one");
  open();
  site_.remove("");
  EXPECT_TRUE(hears_of_rescan());
  site_.write("content/a.md", "two");
  EXPECT_TRUE(hears_of_rescan());
  wait_for(seconds(0));
  site_.write("content/a.md", "three");
  EXPECT_TRUE(hears_of("content/a.md"));
}

TEST_F(WatcherTest, RescansWhenTheFolderAboveTheRootComesBackToo) {
  site_.write("above/site/a.md", "one");
  watcher_.emplace(std::move(Watcher::open(site_.path("above/site"), {}).value()));
  site_.remove("above");
  EXPECT_TRUE(hears_of_rescan());
  site_.write("above/site/a.md", "two");
  EXPECT_TRUE(hears_of_rescan());
  site_.write("above/site/a.md", "three");
  EXPECT_TRUE(hears_of("a.md"));
}

TEST_F(WatcherTest, HearsOfEachFileOrItsFolderWhenATreeIsCopiedIn) {
  open();
  std::vector<std::string> wanted;
  for (int folder = 0; folder < 20; ++folder) {
    for (int file = 0; file < 20; ++file) {
      const std::string name = "tr/s" + std::to_string(folder) + "/d/p" + std::to_string(file) + ".md";
      site_.write(name, "x");
      wanted.push_back(name);
    }
  }
  const auto deadline = Watcher::Clock::now() + kPatience;
  while (!wanted.empty() && Watcher::Clock::now() < deadline) {
    for (const std::string& path : watcher_->wait(-1, deadline).paths) {
      std::erase_if(wanted,
                    [&](const std::string& name) { return name == path || name.starts_with(path + "/"); });
    }
  }
  EXPECT_THAT(wanted, IsEmpty());
}

TEST_F(WatcherTest, HearsNothingFromTheOutputFolder) {
  site_.make_folder("public");
  WatchOptions options;
  options.output_directory = "public";
  open(options);
  site_.write("public/a.html", "");
  site_.write("a.md", "");
  EXPECT_THAT(wait_for().paths, testing::ElementsAre("a.md"));
}

TEST_F(WatcherTest, PollsWhenItIsTold) {
  site_.write("content/a.md", "one");
  WatchOptions options;
  options.poll_only = true;
  options.poll_interval = milliseconds(5);
  open(options);
  site_.write("content/a.md", "longer");
  EXPECT_TRUE(hears_of("content/a.md"));
  site_.remove("content/a.md");
  EXPECT_TRUE(hears_of("content/a.md"));
}

TEST_F(WatcherTest, PollsAndSaysSoWhenNoInstanceCanBeOpened) {
  site_.write("content/a.md", "one");
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  const int next_fd = dup(0);
  close(next_fd);
  const rlimit none{static_cast<rlim_t>(next_fd), before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
  auto opened = Watcher::open(site_.path(), {});
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  ASSERT_TRUE(opened);
  watcher_.emplace(std::move(*opened));
  EXPECT_THAT(wait_for().messages, Contains(HasSubstr("fs.inotify.max_user_instances")));
  site_.write("content/a.md", "longer");
  EXPECT_TRUE(hears_of("content/a.md"));
}

/// Lets this process alone have no more than `count` watches; false where that is not allowed.
bool allow_watches(int count) {
  if (unshare(CLONE_NEWUSER) != 0) {
    return false;
  }
  std::ofstream limit("/proc/sys/user/max_inotify_watches");
  limit << count << std::flush;
  return limit.good();
}

TEST_F(WatcherTest, PollsTheFoldersThatTheSystemAllowsNoWatchFor) {
  constexpr int kSkipped = 77;
  for (int folder = 0; folder < 10; ++folder) {
    site_.write("d" + std::to_string(folder) + "/deep/x.md", "one");
  }
  const pid_t child = fork();
  if (child == 0) {
    if (!allow_watches(6)) {
      _exit(kSkipped);
    }
    open();
    const std::vector<std::string> messages = wait_for().messages;
    const bool is_said = messages.size() == 1 && messages[0].find("max_user_watches") != std::string::npos;
    bool hears_all = true;
    for (int folder = 0; folder < 10; ++folder) {
      const std::string file = "d" + std::to_string(folder) + "/deep/x.md";
      site_.write(file, "longer");
      hears_all = hears_all && hears_of(file);
    }
    _exit(is_said && hears_all ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kSkipped) {
    GTEST_SKIP() << "needs the right to make a user namespace";
  }
  EXPECT_EQ(status, 0);
}

TEST_F(WatcherTest, KeepsDescriptorsConstant) {
  open();
  const auto count_descriptors = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                         std::filesystem::directory_iterator());
  };
  const auto before = count_descriptors();
  for (int round = 0; round < 20; ++round) {
    site_.write("fl/x.md", "");
    wait_for();
    site_.remove("fl");
    wait_for();
  }
  EXPECT_EQ(count_descriptors(), before);
}

TEST_F(WatcherTest, KnowsOfAChangeThatIsStillToBeReported) {
  site_.write("a.md", "one");
  site_.write("b.md", "one");
  open();
  EXPECT_FALSE(watcher_->has_news_of({"a.md", "b.md"}));
  site_.write("a.md", "two");
  EXPECT_TRUE(watcher_->has_news_of({"b.md", "a.md"}));
  EXPECT_FALSE(watcher_->has_news_of({"b.md"}));
  EXPECT_TRUE(hears_of("a.md"));
  EXPECT_FALSE(watcher_->has_news_of({"a.md"}));
}

}  // namespace
}  // namespace loom::watch
