#include "build/static_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_model.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using support::SiteModel;
using testing::HasSubstr;

struct Published {
  explicit Published(std::string_view text, bool is_preview = false) : model(text) {
    files = publish_static_files(
        {model.tree, model.config, *model.placement, assets, "/none", is_preview, false}, diagnostics);
  }
  const PublishedFile* find(std::string_view path) const {
    for (const PublishedFile& file : files) {
      if (file.path == path) {
        return &file;
      }
    }
    return nullptr;
  }

  SiteModel model;
  std::vector<ThemeAsset> assets;
  base::Diagnostics diagnostics;
  std::vector<PublishedFile> files;
};

TEST(StaticStep, FilesOfStaticAndBesidePagesArePublished) {
  const Published published(
      "--- loom.toml\n--- static/css/a.css\np{}\n--- content/b/index.md\nx\n--- content/b/cat.txt\ncat\n");
  ASSERT_NE(published.find("/css/a.css"), nullptr);
  EXPECT_EQ(published.find("/css/a.css")->label, "static/css/a.css");
  EXPECT_EQ(*published.find("/css/a.css")->resource->identity().body, "p{}\n");
  EXPECT_THAT(published.find("/css/a.css")->resource->identity().fields, HasSubstr("max-age=3600"));
  ASSERT_NE(published.find("/b/cat.txt"), nullptr);
  EXPECT_EQ(published.files.size(), 2U);
}

TEST(StaticStep, TheSiteComesBeforeItsTheme) {
  const Published published(
      "--- loom.toml\ntheme = \"t\"\n--- static/a.txt\nown\n"
      "--- themes/t/static/a.txt\ntheme\n--- themes/t/static/b.txt\ntheme\n");
  EXPECT_EQ(published.find("/a.txt")->label, "static/a.txt");
  EXPECT_EQ(published.find("/b.txt")->label, "themes/t/static/b.txt");
}

TEST(StaticStep, PreviewRevalidatesEverything) {
  const Published published("--- loom.toml\n--- static/a.css\np{}\n", true);
  EXPECT_THAT(published.find("/a.css")->resource->identity().fields, HasSubstr("no-cache"));
}

TEST(StaticStep, PagesRevalidateInProductionToo) {
  const Published published("--- loom.toml\n--- static/a/index.html\n<p>\n");
  ASSERT_NE(published.find("/a/"), nullptr);
  EXPECT_EQ(published.find("/a/")->resource->media_type, "text/html; charset=utf-8");
  EXPECT_THAT(published.find("/a/")->resource->identity().fields, HasSubstr("no-cache"));
}

TEST(StaticStep, ALargeFileIsServedFromDiskAndOneThatIsGoneIsAWarning) {
  const support::TempFolder folder;
  SiteModel model("--- loom.toml\n");
  for (const char* path : {"static/film.mp4", "static/gone.mp4"}) {
    folder.write(path, "film");
    site::SourceFile file = site::make_source_file(path, "");
    file.bytes = nullptr;
    file.stamp = base::file_status(folder.path(path)).stamp;
    model.tree.put(file);
  }
  folder.remove("static/gone.mp4");
  base::Diagnostics diagnostics;
  const auto files = publish_static_files(
      {model.tree, model.config, *model.placement, {}, folder.path(), false, true}, diagnostics);
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].path, "/film.mp4");
  ASSERT_NE(files[0].resource->file, nullptr);
  EXPECT_EQ(files[0].resource->size_bytes(), 4U);
  ASSERT_EQ(diagnostics.warning_count(), 1U);
  EXPECT_EQ(diagnostics.items()[0].file, "static/gone.mp4");
}

}  // namespace
}  // namespace loom::build
