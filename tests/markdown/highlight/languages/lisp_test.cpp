#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Lisp, LexesLisp) {
  expect_tokens("lisp", R"~((defun f (x) "doc" (if (> x 1) '(a b) :k #\a)) ; c
)~",
                {"kd:defun", "nf:f", "nf:x", "s2:\"doc\"", "k:if", "nf:>", "mi:1", "nf:a", "ss::k", "sc:#\\a",
                 "c1:; c"});
}

TEST(Lisp, LexesClojure) {
  expect_tokens(
      "clojure", R"~((ns a.b) (defn f [x] (let [y 1] (println :k "a"))) ; c
)~",
      {"kn:ns", "nn:a.b", "kd:defn", "nf:f", "k:let", "mi:1", "nf:println", "ss::k", "s2:\"a\"", "c1:; c"});
}

}  // namespace
}  // namespace loom::markdown
