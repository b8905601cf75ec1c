// The navigation of the built-in theme on pages that stand in no section.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

using support::build_site;
using support::Built;
using testing::HasSubstr;
using testing::Not;

/// From `<nav class="site-nav"` to its end.
std::string navigation_in(const std::string& body) {
  const std::size_t begin = body.find("<nav class=\"site-nav\"");
  return begin == std::string::npos ? "" : body.substr(begin, body.find("</nav>", begin) - begin);
}

std::string navigation_of(const Built& built, std::string_view path) {
  return navigation_in(built.body(path));
}

TEST(ThemeNavigation, OfABareFolderStandsOnEveryPage) {
  const Built built = build_site(
      "--- README.md\n# Home\n--- blog/README.md\n# Journal\n"
      "--- blog/2024-01-01-a.md\n---\ntags: [x]\n---\n# A\n");
  for (const char* path : {"/", "/tags/", "/tags/x/", "/blog/a/"}) {
    EXPECT_THAT(navigation_of(built, path), HasSubstr("Journal")) << path;
  }
  ASSERT_NE(built.outcome.snapshot, nullptr);
  EXPECT_THAT(navigation_in(*built.outcome.snapshot->not_found()->identity().body), HasSubstr("Journal"));
}

TEST(ThemeNavigation, IsThatOfTheLanguage) {
  const Built built = build_site(
      "--- loom.toml\nbase_url = \"https://x.org\"\ntaxonomies = [{ name = \"tags\" }]\n"
      "[languages.fr]\ntaxonomies = [{ name = \"tags\" }]\n"
      "--- content/blog/_index.md\n+++\ntitle = \"Journal\"\n+++\n"
      "--- content/carnet/_index.fr.md\n+++\ntitle = \"Carnet\"\n+++\n"
      "--- content/carnet/a.fr.md\n+++\ntaxonomies.tags = [\"x\"]\n+++\n"
      "--- content/blog/b.md\n+++\ntaxonomies.tags = [\"x\"]\n+++\n");
  EXPECT_THAT(navigation_of(built, "/tags/x/"), HasSubstr("Journal"));
  EXPECT_THAT(navigation_of(built, "/fr/tags/x/"), HasSubstr("Carnet"));
  EXPECT_THAT(navigation_of(built, "/fr/tags/x/"), Not(HasSubstr("Journal")));
}

}  // namespace
}  // namespace loom::build
