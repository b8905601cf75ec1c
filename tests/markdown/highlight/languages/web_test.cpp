#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Web, LexesJavascript) {
  expect_tokens("javascript",
                R"~(const re = /a[/]b/g; let t = `x ${a + `${b}`} y`; function f(x) { return x / 2 / 3; }
const e = <div className="a" {...p}>text {x && <B/>} more</div>; export default class Foo {}
)~",
                {"kd:const", "sr:/a[/]b/g", "kd:let",    "sb:`x ",   "si:${",        "sb:`",    "si:${",
                 "si:}",     "sb:`",        "si:}",      "sb: y`",   "kd:function",  "nf:f",    "k:return",
                 "mi:2",     "mi:3",        "kd:const",  "nt:div",   "na:className", "s:\"a\"", "nt:B",
                 "nt:div",   "k:export",    "k:default", "kd:class", "nc:Foo"});
}

TEST(Web, LexesTypescript) {
  expect_tokens("typescript",
                R"~(interface A { readonly x: number } @Dec() class B<T> implements A { private f(): void {} }
)~",
                {"kd:interface", "nc:A", "k:readonly", "kt:number", "nd:@Dec", "kd:class", "nc:B", "nc:T",
                 "k:implements", "nc:A", "k:private", "nf:f", "k:void"});
}

TEST(Web, LexesCss) {
  expect_tokens(
      "css",
      R"~(.btn:hover > a { color: #fff; width: calc(100% - 2px); --x: var(--y); } @media (min-width: 10em) { #id { display: none !important } }
)~",
      {"nc:.btn", "nt:a", "na:color", "mh:#fff", "na:width", "nb:calc", "mi:100", "mi:2px", "na:--x",
       "nb:var", "k:@media", "na:min-width", "mi:10em", "nn:#id", "na:display", "kc:none", "k:!important"});
}

TEST(Web, LexesScss) {
  expect_tokens("scss", R"~($x: 1px; .a { &:hover { color: $x; } // c
}
)~",
                {"nv:$x", "mi:1px", "nc:.a", "nd::hover", "na:color", "nv:$x", "c1:// c"});
}

TEST(Web, LexesTsx) {
  expect_tokens("tsx", R"~(const a: Foo = <Bar<string> x={1}>t</Bar>;
)~",
                {"kd:const", "nc:Foo", "nt:Bar", "na:string", "mi:1", "nt:Bar"});
}

}  // namespace
}  // namespace loom::markdown
