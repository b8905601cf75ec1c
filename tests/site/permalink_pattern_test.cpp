#include "site/permalink_pattern.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

const std::vector<std::string> kTaxonomies = {"tags", "categories"};

/// "blog/|S|/|D%Y": literals as they are, other parts by kind and text.
std::string parts_of(std::string_view text) {
  PatternMistake mistake;
  const auto pattern = parse_permalink_pattern(text, kTaxonomies, mistake);
  if (!pattern) {
    return "! " + mistake.message + " / " + mistake.hint;
  }
  std::string shown;
  for (const PermalinkPart& part : pattern->parts) {
    static constexpr std::string_view kKinds = " STFCPKD";
    const char kind = kKinds[static_cast<std::size_t>(part.field)];
    shown += (shown.empty() ? "" : "|") + (kind == ' ' ? "" : std::string(1, kind)) + part.text;
  }
  return shown;
}

TEST(PermalinkPattern, SplitsIntoTextAndPlaceholders) {
  EXPECT_EQ(parts_of("/:year/:month/:slug/"), "/|D%Y|/|D%m|/|S|/");
  EXPECT_EQ(parts_of("/:slug.html"), "/|S|.html");
  EXPECT_EQ(parts_of(":sections/:title"), "P|/|T");
  EXPECT_EQ(parts_of("/:categories/:i_day-:filename"), "/|Kcategories|/|D%-d|-|F");
}

TEST(PermalinkPattern, AnUnderscoreBehindAPlaceholderIsText) {
  EXPECT_EQ(parts_of("/:year_:month/"), "/|D%Y|_|D%m|/");
}

TEST(PermalinkPattern, AColonWithoutANameIsText) {
  EXPECT_EQ(parts_of("/a:1/:slug/"), "/a:1/|S|/");
  EXPECT_FALSE(has_placeholder("/a:1/b:"));
  EXPECT_TRUE(has_placeholder("/a:b"));
}

TEST(PermalinkPattern, MistakesNameWhatWasMeant) {
  EXPECT_EQ(parts_of("/:yaer/:slug/"), "! there is no placeholder `:yaer` / did you mean `:year`?");
  EXPECT_EQ(parts_of("/:series/").substr(0, 35), "! there is no placeholder `:series`");
  EXPECT_EQ(parts_of("/blog/").substr(0, 44), "! `/blog/` gives all its pages one address /");
  EXPECT_EQ(parts_of("/:slug/?page=1").substr(0, 38), "! `/:slug/?page=1` is no path of a URL");
  EXPECT_EQ(parts_of("/a b/:slug/").substr(0, 3), "! `");
}

}  // namespace
}  // namespace loom::site
