#include "http/known_field.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

TEST(KnownField, FindsEachNameInAnyCase) {
  EXPECT_EQ(find_known_field("host"), KnownField::Host);
  EXPECT_EQ(find_known_field("CONNECTION"), KnownField::Connection);
  EXPECT_EQ(find_known_field("Content-Length"), KnownField::ContentLength);
  EXPECT_EQ(find_known_field("Transfer-Encoding"), KnownField::TransferEncoding);
  EXPECT_EQ(find_known_field("Expect"), KnownField::Expect);
  EXPECT_EQ(find_known_field("Accept-Encoding"), KnownField::AcceptEncoding);
  EXPECT_EQ(find_known_field("If-Match"), KnownField::IfMatch);
  EXPECT_EQ(find_known_field("If-None-Match"), KnownField::IfNoneMatch);
  EXPECT_EQ(find_known_field("If-Modified-Since"), KnownField::IfModifiedSince);
  EXPECT_EQ(find_known_field("If-Unmodified-Since"), KnownField::IfUnmodifiedSince);
  EXPECT_EQ(find_known_field("Range"), KnownField::Range);
  EXPECT_EQ(find_known_field("If-Range"), KnownField::IfRange);
  EXPECT_EQ(find_known_field("Origin"), KnownField::Origin);
  EXPECT_EQ(find_known_field("Referer"), KnownField::Referer);
  EXPECT_EQ(find_known_field("Sec-Fetch-Site"), KnownField::SecFetchSite);
  EXPECT_EQ(find_known_field("User-Agent"), KnownField::UserAgent);
  EXPECT_EQ(find_known_field("uPGRADE"), KnownField::Upgrade);
}

TEST(KnownField, OtherNamesAreOther) {
  for (const char* name : {"", "x", "Hos", "Hostx", "Transfer_Encoding", "Content-Lengths",
                           "If-Unmodified-Since2", "a-name-that-is-longer-than-all-of-them"}) {
    EXPECT_EQ(find_known_field(name), KnownField::Other) << name;
  }
}

}  // namespace
}  // namespace loom::http
