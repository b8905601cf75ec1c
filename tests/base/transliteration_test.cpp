#include "base/transliteration.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(Transliteration, GivesWhatAsciiStandsForACharacter) {
  EXPECT_EQ(find_ascii_form('a'), "a");
  EXPECT_EQ(find_ascii_form(0xe9), "e");
  EXPECT_EQ(find_ascii_form(0xdf), "ss");
  EXPECT_EQ(find_ascii_form(0x44f), "ia");
  EXPECT_EQ(find_ascii_form(0x732b), "Mao ");
  EXPECT_EQ(find_ascii_form(0x301), "");
}

TEST(Transliteration, KnowsWhereTheTablesEnd) {
  EXPECT_FALSE(find_ascii_form(0xe000).has_value());
  EXPECT_FALSE(find_ascii_form(0x10ffff).has_value());
}

}  // namespace
}  // namespace loom::base
