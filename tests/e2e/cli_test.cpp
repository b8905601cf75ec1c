// The commands as a shell sees them: exit codes, messages, files.
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/unique_fd.h"
#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"

namespace loom::e2e {
namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Every file below `folder` by its path, with its bytes.
std::map<std::string, std::string> files_below(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      std::ifstream stream(entry.path(), std::ios::binary);
      files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
  }
  return files;
}

TEST(CommandLine, ExitCodesAndHelp) {
  const ProgramResult version = run_loom({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_TRUE(version.out.starts_with("loom ")) << version.out;
  const ProgramResult help = run_loom({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  for (const char* word :
       {"serve", "build", "check", "new", "completion", "Examples", "Exit codes", "NO_COLOR"}) {
    EXPECT_TRUE(contains(help.out, word)) << word;
  }
  const ProgramResult serve_help = run_loom({"serve", "--help"});
  EXPECT_EQ(serve_help.exit_code, 0);
  for (const char* word : {"--listen", "--production", "--drafts", "--open", "Server", "Preview", "Site"}) {
    EXPECT_TRUE(contains(serve_help.out, word)) << word;
  }
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"--nonsense"},
                                                {"nonsense"},
                                                {"serve", "--nonsense"},
                                                {"new"},
                                                {"completion", "tcsh"},
                                                {"build", "--now", "soon"}}) {
    const ProgramResult result = run_loom(words);
    EXPECT_EQ(result.exit_code, 2) << (words.empty() ? "no words" : words.back());
    EXPECT_FALSE(result.err.empty() && result.out.empty());
  }
  EXPECT_TRUE(contains(run_loom({"serve", "--nonsense"}).err, "--nonsense"));
}

TEST(CommandLine, MissingSiteIsAFailure) {
  for (const char* command : {"serve", "build", "check"}) {
    const ProgramResult result = run_loom({command, "/nowhere/at/all"});
    EXPECT_EQ(result.exit_code, 1) << command;
    EXPECT_TRUE(contains(result.err, "/nowhere/at/all")) << result.err;
  }
  EXPECT_EQ(run_loom({"serve", ".", "--listen", "nonsense"}).exit_code, 1);
}

TEST(CommandLine, NoColorsWhenNotATerminal) {
  const SmallSite world;
  world.site.write("content/a.md", "+++\nweight = =\n+++\n");
  EXPECT_FALSE(contains(run_loom({"check", world.path()}).err, "\x1b["));
  if (!has_program("script") || !base::UniqueFd(::posix_openpt(O_RDWR | O_NOCTTY))) {
    GTEST_SKIP() << "script or /dev/pts is absent, so there is no terminal to try";
  }
  const std::string line = std::string(LOOM_BINARY) + " check " + world.path();
  ChildOptions with_colors;
  with_colors.environment = {"TERM=xterm", "NO_COLOR="};
  EXPECT_TRUE(contains(run_program({"script", "-qec", line, "/dev/null"}, with_colors).out, "\x1b["));
  ChildOptions without;
  without.environment = {"TERM=xterm", "NO_COLOR=1"};
  EXPECT_FALSE(contains(run_program({"script", "-qec", line, "/dev/null"}, without).out, "\x1b["));
}

TEST(CommandLine, CompletionScriptsParse) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const ProgramResult script = run_loom({"completion", shell});
    EXPECT_EQ(script.exit_code, 0);
    EXPECT_TRUE(contains(script.out, "serve")) << shell;
    EXPECT_TRUE(contains(script.out, "production")) << shell;
    if (has_program(shell)) {
      const support::TempFolder folder;
      const std::string file = folder.write("completion", script.out);
      EXPECT_EQ(run_program({shell, "-n", file}).exit_code, 0) << shell;
    }
  }
}

TEST(Build, WritesTheSiteBelowItsFolder) {
  const SmallSite world;
  const ProgramResult result = run_loom({"build", world.path()}, world.loom_options());
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(contains(world.site.read("public/a/index.html"), "body v0"));
  EXPECT_EQ(world.site.read("public/plain.txt"), "plain\n");
  EXPECT_TRUE(world.site.exists("public/404.html"));
  EXPECT_FALSE(world.site.exists("public/loom.toml"));
}

