// Tested by tests/e2e/import_test.cpp.
#include "migration/site_writer.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

#include "base/file.h"
#include "migration/report.h"
#include "migration/site_files.h"

namespace loom::migration {

namespace {

namespace fs = std::filesystem;

base::Result<void> make_parent(const std::string& path) {
  return base::make_directories(fs::path(path).parent_path().string());
}

base::Result<void> write_texts(const NewSite& site, const std::string& folder) {
  for (const auto& [path, text] : render_files(site)) {
    const std::string target = folder + "/" + path;
    if (auto made = make_parent(target); !made) {
      return made;
    }
    if (auto written = base::write_file(target, text); !written) {
      return written;
    }
  }
  return {};
}

base::Result<void> copy_files(NewSite& site, const std::string& source_root, const std::string& folder) {
  for (const auto& [path, source] : site.copies) {
    const std::string target = folder + "/" + path;
    if (auto made = make_parent(target); !made) {
      return made;
    }
    std::error_code error;
    fs::copy_file(source_root + "/" + source, target, error);
    if (error) {
      site.leave(source, 0, "cannot be copied: " + error.message(), "copy it to " + path + " by hand");
    }
  }
  return {};
}

base::Result<void> write_all(NewSite& site, const std::string& source_root, const std::string& folder) {
  if (auto made = base::make_directories(folder); !made) {
    return made;
  }
  if (auto copied = copy_files(site, source_root, folder); !copied) {
    return copied;
  }
  if (auto written = write_texts(site, folder); !written) {
    return written;
  }
  return base::write_file(folder + "/" + std::string(kReportName), render_report(site));
}

}  // namespace

base::Result<void> check_output_folder(const std::string& folder) {
  std::error_code error;
  const base::FileKind kind = base::file_status(folder).kind;
  if (kind == base::FileKind::Missing || (kind == base::FileKind::Directory && fs::is_empty(folder, error))) {
    return {};
  }
  return base::Error(folder + (kind == base::FileKind::Directory ? " is not empty" : " is a file") +
                     "; name a new folder with -o");
}

base::Result<void> write_site(NewSite& site, const std::string& source_root, const std::string& output) {
  const std::string staging = output + ".import-" + std::to_string(::getpid());
  base::Result<void> written = write_all(site, source_root, staging);
  if (written && std::rename(staging.c_str(), output.c_str()) != 0) {
    written = base::os_error(output, errno);
  }
  if (!written) {
    const base::Error error = written.error().with_context("cannot write the new site");
    if (auto removed = base::remove_tree(staging); !removed) {
      return base::Error(error.message() + "; " + staging + " is left behind");
    }
    return error;
  }
  return written;
}

}  // namespace loom::migration
