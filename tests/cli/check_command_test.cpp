#include <gtest/gtest.h>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "support/temp_folder.h"

namespace loom::cli {
namespace {

int check(const std::string& folder, bool strict = false) {
  CheckCommand command;
  command.site.site = folder;
  command.site.quiet = true;
  command.site.strict = strict;
  return run_check(command);
}

TEST(CheckCommand, FailsForErrorsAndWhenStrictForWarnings) {
  support::TempFolder folder;
  folder.write("a.md", "A");
  EXPECT_EQ(check(folder.path(), true), kExitSuccess);
  folder.write("a.md", "{{< figure >}}\n");
  EXPECT_EQ(check(folder.path()), kExitSuccess);
  EXPECT_EQ(check(folder.path(), true), kExitFailure);
  folder.write("a.md", "[broken](nowhere.md)");
  EXPECT_EQ(check(folder.path()), kExitFailure);
}

TEST(CheckCommand, FailsForAFolderThatIsNone) {
  EXPECT_EQ(check("/nonexistent/site"), kExitFailure);
}

}  // namespace
}  // namespace loom::cli
