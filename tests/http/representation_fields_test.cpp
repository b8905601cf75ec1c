#include "http/representation_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

#include "http/cache_policy.h"

namespace loom::http {
namespace {

using testing::HasSubstr;
using testing::Not;

RepresentationInfo make_info() {
  RepresentationInfo info;
  info.media_type = "text/html; charset=utf-8";
  info.content_length_bytes = 12;
  info.etag = "\"a\"";
  info.cache_control = cache_control(CachePolicy::Revalidate);
  return info;
}

TEST(RepresentationFields, IdentityOffersRanges) {
  EXPECT_EQ(representation_fields(make_info()),
            "Content-Type: text/html; charset=utf-8\r\nContent-Length: 12\r\nAccept-Ranges: bytes\r\n"
            "X-Content-Type-Options: nosniff\r\nETag: \"a\"\r\nCache-Control: no-cache\r\n");
}

TEST(RepresentationFields, CodedOnesNameTheirCoding) {
  RepresentationInfo info = make_info();
  info.content_coding = "br";
  info.has_other_codings = true;
  const std::string fields = representation_fields(info);
  EXPECT_THAT(fields, HasSubstr("Content-Encoding: br\r\n"));
  EXPECT_THAT(fields, HasSubstr("Vary: Accept-Encoding\r\n"));
  EXPECT_THAT(fields, Not(HasSubstr("Accept-Ranges")));
}

TEST(RepresentationFields, NotModifiedRepeatsWhatCachesNeed) {
  RepresentationInfo info = make_info();
  info.has_other_codings = true;
  info.last_modified = base::UnixTime(std::chrono::seconds(784111777));
  const std::vector<ExtraField> extra{{"X-Frame-Options", "DENY"}};
  info.extra_fields = extra;
  EXPECT_EQ(not_modified_fields(info),
            "ETag: \"a\"\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nCache-Control: no-cache\r\n"
            "Vary: Accept-Encoding\r\nX-Frame-Options: DENY\r\n");
  EXPECT_TRUE(representation_fields(info).ends_with(not_modified_fields(info)));
}

TEST(RepresentationFields, EmptyValuesAreLeftOut) {
  RepresentationInfo info = make_info();
  info.etag = "";
  info.cache_control = "";
  EXPECT_EQ(not_modified_fields(info), "");
}

TEST(RepresentationFields, TagsDifferByBytesAndCoding) {
  EXPECT_EQ(strong_etag("a", ""), strong_etag("a", ""));
  EXPECT_NE(strong_etag("a", ""), strong_etag("b", ""));
  EXPECT_NE(strong_etag("a", ""), strong_etag("a", "gzip"));
  EXPECT_NE(strong_etag("a", "br"), strong_etag("a", "gzip"));
  EXPECT_EQ(strong_etag("a", "br").size(), 32U + 2 + 3);
  EXPECT_THAT(strong_etag("a", "br"), testing::AllOf(testing::StartsWith("\""), testing::EndsWith("-br\"")));
}

TEST(RepresentationFields, PoliciesSayHowLong) {
  EXPECT_EQ(cache_control(CachePolicy::Immutable), "public, max-age=31536000, immutable");
  EXPECT_EQ(cache_control(CachePolicy::OneHour), "public, max-age=3600");
  EXPECT_EQ(cache_control(CachePolicy::NoStore), "no-store");
}

}  // namespace
}  // namespace loom::http
