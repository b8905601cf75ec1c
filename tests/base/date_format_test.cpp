#include "base/date_format.h"

#include <gtest/gtest.h>

#include "base/generated_tables.h"

namespace loom::base {
namespace {

struct Formatted {
  const char* format;
  const char* text;
};

TEST(DateFormat, FormatsEachConversion) {
  const DateTime date = *parse_date_time("2026-03-05T14:07:09+02:00");
  for (const Formatted& expected : std::initializer_list<Formatted>{
           {"%Y-%m-%d %H:%M:%S", "2026-03-05 14:07:09"},
           {"%-d %B %Y", "5 March 2026"},
           {"%e|%_d|%-m", " 5| 5|3"},
           {"%a %A %b %h", "Thu Thursday Mar Mar"},
           {"%I %l %p %P", "02  2 PM pm"},
           {"%j %u %w %y %C", "064 4 4 26 20"},
           {"%F %T %R %D", "2026-03-05 14:07:09 14:07 03/05/26"},
           {"%z %:z %Z", "+0200 +02:00 +02:00"},
           {"%s", "1772712429"},
           {"%+", "2026-03-05T14:07:09+02:00"},
           {"100%%%n%t.", "100%\n\t."},
       }) {
    EXPECT_EQ(format_date(date, expected.format), expected.text) << expected.format;
  }
}

TEST(DateFormat, FormatsUtcAsAnOffset) {
  EXPECT_EQ(format_date(*parse_date_time("2026-03-05T14:07:09Z"), "%+"), "2026-03-05T14:07:09+00:00");
}

TEST(DateFormat, RefusesUnknownConversions) {
  EXPECT_EQ(format_date({}, "%Q"), std::nullopt);
  EXPECT_EQ(format_date({}, "%"), std::nullopt);
  EXPECT_EQ(format_date({}, "%-"), std::nullopt);
}

TEST(DateFormat, CountsWeeksInThreeWays) {
  for (const auto& [day, weeks] : {std::pair("2021-01-03", "01 00 2020 20 53 7 0 003"),
                                   std::pair("2026-01-01", "00 00 2026 26 01 4 4 001"),
                                   std::pair("2024-12-30", "52 53 2025 25 01 1 1 365")}) {
    EXPECT_EQ(format_date(*parse_date_time(day), "%U %W %G %g %V %u %w %j"), weeks) << day;
  }
}

TEST(DateFormat, PadsNumbersAsAsked) {
  EXPECT_EQ(format_date(*parse_date_time("2026-03-05T04:00:00Z"), "%-d|%_d|%0e|%-m|%_H|%0k|%-l|%_j"),
            "5| 5|05|3| 4|04|4| 64");
  EXPECT_EQ(format_date({}, "%-A"), std::nullopt);
}

TEST(DateFormat, ShowsFractionsOfTheSecond) {
  const DateTime date = *parse_date_time("2026-03-05T04:00:00Z");
  EXPECT_EQ(format_date(date, "%f %.f %.3f %6f", {.fraction = std::chrono::milliseconds(78)}),
            "078000000 .078 .078 078000");
  EXPECT_EQ(format_date(date, "%f%.f"), "000000000");
}

TEST(DateFormat, ShowsAZone) {
  const DateTime date = *parse_date_time("2026-03-05T23:30:00Z");
  EXPECT_EQ(format_date(date, "%F %R %Z %z %::z %:::z", {.zone = ZoneTime{std::chrono::minutes(90), "XYZ"}}),
            "2026-03-06 01:00 XYZ +0130 +01:30:00 +01");
  EXPECT_EQ(format_date(*parse_date_time("2026-03-05"), "%Z"), "UTC");
}

TEST(DateFormat, SpeaksOtherLanguages) {
  const DateTime date = *parse_date_time("2026-08-04T14:05:06Z");
  EXPECT_EQ(format_date(date, "%A %e %B, %a %b, %x %r %p", {.names = find_time_names("de_DE")}),
            "Dienstag  4 August, Di Aug, 04.08.2026 14:05:06 ");
  EXPECT_EQ(format_date(date, "%c", {.names = find_time_names("en_US")}),
            "Tue 04 Aug 2026 02:05:06 PM +00:00");
}

TEST(DateFormat, EveryLocaleCanSayEverything) {
  for (const TimeNames& names : generated_time_names()) {
    EXPECT_TRUE(format_date({}, "%c%x%X%r%p%P%A%a%B%b", {.names = &names})) << names.locale;
  }
}

}  // namespace
}  // namespace loom::base
