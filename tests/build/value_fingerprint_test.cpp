#include "build/value_fingerprint.h"

#include <gtest/gtest.h>

#include "build/values/site_values.h"
#include "support/site_model.h"
#include "templating/limits.h"

namespace loom::build {
namespace {

using templating::Value;

TEST(FingerprintOf, TheSameContentIsTheSame) {
  const auto make = [] {
    return Value::map({{"a", Value::array({Value::integer(1), Value::string("x")})}, {"b", Value::null()}});
  };
  ASSERT_TRUE(fingerprint_of(make()));
  EXPECT_EQ(fingerprint_of(make()), fingerprint_of(make()));
  EXPECT_EQ(fingerprint_of(Value::view("text")), fingerprint_of(Value::string("text")));
}

TEST(FingerprintOf, TellsKindsAndShapesApart) {
  const std::vector<Value> values = {
      Value(),
      Value::null(),
      Value::boolean(false),
      Value::boolean(true),
      Value::integer(0),
      Value::integer(1),
      Value::floating(1.0),
      Value::view(""),
      Value::view("1"),
      Value::safe_view("1"),
      Value::date(*base::parse_date_time("2026-01-02")),
      Value::date(*base::parse_date_time("2026-01-02T00:00:00Z")),
      Value::array({}),
      Value::array({Value::view("ab")}),
      Value::array({Value::view("a"), Value::view("b")}),
      Value::array({Value::array({Value::view("a")}), Value::view("b")}),
      Value::array({Value::array({Value::view("a"), Value::view("b")})}),
      Value::map({}),
      Value::map({{"a", Value::view("b")}}),
      Value::map({{"b", Value::view("a")}}),
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_NE(fingerprint_of(values[i]), fingerprint_of(values[j])) << i << " and " << j;
    }
  }
}

TEST(FingerprintOf, PagesAreTheSameInEveryBuild) {
  constexpr std::string_view kSite =
      "--- loom.toml\n--- content/a.md\n+++\ntitle = \"A\"\n+++\n--- content/b.md\nb\n";
  const support::SiteModel one(kSite);
  const support::SiteModel two(kSite);
  const SiteValues first(one.library);
  const SiteValues second(two.library);
  EXPECT_EQ(fingerprint_of(Value::object(*first.find_page("a.md"))),
            fingerprint_of(Value::object(*second.find_page("a.md"))));
  EXPECT_NE(fingerprint_of(Value::object(*first.find_page("a.md"))),
            fingerprint_of(Value::object(*first.find_page("b.md"))));
}

class Nameless final : public templating::Object {
 public:
  Value field(std::string_view) const override { return {}; }
  std::vector<std::string_view> field_names() const override { return {}; }
  std::string_view type_name() const override { return "thing"; }
};

TEST(FingerprintOf, WhatHasNoLastingNameHasNone) {
  const Nameless thing;
  EXPECT_EQ(fingerprint_of(Value::object(thing)), std::nullopt);
  EXPECT_EQ(fingerprint_of(Value::array({Value::object(thing)})), std::nullopt);
}

TEST(FingerprintOf, DeepValuesHaveNone) {
  Value value = Value::null();
  for (std::size_t i = 0; i < templating::kValueDepthMax + 2; ++i) {
    value = Value::array({value});
  }
  EXPECT_EQ(fingerprint_of(value), std::nullopt);
}

}  // namespace
}  // namespace loom::build
