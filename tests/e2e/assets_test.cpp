// What a site carries besides its pages, through the real binary: style sheets compiled by Sass while it is
// being served, and a search index that elasticlunr.js itself finds words in.
#include <gtest/gtest.h>

#include "base/process.h"
#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"

namespace loom::e2e {
namespace {

TEST(Sass, ASaveOfAPartialCompilesItsStyleSheet) {
  if (base::find_program("sass").empty()) {
    GTEST_SKIP() << "the sass command is not installed";
  }
  SmallSite world;
  world.site.write("loom.toml", std::string(kConfig) + "compile_sass = true\n");
  world.site.write("sass/main.scss", "@use 'part';\na { color: part.$c; }\n");
  world.site.write("sass/_part.scss", "$c: red;\n");
  LoomProcess server{world.path()};
  ASSERT_TRUE(server.shows("/main.css", "a{color:red}"));
  const std::size_t from = server.log().size();
  world.site.write("sass/_part.scss", "$c: $none;\n");
  EXPECT_TRUE(server.says("sass/_part.scss:1:5", from));
  EXPECT_EQ(server.get("/main.css").status, 200);
  world.site.write("sass/_part.scss", "$c: blue;\n");
  EXPECT_TRUE(server.shows("/main.css", "a{color:blue}"));
}

/// Loads the published script and index as a page does and prints what is found.
constexpr std::string_view kSearcher = R"(
const fs = require('fs');
const window = {};
const script = fs.readFileSync('out/elasticlunr.min.js', 'utf8');
const found = { exports: {} };
new Function('module', 'exports', 'define', script)(found, found.exports, undefined);
const elasticlunr = found.exports;
new Function('window', fs.readFileSync('out/search_index.en.js', 'utf8'))(window);
const index = elasticlunr.Index.load(window.searchIndex);
for (const words of process.argv.slice(2)) {
  const refs = index.search(words, { fields: { title: { boost: 2 }, body: { boost: 1 } } }).map((hit) => hit.ref);
  console.log(words + ': ' + refs.join(' '));
}
)";

TEST(Search, ElasticlunrFindsTheWordsOfPages) {
  SmallSite world;
  if (base::find_program("node").empty()) {
    GTEST_SKIP() << "Node is not installed";
  }
  world.site.write("loom.toml", std::string(kConfig) + "build_search_index = true\n");
  world.site.write("content/foxes.md", "---\ntitle: Foxes\n---\nThey were playing, possibly with daisies.\n");
  world.site.write("content/dogs.md",
                   "---\ntitle: Dogs\n---\nA fox was seen by generalizations of terminologies.\n");
  world.site.write("find.js", kSearcher);
  ChildOptions options = world.loom_options();
  options.folder = world.path();
  ASSERT_EQ(run_program({LOOM_BINARY, "build", ".", "-o", "out"}, options).exit_code, 0);
  if (!world.site.exists("out/elasticlunr.min.js")) {
    GTEST_SKIP() << "the program was built without elasticlunr.min.js";
  }
  const ProgramResult result = run_program(
      {"node", "find.js", "fox", "play", "daisy", "possible", "terminology", "the", "nothing"}, options);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out,
            "fox: https://example.org/foxes/ https://example.org/dogs/\n"
            "play: https://example.org/foxes/\n"
            "daisy: https://example.org/foxes/\n"
            "possible: https://example.org/foxes/\n"
            "terminology: https://example.org/dogs/\n"
            "the: \n"
            "nothing: \n");
}

TEST(MinifiedHtml, IsWrittenByABuildAndNotShownInAPreview) {
  SmallSite world;
  world.site.write("loom.toml", std::string(kConfig) + "minify_html = true\n");
  world.site.write("templates/page.html", "<html>\n <body>\n  <p>{{ page.title }}</p>\n </body>\n</html>\n");
  ChildOptions options = world.loom_options();
  options.folder = world.path();
  ASSERT_EQ(run_program({LOOM_BINARY, "build", ".", "-o", "out"}, options).exit_code, 0);
  EXPECT_EQ(world.site.read("out/a/index.html"), "<html><body> <p>v0</p> </body> </html> ");
  LoomProcess server{world.path()};
  EXPECT_TRUE(server.shows("/a/", "\n  <p>v0</p>"));
}

}  // namespace
}  // namespace loom::e2e
