// Runs a fuzz target over every file of a folder, in the ordinary test run and without libFuzzer.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/target.h"

int main(int argument_count, char** arguments) {
  namespace files = std::filesystem;
  if (argument_count != 2) {
    std::fputs("usage: loom_fuzz_TARGET CORPUS_FOLDER\n", stderr);
    return 2;
  }
  std::vector<files::path> inputs;
  std::error_code error;
  for (const auto& entry : files::directory_iterator(arguments[1], error)) {
    inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  for (const files::path& path : inputs) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    // Named first, so that the last line before a crash says which input it was.
    std::printf("%s\n", path.filename().c_str());
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  std::printf("%zu inputs\n", inputs.size());
  return inputs.empty() ? 1 : 0;
}
