#include "build/assets/bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/digest.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

std::variant<Bundle, BundleError> bundle(std::string_view files, std::vector<std::string> paths) {
  const site::SourceTree tree = support::source_tree(files);
  BundleInput input;
  input.paths = std::move(paths);
  input.find = [&](std::string_view path) { return tree.find("static/" + std::string(path)); };
  input.url_of = [](const site::SourceFile& file) { return file.path.substr(6); };
  return make_bundle(input);
}

std::string bytes(std::string_view files, std::vector<std::string> paths) {
  const auto made = bundle(files, std::move(paths));
  EXPECT_EQ(made.index(), 0U) << (made.index() == 1 ? std::get<1>(made).message : "");
  return made.index() == 0 ? *std::get<0>(made).file->bytes : "";
}

TEST(Bundle, MinifiesStyleSheetsWithTheirImports) {
  EXPECT_EQ(bytes("--- static/a.css\n@import 'x/b.css';\na { c : d }\n--- static/x/b.css\nb { e : url(f) }\n",
                  {"a.css"}),
            "b{e:url(\"/x/f\")}a{c:d}");
}

TEST(Bundle, IsNamedByItsContent) {
  const auto first = bundle("--- static/x/a.css\na{}\n", {"x/a.css"});
  const Bundle& made = std::get<0>(first);
  EXPECT_THAT(made.file->path, MatchesRegex("/_bundle/a\\.[0-9a-f]{16}\\.css"));
  EXPECT_TRUE(made.file->is_fingerprinted);
  EXPECT_EQ(made.integrity, "sha384-" + base::to_base64(base::sha2(base::Sha2::Sha384, "a{}")));
  EXPECT_NE(std::get<0>(bundle("--- static/x/a.css\nb{}\n", {"x/a.css"})).file->path, made.file->path);
}

TEST(Bundle, JoinsScriptsSoThatNoneRunsIntoTheNext) {
  EXPECT_EQ(
      bytes("--- static/a.js\nlet a = 1 // end\n--- static/b.js\n(function () {})()\n", {"a.js", "b.js"}),
      "let a = 1 // end\n\n;\n(function () {})()\n");
  EXPECT_EQ(bytes("--- static/a.js\nf()\n//# sourceMappingURL=a.js.map\n", {"a.js"}), "f()\n");
  EXPECT_EQ(bytes("--- static/a.js\nf('\\\n//# sourceMappingURL=')\ng()\n", {"a.js"}),
            "f('\\\n//# sourceMappingURL=')\ng()\n");
}

TEST(Bundle, MistakesSayWhatIsWrong) {
  const auto message = [](const auto& made) { return made.index() == 1 ? std::get<1>(made).message : ""; };
  EXPECT_THAT(message(bundle("", {"a.css"})), HasSubstr("there is no file `a.css` to bundle"));
  EXPECT_THAT(message(bundle("", {"a.js"})), HasSubstr("there is no file `a.js` to bundle"));
  EXPECT_THAT(message(bundle("", {"a.js", "a.css"})), HasSubstr("not of both"));
  EXPECT_THAT(message(bundle("--- static/a.css\n@import 'b.css';\n", {"a.css"})),
              HasSubstr("static/a.css:1:1: there is no style sheet `b.css`"));
}

}  // namespace
}  // namespace loom::build
