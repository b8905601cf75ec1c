#include "http/byte_range.h"

#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

namespace loom::http {
namespace {

constexpr std::uint64_t kSize = 1000;

std::vector<ByteRange> ranges_of(std::string_view value, std::uint64_t size_bytes = kSize) {
  const RangeSet set = parse_range(value, size_bytes);
  EXPECT_EQ(set.outcome, RangeOutcome::Partial) << value;
  return {set.ranges().begin(), set.ranges().end()};
}

RangeOutcome outcome_of(std::string_view value, std::uint64_t size_bytes = kSize) {
  return parse_range(value, size_bytes).outcome;
}

using Ranges = std::vector<ByteRange>;

TEST(ByteRange, ReadsTheThreeForms) {
  EXPECT_EQ(ranges_of("bytes=0-0"), (Ranges{{0, 1}}));
  EXPECT_EQ(ranges_of("bytes=10-19"), (Ranges{{10, 10}}));
  EXPECT_EQ(ranges_of("bytes=990-"), (Ranges{{990, 10}}));
  EXPECT_EQ(ranges_of("bytes=-1"), (Ranges{{999, 1}}));
  EXPECT_EQ(ranges_of("BYTES=0-"), (Ranges{{0, kSize}}));
}

TEST(ByteRange, EndsAreCutToTheRepresentation) {
  EXPECT_EQ(ranges_of("bytes=990-5000"), (Ranges{{990, 10}}));
  EXPECT_EQ(ranges_of("bytes=-5000"), (Ranges{{0, kSize}}));
}

TEST(ByteRange, NumbersBeyond64BitsAreJustLarge) {
  const std::string huge(40, '9');
  EXPECT_EQ(ranges_of("bytes=0-" + huge), (Ranges{{0, kSize}}));
  EXPECT_EQ(ranges_of("bytes=-" + huge), (Ranges{{0, kSize}}));
  EXPECT_EQ(outcome_of("bytes=" + huge + "-"), RangeOutcome::Unsatisfiable);
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(ranges_of("bytes=0-0,18446744073709551614-18446744073709551615", kMax),
            (Ranges{{0, 1}, {kMax - 1, 1}}));
}

TEST(ByteRange, SeveralAscendingRangesAreKept) {
  EXPECT_EQ(ranges_of("bytes=0-0, 2-3 ,,5-5,-1"), (Ranges{{0, 1}, {2, 2}, {5, 1}, {999, 1}}));
  EXPECT_EQ(ranges_of("bytes=0-0,1-1"), (Ranges{{0, 1}, {1, 1}}));
}

TEST(ByteRange, UnsatisfiableOnesAmongOthersAreDropped) {
  EXPECT_EQ(ranges_of("bytes=2000-3000,5-6,-0"), (Ranges{{5, 2}}));
}

TEST(ByteRange, TooManyOverlappingOrUnorderedRangesGiveTheWhole) {
  EXPECT_EQ(ranges_of("bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14").size(), kRangeCountMax);
  EXPECT_EQ(outcome_of("bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16"), RangeOutcome::Whole);
  EXPECT_EQ(outcome_of("bytes=0-5,5-6"), RangeOutcome::Whole);
  EXPECT_EQ(outcome_of("bytes=5-6,0-1"), RangeOutcome::Whole);
  EXPECT_EQ(outcome_of("bytes=0-,0-"), RangeOutcome::Whole);
}

TEST(ByteRange, NothingInsideIsUnsatisfiable) {
  EXPECT_EQ(outcome_of("bytes=1000-"), RangeOutcome::Unsatisfiable);
  EXPECT_EQ(outcome_of("bytes=1000-1001,2000-"), RangeOutcome::Unsatisfiable);
  EXPECT_EQ(outcome_of("bytes=-0"), RangeOutcome::Unsatisfiable);
  EXPECT_EQ(outcome_of("bytes=0-", 0), RangeOutcome::Unsatisfiable);
  EXPECT_EQ(outcome_of("bytes=-5", 0), RangeOutcome::Unsatisfiable);
}

TEST(ByteRange, MalformedAndOtherUnitsAreIgnored) {
  for (const char* value : {"", "bytes", "bytes=", "bytes=,", "bytes=abc", "bytes=5-2", "bytes=5", "bytes=-",
                            "bytes=--5", "bytes=+5-6", "bytes=0x1-2", "bytes 0-1", "lines=0-1", "bytes=0-1,x",
                            "bytes=0 -1", "bytes =0-1", ","}) {
    EXPECT_EQ(outcome_of(value), RangeOutcome::Whole) << value;
  }
}

}  // namespace
}  // namespace loom::http
