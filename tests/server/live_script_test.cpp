#include "server/live_script.h"

#include <gtest/gtest.h>

#include "server/live_endpoints.h"

namespace loom::server {
namespace {

TEST(LiveScript, IsSmall) {
  EXPECT_LT(kLiveScript.size(), 3072U);
}

TEST(LiveScript, ListensAtTheAddressThatIsServed) {
  EXPECT_NE(kLiveScript.find(kLiveEventsPath), std::string_view::npos);
}

TEST(LiveScript, NeverTurnsDataIntoMarkup) {
  for (const char* door : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("}) {
    EXPECT_EQ(kLiveScript.find(door), std::string_view::npos) << door;
  }
}

}  // namespace
}  // namespace loom::server
