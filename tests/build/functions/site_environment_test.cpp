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

}  // namespace
}  // namespace loom::build
