#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Scientific, LexesR) {
  expect_tokens("r", R"~(f <- function(x) { if (TRUE) x + 1.5 else "a" } # c
)~",
                {"kd:function", "k:if", "kc:TRUE", "mf:1.5", "k:else", "s2:\"a\"", "c1:# c"});
}

TEST(Scientific, LexesJulia) {
  expect_tokens("julia", R"~(function f(x::Int)::Float64; @show "a $x $(x+1)"; :sym end # c
)~",
                {"kd:function", "nf:f", "kt:Int", "kt:Float64", "nd:@show", "s2:\"a ", "nv:$x",
                 "s2: ", "si:$(", "mi:1", "si:)", "s2:\"", "ss::sym", "k:end", "c1:# c"});
}

TEST(Scientific, LexesMatlab) {
  expect_tokens("matlab", R"~(function y = f(x) % c
  if true, y = "a"; end
)~",
                {"kd:function", "nf:f", "c1:% c", "k:if", "kc:true", "s2:\"a\"", "k:end"});
}

TEST(Scientific, LexesFortran) {
  expect_tokens(
      "fortran", R"~(subroutine f(x) ! c
  integer :: x
  print *, 'a'
end subroutine
)~",
      {"kd:subroutine", "nf:f", "c1:! c", "kt:integer", "k:print", "s1:'a'", "k:end", "kd:subroutine"});
}

}  // namespace
}  // namespace loom::markdown
