// The limits of reading a site, in one place. Each is answered with a diagnostic that names the file.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace loom::site {

/// Larger files other than Markdown, templates and configuration are not kept in memory.
inline constexpr std::uint64_t kInMemoryBytesMax = std::uint64_t{1} << 20;
/// A larger Markdown file, template or configuration is skipped with a warning.
inline constexpr std::uint64_t kTextFileBytesMax = std::uint64_t{32} << 20;
/// A bare folder with more entries is only taken with --yes.
inline constexpr std::size_t kBareEntryCountMax = 100'000;
/// Folders below the site root. Fewer than the calls that a template may nest: the built-in theme's sidebar
/// calls itself for each level.
inline constexpr std::size_t kFolderDepthMax = 48;
/// How often a file that changes while it is read is read again within one call.
inline constexpr int kReadAttemptCountMax = 3;
/// A file that has just become empty is taken for the first half of a save, for this long: to truncate and to
/// write are two steps, and the event of the first may come after its effect.
inline constexpr std::chrono::milliseconds kEmptyFileRest{1000};

/// Nesting of arrays and tables in front matter, configuration and data files.
inline constexpr std::size_t kDataDepthMax = 64;
/// Values that one YAML file may expand to, aliases included ("billion laughs").
inline constexpr std::size_t kYamlValueCountMax = 100'000;

/// Pages on one page of a list.
inline constexpr std::size_t kPaginateByMax = 10'000;

}  // namespace loom::site
