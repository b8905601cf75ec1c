#include "build/css/css_minifier.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

struct Case {
  const char* css;
  const char* small;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& item : cases) {
    EXPECT_EQ(minify_css(item.css), item.small) << item.css;
    EXPECT_EQ(minify_css(item.small), item.small) << "not the same a second time";
  }
}

TEST(CssMinifier, DropsWhiteSpaceThatSaysNothing) {
  check({{"a , b {\n  color : red ;\n  margin: 0  auto !important;\n}\n\n",
          "a,b{color:red;margin:0 auto!important}"},
         {" @media screen and ( min-width : 10px ) , print { a { b : c } } ",
          "@media screen and (min-width : 10px),print{a{b:c}}"},
         {"a > b + c ~ d  e { x: rgb( 1 , 2 , 3 ) }", "a>b+c~d e{x:rgb(1,2,3)}"},
         {"@font-face {\n src : url( a.woff ) , url( 'b c' ) format( \"x\" ) ;\n}",
          "@font-face{src:url( a.woff ),url('b c') format(\"x\")}"},
         {"@import 'a' screen ;\n@layer a , b ;", "@import 'a' screen;@layer a,b;"},
         {"a { b { c: d; } &:hover { e: f } }", "a{b{c:d}&:hover{e:f}}"},
         {"", ""},
         {" \n ", ""}});
}

TEST(CssMinifier, KeepsWhiteSpaceThatMeansSomething) {
  check({{"a :hover, a:is( .b , .c ) .d {}", "a :hover,a:is(.b,.c) .d{}"},
         {"a{x:calc( 1px + 2px * (3 - 4) )}", "a{x:calc(1px + 2px * (3 - 4))}"},
         {"a{grid:\"a  b\" 1fr \"c\"/ 2fr}", "a{grid:\"a  b\" 1fr \"c\"/ 2fr}"},
         {"li:nth-child( 2n + 1 ){}", "li:nth-child(2n + 1){}"},
         {"@media not all and (a){}", "@media not all and (a){}"},
         {".a\\,  b{} .\\31  c{} .a\\:  b{}", ".a\\, b{}.\\31  c{}.a\\: b{}"},
         {"a{b:c\\;}", "a{b:c\\;}"},
         {"a [b = 'c  d' ] e{}", "a [b = 'c  d' ] e{}"}});
}

TEST(CssMinifier, LeavesCustomPropertiesAlone) {
  check({{":root{ --a :  b   c ; --d: { e : f ; g } ; --h:; --i: ; }",
          ":root{--a : b c;--d: { e : f ; g };--h:;--i:}"}});
}

TEST(CssMinifier, DropsCommentsButLicencesAndWhatKeepsWordsApart) {
  check({{"/* a */a/* b */{/* c */b/* d */:/* e */c/* f */;}/* g */", "a{b:c}"},
         {"a/* x */b/* y */ c{}", "a/**/b c{}"},
         {"/*! licence */ a {} /*! x */ b { /*! y */ c:d }", "/*! licence */a{}/*! x */b{/*! y */c:d}"},
         {"a{}/* never closed", "a{}"}});
}

TEST(CssMinifier, TakesBrokenTextAsItIs) {
  for (const char* css :
       {"a{b:c", "}", "a{{}", "a{b:url(", "a{b:'c\n}d{}", "@", "a{b:(c;}", ")", "\\", "a:;;b", "/*"}) {
    const std::string once = minify_css(css);
    EXPECT_EQ(minify_css(once), once) << css;
  }
}

}  // namespace
}  // namespace loom::build
