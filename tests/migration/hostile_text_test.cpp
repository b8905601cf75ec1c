// Texts put together by chance from the marks that the importers look for: whatever they make of them, they
// end.
#include <gtest/gtest.h>
#include <random>

#include "migration/hugo/hugo_site.h"
#include "migration/jekyll/jekyll_site.h"

namespace loom::migration {
namespace {

std::string random_text(std::mt19937& random, const std::vector<std::string>& pieces) {
  std::string text;
  for (std::size_t i = 0, count = random() % 40; i < count; ++i) {
    text += pieces[random() % pieces.size()];
  }
  return text;
}

TEST(HostileText, PagesOfJekyll) {
  const std::vector<std::string> pieces = {"{%",
                                           "%}",
                                           "{{",
                                           "}}",
                                           "-",
                                           " if x",
                                           " for i in site.a",
                                           " endfor ",
                                           " else ",
                                           " endif ",
                                           " raw ",
                                           " endraw ",
                                           "\n",
                                           "{: .a}",
                                           "{:toc}",
                                           "```",
                                           "(",
                                           "a=\"",
                                           " include ",
                                           "p.md",
                                           "a.html",
                                           " | ",
                                           "[0]",
                                           " assign b =",
                                           "capture c",
                                           ".",
                                           "'",
                                           "highlight",
                                           "endhighlight",
                                           "# h ",
                                           "<pre>",
                                           "</pre>",
                                           "markdown=\"1\"",
                                           "<div",
                                           ">",
                                           "\xff",
                                           "link",
                                           ":",
                                           "   ",
                                           "post_url ",
                                           "comment",
                                           "site.data",
                                           "\t",
                                           "{#"};
  std::mt19937 random(7);
  for (int round = 0; round < 1500; ++round) {
    site::SourceTree tree;
    tree.put(site::make_source_file("_config.yml", "url: https://x.org\na: [1, 2]\n"));
    tree.put(site::make_source_file("_includes/a.html", random_text(random, pieces)));
    tree.put(site::make_source_file("p.md", "---\ntitle: x\n---\n" + random_text(random, pieces)));
    tree.put(site::make_source_file("q.html", "---\n---\n" + random_text(random, pieces)));
    EXPECT_TRUE(convert_jekyll(tree));
  }
}

TEST(HostileText, PagesOfHugo) {
  const std::vector<std::string> pieces = {
      "{{<",    ">}}", "{{%", "%}}", "/*",     "*/",        "/",        " a ",    "ref ", "\"", "`",  "=",
      "\\",     "\n",  "b",   "](",  ")",      "highlight", "details ", "X.md",   "{{",   "}}", "(",  "\xff",
      "param ", " 1 ", "{%",  "#",   ".Get 0", "with ",     "end",      ".Inner", "else", "-",  "if "};
  std::mt19937 random(8);
  for (int round = 0; round < 1500; ++round) {
    site::SourceTree tree;
    tree.put(site::make_source_file("hugo.toml", "baseURL = \"https://x.org\"\n"));
    tree.put(site::make_source_file("layouts/shortcodes/a.html", random_text(random, pieces)));
    tree.put(site::make_source_file("content/x.md", random_text(random, pieces)));
    tree.put(site::make_source_file("content/y.md", "---\ntitle: y\n---\n" + random_text(random, pieces)));
    EXPECT_TRUE(convert_hugo(tree, {}));
  }
}

}  // namespace
}  // namespace loom::migration
