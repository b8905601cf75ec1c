#include "base/time_names.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "base/generated_tables.h"

namespace loom::base {
namespace {

TEST(TimeNames, AreFoundByLocale) {
  ASSERT_NE(find_time_names("fr_FR"), nullptr);
  EXPECT_EQ(find_time_names("fr_FR")->months[1], "février");
  EXPECT_EQ(find_time_names("fr_FR")->date_format, "%d/%m/%Y");
  EXPECT_EQ(find_time_names("POSIX")->days[0], "Sunday");
  EXPECT_EQ(find_time_names("xx_XX"), nullptr);
  EXPECT_EQ(find_time_names(""), nullptr);
}

TEST(TimeNames, AreCompleteAndInOrder) {
  const auto all = generated_time_names();
  EXPECT_GT(all.size(), 200U);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                             [](const TimeNames& a, const TimeNames& b) { return a.locale < b.locale; }));
  for (const TimeNames& names : all) {
    EXPECT_FALSE(names.days[6].empty() || names.months[11].empty() || names.time_format.empty())
        << names.locale;
  }
}

TEST(LanguageNames, TakeTheMainCountry) {
  EXPECT_EQ(find_language_names("de")->locale, "de_DE");
  EXPECT_EQ(find_language_names("pt-BR")->locale, "pt_BR");
  EXPECT_EQ(find_language_names("en")->group_separator, ",");
  EXPECT_EQ(find_language_names("hi")->locale, "hi_IN");
  EXPECT_EQ(find_language_names("xx"), nullptr);
}

}  // namespace
}  // namespace loom::base
