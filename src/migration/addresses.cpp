#include "migration/addresses.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "migration/site_files.h"
#include "site/permalink.h"
#include "site/placement.h"

namespace loom::migration {

namespace {

/// By the path of its file: where Loom publishes a page.
using Places = std::unordered_map<std::string, std::string>;

struct Placed {
  Places places;
  base::Diagnostics mistakes;
};

Placed place(const NewSite& site) {
  Placed placed;
  site::SourceTree tree;
  for (auto& [path, text] : render_files(site)) {
    tree.put(site::make_source_file(path, text));
  }
  base::Diagnostics passed_over;
  const site::Config config = site::read_config(tree, "", passed_over);
  std::vector<std::shared_ptr<const site::PageSource>> sources;
  for (const site::SourceFile& file : tree.files()) {
    if (site::is_page_source(file.path, config)) {
      sources.push_back(site::parse_page_source(file, config, passed_over));
    }
  }
  constexpr bool kWithDrafts = true;
  const auto placement =
      site::place_content({sources, tree, config, base::UnixTime::max(), kWithDrafts}, placed.mistakes);
  for (const auto* list : {&placement->pages, &placement->sections}) {
    for (const site::PlacedPage& page : *list) {
      placed.places["content/" + page.relative_path] = page.path;
    }
  }
  return placed;
}

/// Normalized; "/a/index.html" is the folder itself.
std::string folder_path(std::string_view path) {
  static constexpr std::string_view kIndex = "/index.html";
  const std::size_t kept = path.ends_with(kIndex) ? path.size() - kIndex.size() + 1 : path.size();
  return site::normalized_path(path.substr(0, kept));
}

/// "/about/" is Zola's `path`; only Loom's `permalink` can name a file.
void set_address(NewPage& page) {
  set_value(page.front, page.old_path.ends_with('/') ? "path" : "permalink", page.old_path);
}

class Settling {
 public:
  explicit Settling(NewSite& site) : site_(site) {}

  AddressSummary settle() {
    take_repeated();
    give_addresses(place(site_));
    const Placed after = place(site_);
    add_aliases(after.places);
    leave_collisions();
    return summary_;
  }

 private:
  /// The old engine wrote one file twice; here the second page keeps the address of its file.
  void take_repeated() {
    std::unordered_map<std::string, std::string> owners;
    for (NewPage& page : site_.pages) {
      if (page.old_path.empty()) {
        continue;
      }
      page.old_path = folder_path(page.old_path);
      ++summary_.old_count;
      const auto [found, is_first] = owners.try_emplace(page.old_path, page.source);
      if (!is_first) {
        site_.leave(page.source, 0,
                    "its address `" + page.old_path + "` is that of " + found->second + " too",
                    "the new site shows it under the address of its file");
        page.old_path.clear();
      }
    }
  }

  void give_addresses(const Placed& placed) {
    // A page without a date in a section whose pattern needs one.
    std::set<std::string> misfits;
    for (const base::Diagnostic& mistake : placed.mistakes.items()) {
      misfits.insert(mistake.file);
    }
    for (NewPage& page : site_.pages) {
      const auto found = placed.places.find(page.path);
      const bool fits = found != placed.places.end() && found->second == page.old_path;
      if (page.old_path.empty() || (fits && !misfits.contains(page.path))) {
        continue;
      }
      if (page.is_section()) {
        page.redirects.insert(page.redirects.begin(), page.old_path);
      } else {
        set_address(page);
      }
    }
  }

  void add_aliases(const Places& places) {
    std::set<std::string> taken;
    for (const auto& [file, path] : places) {
      taken.insert(path);
    }
    for (NewPage& page : site_.pages) {
      const auto found = places.find(page.path);
      const std::string here = found == places.end() ? "" : found->second;
      summary_.kept_count += !page.old_path.empty() && here == page.old_path ? 1 : 0;
      std::vector<std::string> aliases;
      for (const std::string& redirect : page.redirects) {
        const std::string alias = folder_path(redirect);
        summary_.old_count += alias == page.old_path ? 0 : 1;
        if (alias == here) {
          ++summary_.kept_count;
        } else if (taken.insert(alias).second) {
          ++summary_.redirected_count;
          aliases.push_back(alias);
        } else {
          site_.leave(page.source, 0, "`" + alias + "` is the address of another page too",
                      "it does not lead here any more");
        }
      }
      set_value(page.front, "aliases", array_of(aliases));
    }
  }

  void leave_collisions() {
    const Placed last = place(site_);
    for (base::Diagnostic mistake : last.mistakes.items()) {
      mistake.severity = base::Severity::Warning;
      site_.leftovers.add(std::move(mistake));
    }
  }

  NewSite& site_;
  AddressSummary summary_;
};

}  // namespace

AddressSummary settle_addresses(NewSite& site) {
  return Settling(site).settle();
}

}  // namespace loom::migration
