#include "build/images/image_cache.h"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/file.h"
#include "image/limits.h"

namespace loom::build {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "loom-image 1 ";
/// Times of use are noted no more often than this, so that a warm build writes nothing.
constexpr std::chrono::hours kUseGrain{24};

std::string head_of(std::string_view bytes) {
  return fmt::format("{}{} {}\n", kMark, bytes.size(), base::hash64(bytes));
}

std::optional<std::string> parse_entry(std::string entry) {
  const std::size_t end = entry.find('\n');
  if (!entry.starts_with(kMark) || end == std::string::npos) {
    return std::nullopt;
  }
  const std::string head = entry.substr(0, end + 1);
  entry.erase(0, end + 1);
  return head == head_of(entry) ? std::optional(std::move(entry)) : std::nullopt;
}

void note_use(const std::string& path, std::int64_t modified_ns) {
  const std::chrono::nanoseconds age =
      std::chrono::system_clock::now().time_since_epoch() - std::chrono::nanoseconds(modified_ns);
  if (age > kUseGrain) {
    ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
  }
}

struct Entry {
  std::string path;
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;
};

std::vector<Entry> list_entries(const std::string& folder) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const base::FileStatus status = base::file_status(at->path().string());
    if (status.kind == base::FileKind::Regular) {
      entries.push_back({at->path().string(), status.stamp.size_bytes, status.stamp.modified_ns});
    }
  }
  return entries;
}

}  // namespace

ImageCache::ImageCache(const std::string& cache_directory, std::string version)
    : folder_(cache_directory.empty() ? "" : cache_directory + "/images"), version_(std::move(version)) {}

std::string ImageCache::entry_path(const ImageRequest& request) const {
  const std::string key =
      base::hash128_hex(version_ + "\n" + request.content_hash + "\n" + describe_operation(request));
  return folder_ + "/" + key.substr(0, 2) + "/" + key.substr(2);
}

std::optional<std::string> ImageCache::load(const ImageRequest& request) const {
  if (folder_.empty()) {
    return std::nullopt;
  }
  const std::string path = entry_path(request);
  auto content = base::read_file(path, image::kImageBytesMax);
  if (!content) {
    return std::nullopt;
  }
  auto bytes = parse_entry(std::move(content->bytes));
  if (bytes) {
    note_use(path, content->stamp.modified_ns);
  }
  return bytes;
}

void ImageCache::save(const ImageRequest& request, std::string_view bytes) const {
  if (folder_.empty()) {
    return;
  }
  const std::string path = entry_path(request);
  if (base::make_directories(path.substr(0, path.rfind('/')))) {
    static_cast<void>(base::write_file(path, head_of(bytes) + std::string(bytes)));
  }
}

void ImageCache::prune(const ImageCacheLimits& limits) const {
  if (folder_.empty()) {
    return;
  }
  std::vector<Entry> entries = list_entries(folder_);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.modified_ns > b.modified_ns; });
  const std::chrono::nanoseconds oldest =
      std::chrono::system_clock::now().time_since_epoch() - limits.unused_max;
  std::uint64_t kept_bytes = 0;
  for (const Entry& entry : entries) {
    kept_bytes += entry.size_bytes;
    if (kept_bytes > limits.size_bytes_max || entry.modified_ns < oldest.count()) {
      std::error_code error;
      fs::remove(entry.path, error);
    }
  }
}

}  // namespace loom::build
