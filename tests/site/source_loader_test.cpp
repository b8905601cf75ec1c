#include "site/source_loader.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "site/limits.h"
#include "support/temp_folder.h"

namespace loom::site {
namespace {

/// A site on disk and what the loader says about it.
struct LoadedSite {
  explicit LoadedSite(bool is_bare = false) : loader(folder.path(), {}) {
    if (!is_bare) {
      folder.write("loom.toml", "");
    }
  }

  LoadReport load() {
    diagnostics = {};
    base::Result<LoadReport> report = loader.load_all(tree, diagnostics);
    EXPECT_TRUE(report.has_value());
    return report ? *report : LoadReport();
  }
  LoadReport refresh(const std::vector<std::string>& hints, bool everything = false) {
    diagnostics = {};
    return loader.refresh(tree, hints, everything, diagnostics);
  }
  std::string paths() const {
    std::string text;
    for (const SourceFile& file : tree.files()) {
      text += (text.empty() ? "" : " ") + file.path;
    }
    return text;
  }
  std::string text(std::string_view path) const {
    const SourceFile* file = tree.find(path);
    return file == nullptr || file->bytes == nullptr ? "(none)" : *file->bytes;
  }

  support::TempFolder folder;
  SourceLoader loader;
  SourceTree tree;
  base::Diagnostics diagnostics;
};

using Paths = std::vector<std::string>;

TEST(SourceLoader, LoadsTheFoldersOfASite) {
  LoadedSite site;
  site.folder.write("content/blog/a.md", "A");
  site.folder.write("content/blog/.a.md.swp", "x");
  site.folder.write("content/blog/a.md~", "x");
  site.folder.write("static/logo.svg", "<svg/>");
  site.folder.write("src/main.cpp", "x");
  site.folder.write("public/index.html", "x");
  const LoadReport report = site.load();
  EXPECT_EQ(site.paths(), "content/blog/a.md loom.toml static/logo.svg");
  EXPECT_EQ(report.changed_paths.size(), 3u);
  EXPECT_FALSE(report.content_is_gone);
  EXPECT_TRUE(site.diagnostics.empty());
  EXPECT_EQ(site.text("content/blog/a.md"), "A");
}

TEST(SourceLoader, AMissingRootIsAnError) {
  SourceLoader loader("/nonexistent/site", {});
  SourceTree tree;
  base::Diagnostics diagnostics;
  EXPECT_FALSE(loader.load_all(tree, diagnostics).has_value());
}

TEST(SourceLoader, RefreshReportsOnlyOtherBytes) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("content/b.md", "B");
  site.load();
  site.folder.write("content/a.md", "A");
  EXPECT_EQ(site.refresh({"content/a.md"}).changed_paths, Paths{});
  site.folder.write("content/a.md", "changed");
  EXPECT_EQ(site.refresh({"content/a.md"}).changed_paths, Paths{"content/a.md"});
  EXPECT_EQ(site.text("content/a.md"), "changed");
}

TEST(SourceLoader, RefreshLooksAtHintedPathsOnly) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("content/b.md", "B");
  site.load();
  site.folder.write("content/a.md", "A2");
  site.folder.write("content/b.md", "B2");
  EXPECT_EQ(site.refresh({"content/b.md"}).changed_paths, Paths{"content/b.md"});
  EXPECT_EQ(site.refresh({}, true).changed_paths, Paths{"content/a.md"});
}

TEST(SourceLoader, FoldersComeAndGo) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.load();
  site.folder.write("content/new/b.md", "B");
  site.folder.write("content/new/deep/c.md", "C");
  EXPECT_EQ(site.refresh({"content/new"}).changed_paths,
            (Paths{"content/new/b.md", "content/new/deep/c.md"}));
  site.folder.rename("content/new", "content/moved");
  EXPECT_EQ(
      site.refresh({"content/new", "content/moved"}).changed_paths,
      (Paths{"content/moved/b.md", "content/moved/deep/c.md", "content/new/b.md", "content/new/deep/c.md"}));
  site.folder.remove("content/moved");
  EXPECT_EQ(site.refresh({"content/moved/deep", "content/moved"}).changed_paths,
            (Paths{"content/moved/b.md", "content/moved/deep/c.md"}));
  EXPECT_EQ(site.paths(), "content/a.md loom.toml");
}

TEST(SourceLoader, AFileBecomesAFolderAndBack) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("content/x.md", "X");
  site.load();
  site.folder.remove("content/x.md");
  site.folder.write("content/x.md/y.md", "Y");
  EXPECT_EQ(site.refresh({"content/x.md"}).changed_paths, (Paths{"content/x.md", "content/x.md/y.md"}));
  site.folder.remove("content/x.md");
  site.folder.write("content/x.md", "X");
  EXPECT_EQ(site.refresh({"content/x.md"}).changed_paths, (Paths{"content/x.md", "content/x.md/y.md"}));
  EXPECT_EQ(site.paths(), "content/a.md content/x.md loom.toml");
}

