// Measures how long a save takes to be served: from the rename or close of a Markdown file to the first HTTP
// answer with the new bytes, on one kept-alive connection. See tools/save-latency.
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cmath>
#include <fcntl.h>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <iterator>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <signal.h>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "base/ascii.h"
#include "base/unique_fd.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;
using std::chrono::microseconds;
using std::chrono::milliseconds;

/// Between two requests, so that on a small machine the measuring does not take the time of the measured.
constexpr microseconds kPollPause{100};
/// After a save has been seen, before the next one.
constexpr milliseconds kSavePause{60};
constexpr std::chrono::seconds kPatience{20};
constexpr std::size_t kReceiveBytes = 64 * 1024;

struct Options {
  std::string site;
  std::string loom = "build/release/loom";
  /// Path of the Markdown file below the site; the first page when empty.
  std::string file;
  /// Of a server that is already running on `site`; the files are then edited in place.
  std::string url;
  /// The page's path; from the file's name when empty.
  std::string page;
  std::size_t save_count = 200;
};

/// Removed at exit, however the program ends.
std::string temporary_folder;

void remove_temporary_folder() {
  std::error_code ignored;
  fs::remove_all(temporary_folder, ignored);
}

[[noreturn]] void stop(const std::string& why) {
  fmt::print(stderr, "save-latency: {}\n", why);
  exit(1);
}

Options parse_options(int count, char** arguments) {
  Options options;
  for (int index = 1; index < count; ++index) {
    const std::string name = arguments[index];
    const auto value = [&]() -> std::string {
      return index + 1 < count ? arguments[++index] : (stop(name + " needs a value"), "");
    };
    if (name == "--loom") {
      options.loom = value();
    } else if (name == "--url") {
      options.url = value();
    } else if (name == "--file") {
      options.file = value();
    } else if (name == "--page") {
      options.page = value();
    } else if (name == "--saves") {
      options.save_count = static_cast<std::size_t>(loom::base::parse_unsigned(value()).value_or(0));
    } else if (!name.starts_with("-") && options.site.empty()) {
      options.site = name;
    } else {
      stop(
          "usage: save-latency SITE [--file FILE] [--page PATH] [--saves COUNT] [--loom PROGRAM] [--url "
          "URL]");
    }
  }
  if (options.site.empty() || options.save_count == 0) {
    stop("which site, and how often?");
  }
  return options;
}

std::string read_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// A copy of the site in a folder for temporary files, without what git and builds have put there.
std::string copy_site(const std::string& site) {
  std::string folder = (fs::temp_directory_path() / "save-latency-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) {
    stop("cannot make a temporary folder");
  }
  temporary_folder = folder;
  atexit(remove_temporary_folder);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(site, error)) {
    const std::string name = entry.path().filename().string();
    if (name != ".git" && name != "build" && name != "public" && name != "node_modules") {
      fs::copy(entry.path(), fs::path(folder) / name,
               fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
    }
    if (error) {
      stop("cannot copy " + entry.path().string() + ": " + error.message());
    }
  }
  return folder;
}

/// `loom serve` on a port of the system's choice, stopped at the end.
class Server {
 public:
  Server(const std::string& program, const std::string& site) {
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) {
      stop("cannot make a pipe");
    }
    output_.reset(ends[0]);
    child_ = fork();
    if (child_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      dup2(ends[1], STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      execlp(program.c_str(), program.c_str(), "serve", site.c_str(), "--listen", "127.0.0.1:0", nullptr);
      _exit(127);
    }
    close(ends[1]);
    read_port();
    reader_ = std::thread([this] { read_on(); });
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    kill(child_, SIGTERM);
    waitpid(child_, nullptr, 0);
    reader_.join();
  }

  int port() const { return port_; }

 private:
  bool read_more() {
    char buffer[4096];
    const ssize_t count = read(output_.get(), buffer, sizeof(buffer));
    if (count > 0) {
      said_.append(buffer, static_cast<std::size_t>(count));
    }
    return count > 0;
  }

  void read_port() {
    static constexpr std::string_view kBefore = "http://127.0.0.1:";
    for (;;) {
      const std::size_t start = said_.find(kBefore);
      const std::size_t digits = start == std::string::npos ? start : start + kBefore.size();
      const std::size_t end = said_.find_first_not_of("0123456789", std::min(digits, said_.size()));
      if (start != std::string::npos && end != std::string::npos) {
        port_ = std::stoi(said_.substr(digits, end - digits));
        return;
      }
      if (!read_more()) {
        stop("the server did not start:\n" + said_);
      }
    }
  }

  /// So that a server that says much never waits for its reader.
  void read_on() {
    while (read_more()) {
      said_.clear();
    }
  }

  loom::base::UniqueFd output_;
  pid_t child_ = -1;
  int port_ = 0;
  std::string said_;
  std::thread reader_;
};

