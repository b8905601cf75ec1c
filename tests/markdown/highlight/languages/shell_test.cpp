#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Shell, LexesBash) {
  expect_tokens(
      "bash", R"~(#!/bin/bash
FOO=bar; for x in "$@"; do echo "a ${x} $(ls -l | wc)" > $HOME/x; done # c
cat <<EOF | grep y
text $x
EOF
if [ $? -eq 0 ]; then exit 1; fi
)~",
      {"ch:#!/bin/bash", "nv:FOO",   "k:for",  "k:in",   "s2:\"",  "nv:$@",    "s2:\"",   "k:do",
       "nb:echo",        "s2:\"a ",  "si:${",  "si:}",   "s2: ",   "si:$(",    "nb:ls",   "si:)",
       "s2:\"",          "nv:$HOME", "k:done", "c1:# c", "nb:cat", "sh:<<EOF", "nb:grep", "sh:text $x",
       "sh:EOF",         "k:if",     "nv:$?",  "mi:0",   "k:then", "nb:exit",  "mi:1",    "k:fi"});
}

TEST(Shell, LexesFish) {
  expect_tokens("fish", R"~(function f; set -x A "b $c"; end # c
)~",
                {"kd:function", "nf:f", "nb:set", "s2:\"b ", "nv:$c", "s2:\"", "k:end", "c1:# c"});
}

TEST(Shell, LexesPowershell) {
  expect_tokens(
      "powershell", R"~(function Get-X { param($a) if ($a -eq 1) { Write-Host "x $a $(1+1)" } } # c
)~",
      {"kd:function", "nf:Get-X", "k:param", "nv:$a", "k:if", "nv:$a", "ow:-eq", "mi:1", "nb:Write-Host",
       "s2:\"x ", "nv:$a", "s2: ", "si:$(", "mi:1", "mi:1", "si:)", "s2:\"", "c1:# c"});
}

TEST(Shell, LexesBatch) {
  expect_tokens("batch", R"~(@echo off
set X=%PATH% & if exist "a" goto end
)~",
                {"k:echo", "k:off", "k:set", "nv:%PATH%", "k:if", "k:exist", "s2:\"a\"", "k:goto"});
}

TEST(Shell, LexesConsole) {
  expect_tokens("console", R"~(user@host:~$ ls -l "x"
total 0
$ echo hi
)~",
                {"gp:user@host:~$ ", "nb:ls", "s2:\"x\"", "go:total 0", "gp:$ ", "nb:echo"});
}

}  // namespace
}  // namespace loom::markdown
