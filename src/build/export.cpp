#include "build/export.h"

#include <errno.h>
#include <fcntl.h>
#include <optional>
#include <stdio.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/file.h"
#include "base/unique_fd.h"
#include "build/export_output.h"
#include "build/export_plan.h"
#include "build/export_record.h"
#include "build/export_staging.h"
#include "build/export_tree.h"

namespace loom::build {
namespace {

constexpr mode_t kModeBits = 07777;

class Export {
 public:
  Export(const ExportOptions& options, OutputFolder output, std::vector<ExportFile> files)
      : options_(options), output_(std::move(output)), files_(std::move(files)) {}

  base::Result<ExportReport> run();

 private:
  base::Result<void> look_at_old();
  bool is_mount_point() const;
  base::Result<bool> replace_as_a_whole();
  base::Result<void> replace_file_by_file();
  base::Result<WrittenTree> write(const StagingFolder& staging, const std::vector<std::string>& kept);
  base::Result<void> move_files(const StagingFolder& staging, const ExportRecord& written);
  void remove_stale(const ExportRecord& written);
  void keep_record(const std::string& file, const ExportRecord& record);
  void report_tree(const WrittenTree& tree);

  const ExportOptions& options_;
  OutputFolder output_;
  std::vector<ExportFile> files_;
  base::UniqueFd old_fd_;
  std::string old_record_file_;
  ExportRecord old_record_;
  std::vector<std::string> foreign_;
  ExportReport report_;
};

/// False with errno set. A folder that is there already is exchanged, and then has the name of the new one.
bool move_into_place(const std::string& from, const OutputFolder& output) {
  if (output.exists) {
    return renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, output.path.c_str(), RENAME_EXCHANGE) == 0;
  }
  return rename(from.c_str(), output.path.c_str()) == 0;
}

base::Result<ExportReport> Export::run() {
  if (auto looked = look_at_old(); !looked) {
    return looked.error();
  }
  remove_leftovers(output_.parent, "." + output_.name + std::string(kStagingMark));
  if (output_.exists) {
    remove_leftovers(output_.path, std::string(kStagingMark));
  }
  report_.file_count = files_.size();
  if (!is_mount_point()) {
    auto replaced = replace_as_a_whole();
    if (!replaced) {
      return replaced.error();
    }
    if (*replaced) {
      return std::move(report_);
    }
  }
  report_.exchanged = false;
  report_.messages.push_back(output_.path +
                             " cannot be exchanged as a whole here: it was replaced file by file");
  if (auto replaced = replace_file_by_file(); !replaced) {
    return replaced.error();
  }
  return std::move(report_);
}

base::Result<void> Export::look_at_old() {
  if (!output_.exists) {
    return {};
  }
  old_fd_ = base::UniqueFd(open(output_.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!old_fd_) {
    return base::os_error(output_.path, errno);
  }
  old_record_file_ = record_file(options_.cache_directory, old_fd_.get());
  old_record_ = load_record(old_record_file_);
  foreign_ = find_foreign_entries(old_fd_.get(), old_record_);
  if (!foreign_.empty() && !options_.force) {
    return foreign_entries_error(output_.path, foreign_);
  }
  return {};
}

bool Export::is_mount_point() const {
  struct stat folder {};
  struct stat parent {};
  return output_.exists && fstat(old_fd_.get(), &folder) == 0 && stat(output_.parent.c_str(), &parent) == 0 &&
         folder.st_dev != parent.st_dev;
}

base::Result<WrittenTree> Export::write(const StagingFolder& staging, const std::vector<std::string>& kept) {
  const TreeSource source{files_, old_fd_.get(), old_record_, kept};
  auto tree = write_tree(staging.fd(), source, options_.on_progress);
  return tree ? std::move(tree) : tree.error().with_context("cannot write the output to " + output_.path);
}

/// False when the system cannot exchange the two folders.
base::Result<bool> Export::replace_as_a_whole() {
  auto made = StagingFolder::make(output_.parent, "." + output_.name + std::string(kStagingMark));
  if (!made) {
    return output_.exists ? base::Result<bool>(false) : made.error();
  }
  StagingFolder staging = std::move(*made);
  struct stat old_status {};
  if (output_.exists && fstat(old_fd_.get(), &old_status) == 0) {
    fchmod(staging.fd(), old_status.st_mode & kModeBits);
  }
  auto tree = write(staging, foreign_);
  if (!tree) {
    return tree.error();
  }
  // Before the exchange: a run that is killed after it leaves a folder that is known.
  const std::string new_record_file = record_file(options_.cache_directory, staging.fd());
  keep_record(new_record_file, tree->record);
  if (!move_into_place(staging.path(), output_)) {
    unlink(new_record_file.c_str());
    return output_.exists ? base::Result<bool>(false) : base::os_error(output_.path, errno);
  }
  if (!output_.exists) {
    staging.release();
  } else {
    unlink(old_record_file_.c_str());
    // By name, which is far quicker than to list each folder first; the rest goes with the staging folder.
    remove_stale({});
  }
  report_tree(*tree);
  return true;
}

/// The new files are written inside the folder first, so that a full disk is met before anything has changed.
base::Result<void> Export::replace_file_by_file() {
  auto staging = StagingFolder::make(output_.path, std::string(kStagingMark));
  if (!staging) {
    return staging.error();
  }
  auto tree = write(*staging, {});
  if (!tree) {
    return tree.error();
  }
  ExportRecord both = old_record_;
  for (const auto& [path, file] : tree->record) {
    both[path] = file;
  }
  keep_record(old_record_file_, both);
  if (auto moved = move_files(*staging, tree->record); !moved) {
    return moved;
  }
  remove_stale(tree->record);
  keep_record(old_record_file_, tree->record);
  report_tree(*tree);
  return {};
}

base::Result<void> Export::move_files(const StagingFolder& staging, const ExportRecord& written) {
  const auto move = [&](const std::string& path) {
    return renameat(staging.fd(), path.c_str(), old_fd_.get(), path.c_str()) == 0;
  };
  bool has_made_way = false;
  for (const ExportFile& file : files_) {
    if (move(file.path)) {
      continue;
    }
    // A page may have become a folder, or a folder a page: what is no longer wanted goes first then.
    if (errno != ENOENT && !std::exchange(has_made_way, true)) {
      remove_stale(written);
    }
    if (!make_parents(old_fd_.get(), file.path) || !move(file.path)) {
      return base::os_error(output_.path + "/" + file.path, errno);
    }
  }
  return {};
}

/// Files of the old output that the new one has not, and the folders that are empty without them.
void Export::remove_stale(const ExportRecord& written) {
  for (const auto& [path, file] : old_record_) {
    if (written.contains(path) || unlinkat(old_fd_.get(), path.c_str(), 0) != 0) {
      continue;
    }
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash != 0;
         slash = path.rfind('/', slash - 1)) {
      if (unlinkat(old_fd_.get(), path.substr(0, slash).c_str(), AT_REMOVEDIR) != 0) {
        break;
      }
    }
  }
}

void Export::keep_record(const std::string& file, const ExportRecord& record) {
  if (auto saved = save_record(file, record); !saved) {
    report_.messages.push_back("cannot remember what was written, so that the next build needs --force: " +
                               saved.error().message());
  }
}

void Export::report_tree(const WrittenTree& tree) {
  report_.linked_count = tree.linked_count;
  report_.written_bytes = tree.written_bytes;
  for (const std::string& path : tree.replaced_entries) {
    report_.messages.push_back(path + " was not written by Loom and had to give way to a file of the site");
  }
}

}  // namespace

base::Result<ExportReport> export_snapshot(const snapshot::Snapshot& snapshot, const ExportOptions& options) {
  auto output = resolve_output(options.output_directory, options.site_directory);
  if (!output) {
    return output.error();
  }
  auto files = plan_export(snapshot, options.precompress);
  if (!files) {
    return files.error();
  }
  return Export(options, std::move(*output), std::move(*files)).run();
}

}  // namespace loom::build
