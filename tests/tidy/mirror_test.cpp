// Each src/**/x.cpp has its tests/**/x_test.cpp, or says in its first line where it is tested.
#include <gtest/gtest.h>

#include "tidy/source_files.h"

namespace loom::tidy {
namespace {

bool says_where_it_is_tested(const std::string& text) {
  const std::string first_line = text.substr(0, text.find('\n'));
  return first_line.starts_with("//") && first_line.find("ested by tests/") != std::string::npos;
}

std::string named_test(const std::string& text) {
  const std::size_t at = text.find("tests/");
  return text.substr(at, text.find_first_of(" .,;\n", text.find('.', at) + 1) - at);
}

TEST(Mirror, EverySourceHasATest) {
  for (const std::string& path : files_below("src")) {
    if (!path.ends_with(".cpp") || path == "src/main.cpp") {
      continue;
    }
    const std::string stem = path.substr(4, path.size() - 8);
    const std::string test = "tests/" + stem + "_test.cpp";
    if (std::filesystem::exists(std::filesystem::path(LOOM_SOURCE_DIR) / test)) {
      continue;
    }
    const std::string text = source_text(path);
    if (!says_where_it_is_tested(text)) {
      ADD_FAILURE() << path << " has no " << test
                    << "; add it, or begin the file with \"// ... Tested by tests/...\"";
      continue;
    }
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(LOOM_SOURCE_DIR) / named_test(text)))
        << path << " names " << named_test(text) << ", which does not exist";
  }
}

}  // namespace
}  // namespace loom::tidy
