// Tested by tests/e2e/import_test.cpp.
#include "migration/import.h"

#include <utility>

#include "migration/hugo/hugo_site.h"
#include "migration/jekyll/jekyll_site.h"
#include "migration/original_loom.h"
#include "migration/site_writer.h"
#include "migration/source_folder.h"
#include "site/source_layout.h"

namespace loom::migration {

namespace {

base::Result<NewSite> convert(const ImportOptions& options, const site::SourceTree& tree) {
  switch (options.engine) {
    case Engine::Jekyll:
      return convert_jekyll(tree);
    case Engine::Hugo:
      return convert_hugo(tree, options.now);
    case Engine::Loom:
      return convert_original_loom(tree);
  }
  return base::Error("no such engine");
}

}  // namespace

base::Result<ImportReport> import_site(const ImportOptions& options) {
  if (site::is_within(options.output, options.source)) {
    return base::Error("the new site must not lie in the old one; name another folder with -o");
  }
  if (auto checked = check_output_folder(options.output); !checked) {
    return checked.error();
  }
  base::Diagnostics unread;
  const auto tree = read_source_folder(options.source, unread);
  if (!tree) {
    return tree.error();
  }
  auto site = convert(options, *tree);
  if (!site) {
    return site.error();
  }
  ImportReport report;
  report.addresses = settle_addresses(*site);
  site->leftovers.add_all(unread);
  site->leftovers.sort();
  if (auto written = write_site(*site, options.source, options.output); !written) {
    return written.error();
  }
  report.page_count = site->pages.size();
  report.file_count = site->copies.size() + site->texts.size();
  report.leftovers = std::move(site->leftovers);
  report.lost_paths = std::move(site->lost_paths);
  return report;
}

}  // namespace loom::migration
