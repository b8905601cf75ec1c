#include "e2e/support/loom_process.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <utility>

namespace loom::e2e {
namespace {

std::vector<std::string> serve_words(const std::string& site, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{LOOM_BINARY, "serve", site, "--listen", "127.0.0.1:0"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

std::string tail_of(const std::string& text) {
  constexpr std::size_t kShownBytes = 3000;
  return text.size() <= kShownBytes ? text : "..." + text.substr(text.size() - kShownBytes);
}

std::string file_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::uint16_t announced_port(const std::string& log) {
  static const std::regex kLine("(preview|serving) on http://127\\.0\\.0\\.1:([0-9]+)/");
  std::smatch match;
  return std::regex_search(log, match, kLine) ? static_cast<std::uint16_t>(std::stoul(match[2])) : 0;
}

}  // namespace

ProgramResult run_loom(std::vector<std::string> arguments, const ChildOptions& options) {
  arguments.insert(arguments.begin(), LOOM_BINARY);
  return run_program(arguments, options);
}

LoomProcess::LoomProcess(const std::string& site, const std::vector<std::string>& arguments,
                         const ChildOptions& options)
    : child_(serve_words(site, arguments), options) {
  eventually([this] { return (port_ = announced_port(log())) != 0 || !child_.is_running(); });
  if (port_ == 0) {
    is_stopped_ = true;
    ADD_FAILURE() << "the server does not come up:\n" << log();
  }
}

LoomProcess::~LoomProcess() {
  if (!is_stopped_) {
    EXPECT_TRUE(child_.is_running()) << "the server died:\n" << tail_of(log());
    EXPECT_EQ(stop(), 0) << tail_of(log());
  }
}

int LoomProcess::stop(int signal_number) {
  is_stopped_ = true;
  child_.signal(signal_number);
  return child_.wait().value_or(-1);
}

Answer LoomProcess::get(const std::string& path, const std::string& fields) const {
  return e2e::get(port_, path, fields);
}

testing::AssertionResult LoomProcess::shows(const std::string& path, const std::string& text) const {
  Answer last;
  if (eventually([&] { return (last = get(path)).body.find(text) != std::string::npos; })) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << path << " does not show \"" << text << "\"; last answer:\n"
                                     << tail_of(last.head + "\n\n" + last.body) << "\nlog:\n"
                                     << tail_of(log());
}

testing::AssertionResult LoomProcess::lacks(const std::string& path, const std::string& text) const {
  Answer last;
  if (eventually([&] {
        last = get(path);
        return last.status != 0 && last.body.find(text) == std::string::npos;
      })) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << path << " still shows \"" << text << "\"; log:\n" << tail_of(log());
}

testing::AssertionResult LoomProcess::answers(const std::string& path, int status) const {
  Answer last;
  if (eventually([&] { return (last = get(path)).status == status; })) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << path << " answers " << last.status << ", not " << status << "; log:\n"
                                     << tail_of(log());
}

testing::AssertionResult LoomProcess::says(const std::string& text, std::size_t from) const {
  if (eventually([&] { return log().find(text, from) != std::string::npos; })) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << "the server does not say \"" << text << "\"; log:\n"
                                     << tail_of(log());
}

std::uint64_t LoomProcess::cpu_ticks() const {
  const std::string stat = file_text("/proc/" + std::to_string(child_.pid()) + "/stat");
  std::istringstream fields(stat.substr(stat.rfind(')') + 1));
  const std::vector<std::string> words{std::istream_iterator<std::string>(fields), {}};
  constexpr std::size_t kUserTime = 11;
  return words.size() < kUserTime + 2 ? 0 : std::stoull(words[kUserTime]) + std::stoull(words[kUserTime + 1]);
}

std::size_t LoomProcess::descriptor_count() const {
  std::error_code ignored;
  const std::filesystem::directory_iterator files("/proc/" + std::to_string(child_.pid()) + "/fd", ignored);
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

std::uint64_t LoomProcess::status_number(const std::string& name) const {
  std::istringstream words(file_text("/proc/" + std::to_string(child_.pid()) + "/status"));
  std::string word;
  std::uint64_t number = 0;
  while (words >> word && word != name) {
  }
  words >> number;
  return number;
}

}  // namespace loom::e2e
