#include "server/failure_page.h"

#include <gtest/gtest.h>

#include "server/limits.h"

namespace loom::server {
namespace {

base::Diagnostics mistakes(std::size_t count, const std::string& message) {
  base::Diagnostics diagnostics;
  for (std::size_t i = 0; i < count; ++i) {
    base::Diagnostic diagnostic;
    diagnostic.file = "content/<a>.md";
    diagnostic.message = message + " " + std::to_string(i);
    diagnostics.add(diagnostic);
  }
  return diagnostics;
}

TEST(FailurePage, AnswersEveryPathWithStatus500) {
  const auto site = build_failure_site(mistakes(1, "wrong"));
  EXPECT_EQ(site->find("/"), nullptr);
  EXPECT_EQ(site->not_found()->status, 500);
  EXPECT_EQ(site->not_found()->media_type, "text/html; charset=utf-8");
}

TEST(FailurePage, EscapesEveryByteOfTheMistakes) {
  const auto site = build_failure_site(mistakes(1, "<img src=x onerror=alert(1)>"));
  const std::string& html = *site->not_found()->identity().body;
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_NE(html.find("&lt;img"), std::string::npos);
  EXPECT_NE(html.find("content/&lt;a&gt;.md"), std::string::npos);
}

TEST(FailurePage, ListsABoundedNumberOfMistakes) {
  const auto site = build_failure_site(mistakes(kFailurePageDiagnosticsMax + 7, "wrong"));
  EXPECT_NE(site->not_found()->identity().body->find("And 7 more"), std::string::npos);
}

}  // namespace
}  // namespace loom::server
