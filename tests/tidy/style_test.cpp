// House rules that no other tool checks. Each message names the mend.
#include <gtest/gtest.h>
#include <regex>

#include "tidy/source_files.h"

namespace loom::tidy {
namespace {

constexpr long kFileLinesMax = 600;
constexpr long kProjectIncludesMax = 5;

std::vector<std::string> code_files() {
  std::vector<std::string> files;
  for (const char* folder : {"src", "tests"}) {
    for (const std::string& path : files_below(folder)) {
      if (is_code(path)) {
        files.push_back(path);
      }
    }
  }
  return files;
}

TEST(Style, FilesStayShort) {
  for (const std::string& path : code_files()) {
    const std::string text = source_text(path);
    const long lines = std::count(text.begin(), text.end(), '\n');
    const bool is_table = text.find("// A table: may be long.") != std::string::npos;
    EXPECT_TRUE(lines <= kFileLinesMax || is_table)
        << path << " has " << lines << " lines; split it by concept";
  }
}

TEST(Style, NothingIsLeftForLater) {
  static const std::regex kLater(std::string("\\b(TO") + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
  for (const std::string& path : code_files()) {
    const std::string text = source_text(path);
    std::smatch match;
    EXPECT_FALSE(std::regex_search(text, match, kLater))
        << path << " holds " << match[0] << "; do it, or say it in an issue";
  }
}

TEST(Style, HeadersIncludeLittle) {
  static const std::regex kInclude("(^|\n)#include \"");
  for (const std::string& path : files_below("src")) {
    if (path.ends_with(".h")) {
      const std::string text = source_text(path);
      const auto count =
          std::distance(std::sregex_iterator(text.begin(), text.end(), kInclude), std::sregex_iterator());
      EXPECT_LE(count, kProjectIncludesMax)
          << path << " includes " << count << " project headers; forward-declare some";
    }
  }
}

TEST(Style, HeadersOpenWithWhatTheyAre) {
  for (const std::string& path : files_below("src")) {
    if (path.ends_with(".h")) {
      EXPECT_TRUE(source_text(path).starts_with("// ")) << path << ": say in the first lines what this is";
      EXPECT_NE(source_text(path).find("#pragma once"), std::string::npos) << path;
    }
  }
}

TEST(Style, FoldersAreNamespaces) {
  for (const std::string& path : files_below("src")) {
    if (is_code(path) && path != "src/main.cpp") {
      const std::string below = path.substr(4);
      const std::string wanted = "namespace loom::" + below.substr(0, below.find('/'));
      EXPECT_NE(source_text(path).find(wanted), std::string::npos) << path << " is not in " << wanted;
    }
  }
}

TEST(Style, ExceptionsAreCaughtAtTwoPlacesOnly) {
  for (const std::string& path : files_below("src")) {
    const bool is_allowed = path == "src/reload/reloader.cpp" || path.starts_with("src/server/") ||
                            path == "src/cli/command_line.cpp";
    if (is_code(path) && !is_allowed) {
      EXPECT_EQ(source_text(path).find("catch ("), std::string::npos)
          << path << ": return a Result or a Diagnostic";
    }
  }
}

}  // namespace
}  // namespace loom::tidy
