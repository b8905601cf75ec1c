#include "reload/reloader.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

#include "support/temp_folder.h"

namespace loom::reload {
namespace {

/// Longer than anything takes: only a test that fails waits this long.
constexpr std::chrono::seconds kPatience{60};

class ReloaderTest : public testing::Test {
 protected:
  ReloaderTest() {
    folder_.write("loom.toml", "base_url = \"https://example.org\"\npublish_future = false\n");
    folder_.write("templates/page.html", "{{ page.content | safe }}");
    folder_.write("content/a.md", "first\n");
    open();
  }

  void open() {
    ReloaderOptions options;
    options.site_root = folder_.path();
    options.build.site_root = folder_.path();
    options.build.with_codings = false;
    options.now = [this] { return base::UnixTime(std::chrono::seconds(now_seconds_.load())); };
    options.on_rebuild = [this](const RebuildReport& report) {
      const std::lock_guard lock(mutex_);
      reports_.push_back(report);
    };
    reloader_ = std::make_unique<Reloader>(std::move(options), cell_);
  }
  void start() {
    ASSERT_TRUE(reloader_->build_first().has_value());
    reloader_->start();
  }

  /// "" when the page is not there.
  std::string body(const std::string& path) {
    const snapshot::GenerationPtr generation = cell_.load();
    if (!generation || !generation->snapshot) {
      return "";
    }
    const snapshot::ResourcePtr* found = generation->snapshot->find(path);
    return found == nullptr ? "" : *(*found)->identity().body;
  }
  static bool eventually(const std::function<bool()>& holds) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!holds()) {
      if (std::chrono::steady_clock::now() > deadline) {
        return false;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
  }
  bool becomes(const std::string& path, const std::string& text) {
    return eventually([&] { return body(path) == text; });
  }
  bool has_errors() { return cell_.load()->diagnostics.has_errors(); }
  bool was_mended() {
    const std::lock_guard lock(mutex_);
    return std::any_of(reports_.begin(), reports_.end(), [](const auto& report) { return report.is_mended; });
  }

  support::TempFolder folder_;
  snapshot::SnapshotCell cell_;
  std::atomic<std::int64_t> now_seconds_{1'767'225'600};
  std::mutex mutex_;
  std::vector<RebuildReport> reports_;
  std::unique_ptr<Reloader> reloader_;
};

TEST_F(ReloaderTest, TheFirstBuildIsPublishedAtOnce) {
  const auto report = reloader_->build_first();
  ASSERT_TRUE(report.has_value());
  EXPECT_TRUE(report->published);
  EXPECT_EQ(report->page_count, 1U);
  EXPECT_EQ(cell_.load()->number, 1U);
  EXPECT_EQ(body("/a/"), "<p>first</p>\n");
}

TEST_F(ReloaderTest, AFolderThatDoesNotExistIsAnError) {
  ReloaderOptions options;
  options.site_root = folder_.path("none");
  options.now = [] { return base::UnixTime(); };
  Reloader reloader(std::move(options), cell_);
  EXPECT_FALSE(reloader.build_first().has_value());
}

TEST_F(ReloaderTest, ASavedFileIsPublishedWithItsPath) {
  start();
  folder_.replace("content/a.md", "second\n");
  EXPECT_TRUE(becomes("/a/", "<p>second</p>\n"));
  EXPECT_THAT(cell_.load()->changed_paths, testing::ElementsAre("/a/"));
}

TEST_F(ReloaderTest, FilesComeAndGo) {
  start();
  folder_.write("content/new/b.md", "b\n");
  EXPECT_TRUE(becomes("/new/b/", "<p>b</p>\n"));
  folder_.remove("content/new");
  EXPECT_TRUE(becomes("/new/b/", ""));
}

TEST_F(ReloaderTest, ABrokenTemplateLeavesTheLastGoodSiteAndMendingIsSaid) {
  start();
  folder_.replace("templates/page.html", "{% if %}");
  ASSERT_TRUE(eventually([&] { return has_errors(); }));
  EXPECT_EQ(body("/a/"), "<p>first</p>\n");
  EXPECT_FALSE(was_mended());
  folder_.replace("templates/page.html", "new {{ page.content | safe }}");
  EXPECT_TRUE(becomes("/a/", "new <p>first</p>\n"));
  EXPECT_FALSE(has_errors());
  EXPECT_TRUE(eventually([&] { return was_mended(); }));
}

TEST_F(ReloaderTest, ASiteThatStartsBrokenIsPublishedWithoutPages) {
  folder_.replace("templates/page.html", "{% if %}");
  const auto report = reloader_->build_first();
  ASSERT_TRUE(report.has_value());
  EXPECT_FALSE(report->published);
  EXPECT_EQ(cell_.load()->snapshot, nullptr);
  EXPECT_TRUE(has_errors());
  reloader_->start();
  folder_.replace("templates/page.html", "{{ page.content | safe }}");
  EXPECT_TRUE(becomes("/a/", "<p>first</p>\n"));
}

TEST_F(ReloaderTest, TheContentFolderMayBeMovedAwayAndBack) {
  start();
  folder_.rename("content", "elsewhere");
  ASSERT_TRUE(eventually([&] {
    const std::lock_guard lock(mutex_);
    return reports_.size() > 1;
  }));
  folder_.rename("elsewhere", "content");
  folder_.replace("content/a.md", "back\n");
  EXPECT_TRUE(becomes("/a/", "<p>back</p>\n"));
}

TEST_F(ReloaderTest, APageAppearsWhenItsTimeHasCome) {
  folder_.write("content/later.md", "+++\ndate = 2026-05-01\n+++\nlater\n");
  start();
  EXPECT_EQ(body("/later/"), "");
  now_seconds_ = 1'777'593'600;
  reloader_->request_rebuild();
  EXPECT_TRUE(becomes("/later/", "<p>later</p>\n"));
}

TEST_F(ReloaderTest, APageForUnknownPathsIsPublishedToo) {
  start();
  folder_.write("templates/404.html", "not here");
  EXPECT_TRUE(
      eventually([&] { return *cell_.load()->snapshot->not_found()->identity().body == "not here"; }));
}

TEST_F(ReloaderTest, StopEndsTheThreadAndMayBeCalledAgain) {
  start();
  reloader_->stop();
  reloader_->stop();
  const std::uint64_t number = cell_.load()->number;
  folder_.replace("content/a.md", "unseen\n");
  EXPECT_EQ(cell_.load()->number, number);
}

}  // namespace
}  // namespace loom::reload
