#include "migration/content_paths.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

TEST(ContentPaths, AnAddressWithOthersBelowItIsASection) {
  ContentPaths paths({"/docs/", "/docs/a/", "/x.html"});
  EXPECT_EQ(paths.take("/"), "content/_index.md");
  EXPECT_EQ(paths.take("/docs/"), "content/docs/_index.md");
  EXPECT_EQ(paths.take("/docs/a/"), "content/docs/a.md");
  EXPECT_EQ(paths.take("/x.html"), "content/x.md");
}

TEST(ContentPaths, NoPathIsGivenTwiceAndNoneMeansSomethingElse) {
  ContentPaths paths({"/a/", "/a.html", "/index/"});
  EXPECT_EQ(paths.take("/a/"), "content/a.md");
  EXPECT_EQ(paths.take("/a.html"), "content/a-2.md");
  EXPECT_EQ(paths.take("/index/"), "content/page-index.md");
  EXPECT_EQ(paths.take("/.hidden/"), "content/page-hidden.md");
}

TEST(ContentPaths, MissingSectionsAreAdded) {
  NewSite site;
  site.pages = {{"content/docs/step-by-step/a.md", "", {}, "", "", {}},
                {"content/one/b/index.md", "", {}, "", "", {}},
                {"content/taken/c.md", "", {}, "", "", {}}};
  site.copies["static/taken/index.html"] = "taken/index.html";
  add_missing_sections(site, {{"sort_by", "date"}});
  std::string added;
  for (std::size_t i = 3; i < site.pages.size(); ++i) {
    added += site.pages[i].path + "=" + text_value(site.pages[i].front, "title") + " ";
  }
  EXPECT_EQ(added,
            "content/_index.md= content/docs/_index.md=Docs content/docs/step-by-step/_index.md=Step by step "
            "content/one/_index.md=One ");
}

}  // namespace
}  // namespace loom::migration
