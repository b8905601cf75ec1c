#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(CFamily, LexesC) {
  expect_tokens("c", R"~(#include <stdio.h>
#define MAX 10
static int main(void) { size_t n = 0x1F; printf("%d\n", 'a'); return n * 1.5f; } // end
)~",
                {"cp:#include", "cpf:<stdio.h>", "cp:#define", "no:MAX", "mi:10", "k:static", "kt:int",
                 "nf:main", "kt:void", "kt:size_t", "mh:0x1F", "nf:printf", "s2:\"%d", "se:\\n", "s2:\"",
                 "sc:'a'", "k:return", "mf:1.5f", "c1:// end"});
}

TEST(CFamily, LexesCpp) {
  expect_tokens("cpp", R"~(template <class T> auto f(std::string_view s) -> int { return R"x(a"b)x"; }
namespace a::b { enum class Color { Red }; co_await g(1'000); }
)~",
                {"k:template", "kd:class", "nc:T", "k:auto", "nf:f", "kt:int", "k:return", "s:R\"x(a\"b)x\"",
                 "kn:namespace", "nn:a", "nn:b", "kd:enum", "kd:class", "nc:Color", "nc:Red", "k:co_await",
                 "nf:g", "mi:1'000"});
}

TEST(CFamily, LexesCSharp) {
  expect_tokens("csharp", R"~(using System.Text; public class A { string s = $"a{b}c"; var p = @"c:\x"; }
)~",
                {"kn:using", "nn:System", "nn:Text", "k:public", "kd:class", "nc:A", "kt:string", "s2:$\"a",
                 "si:{", "si:}", "s2:c\"", "kd:var", "s2:@\"c:\\x\""});
}

TEST(CFamily, LexesObjectiveC) {
  expect_tokens("objective-c", R"~(@interface Foo : NSObject
NSString *s = @"x"; [self call:YES];
)~",
                {"kd:@interface", "nc:Foo", "nc:NSObject", "nc:NSString", "s2:@\"x\"", "bp:self", "kc:YES"});
}

TEST(CFamily, LexesD) {
  expect_tokens("d", R"~(import std.stdio; void main() { writeln(`a`); /+ a /+ b +/ c +/ }
)~",
                {"kn:import", "nn:std", "nn:stdio", "kt:void", "nf:main", "nf:writeln", "sb:`a`",
                 "cm:/+ a /+ b +/ c +/"});
}

}  // namespace
}  // namespace loom::markdown
