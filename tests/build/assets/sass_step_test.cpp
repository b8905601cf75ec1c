#include "build/assets/sass_step.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/process.h"
#include "support/site_build.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using testing::HasSubstr;

site::Config sass_config() {
  site::Config config;
  config.kind = site::SiteKind::Zola;
  config.compile_sass = true;
  return config;
}

/// A program in place of Sass: copies each input to its output.
constexpr std::string_view kCopier = R"sh(#!/bin/sh
for pair; do
  case $pair in
    --*) ;;
    *) mkdir -p "$(dirname "${pair#*:}")" && cat "${pair%%:*}" > "${pair#*:}" ;;
  esac
done
)sh";

class SassStepTest : public testing::Test {
 protected:
  SassOptions program(std::string_view script) {
    const std::string path = folder_.write("sass", script);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return {path};
  }

  std::string css(SassStep& step, std::string_view text, const std::string& path) {
    const site::SourceTree tree = support::source_tree(text);
    diagnostics_ = {};
    step.start(tree, sass_config());
    const SassOutput& output = step.finish(diagnostics_);
    const site::SourceFile* file = output.files.find(path);
    return file == nullptr ? "(none)" : *file->bytes;
  }
  std::string messages() const { return support::messages_of(diagnostics_); }

  support::TempFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(SassStepTest, OneProcessForAllAndNoneWhileTheInputsStayTheSame) {
  SassStep step(program(kCopier));
  const std::string site = "--- sass/a.scss\na\n--- sass/b/c d;$(x).sass\nb\n";
  EXPECT_EQ(css(step, site, "a.css"), "a\n");
  EXPECT_EQ(css(step, site + "--- content/x.md\nx\n", "b/c d;$(x).css"), "b\n");
  EXPECT_EQ(step.run_count(), 1U);
  EXPECT_EQ(css(step, site + "--- sass/_p.scss\nx\n", "a.css"), "a\n");
  EXPECT_EQ(step.run_count(), 2U);
  EXPECT_EQ(messages(), "");
}

TEST_F(SassStepTest, AColonInAFileNameIsNoSeparator) {
  SassStep step(program(kCopier));
  EXPECT_EQ(css(step, "--- sass/a:b/c:d.scss\nx\n", "a:b/c:d.css"), "x\n");
}

TEST_F(SassStepTest, WithoutTheProgramAWarningSaysHowToInstallIt) {
  SassStep step({"no-such-program-of-any-kind"});
  EXPECT_EQ(css(step, "--- sass/a.scss\na\n", "a.css"), "a\n");
  EXPECT_THAT(messages(), HasSubstr("warning sass/a.scss:0:0: the `sass` command is not installed"));
  EXPECT_THAT(messages(), HasSubstr("npm install -g sass"));
  EXPECT_EQ(step.run_count(), 0U);
}

TEST_F(SassStepTest, AProgramThatAppearsIsUsedOnTheNextBuild) {
  SassStep step({folder_.path("sass")});
  css(step, "--- sass/a.scss\na\n", "a.css");
  EXPECT_THAT(messages(), HasSubstr("not installed"));
  program(kCopier);
  css(step, "--- sass/a.scss\na\n", "a.css");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(step.run_count(), 1U);
}

TEST_F(SassStepTest, AProgramThatDoesNotEndIsStopped) {
  SassOptions options = program("#!/bin/sh\nsleep 600\n");
  options.time_max = std::chrono::milliseconds(100);
  SassStep step(options);
  css(step, "--- sass/a.scss\na\n", "a.css");
  EXPECT_THAT(messages(), HasSubstr("error sass/a.scss:0:0: Sass was stopped"));
}

TEST_F(SassStepTest, AProgramThatFailsIsQuotedAndTriedAgain) {
  SassStep step(program("#!/bin/sh\necho no node here\nexit 127\n"));
  css(step, "--- sass/a.scss\na\n", "a.css");
  EXPECT_THAT(messages(), HasSubstr("failed with exit code 127: no node here"));
  css(step, "--- sass/a.scss\na\n", "a.css");
  EXPECT_EQ(step.run_count(), 2U);
}

TEST_F(SassStepTest, LeavesNoTemporaryFolder) {
  SassStep step(program("#!/bin/sh\npwd\nexit 1\n"));
  css(step, "--- sass/a.scss\na\n", "a.css");
  const std::string text = messages();
  const std::size_t begin = text.find("code 1: ") + 8;
  const std::string used = text.substr(begin, text.find(" (", begin) - begin);
  ASSERT_THAT(used, HasSubstr(".loom-sass"));
  EXPECT_FALSE(std::filesystem::exists(used));
}

class RealSass : public SassStepTest {
 protected:
  void SetUp() override {
    if (base::find_program("sass").empty()) {
      GTEST_SKIP() << "the sass command is not installed";
    }
  }
};

TEST_F(RealSass, CompilesBothSyntaxesWithPartialsAndOtherFoldersOfTheSite) {
  SassStep step;
  const std::string site =
      "--- sass/a.scss\n@use 'part';\n@import '../static/plain';\na { b { color: part.$c; } }\n"
      "--- sass/_part.scss\n$c: red;\n--- sass/x/b.sass\np\n  top: 1px + 2\n--- static/plain.css\ni{j:k}\n";
  EXPECT_EQ(css(step, site, "a.css"), "i{j:k}a b{color:red}\n");
  EXPECT_EQ(css(step, site, "x/b.css"), "p{top:3px}\n");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(step.run_count(), 1U);
}

TEST_F(RealSass, AMistakeIsKeptUntilAStyleSheetChanges) {
  SassStep step;
  css(step, "--- sass/a.scss\n@import 'p';\n--- sass/_p.scss\na {\n  b: $none;\n}\n", "a.css");
  EXPECT_EQ(messages(), "error sass/_p.scss:2:6: Sass: Undefined variable.\n");
  css(step, "--- sass/a.scss\n@import 'p';\n--- sass/_p.scss\na {\n  b: $none;\n}\n--- content/a.md\nx\n",
      "a.css");
  EXPECT_THAT(messages(), HasSubstr("Undefined variable"));
  EXPECT_EQ(step.run_count(), 1U);
  EXPECT_EQ(css(step, "--- sass/a.scss\n@import 'p';\n--- sass/_p.scss\na{b:c}\n", "a.css"), "a{b:c}\n");
  EXPECT_EQ(messages(), "");
}

}  // namespace
}  // namespace loom::build
