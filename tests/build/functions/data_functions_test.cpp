#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/one_shot_server.h"
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
  EXPECT_EQ(printed(R"({{ load_data(literal='{"x": 6}', format="JSON").x }})"), "6");
  EXPECT_EQ(printed(R"({{ load_data(literal='{"x": 6}') | safe }})"), R"({"x": 6})");
  EXPECT_EQ(
      printed(R"({{ load_data(path="d.xml").root.x[1] }})", "--- d.xml\n<root><x>7</x><x>8</x></root>\n"),
      "8");
  EXPECT_EQ(printed(R"({{ load_data(path="d.bib", format="bibtex").bibliographies[0].tags.title }})",
                    "--- d.bib\n@misc{k, title = {Nine}}\n"),
            "Nine");
}

TEST(DataFunctions, PathsAreLookedUpBelowTheSiteStaticAndContent) {
  EXPECT_EQ(printed(R"({{ load_data(path="d.toml").x }})", "--- static/d.toml\nx = 1\n"), "1");
  EXPECT_EQ(printed(R"({{ load_data(path="/d.toml").x }})", "--- content/d.toml\nx = 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="@/d.toml").x }})", "--- content/d.toml\nx = 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="/a//./b/../d.toml").x }})", "--- content/a/d.toml\nx = 2\n"), "2");
  EXPECT_EQ(printed(R"({{ load_data(path="d.toml").x }})", "--- static/d.toml\nx = 1\n--- d.toml\nx = 3\n"),
            "3");
}

TEST(DataFunctions, ThePlaceInContentIsOnlyThatOfContent) {
  EXPECT_THAT(mistake(R"({{ load_data(path="@/d.toml").x }})", "--- static/d.toml\nx = 1\n"),
              HasSubstr("there is no file `@/d.toml`"));
}

TEST(DataFunctions, AFileBesideAPageIsFoundByItsPublishedPath) {
  const std::string text =
      "--- loom.toml\nbase_url = \"http://a.example\"\n--- content/b.md\nx\n--- "
      "content/a/index.md\n+++\npath = \"moved\"\n"
      "+++\n--- templates/page.html\n{% set d = load_data(path=\"moved/d.toml\", required=false) %}"
      "{% if d %}{{ d.x }}{% else %}none{% endif %}\n";
  Builder builder(support::plain_build_options());
  std::shared_ptr<const snapshot::Snapshot> last;
  const auto body_with = [&](const std::string& file) {
    const support::Built built = support::build_tree(builder, support::source_tree(text + file), last.get());
    last = built.outcome.snapshot;
    return built.body("/b/");
  };
  EXPECT_EQ(body_with(""), "none\n");
  EXPECT_EQ(body_with("--- content/a/d.toml\nx = 1\n"), "1\n");
  EXPECT_EQ(body_with("--- content/a/d.toml\nx = 2\n"), "2\n");
  EXPECT_EQ(body_with(""), "none\n");
}

TEST(DataFunctions, MistakesNameTheDataFile) {
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml") }})"), HasSubstr("there is no file `d.toml`"));
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml").x }})", "--- d.toml\nx = = 1\n"),
              HasSubstr("d.toml:1:"));
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml", format="ini") }})", "--- d.toml\nx = 1\n"),
              HasSubstr("use toml, json, yaml, csv, xml, bibtex or plain"));
  EXPECT_THAT(mistake(R"({{ load_data(path="d.csv") }})", "--- d.csv\na,b\n1\n"),
              HasSubstr("d.csv:2:1: this record has 1 fields, and the first line has 2"));
  EXPECT_EQ(printed(R"({% if load_data(path="d.toml", required=false) %}x{% else %}none{% endif %})"),
            "none");
}

TEST(DataFunctions, OneSourceIsWanted) {
  EXPECT_THAT(mistake("{{ load_data() }}"), HasSubstr("it needs one of `path`, `url` and `literal`"));
  EXPECT_THAT(mistake(R"({{ load_data(path="a", literal="b") }})"), HasSubstr("it needs one of"));
  EXPECT_EQ(printed(R"({% if load_data(path="a", literal="b", required=false) %}x{% else %}none{% endif %})"),
            "none");
}

