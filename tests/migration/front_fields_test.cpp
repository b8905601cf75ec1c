#include "migration/front_fields.h"

#include <gtest/gtest.h>

#include "migration/toml_text.h"

namespace loom::migration {
namespace {

TEST(FrontFields, KnownFieldsGetTheirNamesAndTheRestGoesToExtra) {
  static constexpr std::string_view kDropped[] = {"layout"};
  const base::Data::Table old_front = {{"layout", "post"},
                                       {"excerpt", "short"},
                                       {"title", 1984},
                                       {"date", "2024-05-01 10:00:00 +0200"},
                                       {"lastmod", *base::parse_date_time("2024-05-02")},
                                       {"author", "Ann"},
                                       {"nav_order", 3},
                                       {"published", false},
                                       {"tags", base::Data::Array{"a", 2}},
                                       {"image", "/x.png"}};
  EXPECT_EQ(
      render_toml(convert_front(old_front, {kDropped, {"tags"}, {}})),
      "title = \"1984\"\ndescription = \"short\"\ndate = 2024-05-01T10:00:00+02:00\nupdated = 2024-05-02\n"
      "weight = 3\ndraft = true\nauthors = [\"Ann\"]\n\n[taxonomies]\ntags = [\"a\", \"2\"]\n\n[extra]\n"
      "image = \"/x.png\"\n");
}

TEST(FrontFields, OfTwoFieldsWithOneMeaningTheOtherIsKept) {
  EXPECT_EQ(render_toml(convert_front({{"description", "a"}, {"excerpt", "b"}}, {{}, {}, {}})),
            "description = \"a\"\n\n[extra]\nexcerpt = \"b\"\n");
}

TEST(FrontFields, NamesBecomeTitles) {
  EXPECT_EQ(title_of_name("step-by_step"), "Step by step");
  EXPECT_EQ(title_of_name(""), "");
}

}  // namespace
}  // namespace loom::migration
