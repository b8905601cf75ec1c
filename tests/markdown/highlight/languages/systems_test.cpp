#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Systems, LexesRust) {
  expect_tokens(
      "rust", R"~(#[derive(Debug)]
pub fn run<'a>(x: &'a str) -> Option<u8> { let c = 'x'; println!("{}\n", r#"q"#); 1_000u32 }
)~",
      {"nd:#[derive(Debug)]", "k:pub", "kd:fn", "nf:run", "nl:'a", "nl:'a", "kt:str", "kt:Option", "kt:u8",
       "kd:let", "sc:'x'", "nf:println!", "s2:\"{}", "se:\\n", "s2:\"", "s:r#\"q\"#", "mi:1_000u32"});
}

TEST(Systems, LexesGo) {
  expect_tokens("go", R"~(package main
func Hello(w io.Writer) error { s := `raw`; for i := range 10 { append(s, 'x') } }
)~",
                {"kn:package", "nn:main", "kd:func", "nf:Hello", "kt:error", "sb:`raw`", "k:for", "k:range",
                 "mi:10", "nb:append", "sc:'x'"});
}

TEST(Systems, LexesZig) {
  expect_tokens("zig", R"~(const std = @import("std"); pub fn main() !void { var x: u8 = 0b101; }
)~",
                {"kd:const", "nb:@import", "s2:\"std\"", "k:pub", "kd:fn", "nf:main", "kt:void", "kd:var",
                 "kt:u8", "mb:0b101"});
}

TEST(Systems, LexesSwift) {
  expect_tokens("swift", R"~(@main struct App { let s = "a\(b + 1)c"; func go() -> Int? { return nil } }
)~",
                {"nd:@main", "kd:struct", "nc:App", "kd:let", "s2:\"a", "si:\\(", "mi:1", "si:)", "s2:c\"",
                 "kd:func", "nf:go", "kt:Int", "k:return", "kc:nil"});
}

TEST(Systems, LexesAssembly) {
  expect_tokens("assembly", R"~(section .text
_start: mov eax, 0x1 ; exit
  int 80h
)~",
                {"kd:section", "nl:.text", "nl:_start", "nv:eax", "mh:0x1", "c1:; exit", "k:int", "mi:80h"});
}

}  // namespace
}  // namespace loom::markdown
