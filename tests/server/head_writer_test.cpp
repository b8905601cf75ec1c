#include "server/head_writer.h"

#include <gtest/gtest.h>

namespace loom::server {
namespace {

std::string head(Persistence persistence, std::string_view generation = "") {
  Response response;
  response.status_line = "HTTP/1.1 200 OK\r\n";
  response.fields = "A: 1\r\n";
  response.extra_fields.add("B", "2");
  std::string out = "before|";
  append_head(out, response, {.date = "Date: now\r\n", .generation = generation}, persistence);
  return out;
}

TEST(HeadWriter, PutsThePartsInOrderAfterWhatIsThere) {
  EXPECT_EQ(head(Persistence::KeepAlive), "before|HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\nDate: now\r\n\r\n");
}

TEST(HeadWriter, SaysWhatBecomesOfTheConnection) {
  EXPECT_NE(head(Persistence::Close).find("Connection: close\r\n\r\n"), std::string::npos);
  EXPECT_NE(head(Persistence::KeepAliveSaid).find("Connection: keep-alive\r\n\r\n"), std::string::npos);
}

TEST(HeadWriter, NamesTheGenerationInPreview) {
  EXPECT_NE(head(Persistence::KeepAlive, "X: b-1\r\n").find("Date: now\r\nX: b-1\r\n\r\n"),
            std::string::npos);
}

}  // namespace
}  // namespace loom::server
