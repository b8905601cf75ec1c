#include "build/css/css_bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace loom::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class CssBundleTest : public testing::Test {
 protected:
  std::variant<CssBundle, CssBundleError> bundle(std::vector<std::string> urls) {
    const auto load = [&](std::string_view url) -> std::optional<CssSource> {
      const auto found = sheets_.find(std::string(url));
      if (found == sheets_.end()) {
        return std::nullopt;
      }
      return CssSource{"static" + found->first, found->first,
                       std::make_shared<const std::string>(found->second)};
    };
    std::vector<CssSource> entries;
    for (const std::string& url : urls) {
      entries.push_back(*load(url));
    }
    return bundle_css(entries, {load, "/blog/"});
  }
  std::string css(std::vector<std::string> urls) {
    auto result = bundle(std::move(urls));
    EXPECT_EQ(result.index(), 0U) << (result.index() == 1 ? std::get<1>(result).message : "");
    return result.index() == 0 ? std::get<0>(result).css : "";
  }
  std::string error(std::vector<std::string> urls) {
    auto result = bundle(std::move(urls));
    EXPECT_EQ(result.index(), 1U);
    return result.index() == 1 ? std::get<1>(result).message + " (" + std::get<1>(result).hint + ")" : "";
  }

  std::map<std::string, std::string> sheets_;
};

TEST_F(CssBundleTest, PutsImportsInTheirPlace) {
  sheets_ = {{"/css/a.css", "@import 'b.css';\n@import \"../c.css\";\na{}"},
             {"/css/b.css", "@import '/css/d.css?v=1';b{}"},
             {"/c.css", "c{}"},
             {"/css/d.css", "d{}"}};
  EXPECT_EQ(css({"/css/a.css", "/c.css"}), "d{}\nb{}\nc{}\n\na{}\nc{}\n");
}

TEST_F(CssBundleTest, KeepsTheConditionsOfImports) {
  sheets_ = {{"/a.css",
              "@layer x,y;@import 'b.css' layer(x) supports(display:grid) screen;@import 'b.css' layer;"
              "@import 'b.css' supports((a:b) or (c:d))"},
             {"/b.css", "b{}"}};
  EXPECT_EQ(
      css({"/a.css"}),
      "@layer x,y;\n@media screen{\n@supports (display:grid){\n@layer x{\nb{}\n}\n}\n}\n@layer{\nb{}\n}\n"
      "@supports (a:b) or (c:d){\nb{}\n}\n");
}

TEST_F(CssBundleTest, MovesRelativeAddresses) {
  sheets_ = {{"/css/a.css",
              "a{b:url(i.png) url( '../x y.png?z#w' ),url(/c.png),url(#d),url(data:e),url(https://f/g);"
              "c:image-set('h.png' 1x, \"/i.png\" 2x);content:'j.png'}"}};
  EXPECT_EQ(css({"/css/a.css"}),
            "a{b:url(\"/blog/css/i.png\") url( \"/blog/x y.png?z#w\" ),url(/c.png),url(#d),url(data:e),"
            "url(https://f/g);c:image-set(\"/blog/css/h.png\" 1x, \"/i.png\" 2x);content:'j.png'}\n");
}

TEST_F(CssBundleTest, ImportsOfOtherServersComeFirst) {
  sheets_ = {{"/a.css", "@import 'b.css';@import url(//x/y) screen;a{}"},
             {"/b.css", "@import 'https://z/w' layer(l);b{}"}};
  const auto result = bundle({"/a.css"});
  ASSERT_EQ(result.index(), 0U);
  EXPECT_EQ(std::get<0>(result).css,
            "@import \"https://z/w\" layer(l);\n@import \"//x/y\" screen;\nb{}\na{}\n");
  EXPECT_THAT(std::get<0>(result).warnings,
              ElementsAre(HasSubstr("static/a.css:1:17: the import of `//x/y`")));
}

TEST_F(CssBundleTest, WhatAFileLeavesOpenEndsWithIt) {
  sheets_ = {{"/a.css", "a{b:c"}, {"/b.css", "}d{e:'f"}, {"/c.css", "g{}/* h"}, {"/d.css", "i{j:k(l"}};
  EXPECT_EQ(css({"/a.css", "/b.css", "/c.css", "/d.css"}), "a{b:c}\nd{e:'f'}\ng{}/* h*/\ni{j:k(l)}\n");
}

TEST_F(CssBundleTest, MistakesNameTheirPlace) {
  sheets_ = {{"/a.css", "/* x */\n@import 'none.css';"},
             {"/b.css", "@import 'c.css';"},
             {"/c.css", "@import 'b.css';"},
             {"/d.css", "@import 'e.css' print;"},
             {"/e.css", "@import 'https://x';"}};
  EXPECT_THAT(error({"/a.css"}), HasSubstr("static/a.css:2:1: there is no style sheet `none.css`"));
  EXPECT_THAT(error({"/b.css"}),
              HasSubstr("static/c.css:1:1: `b.css` imports itself in the end (break the circle: "
                        "static/b.css imports static/c.css imports static/b.css)"));
  EXPECT_THAT(error({"/d.css"}), HasSubstr("static/e.css:1:1: `https://x` of another server"));
}

TEST_F(CssBundleTest, HasAnEnd) {
  sheets_["/z.css"] = "z{}";
  for (int i = 0; i < 20; ++i) {
    const std::string next = i == 0 ? "z" : std::to_string(i - 1);
    sheets_["/" + std::to_string(i) + ".css"] = "@import '" + next + ".css';@import '" + next + ".css';";
  }
  EXPECT_THAT(error({"/19.css"}), HasSubstr("a bundle can have 500 style sheets"));
}

TEST(ResolveRelativeUrl, StartsFromTheFolder) {
  EXPECT_EQ(resolve_relative_url("/css/a.css", "../b.png?x/../y"), "/b.png?x/../y");
  EXPECT_EQ(resolve_relative_url("/a.css", "../../b/./c/"), "/b/c/");
  EXPECT_EQ(resolve_relative_url("/css/a.css", "?x"), "/css/?x");
  for (const char* url : {"", "/x", "#x", "//x/y", "https://x", "data:x"}) {
    EXPECT_EQ(resolve_relative_url("/a.css", url), std::nullopt) << url;
  }
}

}  // namespace
}  // namespace loom::build
