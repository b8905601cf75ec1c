#include "build/static_step.h"

#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::build {
namespace {

/// The paths of the static files that a site given as text publishes, ordered.
std::string published_paths(std::string_view site_text) {
  const support::SiteModel model(site_text);
  base::Diagnostics diagnostics;
  std::string text;
  for (const PublishedFile& file :
       publish_static_files({model.tree, model.config, *model.placement, {}, "/site"}, diagnostics)) {
    text += (text.empty() ? "" : " ") + file.path;
  }
  return text;
}

TEST(StaticStep, PublishesTheSitesFilesBeforeThoseOfItsTheme) {
  EXPECT_EQ(published_paths("--- loom.toml\ntheme = \"t\"\n--- static/a.txt\nA\n--- static/b/index.html\nB\n"
                            "--- themes/t/static/a.txt\nT\n--- themes/t/static/c.txt\nC\n"),
            "/a.txt /b/ /c.txt");
}

TEST(StaticStep, LeavesOutWhatTheConfigurationNames) {
  EXPECT_EQ(published_paths("--- loom.toml\nignored_static = [\"*.psd\", \"drafts/**\"]\n"
                            "--- static/a.txt\nA\n--- static/img/b.psd\nB\n--- static/drafts/c.txt\nC\n"),
            "/a.txt");
}

}  // namespace
}  // namespace loom::build
