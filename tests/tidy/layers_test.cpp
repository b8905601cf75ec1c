// Holds every #include against the loom_module() lines of CMakeLists.txt.
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tidy/source_files.h"

namespace loom::tidy {
namespace {

using Layers = std::map<std::string, std::set<std::string>>;

/// Module -> modules it may include, itself among them.
Layers read_layers(const std::string& cmake) {
  static const std::regex kModule(R"(\nloom_module\((\w+)([^)]*)\))");
  Layers layers;
  for (std::sregex_iterator match(cmake.begin(), cmake.end(), kModule), end; match != end; ++match) {
    std::istringstream words((*match)[2].str());
    std::set<std::string>& allowed = layers[(*match)[1].str()];
    allowed.insert((*match)[1].str());
    bool is_use = false;
    for (std::string word; words >> word;) {
      if (word == "USES" || word == "LINKS") {
        is_use = word == "USES";
      } else if (is_use) {
        allowed.insert(word);
      }
    }
  }
  return layers;
}

std::vector<std::string> included_modules(const std::string& text) {
  static const std::regex kInclude(R"((^|\n)#include "(\w+)/)");
  std::vector<std::string> modules;
  for (std::sregex_iterator match(text.begin(), text.end(), kInclude), end; match != end; ++match) {
    modules.push_back((*match)[2].str());
  }
  return modules;
}

std::string module_of(const std::string& path) {
  const std::string below = path.substr(std::string("src/").size());
  return below.substr(0, below.find('/'));
}

TEST(Layers, EveryModuleIsDeclared) {
  const Layers layers = read_layers(source_text("CMakeLists.txt"));
  EXPECT_EQ(layers.at("http"), (std::set<std::string>{"base", "http"}));
  for (const std::string& path : files_below("src")) {
    if (is_code(path) && path != "src/main.cpp") {
      EXPECT_TRUE(layers.contains(module_of(path))) << path << " is in no module of CMakeLists.txt";
    }
  }
}

TEST(Layers, IncludesFollowTheDiagram) {
  const Layers layers = read_layers(source_text("CMakeLists.txt"));
  for (const std::string& path : files_below("src")) {
    if (!is_code(path) || path == "src/main.cpp") {
      continue;
    }
    for (const std::string& included : included_modules(source_text(path))) {
      EXPECT_TRUE(layers.at(module_of(path)).contains(included))
          << path << " includes " << included << "/, which the line of " << module_of(path)
          << " in CMakeLists.txt does not name";
    }
  }
}

TEST(Layers, NothingIsIncludedByRelativePath) {
  static const std::regex kBare(R"re((^|\n)#include "([^/"]+|\.\.?/[^"]*)")re");
  for (const std::string& path : files_below("src")) {
    if (is_code(path)) {
      const std::string text = source_text(path);
      std::smatch match;
      EXPECT_FALSE(std::regex_search(text, match, kBare))
          << path << " includes " << match[2] << "; write the path from src/";
    }
  }
}

TEST(Layers, OnlyNetCallsSocketAndEpollFunctions) {
  static const std::regex kCall(
      R"((?:^|[^\w>])::(epoll_\w+|socket|accept4?|recv|recvmsg|send|sendmsg|sendfile)\()");
  for (const std::string& path : files_below("src")) {
    if (is_code(path) && !path.starts_with("src/net/")) {
      const std::string text = source_text(path);
      std::smatch match;
      EXPECT_FALSE(std::regex_search(text, match, kCall))
          << path << " calls " << match[1] << "; that is net/'s to do";
    }
  }
}

}  // namespace
}  // namespace loom::tidy
