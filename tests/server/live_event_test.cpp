#include "server/live_event.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/limits.h"

namespace loom::server {
namespace {

nlohmann::json data_of(const std::string& event) {
  EXPECT_TRUE(event.starts_with("data: "));
  EXPECT_TRUE(event.ends_with("\n\n"));
  EXPECT_EQ(event.find('\n'), event.size() - 2) << "an event must be one line";
  return nlohmann::json::parse(event.substr(6));
}

base::Diagnostic diagnostic(base::Severity severity, std::string message) {
  base::Diagnostic made;
  made.severity = severity;
  made.message = std::move(message);
  return made;
}

TEST(LiveEvent, CarriesPathsAndDiagnostics) {
  base::Diagnostics diagnostics;
  diagnostics.add(diagnostic(base::Severity::Warning, "careful"));
  diagnostics.add(diagnostic(base::Severity::Error, "line one\nline two </script>"));
  const std::string event = format_live_event(
      {.generation = "b-1", .changed_paths = {{"/a \"quoted\"/"}}, .diagnostics = diagnostics});
  EXPECT_EQ(event.find_first_of("\r\n"), event.size() - 2);
  const nlohmann::json data = data_of(event);
  EXPECT_EQ(data["generation"], "b-1");
  EXPECT_EQ(data["changed"], nlohmann::json::array({"/a \"quoted\"/"}));
  EXPECT_EQ(data["errors"], 1);
  EXPECT_EQ(data["warnings"], 1);
  ASSERT_EQ(data["mistakes"].size(), 1U);
  const auto text = data["mistakes"][0].get<std::string>();
  EXPECT_NE(text.find("two </script>"), std::string::npos) << text;
}

TEST(LiveEvent, TooManyPathsBecomeNull) {
  const base::Diagnostics none;
  const std::vector<std::string> many(kLivePathsMax + 1, "/a/");
  const std::vector<std::string> long_ones(100, "/" + std::string(1000, 'x'));
  for (const auto& paths : {many, long_ones}) {
    EXPECT_TRUE(data_of(format_live_event(
        {.generation = "b-1", .changed_paths = paths, .diagnostics = none}))["changed"]
                    .is_null());
  }
}

TEST(LiveEvent, StaysWithinTheBacklogOfAStream) {
  base::Diagnostics diagnostics;
  for (int i = 0; i < 1000; ++i) {
    diagnostics.add(diagnostic(base::Severity::Error, std::string(3000, 'e')));
  }
  const std::string event =
      format_live_event({.generation = "b-1", .changed_paths = std::nullopt, .diagnostics = diagnostics});
  EXPECT_LT(event.size(), kLiveBacklogBytesMax);
  const nlohmann::json data = data_of(event);
  EXPECT_EQ(data["errors"], 1000);
  EXPECT_GT(data["mistakes"].size(), 0U);
  EXPECT_LT(data["mistakes"].size(), 1000U);
}

}  // namespace
}  // namespace loom::server
