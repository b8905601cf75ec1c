#include "templating/builtins/characters.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Characters, MarksBelongToTheirLetter) {
  EXPECT_EQ(first_character_bytes("e\u0301x"), 3U);
  EXPECT_EQ(first_character_bytes("\U0001F1EB\U0001F1F7\U0001F1EB"), 8U);
  EXPECT_EQ(first_character_bytes("ab"), 1U);
  EXPECT_EQ(first_character_bytes(""), 0U);
  EXPECT_EQ(first_characters_bytes("h\u00e9llo", 2), 3U);
}

}  // namespace

}  // namespace loom::templating
