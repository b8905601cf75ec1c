// Tested by tests/migration/jekyll/jekyll_site_test.cpp.
#include "migration/jekyll/jekyll_files.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "migration/jekyll/jekyll_document.h"
#include "migration/old_document.h"
#include "site/names.h"

namespace loom::migration {

namespace {

constexpr std::string_view kDataFolder = "_data";

struct Part {
  std::string_view folder;
  std::string_view what;
  std::string_view hint;
};

/// Folders that make how a site looks or is built.
constexpr auto kParts = std::to_array<Part>({
    {"_layouts", "layouts were not imported: the site has Loom's built-in theme",
     "templates of your own go into templates/"},
    {"_sass", "style sheets of the old theme were not imported",
     "put your own into static/ and name it in [extra]"},
    {"_plugins", "plugins were not imported", "see whether a shortcode or a template does the same"},
});

bool has_metadata(const site::SourceFile& file) {
  return file.bytes != nullptr && file.bytes->starts_with("---");
}

bool has_liquid(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

void set_nested(base::Data& table, const std::vector<std::string_view>& names, base::Data value) {
  base::Data* at = &table;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    if (at->find(names[i]) == nullptr || at->find(names[i])->as_table() == nullptr) {
      at->set(names[i], base::Data::Table{});
    }
    for (auto& entry : *at->as_table()) {
      if (entry.first == names[i]) {
        at = &entry.second;
        break;
      }
    }
  }
  at->set(names.back(), std::move(value));
}

class FileConverter {
 public:
  FileConverter(const site::SourceTree& tree, const JekyllConfig& config, NewSite& site)
      : tree_(tree), config_(config), site_(site) {}

  void convert() {
    for (const Part& part : kParts) {
      if (const site::SourceTree::Range files = tree_.files_under(part.folder); !files.empty()) {
        const auto count = std::distance(files.begin(), files.end());
        site_.leave(part.folder, 0, std::to_string(count) + " " + std::string(part.what),
                    std::string(part.hint));
      }
    }
    for (const site::SourceFile& file : tree_.files_under(kDataFolder)) {
      site_.copies["data" + file.path.substr(kDataFolder.size())] = file.path;
    }
    for (const site::SourceFile& file : tree_.files()) {
      convert_file(file);
    }
  }

 private:
  void convert_file(const site::SourceFile& file) {
    if (is_jekyll_static(file, config_)) {
      const std::string below = file.path.starts_with('_') ? file.path.substr(1) : file.path;
      site_.copies["static/" + below] = file.path;
      if (site::is_markdown_name(file.path.substr(file.path.rfind('/') + 1))) {
        site_.leave(file.path, 0, "it has no metadata, so Jekyll copies it as it is",
                    "when GitHub Pages made a page of it, move it to content/");
      }
      return;
    }
    const bool is_hidden = file.path.starts_with('_') || file.path.find("/_") != std::string::npos;
    const bool is_page = file.path.ends_with(".html") || site::is_markdown_name(file.path) ||
                         file.path.ends_with(".htm") || file.path.ends_with(".markdown");
    if (has_metadata(file) && !is_hidden && !is_page && !config_.is_excluded(file.path)) {
      convert_template(file);
    }
  }

  /// A file that Jekyll fills in, but no page: "feed.xml", "css/main.scss".
  void convert_template(const site::SourceFile& file) {
    const OldDocument document = parse_old_document(file, std::chrono::minutes{0}, site_);
    const std::string own_path = text_value(document.front, "permalink");
    const std::string path = own_path.empty() ? "/" + file.path : own_path;
    const bool is_style = path.ends_with(".scss") || path.ends_with(".sass");
    static constexpr auto kBuiltIn = std::to_array<std::string_view>(
        {"/feed.xml", "/atom.xml", "/rss.xml", "/sitemap.xml", "/robots.txt"});
    if (std::find(kBuiltIn.begin(), kBuiltIn.end(), path) != kBuiltIn.end()) {
      site_.leave(file.path, 0, "Loom makes this file itself",
                  "a template of that name in templates/ replaces it");
    } else if (is_style) {
      const std::string built = path.substr(0, path.rfind('.')) + ".css";
      site_.leave(file.path, 0, "a style sheet of the old theme",
                  "it would go to sass/ with `compile_sass = true`");
      site_.lost_paths.push_back({built, "a style sheet of the old theme"});
    } else if (has_liquid(document.body)) {
      site_.leave(file.path, document.body_line, "Jekyll fills this file in",
                  "write it by hand into static/");
      site_.lost_paths.push_back({path, "Jekyll fills " + file.path + " in"});
    } else {
      site_.texts["static" + path] = document.body;
    }
  }

  const site::SourceTree& tree_;
  const JekyllConfig& config_;
  NewSite& site_;
};

bool has_plugin(const JekyllConfig& config, std::string_view name) {
  for (const std::string_view key : {"plugins", "gems", "whitelist"}) {
    const std::vector<std::string> names = list_value(find_value(config.data, key));
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

base::Data read_jekyll_data(const site::SourceTree& tree, NewSite& site) {
  base::Data data = base::Data::Table{};
  for (const site::SourceFile& file : tree.files_under(kDataFolder)) {
    const std::size_t dot = file.path.rfind('.');
    const std::string ending = file.path.substr(std::min(dot, file.path.size()));
    if (file.bytes == nullptr || (ending != ".yml" && ending != ".yaml" && ending != ".json")) {
      continue;
    }
    if (auto value = parse_old_data(file, site)) {
      const std::string name = file.path.substr(kDataFolder.size() + 1, dot - kDataFolder.size() - 1);
      set_nested(data, base::split(name, '/'), *std::move(value));
    }
  }
  return data;
}

void add_jekyll_files(const site::SourceTree& tree, const JekyllConfig& config, NewSite& site) {
  FileConverter(tree, config, site).convert();
}

void add_jekyll_feed(const JekyllConfig& config, NewSite& site) {
  const bool has_dates = std::any_of(site.pages.begin(), site.pages.end(), [](const NewPage& page) {
    const std::string name = page.path.substr(page.path.rfind('/') + 1);
    return find_value(page.front, "date") != nullptr || base::parse_date_time(name.substr(0, 10)).has_value();
  });
  if (!has_dates) {
    return;
  }
  std::string path = "feed.xml";
  if (const base::Data* feed = find_value(config.data, "feed");
      feed != nullptr && feed->as_table() != nullptr) {
    const std::string own = text_value(*feed->as_table(), "path");
    path = own.empty() ? path : own.substr(own.starts_with('/') ? 1 : 0);
    for (const std::string& category : list_value(feed->find("categories"))) {
      if (has_plugin(config, "jekyll-feed")) {
        site.lost_paths.push_back(
            {"/feed/" + category + ".xml", "the feed of a category is at its own address here"});
      }
    }
  }
  set_value(site.config, "generate_feeds", true);
  if (path.find('/') != std::string::npos) {
    site.lost_paths.push_back({"/" + path, "a feed lies at the top here"});
    return;
  }
  set_value(site.config, "feed_filenames", base::Data::Array{path});
  if (path != "atom.xml" && path != "rss.xml") {
    site.texts["templates/" + path] = "{% include \"atom.xml\" %}\n";
  }
}

}  // namespace loom::migration