class Connection {
 public:
  explicit Connection(int port) : port_(port) {
    fd_.reset(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      stop("cannot connect to the server");
    }
    const int on = 1;
    setsockopt(fd_.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  }

  /// Head and body of the answer.
  std::string get(const std::string& path) {
    const std::string request = fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", path, port_);
    if (send(fd_.get(), request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      stop("the server has closed the connection");
    }
    std::string answer;
    std::optional<std::size_t> whole_bytes;
    while (!whole_bytes || answer.size() < *whole_bytes) {
      const std::size_t used = answer.size();
      answer.resize(used + kReceiveBytes);
      const ssize_t count = recv(fd_.get(), answer.data() + used, kReceiveBytes, 0);
      if (count <= 0) {
        stop("the server has closed the connection");
      }
      answer.resize(used + static_cast<std::size_t>(count));
      whole_bytes = whole_bytes ? whole_bytes : find_size(answer);
    }
    return answer;
  }

 private:
  /// Of head and body together; nothing before the head is whole.
  static std::optional<std::size_t> find_size(const std::string& answer) {
    static constexpr std::string_view kField = "\r\ncontent-length:";
    const std::size_t head_end = answer.find("\r\n\r\n");
    if (head_end == std::string::npos) {
      return std::nullopt;
    }
    const std::string head = loom::base::lower_ascii(answer.substr(0, head_end + 2));
    const std::size_t field = head.find(kField);
    if (field == std::string::npos) {
      stop("an answer without Content-Length");
    }
    const std::size_t value = field + kField.size();
    const std::string_view digits =
        loom::base::trim(std::string_view(head).substr(value, head.find("\r\n", value) - value));
    return head_end + 4 + static_cast<std::size_t>(loom::base::parse_unsigned(digits).value_or(0));
  }

  int port_;
  loom::base::UniqueFd fd_;
};

enum class SaveMethod { Rename, TruncateAndWrite };

/// Returns the moment just before the call that makes the new text complete.
Clock::time_point save(const std::string& path, const std::string& text, SaveMethod method) {
  const bool renames = method == SaveMethod::Rename;
  const std::string target = renames ? fs::path(path).parent_path() / ".save-latency.tmp" : fs::path(path);
  const int fd = open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0 || write(fd, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    stop("cannot write " + target);
  }
  Clock::time_point start = Clock::now();
  close(fd);
  if (renames) {
    start = Clock::now();
    fs::rename(target, path);
  }
  return start;
}

std::string find_file(const std::string& site) {
  std::vector<std::string> found;
  const fs::path content =
      fs::is_directory(fs::path(site) / "content") ? fs::path(site) / "content" : fs::path(site);
  for (const auto& entry : fs::recursive_directory_iterator(content)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".md" && !name.starts_with("_") && name != "index.md" &&
        name != "README.md") {
      found.push_back(fs::relative(entry.path(), site).string());
    }
  }
  if (found.empty()) {
    stop("no page in " + site);
  }
  return *std::min_element(found.begin(), found.end());
}

/// "content/posts/a.md" is served at "/posts/a/" unless the page says otherwise.
std::string page_of(const std::string& file) {
  const fs::path path(file);
  const auto begin = *path.begin() == "content" ? std::next(path.begin()) : path.begin();
  std::string page = "/";
  for (auto part = begin; part != path.end(); ++part) {
    page += (std::next(part) == path.end() ? part->stem().string() : part->string()) + "/";
  }
  return page;
}

double percentile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

Milliseconds measure_one(Connection& connection, const std::string& page, const std::string& marker,
                         Clock::time_point start) {
  while (Clock::now() - start < kPatience) {
    if (connection.get(page).find(marker) != std::string::npos) {
      return Clock::now() - start;
    }
    std::this_thread::sleep_for(kPollPause);
  }
  stop(fmt::format("{} did not show the change; name its path with --page", page));
}

std::vector<double> measure(const Options& options, const std::string& site, int port) {
  const std::string file = options.file.empty() ? find_file(site) : options.file;
  const std::string page = options.page.empty() ? page_of(file) : options.page;
  const std::string path = site + "/" + file;
  const std::string before = read_text(path);
  fmt::print("{} saves of {}, seen at {}\n", options.save_count, file, page);
  Connection connection(port);
  std::vector<double> times;
  for (std::size_t index = 0; index < options.save_count; ++index) {
    const std::string marker = fmt::format("savemarker{:06}end", index);
    const SaveMethod method = index % 2 == 0 ? SaveMethod::Rename : SaveMethod::TruncateAndWrite;
    const auto start = save(path, before + "\n\n" + marker + "\n", method);
    times.push_back(measure_one(connection, page, marker, start).count());
    std::this_thread::sleep_for(kSavePause);
  }
  save(path, before, SaveMethod::Rename);
  return times;
}

void print_times(std::string_view name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  fmt::print("{:<20} p50 {:7.2f} ms   p90 {:7.2f} ms   p99 {:7.2f} ms   max {:7.2f} ms\n", name,
             percentile(times, 0.50), percentile(times, 0.90), percentile(times, 0.99), times.back());
}

void print_all(const std::vector<double>& times) {
  std::vector<double> renames;
  std::vector<double> writes;
  for (std::size_t index = 0; index < times.size(); ++index) {
    (index % 2 == 0 ? renames : writes).push_back(times[index]);
  }
  print_times("rename-in", renames);
  if (!writes.empty()) {
    print_times("truncate and write", writes);
  }
  print_times("all", times);
}

}  // namespace

int main(int count, char** arguments) {
  const Options options = parse_options(count, arguments);
  if (!options.url.empty()) {
    const std::size_t colon = options.url.find(':', options.url.find("//") + 1);
    print_all(measure(options, options.site, atoi(options.url.c_str() + colon + 1)));
    return 0;
  }
  const std::string site = copy_site(options.site);
  const Server server(options.loom, site);
  print_all(measure(options, site, server.port()));
  return 0;
}
