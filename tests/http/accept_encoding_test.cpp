#include "http/accept_encoding.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

CodingWeights weights_of(std::string_view value) {
  return parse_accept_encoding({value, {}});
}

CodingWeights make_weights(int identity, int gzip, int brotli) {
  return {static_cast<std::int16_t>(identity), static_cast<std::int16_t>(gzip),
          static_cast<std::int16_t>(brotli)};
}

constexpr int kFallback = kFallbackWeight;
constexpr int kNo = kNotAcceptable;

TEST(AcceptEncoding, WithoutFieldOnlyTheIdentityIsTaken) {
  EXPECT_EQ(weights_of(""), make_weights(kFallback, kNo, kNo));
}

TEST(AcceptEncoding, NamedCodingsHaveFullWeight) {
  EXPECT_EQ(weights_of("gzip, deflate, br, zstd"), make_weights(kFallback, 1000, 1000));
  EXPECT_EQ(weights_of("GZIP"), make_weights(kFallback, 1000, kNo));
  EXPECT_EQ(weights_of("x-gzip"), make_weights(kFallback, 1000, kNo));
  EXPECT_EQ(weights_of("identity"), make_weights(1000, kNo, kNo));
}

TEST(AcceptEncoding, WeightsAreExact) {
  EXPECT_EQ(weights_of("br;q=0.001, gzip;q=0.5"), make_weights(kFallback, 500, 1));
  EXPECT_EQ(weights_of("br ; Q=1.000 ,gzip;q=1."), make_weights(kFallback, 1000, 1000));
  EXPECT_EQ(weights_of("br;q=0.999"), make_weights(kFallback, kNo, 999));
}

TEST(AcceptEncoding, ZeroRefuses) {
  EXPECT_EQ(weights_of("gzip;q=0"), make_weights(kFallback, kNo, kNo));
  EXPECT_EQ(weights_of("gzip;q=0.000, br"), make_weights(kFallback, kNo, 1000));
  EXPECT_EQ(weights_of("identity;q=0"), make_weights(kNo, kNo, kNo));
}

TEST(AcceptEncoding, AsteriskSpeaksForWhatIsNotNamed) {
  EXPECT_EQ(weights_of("*"), make_weights(kFallback, 1000, 1000));
  EXPECT_EQ(weights_of("*;q=0"), make_weights(kNo, kNo, kNo));
  EXPECT_EQ(weights_of("*;q=0, identity"), make_weights(1000, kNo, kNo));
  EXPECT_EQ(weights_of("br;q=0, *;q=0.2"), make_weights(kFallback, 200, kNo));
}

TEST(AcceptEncoding, MembersWithMalformedWeightsAreLeftOut) {
  for (const char* value : {"br;q=1.001", "br;q=2", "br;q=0.1234", "br;q=", "br;q", "br;q=-1", "br;x=1",
                            "br;q=.5", "br;q=1.5", "br;", "br;q=0,5x;q=1;y", "brr", "b r"}) {
    EXPECT_EQ(weights_of(value).brotli, kNotAcceptable) << value;
  }
}

TEST(AcceptEncoding, AllLinesCount) {
  EXPECT_EQ(parse_accept_encoding({"gzip", "X: br\r\nAccept-encoding: br;q=0.3\r\n"}),
            make_weights(kFallback, 1000, 300));
}

}  // namespace
}  // namespace loom::http
