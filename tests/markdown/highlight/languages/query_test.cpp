#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Query, LexesSql) {
  expect_tokens("sql", R"~(SELECT count(*) FROM t WHERE a = 'it''s' AND b IS NULL; -- c
)~",
                {"k:SELECT", "nf:count", "k:FROM", "k:WHERE", "s1:'it", "se:''", "s1:s'", "ow:AND", "ow:IS",
                 "kc:NULL", "c1:-- c"});
}

TEST(Query, LexesGraphql) {
  expect_tokens("graphql", R"~(query Q($x: ID!) { user(id: $x) { name @include(if: true) } } # c
)~",
                {"k:query", "nf:Q", "nv:$x", "kt:ID", "nf:user", "na:id", "nv:$x", "nd:@include", "na:if",
                 "kc:true", "c1:# c"});
}

TEST(Query, LexesProtobuf) {
  expect_tokens(
      "protobuf", R"~(syntax = "proto3"; message A { repeated string x = 1; } // c
)~",
      {"k:syntax", "s2:\"proto3\"", "kd:message", "nc:A", "k:repeated", "kt:string", "mi:1", "c1:// c"});
}

}  // namespace
}  // namespace loom::markdown
