#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Infrastructure, LexesDockerfile) {
  expect_tokens("dockerfile", R"~(FROM debian:12 AS build
RUN apt-get install -y "x" && echo $HOME # c
# c
)~",
                {"k:FROM", "mi:12", "k:AS", "k:RUN", "s2:\"x\"", "nv:$HOME", "c1:# c", "c1:# c"});
}

TEST(Infrastructure, LexesMakefile) {
  expect_tokens(
      "makefile", R"~(CC := gcc
X += $(Y)
all: main.o # c
	$(CC) -o $@ "x"
ifeq ($(A),b)
)~",
      {"nf:CC", "nf:X", "nv:$(Y)", "nf:all", "c1:# c", "nv:$(CC)", "nv:$@", "s2:\"x\"", "k:ifeq", "nv:$(A)"});
}

TEST(Infrastructure, LexesCmake) {
  expect_tokens("cmake", R"~(cmake_minimum_required(VERSION 3.25) # c
if(NOT FOO) set(X "a ${B}") endif()
)~",
                {"nf:cmake_minimum_required", "no:VERSION", "mf:3.25", "c1:# c", "k:if", "ow:NOT", "no:FOO",
                 "nf:set", "s2:\"a ", "si:${", "si:}", "s2:\"", "k:endif"});
}

TEST(Infrastructure, LexesNginx) {
  expect_tokens(
      "nginx", R"~(server { listen 80; location / { proxy_pass http://x; root $root; } } # c
)~",
      {"k:server", "k:listen", "mi:80", "k:location", "k:proxy_pass", "k:root", "nv:$root", "c1:# c"});
}

TEST(Infrastructure, LexesHcl) {
  expect_tokens("hcl", R"~(resource "aws_x" "y" { count = 1
  name = "a-${var.b}" # c
}
)~",
                {"kd:resource", "s2:\"aws_x\"", "s2:\"y\"", "na:count", "mi:1", "na:name", "s2:\"a-", "si:${",
                 "si:}", "s2:\"", "c1:# c"});
}

}  // namespace
}  // namespace loom::markdown
