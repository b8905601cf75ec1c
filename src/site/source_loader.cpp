#include "site/source_loader.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/file.h"
#include "site/config_file.h"
#include "site/limits.h"
#include "site/names.h"

namespace loom::site {

namespace {

namespace fs = std::filesystem;

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string joined(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

/// A path below the root without empty parts; nothing when it is absolute or climbs.
std::optional<std::string> cleaned(std::string_view hint) {
  std::string path;
  for (const std::string_view part : base::split(hint, '/')) {
    if (part == "..") {
      return std::nullopt;
    }
    if (!part.empty() && part != ".") {
      path = joined(path, part);
    }
  }
  return path;
}

std::string printable(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte < 0x20 || byte >= 0x7f ? "\\x" + base::to_hex(std::string_view(&c, 1)) : std::string(1, c);
  }
  return text;
}

std::string_view special_kind(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return "a FIFO";
    case fs::file_type::socket:
      return "a socket";
    default:
      return "a device";
  }
}

}  // namespace

/// One look at a part of the site: finds what is there and collects changes without touching the tree.
class SourceLoader::Scan {
 public:
  Scan(const SourceLoader& loader, const SourceTree& tree, std::map<std::string, base::Diagnostic>& problems)
      : root_(loader.root_),
        layout_(loader.layout_),
        empty_file_rest_(loader.options_.empty_file_rest),
        tree_(tree),
        problems_(problems) {
    std::error_code error;
    real_root_ = fs::canonical(root_, error).string();
  }

  /// Everything at or below `path`. `is_forced`: a file is read though its stamp is the one that is known.
  void scan(const std::string& path, bool is_forced) {
    std::erase_if(problems_, [&](const auto& problem) { return is_within(problem.first, path); });
    found_.clear();
    kept_.clear();
    is_forced_ = is_forced;
    if (path.empty() || is_reachable(path)) {
      scan_entry(path);
    }
    remove_missing(path);
  }

  std::size_t entry_count() const { return entry_count_; }
  std::map<std::string, std::optional<SourceFile>>& changes() { return changes_; }
  std::set<std::string>& unsettled() { return unsettled_; }