TEST(Build, LeavesUnchangedFilesAsTheyAre) {
  const SmallSite world;
  const std::string output = world.aside.path("out");
  ASSERT_EQ(run_loom({"build", world.path(), "-o", output}, world.loom_options()).exit_code, 0);
  struct stat before {};
  struct stat after {};
  ASSERT_EQ(::stat((output + "/plain.txt").c_str(), &before), 0);
  world.page("a", "v1");
  const ProgramResult again = run_loom({"build", world.path(), "-o", output}, world.loom_options());
  ASSERT_EQ(again.exit_code, 0) << again.err;
  ASSERT_EQ(::stat((output + "/plain.txt").c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
  EXPECT_TRUE(contains(world.aside.read("out/a/index.html"), "body v1"));
  world.site.remove("content/a.md");
  world.page("b", "v2");
  ASSERT_EQ(run_loom({"build", world.path(), "-o", output}, world.loom_options()).exit_code, 0);
  EXPECT_FALSE(world.aside.exists("out/a"));
}

TEST(Build, RefusesAFolderOfSomebodyElseUnlessForced) {
  const SmallSite world;
  world.aside.write("out/precious.txt", "mine");
  const std::string output = world.aside.path("out");
  const ProgramResult refused = run_loom({"build", world.path(), "-o", output}, world.loom_options());
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(contains(refused.err, output)) << refused.err;
  EXPECT_TRUE(contains(refused.err, "--force")) << refused.err;
  EXPECT_FALSE(world.aside.exists("out/a"));
  EXPECT_EQ(run_loom({"build", world.path(), "-o", output, "--force"}, world.loom_options()).exit_code, 0);
  EXPECT_EQ(world.aside.read("out/precious.txt"), "mine");
  EXPECT_TRUE(world.aside.exists("out/a/index.html"));
}

TEST(Build, MistakesLeaveTheOldOutput) {
  const SmallSite world;
  ASSERT_EQ(run_loom({"build", world.path()}, world.loom_options()).exit_code, 0);
  const auto before = files_below(world.site.path("public"));
  world.site.write("content/b.md", "+++\nweight = =\n+++\n");
  const ProgramResult result = run_loom({"build", world.path()}, world.loom_options());
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_TRUE(contains(result.err, "content/b.md:2:")) << result.err;
  EXPECT_EQ(files_below(world.site.path("public")), before);
}

TEST(Build, GivesTheBytesThatProductionServes) {
  const SmallSite world;
  world.site.write("loom.toml", std::string(kConfig) +
                                    "generate_feeds = true\ntaxonomies = [{ name = \"tags\", feed = "
                                    "true }]\n");
  for (int i = 0; i < 8; ++i) {
    world.site.write("content/posts/p" + std::to_string(i) + ".md",
                     "+++\ntitle = \"P\"\ndate = 2020-01-0" + std::to_string(i + 1) + "\naliases = [\"old" +
                         std::to_string(i) +
                         "\"]\n[taxonomies]\ntags = [\"x y\", \"ü\"]\n+++\n"
                         "Text *" +
                         std::to_string(i) + "*\n\n```cpp\nint x;\n```\n");
  }
  world.site.write("content/posts/_index.md",
                   "+++\ntitle = \"Posts\"\npaginate_by = 3\nsort_by = \"date\"\n+++\n");
  world.site.write("static/large.bin", std::string(1'500'000, 'L'));
  world.site.write("static/docs/index.html", "<p>static folder</p>");
  // Once with plain templates, once under the built-in theme.
  for (const bool has_templates : {true, false}) {
    if (!has_templates) {
      world.site.remove("templates");
    }
    ChildOptions options = world.loom_options();
    options.environment.emplace_back("SOURCE_DATE_EPOCH=1700000000");
    ASSERT_EQ(run_loom({"build", world.path()}, options).exit_code, 0);
    LoomProcess server(world.path(), {"--production"}, options);
    const auto files = files_below(world.site.path("public"));
    EXPECT_GT(files.size(), 20u);
    for (const auto& [file, bytes] : files) {
      std::string path = "/" + file;
      if (path.ends_with("/index.html")) {
        path.resize(path.size() - std::string("index.html").size());
      }
      std::string sent;
      for (const char c : path) {
        char escaped[4];
        std::snprintf(escaped, sizeof escaped, "%%%02X",
                      static_cast<unsigned>(static_cast<unsigned char>(c)));
        sent += static_cast<unsigned char>(c) >= 0x80 || c == ' ' ? std::string(escaped) : std::string(1, c);
      }
      const Answer answer = server.get(sent);
      const bool is_alias = bytes.find("http-equiv=\"refresh\"") != std::string::npos;
      EXPECT_EQ(answer.status, is_alias ? 301 : file == "404.html" ? answer.status : 200) << sent;
      EXPECT_TRUE(answer.body == bytes) << sent;
    }
    EXPECT_TRUE(server.get("/no/such/page").body == world.site.read("public/404.html"));
    for (const auto& [file, bytes] : files) {
      EXPECT_FALSE(contains(bytes, "/_loom/live.js")) << file;
    }
  }
}

TEST(Build, KilledAtAnyMomentLeavesTheOldOutputOrTheNew) {
  const SmallSite world;
  for (int i = 0; i < 150; ++i) {
    world.page("p" + std::to_string(i), "old");
  }
  const std::string output = world.aside.path("out");
  const std::vector<std::string> words{LOOM_BINARY, "build", world.path(), "-o", output};
  ASSERT_EQ(run_program(words, world.loom_options()).exit_code, 0);
  std::string shown = "old";
  for (int round = 0; round < 16; ++round) {
    const std::string next = "text" + std::to_string(round);
    for (int i = 0; i < 150; ++i) {
      world.page("p" + std::to_string(i), next);
    }
    {
      ChildProcess build(words, world.loom_options());
      std::this_thread::sleep_for(std::chrono::milliseconds(5 + 17 * round));
      build.signal(SIGKILL);
      build.wait();
    }
    std::set<std::string> texts;
    for (int i = 0; i < 150; ++i) {
      const std::string page = world.aside.read("out/p" + std::to_string(i) + "/index.html");
      const std::size_t at = page.find("body ");
      ASSERT_NE(at, std::string::npos) << i << " " << page;
      texts.insert(page.substr(at + 5, page.find('<', at) - at - 5));
    }
    ASSERT_EQ(texts.size(), 1u) << "a mix in round " << round;
    EXPECT_TRUE(*texts.begin() == shown || *texts.begin() == next) << *texts.begin();
    shown = *texts.begin();
  }
  const ProgramResult last = run_program(words, world.loom_options());
  EXPECT_EQ(last.exit_code, 0) << last.err;
  EXPECT_TRUE(contains(world.aside.read("out/p0/index.html"), "text15"));
}

TEST(Build, ManyPagesShowLinesOfProgressWithoutATerminal) {
  const SmallSite world;
  const std::string text(20'000, '*');
  for (int i = 0; i < 2000; ++i) {
    world.site.write("content/p" + std::to_string(i) + ".md", "# P\n\nline *of* `text` " + text + "\n");
  }
  const ProgramResult result =
      run_loom({"build", world.path(), "-o", world.aside.path("out")}, world.loom_options());
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_FALSE(contains(result.err, "\r"));
  EXPECT_TRUE(contains(result.err, " of 2,00")) << result.err;
  const ProgramResult quiet =
      run_loom({"build", world.path(), "-o", world.aside.path("out"), "--quiet"}, world.loom_options());
  EXPECT_EQ(quiet.exit_code, 0);
  EXPECT_EQ(quiet.err, "");
}

TEST(Check, ListsAllMistakesOfASite) {
  const SmallSite world;
  world.site.write("content/yaml.md", "---\ntitle: ok\nweight: [x\n---\n");
  world.site.write("content/toml.md", "+++\ntitle = \"ok\"\nweight = =\n+++\n");
  world.site.write("content/link.md", "---\ntitle: x\n---\n\nsee [it](@/none.md)\n");
  world.site.write("templates/section.html", "\n\n{% for x in %}\n");
  const ProgramResult result = run_loom({"check", world.path()}, world.loom_options());
  EXPECT_EQ(result.exit_code, 1);
  for (const char* place :
       {"content/yaml.md:", "content/toml.md:3:", "content/link.md:5:", "templates/section.html:3:"}) {
    EXPECT_TRUE(contains(result.err, place)) << place << "\n" << result.err;
  }
  EXPECT_FALSE(world.site.exists("public"));
}

TEST(Check, GivesJson) {
  const SmallSite world;
  const ProgramResult good = run_loom({"check", world.path(), "--json"}, world.loom_options());
  EXPECT_EQ(good.exit_code, 0);
  EXPECT_TRUE(nlohmann::json::parse(good.out).empty()) << good.out;
  world.site.write("content/toml.md", "+++\ntitle = \"a\\\"b\"\nweight = =\n+++\n");
  const ProgramResult bad = run_loom({"check", world.path(), "--json"}, world.loom_options());
  EXPECT_EQ(bad.exit_code, 1);
  const auto list = nlohmann::json::parse(bad.out);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0]["file"], "content/toml.md");
  EXPECT_EQ(list[0]["line"], 3);
  EXPECT_EQ(list[0]["severity"], "error");
}

TEST(Check, NamesThePagesThatDependOnTheClockAndOnChance) {
  const SmallSite world;
  world.site.write("templates/page.html",
                   "{{ now() | date(format=\"%Y\") }}{{ get_random(start=0, end=9) }}");
  const std::string page = "content/impure.md";
  world.site.write(page, "# x\n");
  const ProgramResult result = run_loom({"check", world.path()}, world.loom_options());
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(contains(result.err + result.out, "note: `now()` puts the time of the build into "));
  EXPECT_TRUE(contains(result.err + result.out, "note: `get_random()` is used by "));
  EXPECT_TRUE(contains(result.err + result.out, page));
}

TEST(Check, StrictMakesErrorsOfWarnings) {
  const SmallSite world;
  world.site.write("loom.toml", "title = \"No address\"\n");
  EXPECT_EQ(run_loom({"check", world.path()}, world.loom_options()).exit_code, 0);
  EXPECT_EQ(run_loom({"check", world.path(), "--strict"}, world.loom_options()).exit_code, 1);
}

TEST(New, SiteAndPostAreWithoutMistakes) {
  const SmallSite world;
  const std::string made = world.aside.path("blog");
  ASSERT_EQ(run_loom({"new", "site", made}).exit_code, 0);
  ASSERT_EQ(run_loom({"new", "post", "Über \"quoted\" \\ things", "--site", made}).exit_code, 0);
  const ProgramResult check = run_loom({"check", made, "--strict", "--json"}, world.loom_options());
  EXPECT_EQ(check.exit_code, 0) << check.out << check.err;
  EXPECT_EQ(run_loom({"build", made}, world.loom_options()).exit_code, 0);
  EXPECT_TRUE(contains(world.aside.read("blog/public/posts/index.html"), "quoted"));
  EXPECT_EQ(run_loom({"new", "site", made}).exit_code, 1) << "the folder is not empty";
  EXPECT_EQ(run_loom({"new", "post", "Über \"quoted\" \\ things", "--site", made}).exit_code, 1)
      << "there already";
}

TEST(Serve, PreviewScriptIsInPreviewOnly) {
  const SmallSite world;
  world.site.write("static/own.html", "<html><body>own</body></html>");
  LoomProcess preview(world.path());
  LoomProcess production(world.path(), {"--production"});
  for (const char* path : {"/a/", "/", "/own.html"}) {
    EXPECT_TRUE(contains(preview.get(path).body, "/_loom/live.js")) << path;
    EXPECT_FALSE(contains(production.get(path).body, "_loom")) << path;
  }
  EXPECT_NE(preview.get("/a/").field("x-loom-generation"), "");
  EXPECT_EQ(production.get("/a/").field("x-loom-generation"), "");
  EXPECT_EQ(production.get("/_loom/live.js").status, 404);
  EXPECT_EQ(production.get("/_loom/events").status, 404);
}

TEST(Serve, PreviewRefusesForeignHosts) {
  const SmallSite world;
  const auto status_for = [](const LoomProcess& server, const std::string& fields) {
    support::LoopbackClient client = server.connect();
    client.send("GET /a/ HTTP/1.1\r\n" + fields + "\r\n");
    const auto answer = client.read_response();
    return answer ? answer->status : 0;
  };
  LoomProcess preview(world.path(), {"--allow-host", "my.test"});
  EXPECT_EQ(status_for(preview, "Host: localhost\r\n"), 200);
  EXPECT_EQ(status_for(preview, "Host: my.test\r\n"), 200);
  EXPECT_EQ(status_for(preview, "Host: evil.example\r\n") / 100, 4);
  EXPECT_EQ(status_for(preview, "Host: localhost\r\nOrigin: http://evil.example\r\n") / 100, 4);
  LoomProcess production(world.path(), {"--production"});
  EXPECT_EQ(status_for(production, "Host: evil.example\r\n"), 200);
}

TEST(Serve, DraftsAreShownOnRequestInPreviewOnly) {
  const SmallSite world;
  world.site.write("content/dr.md", "---\ntitle: d\ndraft: true\n---\nsecret\n");
  LoomProcess preview(world.path(), {"--drafts"});
  EXPECT_TRUE(preview.shows("/dr/", "secret"));
  LoomProcess production(world.path(), {"--production", "--drafts"});
  EXPECT_EQ(production.get("/dr/").status, 404);
}

TEST(Serve, PreviewAddressesItsOwnPort) {
  const SmallSite world;
  LoomProcess preview(world.path());
  EXPECT_TRUE(contains(preview.get("/").body, "http://127.0.0.1:" + std::to_string(preview.port()) + "/a/"));
  LoomProcess production(world.path(), {"--production"});
  EXPECT_TRUE(contains(production.get("/").body, "https://example.org/a/"));
}

TEST(Serve, ExplicitPortThatIsTakenIsAFailureThatNamesIt) {
  const SmallSite world;
  LoomProcess first(world.path());
  const std::string endpoint = "127.0.0.1:" + std::to_string(first.port());
  for (const std::vector<std::string>& mode : {std::vector<std::string>{}, {"--production"}}) {
    std::vector<std::string> words{"serve", world.path(), "--listen", endpoint};
    words.insert(words.end(), mode.begin(), mode.end());
    const ProgramResult second = run_loom(words);
    EXPECT_EQ(second.exit_code, 1);
    EXPECT_TRUE(contains(second.err, std::to_string(first.port()))) << second.err;
    EXPECT_TRUE(contains(second.err, "loom")) << second.err;
  }
  EXPECT_TRUE(first.shows("/a/", "body v0"));
}

TEST(Serve, DefaultPortMovesOnInPreviewAndSaysSo) {
  const SmallSite world;
  const std::vector<std::string> words{LOOM_BINARY, "serve", world.path()};
  ChildProcess first(words);
  ASSERT_TRUE(eventually([&] { return contains(first.err(), "preview on"); })) << first.err();
  ChildProcess second(words);
  ASSERT_TRUE(eventually([&] { return contains(second.err(), "preview on"); })) << second.err();
  EXPECT_TRUE(contains(second.err(), "8080 is taken")) << second.err();
  // Whoever holds 8080 on this machine, production does not move.
  const ProgramResult production = run_loom({"serve", world.path(), "--production"});
  EXPECT_EQ(production.exit_code, 1);
  EXPECT_TRUE(contains(production.err, "8080")) << production.err;
  second.signal(SIGINT);
  EXPECT_EQ(second.wait(), 0);
  first.signal(SIGTERM);
  EXPECT_EQ(first.wait(), 0);
}

TEST(Serve, BareFolderOfMarkdownIsASite) {
  const support::TempFolder folder;
  folder.write("README.md", "# My notes\n\nHello from the front.\n");
  folder.write("one/two.md", "# Two\n\nSee [the front](../README.md).\n");
  folder.write("one/secret.key", "key");
  folder.write("node_modules/x/readme.md", "# no\n");
  LoomProcess server(folder.path());
  EXPECT_TRUE(server.shows("/", "Hello from the front."));
  EXPECT_TRUE(server.shows("/one/two/", "Two"));
  EXPECT_EQ(server.get("/one/secret.key").status, 404);
  EXPECT_EQ(server.get("/node_modules/x/").status, 404);
  EXPECT_EQ(server.get("/node_modules/x/readme/").status, 404);
  folder.write("three.md", "# Three\n\nfresh\n");
  EXPECT_TRUE(server.shows("/three/", "fresh"));
}

TEST(Serve, HangUpStopsPreviewAndKeepsProduction) {
  const SmallSite world;
  LoomProcess production(world.path(), {"--production"});
  production.signal(SIGHUP);
  world.page("a", "v1");
  EXPECT_TRUE(production.shows("/a/", "body v1"));
  LoomProcess preview(world.path());
  EXPECT_EQ(preview.stop(SIGHUP), 0);
}

}  // namespace
}  // namespace loom::e2e
