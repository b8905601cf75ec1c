#include "markdown/highlight/line_formats.h"

#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(LineFormats, ColoursADiffByTheStartOfItsLines) {
  expect_tokens("diff", "diff a b\n--- a\n+++ b\n@@ -1 @@\n-c\n+d\n e",
                {"gh:diff a b", "gh:--- a", "gh:+++ b", "gu:@@ -1 @@", "gd:-c", "gi:+d"});
}

TEST(LineFormats, LexesARequest) {
  expect_tokens("http", "GET /a HTTP/1.1\nHost: b\n\n{\"c\": 1}",
                {"nf:GET", "nn:/a", "kn:HTTP/1.1", "na:Host", "s:b", "nt:\"c\"", "mi:1"});
}

TEST(LineFormats, LexesAResponse) {
  expect_tokens("http", "HTTP/1.1 404 Not Found\nA: b\n\n<p>",
                {"kn:HTTP/1.1", "mi:404", "nn:Not", "nn:Found", "na:A", "nt:p"});
}

TEST(LineFormats, TellsPromptsFromOutput) {
  expect_tokens("console", "$ if\nif\na@b:~# if", {"gp:$ ", "k:if", "go:if", "gp:a@b:~# ", "k:if"});
}

}  // namespace
}  // namespace loom::markdown
