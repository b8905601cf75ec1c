#include "build/images/image_cache.h"

#include <filesystem>
#include <gtest/gtest.h>

#include "base/file.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

ImageRequest request_for(const std::string& hash) {
  ImageRequest request;
  request.source_path = "a.jpg";
  request.content_hash = hash;
  request.plan = {{0, 0, 30, 20}, 15, 10};
  return request;
}

std::vector<std::filesystem::path> entries_of(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      paths.push_back(entry.path());
    }
  }
  return paths;
}

TEST(ImageCache, WhatWasSavedIsLoadedAgain) {
  const support::TempFolder folder;
  const ImageCache cache(folder.path(), "1");
  EXPECT_FALSE(cache.load(request_for("aa")));
  cache.save(request_for("aa"), "pixels\nmore");
  EXPECT_EQ(cache.load(request_for("aa")), "pixels\nmore");
  EXPECT_FALSE(cache.load(request_for("bb")));
  EXPECT_FALSE(ImageCache(folder.path(), "2").load(request_for("aa")));
}

TEST(ImageCache, DamagedEntriesAreNotTaken) {
  const support::TempFolder folder;
  const ImageCache cache(folder.path(), "1");
  cache.save(request_for("aa"), "pixels");
  const std::string path = entries_of(folder.path()).front().string();
  const std::string whole = base::read_file(path, 1000)->bytes;
  for (const std::string& damaged : {whole.substr(0, whole.size() - 1), whole + "x", std::string(),
                                     std::string("no entry"), whole.substr(0, whole.size() - 1) + "X"}) {
    ASSERT_TRUE(base::write_file(path, damaged));
    EXPECT_FALSE(cache.load(request_for("aa"))) << damaged;
  }
}

TEST(ImageCache, WithoutAFolderNothingIsKept) {
  const ImageCache nowhere("", "1");
  nowhere.save(request_for("aa"), "pixels");
  nowhere.prune();
  EXPECT_FALSE(nowhere.load(request_for("aa")));
  const ImageCache unwritable("/proc/loom", "1");
  unwritable.save(request_for("aa"), "pixels");
  unwritable.prune();
  EXPECT_FALSE(unwritable.load(request_for("aa")));
}

TEST(ImageCache, PruningKeepsWhatWasUsedLast) {
  const support::TempFolder folder;
  const ImageCache cache(folder.path(), "1");
  cache.save(request_for("old"), "1234567890");
  const auto old_entry = entries_of(folder.path()).front();
  std::filesystem::last_write_time(old_entry,
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(48));
  cache.save(request_for("new"), "1234567890");
  cache.prune();
  EXPECT_EQ(entries_of(folder.path()).size(), 2U);
  ImageCacheLimits limits;
  limits.size_bytes_max = 60;
  cache.prune(limits);
  EXPECT_FALSE(cache.load(request_for("old")));
  EXPECT_TRUE(cache.load(request_for("new")));
}

TEST(ImageCache, PruningForgetsWhatWasNotUsedForLong) {
  const support::TempFolder folder;
  const ImageCache cache(folder.path(), "1");
  cache.save(request_for("aa"), "pixels");
  const auto entry = entries_of(folder.path()).front();
  std::filesystem::last_write_time(
      entry, std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * 61));
  cache.prune();
  EXPECT_TRUE(entries_of(folder.path()).empty());
}

TEST(ImageCache, ALoadNotesTheUse) {
  const support::TempFolder folder;
  const ImageCache cache(folder.path(), "1");
  cache.save(request_for("aa"), "pixels");
  const auto entry = entries_of(folder.path()).front();
  std::filesystem::last_write_time(
      entry, std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * 61));
  EXPECT_TRUE(cache.load(request_for("aa")));
  cache.prune();
  EXPECT_EQ(entries_of(folder.path()).size(), 1U);
}

}  // namespace
}  // namespace loom::build