TEST(SourceLoader, HintsOutsideOrAboutLeftoversChangeNothing) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.load();
  site.folder.write("content/4913", "");
  site.folder.write("src/x.md", "x");
  EXPECT_EQ(site.refresh({"content/4913", "../etc/passwd", "/etc", "src/x.md", "src", "content/never"})
                .changed_paths,
            Paths{});
  EXPECT_TRUE(site.diagnostics.empty());
}

TEST(SourceLoader, LeavesOutTheOutputFolderOfTheConfiguration) {
  LoadedSite site;
  site.folder.write("loom.toml", "output_dir = \"./static/out/\"");
  site.folder.write("content/a.md", "A");
  site.folder.write("static/b.txt", "B");
  site.folder.write("static/out/index.html", "x");
  site.load();
  EXPECT_EQ(site.paths(), "content/a.md loom.toml static/b.txt");
  site.folder.write("loom.toml", "");
  site.refresh({"loom.toml"});
  EXPECT_EQ(site.paths(), "content/a.md loom.toml static/b.txt static/out/index.html");
}

TEST(SourceLoader, EmptiedFileKeepsItsTextUntilItRests) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.loader = SourceLoader(site.folder.path(), {.empty_file_rest = std::chrono::hours(1)});
  site.load();
  site.folder.write("content/a.md", "");
  const LoadReport halfway = site.refresh({"content/a.md"});
  EXPECT_EQ(halfway.changed_paths, Paths{});
  EXPECT_EQ(halfway.unsettled_paths, Paths{"content/a.md"});
  EXPECT_EQ(site.text("content/a.md"), "A");
  site.folder.write("content/a.md", "B");
  EXPECT_EQ(site.refresh({"content/a.md"}).changed_paths, Paths{"content/a.md"});
  site.loader = SourceLoader(site.folder.path(), {.empty_file_rest = std::chrono::milliseconds(0)});
  site.load();
  site.folder.write("content/a.md", "");
  EXPECT_EQ(site.refresh({"content/a.md"}).changed_paths, Paths{"content/a.md"});
  EXPECT_EQ(site.text("content/a.md"), "");
}

TEST(SourceLoader, ContentThatIsGoneLeavesTheTreeAndComesBack) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("content/b.md", "B");
  site.load();
  site.folder.rename("content", "elsewhere");
  const LoadReport gone = site.refresh({"content"});
  EXPECT_TRUE(gone.content_is_gone);
  EXPECT_EQ(gone.changed_paths, Paths{});
  EXPECT_EQ(site.text("content/a.md"), "A");
  ASSERT_EQ(site.diagnostics.items().size(), 1u);
  EXPECT_EQ(site.diagnostics.items()[0].severity, base::Severity::Warning);
  EXPECT_EQ(site.diagnostics.items()[0].file, "content");
  site.folder.write("content/b.md", "B2");
  const LoadReport back = site.refresh({"content/b.md"});
  EXPECT_FALSE(back.content_is_gone);
  EXPECT_EQ(back.changed_paths, (Paths{"content/a.md", "content/b.md"}));
  EXPECT_EQ(site.paths(), "content/b.md loom.toml");
}

TEST(SourceLoader, LinksInsideAreFollowedAndLinksOutAreNot) {
  LoadedSite site;
  const support::TempFolder outside;
  outside.write("secret.md", "secret");
  site.folder.write("content/a.md", "A");
  site.folder.link("a.md", "content/same.md");
  site.folder.link(outside.path("secret.md"), "content/secret.md");
  site.folder.link(outside.path(), "content/out");
  site.folder.link("../content", "content/loop");
  site.folder.link("nowhere", "content/.#a.md");
  site.folder.link("nowhere", "content/dangling.md");
  site.load();
  EXPECT_EQ(site.paths(), "content/a.md content/same.md loom.toml");
  EXPECT_EQ(site.diagnostics.warning_count(), 4u);
  EXPECT_EQ(site.diagnostics.error_count(), 0u);
  EXPECT_EQ(site.refresh({"content/out/secret.md"}).changed_paths, Paths{});
}

TEST(SourceLoader, FifosAndSocketsAreSkippedWithAWarningThatStands) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  ASSERT_EQ(mkfifo(site.folder.path("content/pipe.md").c_str(), 0600), 0);
  site.load();
  ASSERT_EQ(site.diagnostics.warning_count(), 1u);
  EXPECT_EQ(site.diagnostics.items()[0].file, "content/pipe.md");
  site.folder.write("content/a.md", "A2");
  site.refresh({"content/a.md"});
  EXPECT_EQ(site.diagnostics.warning_count(), 1u);
  site.folder.remove("content/pipe.md");
  site.refresh({"content/pipe.md"});
  EXPECT_TRUE(site.diagnostics.empty());
}

