#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::tokens_of;

TEST(Data, LexesJson) {
  expect_tokens(
      "json", R"~({"a": 1, "b": [true, null, -2.5e3, "x\n"]}
)~",
      {"nt:\"a\"", "mi:1", "nt:\"b\"", "kc:true", "kc:null", "mf:2.5e3", "s2:\"x", "se:\\n", "s2:\""});
}

TEST(Data, LexesYaml) {
  expect_tokens("yaml", R"~(---
# c
key: value
list: [1, "a", true]
k2: |
  block text
- &anchor name: 'x' # c
)~",
                {"nn:---", "c1:# c", "nt:key", "nt:list", "mi:1", "s2:\"a\"", "kc:true", "nt:k2",
                 "s:  block text", "nl:&anchor", "nt:name", "s1:'x'", "c1:# c"});
}

TEST(Data, LexesToml) {
  expect_tokens("toml", R"~([section.a]
key = "v" # c
a.b = [1, 2.5, true, 1979-05-27]
)~",
                {"nn:[section.a]", "na:key", "s2:\"v\"", "c1:# c", "na:a.b", "mi:1", "mf:2.5", "kc:true",
                 "mi:1979", "mi:05", "mi:27"});
}

TEST(Data, LexesIni) {
  expect_tokens("ini", R"~([s]
key = it's value
; c
)~",
                {"nn:[s]", "na:key", "c1:; c"});
}

TEST(Data, LexesDiff) {
  expect_tokens("diff", R"~(--- a
+++ b
@@ -1 +1 @@
-x
+y
)~",
                {"gh:--- a", "gh:+++ b", "gu:@@ -1 +1 @@", "gd:-x", "gi:+y"});
}

TEST(Data, LexesHttp) {
  expect_tokens("http", R"~(GET /a HTTP/1.1
Host: x

{"a": 1}
)~",
                {"nf:GET", "nn:/a", "kn:HTTP/1.1", "na:Host", "s:x", "nt:\"a\"", "mi:1"});
}

TEST(Data, LeavesTextPlain) {
  EXPECT_TRUE(tokens_of("text", "if plain").empty());
}

TEST(Data, LexesYamlBlockText) {
  expect_tokens("yaml", R"~(- run: |
    echo "a"
  with: x
)~",
                {"nt:run", "s:    echo \"a\"", "nt:with"});
}

}  // namespace
}  // namespace loom::markdown
