#include "migration/time_zone.h"

#include <filesystem>
#include <gtest/gtest.h>

#include "base/date_format.h"

namespace loom::migration {
namespace {

TEST(TimeZone, DatesMoveIntoTheZone) {
  if (!std::filesystem::exists("/usr/share/zoneinfo/America/Los_Angeles")) {
    GTEST_SKIP() << "this machine has no time zones";
  }
  const auto summer = *base::parse_date_time("2024-07-01T02:00:00Z");
  const auto local = in_time_zone(summer, "America/Los_Angeles");
  EXPECT_EQ(local.moment, summer.moment);
  EXPECT_EQ(base::format_date(local, "%F"), "2024-06-30");
}

TEST(TimeZone, UnknownZonesAndPlainDatesChangeNothing) {
  const auto moment = *base::parse_date_time("2024-07-01T02:00:00Z");
  EXPECT_EQ(in_time_zone(moment, "Nowhere/Town"), moment);
  EXPECT_EQ(in_time_zone(moment, "../../etc/passwd"), moment);
  const auto day = *base::parse_date_time("2024-07-01");
  EXPECT_EQ(in_time_zone(day, "America/Los_Angeles"), day);
}

}  // namespace
}  // namespace loom::migration
