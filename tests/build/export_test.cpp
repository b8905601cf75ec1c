#include "build/export.h"

#include <filesystem>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "support/snapshot_text.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using support::snapshot_of;
using support::TempFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Files = std::map<std::string, std::string>;

constexpr int kSkipped = 77;

/// All files below `folder`, by path.
Files files_below(const std::string& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) {
      std::ifstream stream(entry.path(), std::ios::binary);
      files[std::filesystem::relative(entry.path(), folder).string()] = {
          std::istreambuf_iterator<char>(stream), {}};
    }
  }
  return files;
}

/// Runs `work` in a process of its own, for what would harm this one. Returns its exit status.
int in_child(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    _exit(work());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Mounts a small tmpfs at `path`, for this process alone; false where that is not allowed.
bool mount_small_disk(const std::string& path, const char* options) {
  return unshare(CLONE_NEWNS) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         mount("loom-test", path.c_str(), "tmpfs", 0, options) == 0;
}

class ExportSnapshot : public testing::Test {
 protected:
  ExportOptions options(bool force = false) const {
    ExportOptions options;
    options.output_directory = disk_.path("out");
    options.cache_directory = disk_.path("cache");
    options.force = force;
    return options;
  }
  base::Result<ExportReport> write(const Files& texts, bool force = false) const {
    return export_snapshot(*snapshot_of(texts), options(force));
  }

  std::vector<std::string> entries() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(disk_.path())) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  TempFolder disk_;
};

TEST_F(ExportSnapshot, MakesAFolderThatHoldsTheSiteAndNothingElse) {
  const auto report = write({{"/", "home"}, {"/a/", "page"}});
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_TRUE(report->exchanged);
  EXPECT_THAT(report->messages, IsEmpty());
  EXPECT_EQ(files_below(disk_.path("out")),
            (Files{{"index.html", "home"}, {"a/index.html", "page"}, {"404.html", "not found"}}));
  EXPECT_THAT(entries(), ElementsAre("cache", "out"));
}

TEST_F(ExportSnapshot, ReplacesItsOwnOutput) {
  ASSERT_TRUE(write({{"/", "home"}, {"/gone/", "page"}, {"/x", "file"}, {"/y/", "page"}}));
  const auto report = write({{"/", "new home"}, {"/x/", "page"}, {"/y", "file"}});
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(
      files_below(disk_.path("out")),
      (Files{
          {"index.html", "new home"}, {"x/index.html", "page"}, {"y", "file"}, {"404.html", "not found"}}));
  EXPECT_EQ(report->linked_count, 1U);
  EXPECT_THAT(entries(), ElementsAre("cache", "out"));
}

TEST_F(ExportSnapshot, KeepsOneRecordForEachOutput) {
  ASSERT_TRUE(write({{"/", "one"}}));
  ASSERT_TRUE(write({{"/", "two"}}));
  EXPECT_EQ(files_below(disk_.path("cache")).size(), 1U);
}

TEST_F(ExportSnapshot, KeepsTheModeOfTheFolder) {
  disk_.make_folder("out");
  std::filesystem::permissions(disk_.path("out"), std::filesystem::perms(0750));
  ASSERT_TRUE(write({{"/", "home"}}));
  EXPECT_EQ(std::filesystem::status(disk_.path("out")).permissions(), std::filesystem::perms(0750));
}

TEST_F(ExportSnapshot, RefusesAFolderWithFilesOfOthers) {
  disk_.write("out/thesis.doc", "ten years");
  const auto report = write({{"/", "home"}});
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error().message(), HasSubstr("thesis.doc"));
  EXPECT_EQ(files_below(disk_.path("out")), (Files{{"thesis.doc", "ten years"}}));
  EXPECT_THAT(entries(), ElementsAre("out"));
}

TEST_F(ExportSnapshot, RefusesItsOwnOutputOnceSomethingWasAdded) {
  ASSERT_TRUE(write({{"/", "home"}}));
  disk_.write("out/CNAME", "example.org");
  EXPECT_FALSE(write({{"/", "home"}}));
}

TEST_F(ExportSnapshot, KeepsFilesOfOthersWhenForced) {
  ASSERT_TRUE(write({{"/", "home"}, {"/gone/", "page"}}));
  disk_.write("out/CNAME", "example.org");
  disk_.write("out/.git/HEAD", "ref");
  disk_.make_folder("out/.git/refs");
  const auto report = write({{"/", "new home"}}, true);
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(files_below(disk_.path("out")), (Files{{"index.html", "new home"},
                                                   {"404.html", "not found"},
                                                   {"CNAME", "example.org"},
                                                   {".git/HEAD", "ref"}}));
  EXPECT_TRUE(disk_.exists("out/.git/refs"));
}

TEST_F(ExportSnapshot, TakesAnEmptyFolder) {
  disk_.make_folder("out");
  EXPECT_TRUE(write({{"/", "home"}}));
}

