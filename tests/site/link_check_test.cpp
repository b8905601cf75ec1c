#include "site/link_check.h"

#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::site {
namespace {

base::Diagnostics check(std::string_view config, std::string_view text) {
  support::SiteModel model("--- config.toml\nbase_url = \"https://x.org\"\n" + std::string(config) +
                           "--- content/b.md\n# Some heading\n--- content/a.md\n+++\n+++\n" +
                           std::string(text));
  base::Diagnostics diagnostics;
  check_anchors(model.library, model.config, diagnostics);
  return diagnostics;
}

TEST(LinkCheck, AnchorsThatExistAreFine) {
  EXPECT_TRUE(
      check("", "[x](@/b.md#some-heading) [y](b.md#top) [z](b.md#) [e](https://e.org/#no)\n").empty());
}

TEST(LinkCheck, AMissingAnchorIsAnErrorAtTheLink) {
  const base::Diagnostics diagnostics = check("", "\nSee [x](@/b.md#some-headin).\n");
  ASSERT_EQ(diagnostics.error_count(), 1u);
  const base::Diagnostic& error = diagnostics.items()[0];
  EXPECT_EQ(error.file, "content/a.md");
  EXPECT_EQ(error.line, 4u);
  EXPECT_EQ(error.source_line, "See [x](@/b.md#some-headin).");
  EXPECT_EQ(error.hint, "did you mean `#some-heading`?");
}

TEST(LinkCheck, TheConfigurationMayMakeItAWarning) {
  const base::Diagnostics diagnostics =
      check("[link_checker]\ninternal_level = \"warn\"\n", "[x](@/b.md#nothing-like-it)\n");
  EXPECT_EQ(diagnostics.error_count(), 0u);
  EXPECT_EQ(diagnostics.warning_count(), 1u);
}

}  // namespace
}  // namespace loom::site
