#include "build/export_record.h"

#include <charconv>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <vector>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/file.h"

namespace loom::build {
namespace {

constexpr std::string_view kHeader = "loom-export 1\n";
constexpr std::uint64_t kRecordBytesMax = 1ULL << 30;
constexpr std::size_t kFieldCount = 4;

std::optional<std::int64_t> parse_signed(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool parse_line(std::string_view line, ExportRecord& record) {
  const auto fields = base::split(line, ' ');
  if (fields.size() != kFieldCount) {
    return false;
  }
  const auto hash = base::parse_unsigned(fields[0]);
  const auto size_bytes = base::parse_unsigned(fields[1]);
  const auto modified_ns = parse_signed(fields[2]);
  const auto path = base::percent_decoded(fields[3]);
  if (!hash || !size_bytes || !modified_ns || !path) {
    return false;
  }
  record[*path] = {*hash, *size_bytes, *modified_ns};
  return true;
}

}  // namespace

std::string format_record(const ExportRecord& record) {
  std::string text(kHeader);
  for (const auto& [path, file] : record) {
    text += fmt::format("{} {} {} {}\n", file.hash, file.size_bytes, file.modified_ns,
                        base::url_path_encoded(path));
  }
  return text;
}

std::optional<ExportRecord> parse_record(std::string_view text) {
  if (!text.starts_with(kHeader) || !text.ends_with('\n')) {
    return std::nullopt;
  }
  text.remove_prefix(kHeader.size());
  ExportRecord record;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (!parse_line(text.substr(0, end), record)) {
      return std::nullopt;
    }
    text.remove_prefix(end + 1);
  }
  return record;
}

std::string record_file(const std::string& cache_directory, int folder_fd) {
  struct statx status {};
  if (cache_directory.empty() || statx(folder_fd, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &status) != 0) {
    return "";
  }
  return fmt::format("{}/export/{}.{}-{}-{}.{}", cache_directory, status.stx_dev_major, status.stx_dev_minor,
                     status.stx_ino, status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
}

ExportRecord load_record(const std::string& file) {
  if (file.empty()) {
    return {};
  }
  const auto content = base::read_file(file, kRecordBytesMax);
  return content ? parse_record(content->bytes).value_or(ExportRecord{}) : ExportRecord{};
}

base::Result<void> save_record(const std::string& file, const ExportRecord& record) {
  if (file.empty()) {
    return {};
  }
  if (auto made = base::make_directories(file.substr(0, file.rfind('/'))); !made) {
    return made;
  }
  return base::write_file(file, format_record(record));
}

}  // namespace loom::build
