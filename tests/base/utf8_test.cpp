#include "base/utf8.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(Utf8, FindsIllFormedBytes) {
  EXPECT_EQ(find_invalid_utf8("plain ü € 😀"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("ab\xff"), 2U);
  EXPECT_EQ(find_invalid_utf8("\xc0\xaf"), 0U);
  EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0U);
  EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0U);
  EXPECT_EQ(find_invalid_utf8("a\xe2\x82"), 1U);
}

TEST(Utf8, RepairsEachMaximalPart) {
  EXPECT_EQ(repair_utf8("a\xffz"), "a\xef\xbf\xbdz");
  EXPECT_EQ(repair_utf8("\xe2\x82z"), "\xef\xbf\xbdz");
  EXPECT_EQ(repair_utf8("\xc0\xaf"), "\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_FALSE(find_invalid_utf8(repair_utf8("\xf0\x9f\x98\xff\xfe\x80")));
}

TEST(Utf8, CountsCharacters) {
  EXPECT_EQ(count_characters("zwölf😀"), 6U);
  EXPECT_EQ(prefix_bytes("zwölf", 3), 4U);
  EXPECT_EQ(prefix_bytes("ab", 9), 2U);
}

TEST(Utf8, EncodesAndDecodes) {
  std::string text;
  append_utf8(text, 0x1f600);
  EXPECT_EQ(text, "😀");
  std::size_t length = 0;
  EXPECT_EQ(decode_utf8(text, 0, length), 0x1f600U);
  EXPECT_EQ(length, 4U);
}

TEST(Utf8, ChangesCaseBeyondAscii) {
  EXPECT_EQ(to_lower_unicode("ÄÖ Σ"), "äö σ");
  EXPECT_EQ(to_upper_unicode("äö"), "ÄÖ");
}

TEST(Utf8, SlugsFoldCaseAndAccents) {
  EXPECT_EQ(slugify("Hello, World!"), "hello-world");
  EXPECT_EQ(slugify("  Crème brûlée -- 2 "), "creme-brulee-2");
  EXPECT_EQ(slugify("C++ & Rust"), "c-rust");
  EXPECT_EQ(slugify("Привет мир"), "privet-mir");
  EXPECT_EQ(slugify("日本語"), "ri-ben-yu");
  EXPECT_EQ(slugify("Straße 5 – “Don’t”"), "strasse-5-don-t");
  EXPECT_EQ(slugify("e\u0301te\u0301"), "ete");
  EXPECT_EQ(slugify("!!!"), "");
  EXPECT_EQ(slugify("a\xff"
                    "b"),
            "ab");
}

}  // namespace
}  // namespace loom::base