 private:
  /// Whether the layout includes the folders above, and no link on the way leads out.
  bool is_reachable(std::string_view path) {
    for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
      const std::string folder(path.substr(0, end));
      std::error_code error;
      if (!layout_.includes(folder, true) || !fs::is_directory(root_ + "/" + folder, error) ||
          leads_out(folder)) {
        return false;
      }
    }
    return true;
  }

  void scan_entry(const std::string& path) {
    std::error_code error;
    const std::string full = path.empty() ? root_ : root_ + "/" + path;
    const fs::file_status status = fs::status(full, error);
    if (status.type() == fs::file_type::directory) {
      if (path.empty() || layout_.includes(path, true)) {
        scan_link_or(path, [&] { scan_folder(path); });
      }
    } else if (!layout_.includes(path, false)) {
      return;
    } else if (status.type() == fs::file_type::regular) {
      scan_link_or(path, [&] { scan_file(path); });
    } else if (status.type() == fs::file_type::not_found) {
      scan_missing(path);
    } else if (status.type() == fs::file_type::none) {
      keep(path, error.message());
    } else {
      warn(path, "skipped: it is " + std::string(special_kind(status.type())) + ", not a file");
    }
  }

  template <typename Action>
  void scan_link_or(const std::string& path, Action&& action) {
    std::error_code error;
    if (!path.empty() && fs::is_symlink(fs::symlink_status(root_ + "/" + path, error)) && leads_out(path)) {
      warn(path, "skipped: this link leads out of the site",
           "copy the file into the site, or link within it");
      return;
    }
    action();
  }

  bool leads_out(const std::string& path) const {
    std::error_code error;
    const std::string real = fs::canonical(root_ + "/" + path, error).string();
    return !error && !is_within(real, real_root_);
  }

  /// A link to nothing is worth a word; a file that is gone is not.
  void scan_missing(const std::string& path) {
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(root_ + "/" + path, error))) {
      warn(path, "skipped: this link leads nowhere");
    }
  }

  void scan_folder(const std::string& path) {
    const base::FileStatus status = base::file_status(path.empty() ? root_ : root_ + "/" + path);
    const std::pair<std::uint64_t, std::uint64_t> identity{status.stamp.device, status.stamp.inode};
    if (std::find(folders_above_.begin(), folders_above_.end(), identity) != folders_above_.end()) {
      warn(path, "skipped: this link leads to a folder that it lies in");
      return;
    }
    if (folders_above_.size() >= kFolderDepthMax) {
      warn(path, "skipped: more than " + std::to_string(kFolderDepthMax) + " folders deep");
      return;
    }
    const std::optional<std::vector<std::string>> names = list_names(path);
    if (!names) {
      return;
    }
    folders_above_.push_back(identity);
    for (const std::string& name : *names) {
      ++entry_count_;
      scan_entry(joined(path, name));
    }
    folders_above_.pop_back();
  }

  /// Sorted; nothing, with a warning, when the folder cannot be read.
  std::optional<std::vector<std::string>> list_names(const std::string& path) {
    std::error_code error;
    std::vector<std::string> names;
    fs::directory_iterator entry(path.empty() ? root_ : root_ + "/" + path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (is_publishable_name(name)) {
        names.push_back(std::move(name));
      } else if (!is_skipped_name(name) && layout_.includes(joined(path, "x"), false)) {
        warn(joined(path, printable(name)), "skipped: a name must be UTF-8 without control characters",
             "rename the file");
      }
    }
    if (error) {
      if (error != std::errc::no_such_file_or_directory) {
        keep(path, error.message());
      }
      return std::nullopt;
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  void scan_file(const std::string& path) {
    const SourceFile* known = tree_.find(path);
    found_.insert(path);
    const base::FileStatus status = base::file_status(root_ + "/" + path);
    const bool is_large = status.stamp.size_bytes > kInMemoryBytesMax;
    if (known != nullptr && !is_forced_ && known->stamp == status.stamp) {
      return;
    }
    if (is_large && !is_text_source(path)) {
      put_large(path, status.stamp, known);
      return;
    }
    if (status.stamp.size_bytes > kTextFileBytesMax) {
      found_.erase(path);
      warn(path, "skipped: larger than " + std::to_string(kTextFileBytesMax >> 20) + " MB");
      return;
    }
    read(path, known);
  }

  void put_large(const std::string& path, const base::FileStamp& stamp, const SourceFile* known) {
    if (known != nullptr && known->stamp == stamp && known->bytes == nullptr) {
      return;
    }
    SourceFile file;
    file.path = path;
    file.stamp = stamp;
    const std::string identity = path + "\n" + std::to_string(stamp.device) + " " +
                                 std::to_string(stamp.inode) + " " + std::to_string(stamp.size_bytes) + " " +
                                 std::to_string(stamp.modified_ns) + " " + std::to_string(stamp.changed_ns);
    file.hash = base::hash64(identity);
    changes_.insert_or_assign(path, std::move(file));
  }

  void read(const std::string& path, const SourceFile* known) {
    for (int attempt = 0; attempt < kReadAttemptCountMax; ++attempt) {
      base::Result<base::FileContent> content = base::read_file(root_ + "/" + path, kTextFileBytesMax);
      if (!content) {
        found_.erase(path);
        keep(path, content.error().message());
        return;
      }
      if (!content->settled) {
        continue;
      }
      if (content->bytes.empty() && is_in_mid_save(content->stamp, known)) {
        break;
      }
      SourceFile file = make_source_file(path, std::move(content->bytes));
      file.stamp = content->stamp;
      const bool is_same = known != nullptr && known->bytes != nullptr && *known->bytes == *file.bytes;
      if (!is_same || known->stamp != file.stamp) {
        file.bytes = is_same ? known->bytes : file.bytes;
        changes_.insert_or_assign(path, std::move(file));
      }
      return;
    }
    unsettled_.insert(path);
  }

  /// Of an empty file: whether it held something before and became empty only now.
  bool is_in_mid_save(const base::FileStamp& stamp, const SourceFile* known) const {
    if (known == nullptr || known->bytes == nullptr || known->bytes->empty()) {
      return false;
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto age = now - std::chrono::nanoseconds(stamp.changed_ns);
    return age < empty_file_rest_ && age > -empty_file_rest_;
  }

  /// What cannot be read keeps its last good bytes, and those of all below it.
  void keep(const std::string& path, const std::string& reason) {
    kept_.push_back(path);
    const bool is_known = !tree_.files_under(path).empty() || tree_.find(path) != nullptr;
    if (is_known) {
      unsettled_.insert(path);
    }
    std::string message = reason;
    if (const std::string prefix = root_ + "/" + path + ": "; message.starts_with(prefix)) {
      message.erase(0, prefix.size());
    }
    warn(path, "cannot be read: " + message,
         is_known ? "what was read before goes on being used" : "check who may read it");
  }

  void remove_missing(const std::string& path) {
    const auto remove = [&](const SourceFile& file) {
      const bool is_kept = std::any_of(kept_.begin(), kept_.end(),
                                       [&](const std::string& kept) { return is_within(file.path, kept); });
      if (!is_kept && !found_.contains(file.path)) {
        changes_.insert_or_assign(file.path, std::nullopt);
      }
    };
    const SourceTree::Range below = tree_.files_under(path);
    std::for_each(below.begin(), below.end(), remove);
    if (const SourceFile* file = path.empty() ? nullptr : tree_.find(path)) {
      remove(*file);
    }
  }

  void warn(const std::string& path, std::string message, std::string hint = {}) {
    base::Diagnostic diagnostic;
    diagnostic.severity = base::Severity::Warning;
    diagnostic.file = path;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    problems_.insert_or_assign(path, std::move(diagnostic));
  }

  const std::string& root_;
  std::string real_root_;
  const SourceLayout& layout_;
  std::chrono::milliseconds empty_file_rest_;
  const SourceTree& tree_;
  std::map<std::string, base::Diagnostic>& problems_;
  bool is_forced_ = false;
  std::size_t entry_count_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> folders_above_;
  std::set<std::string> found_;
  std::vector<std::string> kept_;
  std::set<std::string> unsettled_;
  std::map<std::string, std::optional<SourceFile>> changes_;
};

SourceLoader::SourceLoader(std::string root, SourceLoaderOptions options)
    : root_(std::move(root)), options_(std::move(options)) {
  while (root_.size() > 1 && root_.ends_with('/')) {
    root_.pop_back();
  }
  find_layout();
}

std::vector<std::string> SourceLoader::find_output_folders() const {
  std::vector<std::string> folders = options_.output_folders;
  const std::optional<Config> config = load_config_file(root_);
  const auto folder =
      config && !config->output_dir.starts_with('/') ? cleaned(config->output_dir) : std::nullopt;
  if (folder && !folder->empty()) {
    folders.push_back(*folder);
  }
  return folders;
}

namespace {

std::vector<std::string> read_ignore_patterns(const std::string& root) {
  const auto ignore = base::read_file(root + "/.gitignore", kInMemoryBytesMax);
  return ignore ? parse_ignore_patterns(ignore->bytes) : std::vector<std::string>();
}

}  // namespace

void SourceLoader::find_layout() {
  for (const std::string_view name : kConfigNames) {
    if (base::file_status(joined(root_, name)).kind == base::FileKind::Regular) {
      layout_ =
          SourceLayout::site(find_output_folders(), options_.further_paths, read_ignore_patterns(root_));
      return;
    }
  }
  layout_ = SourceLayout::bare(options_.output_folders, read_ignore_patterns(root_));
}

namespace {

bool is_home_directory(const std::string& root) {
  const char* home = std::getenv("HOME");
  std::error_code error;
  return home != nullptr && *home != '\0' && fs::equivalent(root, home, error) && !error;
}

struct PageCount {
  std::size_t before = 0;
  std::size_t after = 0;
};

base::Diagnostic content_gone_warning(std::string_view folder) {
  base::Diagnostic diagnostic;
  diagnostic.severity = base::Severity::Warning;
  diagnostic.file = folder;
  diagnostic.message = "there is no page left; the site from before goes on being served";
  diagnostic.hint = "put a Markdown file back, or start again to serve an empty site";
  return diagnostic;
}

/// How many pages there are before and after the changes.
PageCount count_pages(const SourceTree& tree, const std::map<std::string, std::optional<SourceFile>>& changes,
                      std::string_view folder) {
  PageCount count;
  for (const SourceFile& file : tree.files_under(folder)) {
    count.before += is_markdown_name(file_name(file.path)) ? 1 : 0;
  }
  count.after = count.before;
  for (const auto& [path, file] : changes) {
    const bool is_page = is_within(path, folder) && is_markdown_name(file_name(path));
    if (is_page && (tree.find(path) != nullptr) != file.has_value()) {
      count.after = file ? count.after + 1 : count.after - 1;
    }
  }
  return count;
}

}  // namespace

base::Result<LoadReport> SourceLoader::load_all(SourceTree& tree, base::Diagnostics& diagnostics) {
  if (base::file_status(root_).kind != base::FileKind::Directory) {
    return base::Error(root_ + " is no folder");
  }
  find_layout();
  if (layout_.is_bare() && !options_.allow_any_folder && is_home_directory(root_)) {
    return base::Error(root_ +
                       " is your home directory and has no loom.toml; to publish all of it, say --yes");
  }
  problems_.clear();
  tree = SourceTree();
  Scan scan(*this, tree, problems_);
  scan.scan("", true);
  if (layout_.is_bare() && !options_.allow_any_folder && scan.entry_count() > kBareEntryCountMax) {
    return base::Error(root_ + " has more than " + std::to_string(kBareEntryCountMax) +
                       " entries and no loom.toml; to publish it all the same, say --yes");
  }
  return finish(scan, tree, diagnostics);
}

LoadReport SourceLoader::refresh(SourceTree& tree, const std::vector<std::string>& hinted_paths,
                                 bool rescan_everything, base::Diagnostics& diagnostics) {
  std::set<std::string> paths;
  for (const std::string& hint : hinted_paths) {
    if (auto path = cleaned(hint)) {
      const bool changes_layout =
          *path == ".gitignore" ||
          std::find(std::begin(kConfigNames), std::end(kConfigNames), *path) != std::end(kConfigNames);
      rescan_everything = rescan_everything || changes_layout || path->empty();
      paths.insert(*std::move(path));
    }
  }
  Scan scan(*this, tree, problems_);
  if (rescan_everything || must_rescan_) {
    find_layout();
    scan.scan("", false);
  }
  for (const std::string& path : paths) {
    if (!path.empty()) {
      const bool is_file = base::file_status(root_ + "/" + path).kind == base::FileKind::Regular;
      scan.scan(path, is_file);
    }
  }
  return finish(scan, tree, diagnostics);
}

LoadReport SourceLoader::finish(Scan& scan, SourceTree& tree, base::Diagnostics& diagnostics) {
  LoadReport report;
  report.unsettled_paths.assign(scan.unsettled().begin(), scan.unsettled().end());
  for (const auto& [path, problem] : problems_) {
    diagnostics.add(problem);
  }
  const PageCount count = count_pages(tree, scan.changes(), layout_.content_folder());
  report.content_is_gone = count.after == 0;
  must_rescan_ = count.after == 0 && count.before != 0;
  if (must_rescan_) {
    diagnostics.add(content_gone_warning(layout_.content_folder()));
    return report;
  }
  for (auto& [path, file] : scan.changes()) {
    const SourceFile* known = tree.find(path);
    if (!file || known == nullptr || known->hash != file->hash) {
      report.changed_paths.push_back(path);
    }
    if (file) {
      tree.put(*std::move(file));
    } else {
      tree.remove(path);
    }
  }
  return report;
}

}  // namespace loom::site
