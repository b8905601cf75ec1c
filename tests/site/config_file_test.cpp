#include "site/config_file.h"

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace loom::site {
namespace {

TEST(ConfigFile, IsTheOneThatWins) {
  support::TempFolder folder;
  EXPECT_FALSE(load_config_file(folder.path()).has_value());
  folder.write("config.toml", "output_dir = \"docs\"");
  EXPECT_EQ(load_config_file(folder.path())->output_dir, "docs");
  folder.write("loom.toml", "title = \"T\"");
  EXPECT_EQ(load_config_file(folder.path())->title, "T");
}

TEST(ConfigFile, WithMistakesGivesWhatCanBeRead) {
  support::TempFolder folder;
  folder.write("loom.toml", "title = 1\n[serve]\nlisten = \":9000\"\n");
  EXPECT_EQ(load_config_file(folder.path())->serve.listen, ":9000");
  folder.write("loom.toml", "title = ");
  EXPECT_EQ(load_config_file(folder.path())->output_dir, "public");
}

TEST(ConfigFile, SaysWhereABuildIsWritten) {
  EXPECT_EQ(output_folder_of("/site", std::nullopt), "/site/public");
  Config config;
  config.output_dir = "docs";
  EXPECT_EQ(output_folder_of("/site", config), "/site/docs");
  config.output_dir = "/srv/www";
  EXPECT_EQ(output_folder_of("/site", config), "/srv/www");
}

}  // namespace
}  // namespace loom::site