TEST(DataFunctions, WhatIsNotRequiredMayStillBeWrong) {
  EXPECT_THAT(mistake(R"({{ load_data(path="d.toml", required=false) }})", "--- d.toml\nx = = 1\n"),
              HasSubstr("d.toml:1:"));
}

TEST(DataFunctions, TheNetworkIsAskedOnlyWhereThatIsAllowed) {
  EXPECT_THAT(mistake(R"({{ load_data(url="https://example.org/d.json") }})"),
              HasSubstr("nothing is fetched from the network (run loom with --allow-fetch"));
  EXPECT_EQ(
      printed(R"({% if load_data(url="https://example.org/", required=false) %}x{% else %}none{% endif %})"),
      "none");
}

const std::string& fetching_site() {
  static const std::string text =
      "--- loom.toml\nbase_url = \"http://a.example\"\n--- content/a.md\nx\n--- content/b.md\nx\n"
      "--- templates/page.html\n";
  return text;
}

support::Built fetched(const std::string& page_template) {
  BuildOptions options = support::plain_build_options();
  options.allow_fetch = true;
  return support::build_site(fetching_site() + page_template + "\n", options);
}

TEST(DataFunctions, WhatIsFetchedIsParsedAndFetchedOnce) {
  support::OneShotServer server({support::http_answer("200 OK", "{\"x\": [1, 2]}")});
  const support::Built built =
      fetched("{{ load_data(url=\"" + server.url("/d") + "\", format=\"json\").x[1] }}");
  EXPECT_EQ(built.body("/a/") + built.body("/b/"), "2\n2\n") << built.messages();
  EXPECT_THAT(server.take_requests(), testing::ElementsAre(HasSubstr("\r\nAccept: application/json\r\n")));
}

TEST(DataFunctions, APostSendsBodyTypeAndHeaders) {
  support::OneShotServer server({support::http_answer("200 OK", "made")});
  const support::Built built =
      fetched("{{ load_data(url=\"" + server.url() +
              "\", method=\"post\", body=\"a=b\", content_type=\"text/x\", headers=[\"X-Key=1=2\"]) }}");
  EXPECT_EQ(built.body("/a/"), "made\n") << built.messages();
  const std::string request = server.take_requests().front();
  EXPECT_THAT(request, testing::StartsWith("POST / "));
  EXPECT_THAT(request, HasSubstr("\r\nContent-Type: text/x\r\n"));
  EXPECT_THAT(request, HasSubstr("\r\nX-Key: 1=2\r\n"));
  EXPECT_TRUE(request.ends_with("\r\n\r\na=b"));
}

TEST(DataFunctions, MistakesOfFetchingNameTheAddress) {
  support::OneShotServer server({support::http_answer("500 Oops", ""), support::http_answer("500 Oops", "")});
  EXPECT_THAT(fetched("{{ load_data(url=\"" + server.url() + "\") }}").messages(),
              HasSubstr("cannot fetch " + server.url() + ": status 500"));
  EXPECT_EQ(
      fetched("{% if load_data(url=\"" + server.url() + "\", required=false) %}x{% else %}none{% endif %}")
          .body("/a/"),
      "none\n");
  EXPECT_THAT(mistake(R"({{ load_data(url="https://a", method="put") }})"), HasSubstr("use GET or POST"));
  EXPECT_THAT(mistake(R"({{ load_data(url="https://a", headers=["x: y"]) }})"),
              HasSubstr("write it as \"name=value\""));
  EXPECT_THAT(mistake(R"({{ load_data(url="https://a", headers="x=y") }})"), HasSubstr("array of strings"));
  EXPECT_THAT(mistake("{{ load_data(url=`https://a`, headers=[`x=a\nb: c`]) }}"), HasSubstr("is no header"));
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
  EXPECT_THAT(mistake("{{ get_hash() }}"), HasSubstr("it needs either `path` or `literal`"));
  EXPECT_THAT(mistake(R"({{ get_hash(path="a", literal="x") }})"), HasSubstr("it needs either"));
}

}  // namespace
}  // namespace loom::build
