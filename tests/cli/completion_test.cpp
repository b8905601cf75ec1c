#include "cli/completion.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace loom::cli {
namespace {

using testing::HasSubstr;

std::vector<CommandDescription> commands() {
  return {{"serve",
           "Serve the site's folder [now]: fast",
           {{"--listen", "HOST:PORT", true}, {"--open", "Open it", false}, {"-l", "HOST:PORT", true}}},
          {"check", "Check", {{"--json", "As JSON", false}}},
          {"new site", "Make a site", {}},
          {"new post", "Make a post", {{"--site", "Folder", true}}}};
}

TEST(Completion, BashOffersCommandsAndTheirOptions) {
  const std::string script = render_bash_completion(commands());
  EXPECT_THAT(script, HasSubstr("compgen -W \"serve check new --help --version\""));
  EXPECT_THAT(script, HasSubstr("--listen --open -l"));
  EXPECT_THAT(script, HasSubstr("compgen -W \"site post\""));
  EXPECT_THAT(script, HasSubstr("complete -o filenames -F _loom loom"));
}

TEST(Completion, ZshAndFishQuoteDescriptions) {
  EXPECT_THAT(render_zsh_completion(commands()),
              HasSubstr("'serve:Serve the site'\\''s folder \\[now\\]\\: fast'"));
  EXPECT_THAT(render_zsh_completion(commands()), HasSubstr("'--listen[HOST\\:PORT]:value:'"));
  const std::string fish = render_fish_completion(commands());
  EXPECT_THAT(fish, HasSubstr("-a 'serve' -d 'Serve the site'\\''s folder [now]: fast'"));
  EXPECT_THAT(fish, HasSubstr("-l listen -d 'HOST:PORT' -r"));
  EXPECT_THAT(fish, HasSubstr("-s l -d"));
  EXPECT_THAT(fish, HasSubstr("__fish_seen_subcommand_from new; and __fish_seen_subcommand_from post"));
}

/// Whether `shell` accepts the script without running it; true where there is no such shell.
bool is_accepted(const std::string& shell, const std::string& script) {
  if (std::system(("command -v " + shell + " >/dev/null 2>&1").c_str()) != 0) {
    return true;
  }
  const support::TempFolder folder;
  const std::string path = folder.write("script", script);
  return std::system((shell + " -n " + path).c_str()) == 0;
}

TEST(Completion, ShellsAcceptTheScripts) {
  EXPECT_TRUE(is_accepted("bash", render_bash_completion(commands())));
  EXPECT_TRUE(is_accepted("zsh", render_zsh_completion(commands())));
  EXPECT_TRUE(is_accepted("fish", render_fish_completion(commands())));
}

}  // namespace
}  // namespace loom::cli