TEST(SourceLoader, OddNamesAreRefusedOneByOne) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("content/b\nc.md", "x");
  site.folder.write("content/d\xFF.md", "x");
  site.folder.write("content/<e> \xC3\xA9.md", "E");
  site.load();
  EXPECT_EQ(site.paths(), "content/<e> \xC3\xA9.md content/a.md loom.toml");
  EXPECT_EQ(site.diagnostics.warning_count(), 2u);
}

TEST(SourceLoader, LargeFilesAreKnownButNotInMemory) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("static/film.mp4", std::string(kInMemoryBytesMax + 1, 'x'));
  site.load();
  const SourceFile* film = site.tree.find("static/film.mp4");
  ASSERT_NE(film, nullptr);
  EXPECT_EQ(film->bytes, nullptr);
  EXPECT_EQ(film->stamp.size_bytes, kInMemoryBytesMax + 1);
  EXPECT_EQ(site.refresh({"static/film.mp4"}).changed_paths, Paths{});
  site.folder.append("static/film.mp4", "y");
  EXPECT_EQ(site.refresh({"static/film.mp4"}).changed_paths, Paths{"static/film.mp4"});
}

TEST(SourceLoader, GiantPagesAreSkippedWithAWarning) {
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  const std::string giant = site.folder.write("content/giant.md", "");
  ASSERT_EQ(truncate(giant.c_str(), static_cast<off_t>(kTextFileBytesMax) + 1), 0);
  site.load();
  EXPECT_EQ(site.paths(), "content/a.md loom.toml");
  EXPECT_EQ(site.diagnostics.warning_count(), 1u);
}

TEST(SourceLoader, WhatCannotBeReadKeepsItsLastGoodBytes) {
  if (geteuid() == 0) {
    GTEST_SKIP() << "root reads everything";
  }
  LoadedSite site;
  site.folder.write("content/a.md", "A");
  site.folder.write("content/sub/b.md", "B");
  site.load();
  ASSERT_EQ(chmod(site.folder.path("content/a.md").c_str(), 0), 0);
  ASSERT_EQ(chmod(site.folder.path("content/sub").c_str(), 0), 0);
  const LoadReport report = site.refresh({}, true);
  EXPECT_EQ(report.changed_paths, Paths{});
  EXPECT_EQ(report.unsettled_paths, (Paths{"content/a.md", "content/sub"}));
  EXPECT_EQ(site.text("content/a.md"), "A");
  EXPECT_EQ(site.text("content/sub/b.md"), "B");
  EXPECT_EQ(site.diagnostics.warning_count(), 2u);
  ASSERT_EQ(chmod(site.folder.path("content/a.md").c_str(), 0644), 0);
  ASSERT_EQ(chmod(site.folder.path("content/sub").c_str(), 0755), 0);
  site.refresh({"content/a.md", "content/sub"});
  EXPECT_TRUE(site.diagnostics.empty());
}

TEST(SourceLoader, ABareFolderHonoursGitignoreAndMayBecomeASite) {
  LoadedSite site(true);
  site.folder.write(".gitignore", "drafts/\n*.log\n");
  site.folder.write("a.md", "A");
  site.folder.write("drafts/b.md", "B");
  site.folder.write("x.log", "x");
  site.folder.write("content/c.md", "C");
  site.load();
  EXPECT_EQ(site.paths(), "a.md content/c.md");
  EXPECT_TRUE(site.loader.layout().is_bare());
  site.folder.write("loom.toml", "");
  EXPECT_EQ(site.refresh({"loom.toml"}).changed_paths, (Paths{"a.md", "loom.toml"}));
  EXPECT_EQ(site.paths(), "content/c.md loom.toml");
}

TEST(SourceLoader, TheHomeDirectoryAsksFirst) {
  const support::TempFolder home;
  home.write("a.md", "A");
  const char* before = std::getenv("HOME");
  const std::string kept = before == nullptr ? "" : before;
  ASSERT_EQ(setenv("HOME", home.path().c_str(), 1), 0);
  SourceTree tree;
  base::Diagnostics diagnostics;
  EXPECT_FALSE(SourceLoader(home.path(), {}).load_all(tree, diagnostics).has_value());
  SourceLoaderOptions options;
  options.allow_any_folder = true;
  EXPECT_TRUE(SourceLoader(home.path(), options).load_all(tree, diagnostics).has_value());
  setenv("HOME", kept.c_str(), 1);
}

}  // namespace
}  // namespace loom::site
