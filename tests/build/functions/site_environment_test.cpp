#include "build/functions/site_environment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rendering.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

using testing::HasSubstr;

std::string rendered(const std::string& text) {
  const support::Rendered result = support::render_set({{"a.txt", text}}, {}, make_site_environment());
  return result.ok ? result.text : "error: " + result.message();
}

TEST(SiteEnvironment, DecodesBase64ThatIsText) {
  EXPECT_EQ(rendered("{{ `w6k=` | base64_decode }}"), "é");
  EXPECT_THAT(rendered("{{ `w6k` | base64_decode }}"), HasSubstr("the text is no Base64"));
  EXPECT_THAT(rendered("{{ `//79` | base64_decode }}"), HasSubstr("no text in UTF-8"));
}

TEST(SiteEnvironment, NamesFunctionsOfZolaThatAreAbsent) {
  const support::Built built = support::build_site(
      "--- config.toml\nbase_url = \"https://x.org\"\n--- content/a.md\nA\n"
      "--- templates/page.html\n{% set image = resize_image(path=\"a.png\", width=1) %}\n");
  EXPECT_THAT(built.messages(),
              HasSubstr("error templates/page.html:1:16: `resize_image` is a function of Zola that this "
                        "version of Loom does not have"));
}

}  // namespace
}  // namespace loom::build
