#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Jvm, LexesJava) {
  expect_tokens(
      "java",
      R"~(package a.b; @Override public class A extends B { final String s = "x\n"; void f() { return null; } }
)~",
      {"kn:package", "nn:a", "nn:b", "nd:@Override", "k:public", "kd:class", "nc:A", "k:extends", "nc:B",
       "k:final", "nc:String", "s2:\"x", "se:\\n", "s2:\"", "kt:void", "nf:f", "k:return", "kc:null"});
}

TEST(Jvm, LexesKotlin) {
  expect_tokens("kotlin", R"~(data class A(val n: Int) fun f(s: String) = "a $s ${n + 1}"
)~",
                {"k:data", "kd:class", "nc:A", "kd:val", "kt:Int", "kd:fun", "nf:f", "kt:String", "s2:\"a ",
                 "nv:$s", "s2: ", "si:${", "mi:1", "si:}", "s2:\""});
}

TEST(Jvm, LexesScala) {
  expect_tokens("scala", R"~(object A extends App { def f(x: Int): String = s"a $x ${x}"; val c = 'c' }
)~",
                {"kd:object", "nc:A", "k:extends", "nc:App", "kd:def", "nf:f", "kt:Int", "kt:String",
                 "s2:s\"a ", "nv:$x", "s2: ", "si:${", "si:}", "s2:\"", "kd:val", "sc:'c'"});
}

TEST(Jvm, LexesGroovy) {
  expect_tokens("groovy", R"~(def x = "a ${y}"; class B { String z = 'q' }
)~",
                {"kd:def", "s2:\"a ", "si:${", "si:}", "s2:\"", "kd:class", "nc:B", "kt:String", "s1:'q'"});
}

TEST(Jvm, LexesDart) {
  expect_tokens("dart",
                R"~(import 'a.dart'; class A { final String s = "x $y ${z}"; Future<void> f() async {} }
)~",
                {"kn:import", "s1:'a.dart'", "kd:class", "nc:A", "k:final", "kt:String", "s2:\"x ", "nv:$y",
                 "s2: ", "si:${", "si:}", "s2:\"", "kt:Future", "kt:void", "nf:f", "k:async"});
}

}  // namespace
}  // namespace loom::markdown
