#include "site/theme_config.h"

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/edit_distance.h"
#include "base/utf8.h"
#include "site/toml_data.h"

namespace loom::site {

namespace {

/// The names of the folders of themes/, ordered.
std::vector<std::string> theme_names(const SourceTree& tree) {
  constexpr std::string_view kFolder = "themes/";
  std::vector<std::string> names;
  for (const SourceFile& file : tree.files_under("themes")) {
    const std::string_view rest = std::string_view(file.path).substr(kFolder.size());
    const std::string_view name = rest.substr(0, rest.find('/'));
    if (name.size() < rest.size() && (names.empty() || names.back() != name)) {
      names.emplace_back(name);
    }
  }
  return names;
}

void report_missing(const SourceTree& tree, const Config& config, base::Diagnostics& diagnostics) {
  const std::vector<std::string> names = theme_names(tree);
  base::Diagnostic diagnostic;
  diagnostic.file = config.file;
  diagnostic.message = "there is no theme `" + config.theme + "`";
  if (const auto nearest = base::find_nearest_name(config.theme, names)) {
    diagnostic.hint = "did you mean `" + *nearest + "`?";
  } else {
    diagnostic.hint = "put its files into themes/" + config.theme +
                      " (`git submodule update --init` when it is a submodule), or leave out `theme`";
  }
  diagnostics.add(std::move(diagnostic));
}

class ExtraMerger {
 public:
  ExtraMerger(const LocatedData& theme, const DataText& input, base::Diagnostics& diagnostics)
      : theme_(theme), input_(input), diagnostics_(diagnostics) {}

  /// Requires: both are tables.
  void merge(base::Data& into, const base::Data& from, const std::string& path) {
    for (const auto& [key, value] : *from.as_table()) {
      base::Data* own = find_own(into, key);
      if (own == nullptr) {
        into.set(key, value);
      } else if (own->as_table() != nullptr && value.as_table() != nullptr) {
        merge(*own, value, path + "." + key);
      } else if (own->as_table() != nullptr || value.as_table() != nullptr) {
        report_clash(path + "." + key, *own, value);
      }
    }
  }

 private:
  static base::Data* find_own(base::Data& table, std::string_view key) {
    for (auto& entry : *table.as_table()) {
      if (entry.first == key) {
        return &entry.second;
      }
    }
    return nullptr;
  }

  void report_clash(const std::string& path, const base::Data& own, const base::Data& value) {
    base::Diagnostic diagnostic =
        make_error_in(input_, theme_.find_place(path),
                      "`" + path + "` has the kind " + std::string(value.kind_name()) + " in the theme and " +
                          std::string(own.kind_name()) + " in the site's configuration");
    diagnostic.hint = "make both a table, or neither";
    diagnostics_.add(std::move(diagnostic));
  }

  const LocatedData& theme_;
  const DataText& input_;
  base::Diagnostics& diagnostics_;
};

/// Zola 0.23 changed the template language: one clear line before the many mistakes that its templates would
/// show.
void check_zola_version(const LocatedData& theme, const DataText& input, base::Diagnostics& diagnostics) {
  constexpr std::uint64_t kZolaMinorVersion = 22;
  const base::Data* wanted = theme.data.find("min_version");
  const std::string* version = wanted == nullptr ? nullptr : wanted->as_string();
  if (version == nullptr || !version->starts_with("0.")) {
    return;
  }
  const auto minor = base::parse_unsigned(version->substr(2, version->find('.', 2) - 2));
  if (!minor || *minor <= kZolaMinorVersion) {
    return;
  }
  base::Diagnostic diagnostic =
      make_error_in(input, theme.find_place("min_version"),
                    "this theme is made for Zola " + *version +
                        ", which has another template language than Zola 0.22 and Loom");
  diagnostic.severity = base::Severity::Warning;
  diagnostic.hint = "take an earlier release of the theme";
  diagnostics.add(std::move(diagnostic));
}

}  // namespace

void merge_theme(const SourceTree& tree, Config& config, base::Diagnostics& diagnostics) {
  if (config.theme.empty()) {
    return;
  }
  if (!tree.has_folder("themes/" + config.theme)) {
    report_missing(tree, config, diagnostics);
    return;
  }
  const SourceFile* file = tree.find("themes/" + config.theme + "/theme.toml");
  if (file == nullptr || file->bytes == nullptr) {
    return;
  }
  const std::string text = base::repair_utf8(*file->bytes);
  const DataText input{file->path, text, 1, config.timezone};
  const auto theme = parse_toml(input, diagnostics);
  if (!theme) {
    return;
  }
  check_zola_version(*theme, input, diagnostics);
  const base::Data* extra = theme->data.find("extra");
  if (extra != nullptr && extra->as_table() != nullptr) {
    ExtraMerger(*theme, input, diagnostics).merge(config.extra, *extra, "extra");
  }
}

}  // namespace loom::site
