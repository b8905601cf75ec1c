#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Scripting, LexesPython) {
  expect_tokens("python", R"~(@app.route("/")
async def f(self, x: int = 0) -> None:
    """doc"""
    return f"a {x!r} {{b}}" + r'\d' and True  # c
class A(Base): pass
from os.path import join
)~",
                {"nd:@app.route", "s2:\"/\"", "k:async",   "kd:def",    "nf:f",
                 "bp:self",       "nb:int",   "mi:0",      "kc:None",   "s2:\"\"\"doc\"\"\"",
                 "k:return",      "s2:f\"a ", "si:{",      "si:}",      "s2: ",
                 "se:{{",         "s2:b}}\"", "s1:r'\\d'", "ow:and",    "kc:True",
                 "c1:# c",        "kd:class", "nc:A",      "nc:Base",   "k:pass",
                 "kn:from",       "nn:os",    "nn:path",   "kn:import", "nn:join"});
}

TEST(Scripting, LexesRuby) {
  expect_tokens("ruby", R"~(require 'x'
class Foo < Bar
  attr_reader :a
  def go?(x) = puts "a #{x + 1}"
  %w[a b].each { |e| @y = e =~ /r#{1}x/i }
  s = <<~EOS
    text
  EOS
  nil
)~",
                {"kn:require", "s1:'x'",      "kd:class", "nc:Foo",    "nc:Bar",  "nb:attr_reader",
                 "ss::a",      "kd:def",      "nf:go?",   "nb:puts",   "s2:\"a ", "si:#{",
                 "mi:1",       "si:}",        "s2:\"",    "s:%w[a b]", "vi:@y",   "sr:/r#{1}x/i",
                 "sh:<<~EOS",  "sh:    text", "sh:  EOS", "kc:nil"});
}

TEST(Scripting, LexesPhp) {
  expect_tokens("php", R"~(<p><?php namespace A; function f($x) { echo "a $x"; return null; } ?></p>
)~",
                {"nt:p", "cp:<?php", "kn:namespace", "nn:A", "kd:function", "nf:f", "nv:$x", "k:echo",
                 "s2:\"a ", "nv:$x", "s2:\"", "k:return", "kc:null", "cp:?>", "nt:p"});
}

TEST(Scripting, LexesPerl) {
  expect_tokens("perl", R"~(use strict; my $x = qw(a b); sub f { if ($x =~ m/a/i) { s/a/b/g; } } # c
)~",
                {"kn:use", "nn:strict", "k:my", "nv:$x", "s:qw(a b)", "kd:sub", "nf:f", "k:if", "nv:$x",
                 "sr:m/a/i", "sr:s/a/b/g", "c1:# c"});
}

TEST(Scripting, LexesLua) {
  expect_tokens("lua", R"~(local function f(x) return [[a]] .. "b" end --[[ c
d ]] -- e
)~",
                {"kd:local", "kd:function", "nf:f", "k:return", "s:[[a]]", "s2:\"b\"", "k:end", "cm:--[[ c",
                 "cm:d ]]", "c1:-- e"});
}

TEST(Scripting, LexesVim) {
  expect_tokens("vim", R"~(" c
set nocompatible
function! Foo() abort
  let g:x = 'a'
)~",
                {"c1:\" c", "k:set", "kd:function!", "nf:Foo", "k:abort", "k:let", "s1:'a'"});
}

TEST(Scripting, LexesPhpCode) {
  expect_tokens("php-code", R"~(echo <<<EOT
 hi
 EOT;
$x = 1;
)~",
                {"k:echo", "sh:<<<EOT", "sh: hi", "sh: EOT", "nv:$x", "mi:1"});
}

}  // namespace
}  // namespace loom::markdown
