#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/template_page.h"

namespace loom::build {
namespace {

using support::mistake;
using support::printed;
using testing::HasSubstr;

constexpr std::string_view kMore =
    "--- content/blog/_index.md\n+++\ntitle = \"Blog\"\n+++\n"
    "--- content/blog/b.md\n+++\ntitle = \"B\"\n+++\n";

TEST(ContentFunctions, GetPageAndGetSectionFindByPath) {
  EXPECT_EQ(printed(R"({{ get_page(path="blog/b.md").title }})", kMore), "B");
  EXPECT_EQ(printed(R"({% set s = get_section(path="blog/_index.md") %}{{ s.title }} {{ s.pages[0].title }})",
                    kMore),
            "Blog B");
}

TEST(ContentFunctions, WhatDoesNotExistIsAMistakeWithTheNearestName) {
  EXPECT_THAT(mistake(R"({{ get_page(path="blog/bb.md") }})", kMore),
              HasSubstr("there is no page `blog/bb.md` (did you mean `blog/b.md`?)"));
  EXPECT_THAT(mistake(R"({{ get_section(path="blog") }})", kMore), HasSubstr("there is no section `blog`"));
}

TEST(ContentFunctions, GetTaxonomyGivesTheTerms) {
  EXPECT_EQ(
      printed(
          R"({% set t = get_taxonomy(kind="tags") %}{{ t.kind.name }} {{ t.kind.slug }} {% for i in t.items %}{{ i.name }} {{ i.page_count }} {{ i.pages[0].title }}{% endfor %})"),
      "tags tags Dry Land 1 A");
  EXPECT_THAT(mistake(R"({{ get_taxonomy(kind="topics") }})"), HasSubstr("there is no taxonomy `topics`"));
  EXPECT_EQ(printed(R"({% if get_taxonomy(kind="topics", required=false) %}x{% else %}none{% endif %})"),
            "none");
}

TEST(ContentFunctions, GetTaxonomyTermFindsOneTerm) {
  EXPECT_EQ(printed(R"({{ get_taxonomy_term(kind="tags", term="dry-land").name }})"), "Dry Land");
  EXPECT_THAT(mistake(R"({{ get_taxonomy_term(kind="tags", term="wet") }})"), HasSubstr("`wet` is no term"));
  EXPECT_EQ(
      printed(
          R"({% if get_taxonomy_term(kind="tags", term="wet", required=false) %}x{% else %}none{% endif %})"),
      "none");
}

}  // namespace
}  // namespace loom::build
