#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/template_page.h"

namespace loom::build {
namespace {

using support::mistake;
using support::printed;
using testing::HasSubstr;

TEST(DataFunctions, LoadDataReadsEveryFormat) {
  EXPECT_EQ(printed(R"({{ load_data(path="d.toml").x }})", "--- d.toml\nx = 1\n"), "1");
  EXPECT_EQ(printed(R"({{ load_data(path="d.yaml").x }})", "--- d.yaml\nx: 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="d.json").x[1] }})", "--- d.json\n{\"x\": [1, 3]}\n"), "3");
  EXPECT_EQ(printed(R"({% set d = load_data(path="d.csv") %}{{ d.headers[0] }} {{ d.records[0][1] }})",
                    "--- d.csv\na,b\n4,5\n"),
            "a 5");
  EXPECT_EQ(printed(R"({{ load_data(path="d.txt") }}.)", "--- d.txt\nplain\n"), "plain\n.");
  EXPECT_EQ(printed(R"({{ load_data(path="d.toml", format="plain") }}.)", "--- d.toml\nx = 1\n"), "x = 1\n.");
  EXPECT_EQ(printed(R"({{ load_data(literal='{"x": 6}', format="json").x }})"), "6");
}

TEST(DataFunctions, PathsAreLookedUpBelowTheSiteStaticAndContent) {
  EXPECT_EQ(printed(R"({{ load_data(path="d.toml").x }})", "--- static/d.toml\nx = 1\n"), "1");
  EXPECT_EQ(printed(R"({{ load_data(path="/d.toml").x }})", "--- content/d.toml\nx = 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="@/d.toml").x }})", "--- content/d.toml\nx = 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="/a//./b/../d.toml").x }})", "--- content/a/d.toml\nx = 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="d.toml").x }})", "--- static/d.toml\nx = 1\n--- d.toml\nx = 3\n"),
            "3");
}

TEST(DataFunctions, MistakesNameTheDataFile) {
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml") }})"), HasSubstr("there is no file `d.toml`"));
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml").x }})", "--- d.toml\nx = = 1\n"),
              HasSubstr("d.toml:1:"));
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml", format="xml") }})", "--- d.toml\nx = 1\n"),
              HasSubstr("use toml, json, yaml, csv or plain"));
  EXPECT_THAT(mistake(R"({{ load_data(url="https://example.org/d.json") }})"), HasSubstr("network"));
  EXPECT_EQ(printed(R"({% if load_data(path="d.toml", required=false) %}x{% else %}none{% endif %})"),
            "none");
}

TEST(DataFunctions, AFileThatComesChangesOrGoesWakesThePage) {
  const std::string text =
      "--- templates/page.html\n{% set d = load_data(path=\"d.toml\", required=false) %}"
      "{% if d %}{{ d.x }}{% else %}none{% endif %}\n--- loom.toml\nbase_url = \"http://a.example\"\n"
      "--- content/a.md\nx\n";
  Builder builder(support::plain_build_options());
  std::shared_ptr<const snapshot::Snapshot> last;
  const auto body_with = [&](const std::string& file) {
    const support::Built built = support::build_tree(builder, support::source_tree(text + file), last.get());
    last = built.outcome.snapshot;
    return built.body("/a/");
  };
  EXPECT_EQ(body_with(""), "none\n");
  EXPECT_EQ(body_with("--- static/d.toml\nx = 1\n"), "1\n");
  EXPECT_EQ(body_with("--- static/d.toml\nx = 2\n"), "2\n");
  EXPECT_EQ(body_with("--- static/d.toml\nx = 2\n--- d.toml\nx = 3\n"), "3\n");
  EXPECT_EQ(body_with(""), "none\n");
}

TEST(DataFunctions, AMarkdownFileThatIsReadAsDataWakesThePage) {
  const std::string text =
      "--- templates/page.html\n{{ load_data(path=\"content/b.md\", format=\"plain\") }}\n"
      "--- loom.toml\nbase_url = \"http://a.example\"\n--- content/a.md\nx\n--- content/b.md\n";
  Builder builder(support::plain_build_options());
  const support::Built before = support::build_tree(builder, support::source_tree(text + "old\n"));
  EXPECT_EQ(before.body("/a/"), "old\n\n");
  const support::Built after =
      support::build_tree(builder, support::source_tree(text + "new\n"), before.outcome.snapshot.get());
  EXPECT_EQ(after.body("/a/"), "new\n\n");
}

TEST(DataFunctions, GetHashGivesDigests) {
  EXPECT_EQ(printed(R"({{ get_hash(literal="abc", sha_type=256, base64=false) }})"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(printed(R"({{ get_hash(literal="abc") | safe }})"),
            "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
  EXPECT_EQ(
      printed(
          R"({{ get_hash(path="abc.txt", sha_type=512, base64=false) == get_hash(literal="x", sha_type=512, base64=false) }})",
          "--- static/abc.txt\n"),
      "false");
  EXPECT_THAT(mistake(R"({{ get_hash(path="none.txt") }})"), HasSubstr("there is no file `none.txt`"));
  EXPECT_THAT(mistake(R"({{ get_hash(literal="x", sha_type=1) }})"), HasSubstr("256, 384 or 512"));
}

}  // namespace
}  // namespace loom::build
