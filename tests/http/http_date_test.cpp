#include "http/http_date.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

using base::UnixTime;
using std::chrono::seconds;

const UnixTime kNow{seconds(1795168800)};  // 2026-11-20
const UnixTime kExample{seconds(784111777)};

std::optional<UnixTime> parse(std::string_view text) {
  return parse_http_date(text, kNow);
}

TEST(HttpDate, ReadsTheThreeForms) {
  EXPECT_EQ(parse("Sun, 06 Nov 1994 08:49:37 GMT"), kExample);
  EXPECT_EQ(parse("Sunday, 06-Nov-94 08:49:37 GMT"), kExample);
  EXPECT_EQ(parse("Sun Nov  6 08:49:37 1994"), kExample);
  EXPECT_EQ(parse("Wed Nov 16 08:49:37 1994"), kExample + std::chrono::days(10));
}

TEST(HttpDate, ReadsWhatIsWritten) {
  for (const std::int64_t moment : {0, 951782400, 1795168800}) {
    const UnixTime time{seconds(moment)};
    EXPECT_EQ(parse(base::format_http_date(time)), time);
  }
}

TEST(HttpDate, TwoDigitYearsAreAtMostFiftyYearsAhead) {
  EXPECT_EQ(parse("Friday, 20-Nov-76 00:00:00 GMT"), parse("Fri, 20 Nov 2076 00:00:00 GMT"));
  EXPECT_EQ(parse("Sunday, 20-Nov-77 00:00:00 GMT"), parse("Sun, 20 Nov 1977 00:00:00 GMT"));
  EXPECT_EQ(parse("Saturday, 01-Jan-00 00:00:00 GMT"), parse("Sat, 01 Jan 2000 00:00:00 GMT"));
}

TEST(HttpDate, LeapSecondIsTheNextSecond) {
  EXPECT_EQ(parse("Sat, 31 Dec 2016 23:59:60 GMT"), parse("Sun, 01 Jan 2017 00:00:00 GMT"));
}

TEST(HttpDate, RefusesEverythingElse) {
  for (const char* text :
       {"", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
        "Thu, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06-Nov-94 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994", "1994-11-06", "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06 Nov +994 08:49:37 GMT", "784111777"}) {
    EXPECT_EQ(parse(text), std::nullopt) << text;
  }
}

TEST(HttpDate, NoPrefixOfADateIsADate) {
  constexpr std::string_view kDate = "Sun, 06 Nov 1994 08:49:37 GMT";
  for (std::size_t count = 0; count < kDate.size(); ++count) {
    EXPECT_EQ(parse(kDate.substr(0, count)), std::nullopt) << count;
  }
}

}  // namespace
}  // namespace loom::http
