#include "markdown/highlight/palette.h"

#include <gtest/gtest.h>

namespace loom::markdown::highlight {
namespace {

TEST(Palette, IsFoundByTheNameOfItsTheme) {
  EXPECT_EQ(find_palette("dracula").background, "#282a36");
  EXPECT_EQ(find_palette("Solarized (light)").name, "solarized-light");
  EXPECT_EQ(find_palette("solarized_dark").name, "solarized-dark");
}

TEST(Palette, IsFoundByTheFamilyOfItsTheme) {
  EXPECT_EQ(find_palette("gruvbox-dark-hard").name, "gruvbox-dark");
  EXPECT_EQ(find_palette("monokai-pro").name, "monokai");
  EXPECT_EQ(find_palette("InspiredGitHub").name, "github-light");
}

TEST(Palette, IsAsLightAsTheNameOfAnUnknownTheme) {
  EXPECT_EQ(find_palette("kanagawa-lotus").background, find_palette("github-light").background);
  EXPECT_EQ(find_palette("agola-dark").background, find_palette("one-dark").background);
}

TEST(Palette, OfNoThemeIsZolasDefault) {
  EXPECT_EQ(find_palette("").name, "base16-ocean-dark");
}

TEST(Palette, HasAColourForEachRole) {
  for (const char* theme : {"", "github-dark", "nord", "ayu-light", "tokyo-night"}) {
    for (const std::string_view color : find_palette(theme).colors) {
      EXPECT_EQ(color.size(), 7U) << theme;
      EXPECT_TRUE(color.starts_with('#')) << theme;
    }
  }
}

}  // namespace
}  // namespace loom::markdown::highlight
