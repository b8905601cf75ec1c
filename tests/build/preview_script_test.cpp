#include "build/preview_script.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

constexpr std::string_view kScript = "<script src=\"/_loom/live.js\" async></script>";

TEST(PreviewScript, StandsBeforeTheLastBodyEnd) {
  EXPECT_EQ(with_preview_script("<body>x</body></html>"),
            "<body>x" + std::string(kScript) + "</body></html>");
  EXPECT_EQ(with_preview_script("<pre></body></pre></BODY>\n"),
            "<pre></body></pre>" + std::string(kScript) + "</BODY>\n");
  EXPECT_EQ(with_preview_script("x</body></div></html>"),
            "x" + std::string(kScript) + "</body></div></html>");
}

TEST(PreviewScript, StandsAtTheEndWhereThereIsNoBodyEnd) {
  EXPECT_EQ(with_preview_script("<p>x"), "<p>x" + std::string(kScript));
  EXPECT_EQ(with_preview_script(""), kScript);
  EXPECT_EQ(with_preview_script("</"), "</" + std::string(kScript));
}

}  // namespace
}  // namespace loom::build
