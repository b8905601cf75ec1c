#include "http/conditional.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

constexpr std::string_view kBefore = "Sun, 06 Nov 1994 08:49:36 GMT";
constexpr std::string_view kExactly = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr std::string_view kAfter = "Sun, 06 Nov 1994 08:49:38 GMT";
const base::UnixTime kModified{std::chrono::seconds(784111777)};
const base::UnixTime kNow{std::chrono::seconds(1795168800)};

Precondition evaluate(const Request& request) {
  return evaluate_preconditions(request, {"\"tag\"", kModified}, kNow);
}

Precondition if_match(std::string_view value) {
  Request request;
  request.if_match.first = value;
  return evaluate(request);
}

Precondition if_none_match(std::string_view value) {
  Request request;
  request.if_none_match.first = value;
  return evaluate(request);
}

Precondition if_modified_since(std::string_view value) {
  Request request;
  request.if_modified_since = value;
  return evaluate(request);
}

Precondition if_unmodified_since(std::string_view value) {
  Request request;
  request.if_unmodified_since = value;
  return evaluate(request);
}

TEST(Conditional, WithoutConditionsEverythingHolds) {
  EXPECT_EQ(evaluate(Request()), Precondition::Holds);
}

TEST(Conditional, IfMatchComparesStrongly) {
  EXPECT_EQ(if_match("\"tag\""), Precondition::Holds);
  EXPECT_EQ(if_match("\"a\", \"tag\""), Precondition::Holds);
  EXPECT_EQ(if_match("*"), Precondition::Holds);
  EXPECT_EQ(if_match("W/\"tag\""), Precondition::Failed);
  EXPECT_EQ(if_match("\"TAG\""), Precondition::Failed);
  EXPECT_EQ(if_match("tag"), Precondition::Failed);
}

TEST(Conditional, IfNoneMatchComparesWeakly) {
  EXPECT_EQ(if_none_match("\"tag\""), Precondition::NotModified);
  EXPECT_EQ(if_none_match("W/\"tag\""), Precondition::NotModified);
  EXPECT_EQ(if_none_match("*"), Precondition::NotModified);
  EXPECT_EQ(if_none_match("\"a\",W/\"b\" , ,\"tag\""), Precondition::NotModified);
  EXPECT_EQ(if_none_match("\"a,\", \"tag\""), Precondition::NotModified);
  EXPECT_EQ(if_none_match("\"a\""), Precondition::Holds);
  EXPECT_EQ(if_none_match("w/\"tag\""), Precondition::Holds);
}

TEST(Conditional, MalformedListsMatchNothingFromTheMistakeOn) {
  EXPECT_EQ(if_none_match("tag, \"tag\""), Precondition::Holds);
  EXPECT_EQ(if_none_match("\"a\" \"tag\""), Precondition::Holds);
  EXPECT_EQ(if_none_match("\"tag"), Precondition::Holds);
  EXPECT_EQ(if_none_match("\"a\", *"), Precondition::Holds);
  EXPECT_EQ(if_none_match("W/"), Precondition::Holds);
}

TEST(Conditional, ListsOverSeveralLinesAreOne) {
  Request request;
  request.if_none_match = {"\"a\"", "X: y\r\nif-none-match: \"tag\"\r\n"};
  EXPECT_EQ(evaluate(request), Precondition::NotModified);
  request.if_none_match.following_lines = "X-if-none-match: \"tag\"\r\n";
  EXPECT_EQ(evaluate(request), Precondition::Holds);
}

TEST(Conditional, DatesAreComparedByTheSecond) {
  EXPECT_EQ(if_modified_since(kBefore), Precondition::Holds);
  EXPECT_EQ(if_modified_since(kExactly), Precondition::NotModified);
  EXPECT_EQ(if_modified_since(kAfter), Precondition::NotModified);
  EXPECT_EQ(if_unmodified_since(kBefore), Precondition::Failed);
  EXPECT_EQ(if_unmodified_since(kExactly), Precondition::Holds);
  EXPECT_EQ(if_unmodified_since(kAfter), Precondition::Holds);
}

TEST(Conditional, DatesThatAreNoneAreIgnored) {
  EXPECT_EQ(if_modified_since("yesterday"), Precondition::Holds);
  EXPECT_EQ(if_unmodified_since("yesterday"), Precondition::Holds);
  EXPECT_EQ(if_modified_since(kRepeatedField), Precondition::Holds);
}

TEST(Conditional, DatesNeedADateOfTheResource) {
  Request request;
  request.if_modified_since = kAfter;
  EXPECT_EQ(evaluate_preconditions(request, {"\"tag\"", std::nullopt}, kNow), Precondition::Holds);
  request = Request();
  request.if_unmodified_since = kBefore;
  EXPECT_EQ(evaluate_preconditions(request, {"\"tag\"", std::nullopt}, kNow), Precondition::Holds);
}

TEST(Conditional, TagsComeBeforeDates) {
  Request request;
  request.if_none_match.first = "\"a\"";
  request.if_modified_since = kAfter;
  EXPECT_EQ(evaluate(request), Precondition::Holds);
  request = Request();
  request.if_match.first = "\"tag\"";
  request.if_unmodified_since = kBefore;
  EXPECT_EQ(evaluate(request), Precondition::Holds);
}

TEST(Conditional, AWrongAssumptionComesBeforeAKnownCopy) {
  Request request;
  request.if_match.first = "\"a\"";
  request.if_none_match.first = "\"tag\"";
  EXPECT_EQ(evaluate(request), Precondition::Failed);
}

TEST(Conditional, RangeNeedsTheSameStrongValidator) {
  const auto is_valid = [](std::string_view value) {
    Request request;
    request.if_range = value;
    return is_range_valid(request, {"\"tag\"", kModified}, kNow);
  };
  EXPECT_TRUE(is_valid(""));
  EXPECT_TRUE(is_valid("\"tag\""));
  EXPECT_TRUE(is_valid(kExactly));
  EXPECT_FALSE(is_valid("W/\"tag\""));
  EXPECT_FALSE(is_valid("\"other\""));
  EXPECT_FALSE(is_valid("\"tag\", \"other\""));
  EXPECT_FALSE(is_valid(kAfter));
  EXPECT_FALSE(is_valid(kBefore));
  EXPECT_FALSE(is_valid("*"));
  EXPECT_FALSE(is_valid(kRepeatedField));
}

TEST(Conditional, ADateMakesNoRangeValidWithoutOneOfTheResource) {
  Request request;
  request.if_range = kExactly;
  EXPECT_FALSE(is_range_valid(request, {"\"tag\"", std::nullopt}, kNow));
}

}  // namespace
}  // namespace loom::http
