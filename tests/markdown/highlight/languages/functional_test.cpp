#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Functional, LexesHaskell) {
  expect_tokens("haskell", R"~(module Main where
import Data.List (sort)
f' :: Int -> String -- c
f' x = case x of { 0 -> "a"; _ -> show 'c' }
)~",
                {"kn:module", "kt:Main", "k:where", "kn:import", "kt:Data", "kt:List", "kt:Int", "kt:String",
                 "c1:-- c", "k:case", "k:of", "mi:0", "s2:\"a\"", "nb:show", "sc:'c'"});
}

TEST(Functional, LexesOcaml) {
  expect_tokens(
      "ocaml", R"~(let rec f x = match x with Some y -> y | None -> "a" (* c (* d *) *)
)~",
      {"kd:let", "k:rec", "k:match", "k:with", "nc:Some", "nc:None", "s2:\"a\"", "cm:(* c (* d *) *)"});
}

TEST(Functional, LexesFSharp) {
  expect_tokens("fsharp", R"~(let f x = printfn $"a {x}" // c
)~",
                {"kd:let", "s2:$\"a ", "si:{", "si:}", "s2:\"", "c1:// c"});
}

TEST(Functional, LexesElixir) {
  expect_tokens("elixir", R"~(defmodule A.B do
  @doc "x"
  def f(x), do: {:ok, "a #{x}", ~r/b/i} # c
end
)~",
                {"kd:defmodule", "nn:A", "nn:B", "k:do", "na:@doc", "s2:\"x\"", "kd:def", "nf:f", "ss:do",
                 "ss::ok", "s2:\"a ", "si:#{", "si:}", "s2:\"", "sr:~r/b/i", "c1:# c", "k:end"});
}

TEST(Functional, LexesErlang) {
  expect_tokens(
      "erlang", R"~(-module(a).
f(X) -> case X of ok -> "a" end. % c
)~",
      {"nf:module", "nf:f", "nv:X", "k:case", "nv:X", "k:of", "kc:ok", "s2:\"a\"", "k:end", "c1:% c"});
}

TEST(Functional, LexesNix) {
  expect_tokens("nix", R"~({ pkgs ? import <nixpkgs> {} }: let x = "a ${y}"; in x # c
)~",
                {"nb:import", "k:let", "na:x", "s2:\"a ", "si:${", "si:}", "s2:\"", "k:in", "c1:# c"});
}

TEST(Functional, LexesElm) {
  expect_tokens("elm", R"~(import Html
f x = case x of 1 -> "a" -- c
)~",
                {"kn:import", "kt:Html", "k:case", "k:of", "mi:1", "s2:\"a\"", "c1:-- c"});
}

}  // namespace
}  // namespace loom::markdown
