#include "build/memo.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

TEST(Memo, AValueIsFoundUnderItsFingerprintOnly) {
  Memo<int> memo;
  EXPECT_EQ(memo.find("a", 1), nullptr);
  EXPECT_EQ(memo.put("a", 1, 10), 10);
  ASSERT_NE(memo.find("a", 1), nullptr);
  EXPECT_EQ(*memo.find("a", 1), 10);
  EXPECT_EQ(memo.find("a", 2), nullptr);
  memo.put("a", 2, 20);
  EXPECT_EQ(*memo.find("a", 2), 20);
  EXPECT_EQ(memo.find("a", 1), nullptr);
}

TEST(Memo, ASweepKeepsWhatWasUsedSinceTheLastOne) {
  Memo<int> memo;
  memo.put("used", 1, 1);
  memo.put("idle", 1, 2);
  memo.sweep();
  EXPECT_NE(memo.find("used", 1), nullptr);
  memo.sweep();
  EXPECT_NE(memo.find("used", 1), nullptr);
  EXPECT_EQ(memo.find("idle", 1), nullptr);
}

TEST(Memo, AQuestionWithAnotherFingerprintIsNoUse) {
  Memo<int> memo;
  memo.put("a", 1, 1);
  memo.sweep();
  EXPECT_EQ(memo.find("a", 2), nullptr);
  memo.sweep();
  EXPECT_EQ(memo.find("a", 1), nullptr);
}

}  // namespace
}  // namespace loom::build