TEST_F(ExportSnapshot, WorksWithoutACacheDirectory) {
  ExportOptions without = options();
  without.cache_directory = "";
  ASSERT_TRUE(export_snapshot(*snapshot_of({{"/", "one"}}), without));
  EXPECT_FALSE(export_snapshot(*snapshot_of({{"/", "two"}}), without));
  without.force = true;
  EXPECT_TRUE(export_snapshot(*snapshot_of({{"/", "two"}}), without));
  EXPECT_EQ(disk_.read("out/index.html"), "two");
}

TEST_F(ExportSnapshot, RemovesWhatKilledRunsHaveLeft) {
  disk_.write(".out.loom-new-AbC123/index.html", "half");
  ASSERT_TRUE(write({{"/", "home"}}));
  EXPECT_THAT(entries(), ElementsAre("cache", "out"));
}

TEST_F(ExportSnapshot, LeavesTheOldOutputWhenAFileCannotBeWritten) {
  ASSERT_TRUE(write({{"/", "home"}}));
  const int status = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto report = write({{"/", "new"}, {"/big/", std::string(5000, 'x')}});
    return report || report.error().message().find("big/index.html") == std::string::npos ? 1 : 0;
  });
  EXPECT_EQ(status, 0);
  EXPECT_EQ(disk_.read("out/index.html"), "home");
  EXPECT_THAT(entries(), ElementsAre("cache", "out"));
}

TEST_F(ExportSnapshot, LeavesTheOldOutputWhenTheDiskIsFull) {
  disk_.make_folder("small");
  const int status = in_child([&] {
    if (!mount_small_disk(disk_.path("small"), "size=256k")) {
      return kSkipped;
    }
    ExportOptions on_small = options();
    on_small.output_directory = disk_.path("small/out");
    if (!export_snapshot(*snapshot_of({{"/", "home"}}), on_small)) {
      return 1;
    }
    Files texts;
    for (int index = 0; index < 200; ++index) {
      texts["/" + std::to_string(index) + "/"] = std::string(4000, 'x');
    }
    const bool is_refused = !export_snapshot(*snapshot_of(texts), on_small);
    const bool is_old =
        files_below(disk_.path("small")).size() == 2 && disk_.read("small/out/index.html") == "home";
    return is_refused && is_old ? 0 : 2;
  });
  if (status == kSkipped) {
    GTEST_SKIP() << "needs the right to mount";
  }
  EXPECT_EQ(status, 0);
}

TEST_F(ExportSnapshot, ReplacesFileByFileOnAMountPoint) {
  disk_.make_folder("out");
  const int status = in_child([&] {
    if (!mount_small_disk(disk_.path("out"), "size=1m")) {
      return kSkipped;
    }
    if (!write({{"/", "home"}, {"/gone/", "page"}, {"/x", "file"}, {"/y/", "page"}})) {
      return 1;
    }
    const auto report = write({{"/", "new home"}, {"/x/", "page"}, {"/y", "file"}});
    const Files wanted = {
        {"index.html", "new home"}, {"x/index.html", "page"}, {"y", "file"}, {"404.html", "not found"}};
    const bool is_said = report && !report->exchanged && !report->messages.empty();
    const bool is_new = files_below(disk_.path("out")) == wanted && !disk_.exists("out/gone");
    return is_said && is_new ? 0 : 2;
  });
  if (status == kSkipped) {
    GTEST_SKIP() << "needs the right to mount";
  }
  EXPECT_EQ(status, 0);
}

/// Two sites without a file in common but the 404 page.
Files site_of(char letter) {
  Files texts;
  for (int index = 0; index < 150; ++index) {
    texts[std::string("/") + letter + std::to_string(index) + "/"] = std::string(2000, letter);
  }
  return texts;
}

Files output_of(char letter) {
  Files files = {{"404.html", "not found"}};
  for (const auto& [path, text] : site_of(letter)) {
    files[path.substr(1) + "index.html"] = text;
  }
  return files;
}

TEST_F(ExportSnapshot, HoldsTheOldOutputOrTheNewOneWhenItIsKilled) {
  constexpr int kRounds = 40;
  constexpr useconds_t kStep = 500;
  ASSERT_TRUE(write(site_of('a')));
  for (int round = 0; round < kRounds; ++round) {
    const char letter = round % 2 == 0 ? 'b' : 'a';
    const pid_t child = fork();
    if (child == 0) {
      _exit(write(site_of(letter)) ? 0 : 1);
    }
    usleep(kStep * static_cast<useconds_t>(round));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << round;
    const Files found = files_below(disk_.path("out"));
    EXPECT_TRUE(found == output_of('a') || found == output_of('b')) << "a mix in round " << round;
  }
  const auto report = write(site_of('c'));
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_THAT(entries(), ElementsAre("cache", "out"));
  EXPECT_TRUE(files_below(disk_.path("out")) == output_of('c'));
}

}  // namespace
}  // namespace loom::build
