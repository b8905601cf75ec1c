#include "cli/command_line.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/exit_code.h"

namespace loom::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Answer {
  Command command;
  std::string out;
  std::string err;
};

Answer answer(std::vector<const char*> words) {
  ::unsetenv("SOURCE_DATE_EPOCH");
  words.insert(words.begin(), "loom");
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Command command = parse_command_line(static_cast<int>(words.size()), words.data());
  std::string out = testing::internal::GetCapturedStdout();
  return {std::move(command), std::move(out), testing::internal::GetCapturedStderr()};
}

template <typename Kind>
Kind parsed(std::vector<const char*> words) {
  const Answer found = answer(std::move(words));
  EXPECT_TRUE(std::holds_alternative<Kind>(found.command)) << found.err;
  return std::holds_alternative<Kind>(found.command) ? std::get<Kind>(found.command) : Kind();
}

TEST(CommandLine, ServeHasDefaults) {
  const auto serve = parsed<ServeCommand>({"serve"});
  EXPECT_EQ(serve.site.site, ".");
  EXPECT_EQ(serve.listen, std::nullopt);
  EXPECT_FALSE(serve.production);
  EXPECT_FALSE(serve.open);
  EXPECT_FALSE(serve.site.drafts);
  EXPECT_EQ(serve.site.now, std::nullopt);
}

TEST(CommandLine, ServeTakesItsOptions) {
  const auto serve = parsed<ServeCommand>(
      {"serve", "notes", "--listen", "0.0.0.0:80", "--production", "--open", "--allow-host", "a.example",
       "--allow-host", "b.example", "--quiet", "--strict", "--yes", "--base-url", "https://x.example"});
  EXPECT_EQ(serve.site.site, "notes");
  EXPECT_EQ(serve.listen, "0.0.0.0:80");
  EXPECT_TRUE(serve.production);
  EXPECT_TRUE(serve.open);
  EXPECT_THAT(serve.allowed_hosts, ElementsAre("a.example", "b.example"));
  EXPECT_TRUE(serve.site.quiet);
  EXPECT_TRUE(serve.site.strict);
  EXPECT_TRUE(serve.site.yes);
  EXPECT_EQ(serve.site.base_url, "https://x.example");
  EXPECT_TRUE(parsed<ServeCommand>({"serve", "--drafts"}).site.drafts);
  EXPECT_EQ(parsed<ServeCommand>({"serve", "-l", ":1"}).listen, ":1");
}

TEST(CommandLine, BuildAndCheckTakeTheirOptions) {
  const auto build =
      parsed<BuildCommand>({"build", "site", "-o", "out", "--force", "--precompress", "--json", "-q"});
  EXPECT_EQ(build.site.site, "site");
  EXPECT_EQ(build.output, "out");
  EXPECT_TRUE(build.force);
  EXPECT_TRUE(build.precompress);
  EXPECT_TRUE(build.site.json);
  EXPECT_TRUE(build.site.quiet);
  EXPECT_EQ(parsed<BuildCommand>({"build"}).output, std::nullopt);
  const auto check = parsed<CheckCommand>({"check", "site", "--drafts", "--json"});
  EXPECT_EQ(check.site.site, "site");
  EXPECT_TRUE(check.site.drafts);
  EXPECT_TRUE(check.site.json);
}

TEST(CommandLine, NewMakesASiteOrAPost) {
  EXPECT_EQ(parsed<NewSiteCommand>({"new", "site", "blog"}).folder, "blog");
  const auto post =
      parsed<NewPostCommand>({"new", "post", "A title", "--site", "blog", "--section", "notes"});
  EXPECT_EQ(post.title, "A title");
  EXPECT_EQ(post.site, "blog");
  EXPECT_EQ(post.section, "notes");
  EXPECT_EQ(parsed<NewPostCommand>({"new", "post", "T"}).site, ".");
}

TEST(CommandLine, TheClockIsADateAMomentOrSeconds) {
  const auto now = [](const char* text) {
    return parsed<BuildCommand>({"build", "--now", text}).site.now->time_since_epoch().count();
  };
  EXPECT_EQ(now("1970-01-02"), 86'400);
  EXPECT_EQ(now("1970-01-01T00:01:00Z"), 60);
  EXPECT_EQ(now("1234"), 1'234);
}

TEST(CommandLine, SourceDateEpochIsTheClockUnlessOneIsGiven) {
  const char* const build[] = {"loom", "build"};
  const char* const fixed[] = {"loom", "build", "--now", "5"};
  ::setenv("SOURCE_DATE_EPOCH", "777", 1);
  const Command from_environment = parse_command_line(2, build);
  const Command from_option = parse_command_line(4, fixed);
  ::unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(std::get<BuildCommand>(from_environment).site.now->time_since_epoch().count(), 777);
  EXPECT_EQ(std::get<BuildCommand>(from_option).site.now->time_since_epoch().count(), 5);
}

TEST(CommandLine, WhatIsNotUnderstoodIsAUsageError) {
  const std::vector<std::vector<const char*>> mistakes = {
      {},
      {"srve"},
      {"serve", "--prodution"},
      {"serve", "a", "b"},
      {"new"},
      {"new", "site"},
      {"build", "--now", "monday"},
      {"completion", "csh"},
      {"--what"},
      {"build", "-o"},
      {"new", "post"},
  };
  for (const auto& words : mistakes) {
    const Answer found = answer(words);
    const std::string shown = words.empty() ? "(nothing)" : words.back();
    ASSERT_TRUE(std::holds_alternative<Finished>(found.command)) << shown;
    EXPECT_EQ(std::get<Finished>(found.command).exit_code, kExitUsage) << shown;
    EXPECT_FALSE(found.err.empty() && found.out.empty()) << shown;
  }
}

TEST(CommandLine, HelpAndVersionAreAnswers) {
  const Answer version = answer({"--version"});
  EXPECT_EQ(std::get<Finished>(version.command).exit_code, kExitSuccess);
  EXPECT_THAT(version.out, testing::StartsWith("loom "));
  const Answer help = answer({"--help"});
  EXPECT_EQ(std::get<Finished>(help.command).exit_code, kExitSuccess);
  EXPECT_THAT(help.out, HasSubstr("Exit codes:"));
  EXPECT_THAT(help.out, HasSubstr("serve"));
  EXPECT_THAT(answer({"serve", "--help"}).out, HasSubstr("--listen"));
}

TEST(CommandLine, CompletionScriptsKnowEveryCommand) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = parsed<CompletionCommand>({"completion", shell}).script;
    for (const char* word : {"serve", "build", "check", "new", "completion", "precompress", "allow-host"}) {
      EXPECT_THAT(script, HasSubstr(word)) << shell;
    }
  }
}

}  // namespace
}  // namespace loom::cli
