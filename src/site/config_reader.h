// Takes the keys of a configuration file into a Config: Zola's, their older spellings, Loom's own. Internal
// to config.cpp; one reader per file, on the thread that parses.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "site/config.h"
#include "site/field_reader.h"

namespace loom::site {

class ConfigReader {
 public:
  ConfigReader(const FieldContext& context, Config& config)
      : top_(context, context.located.data), config_(config) {}

  /// Reads every table; mistakes and unknown keys are reported at their places.
  void read();

 private:
  // config_reader.cpp: the site as a whole.
  void read_base_url();
  void read_site();
  void read_feeds();
  void read_loom_keys();
  void read_slugify();
  void read_permalinks();
  void read_link_checker();
  void read_serve();
  void read_preview();

  // config_reader_markdown.cpp: how content is rendered and indexed.
  void read_markdown();
  void read_highlighting(FieldReader& markdown);
  void read_older_highlighting(FieldReader& fields);
  void add_code_style_sheet(const FieldReader& fields, CodeStyleSheet sheet);
  void read_search();
  void read_search_fields(FieldReader& fields, SearchConfig& search);

  // config_reader_languages.cpp: languages, what each has of its own, taxonomies.
  std::vector<TaxonomyConfig> read_taxonomies(FieldReader& parent);
  void read_languages();
  void read_language(const std::string& code, FieldReader& fields);
  void read_language_search(FieldReader& fields, LanguageConfig& language);
  void merge_default_language(LanguageConfig language, FieldReader& fields);
  void read_translations();
  void add_older_taxonomies();
  void check_language_code(const FieldReader& fields, std::string_view key, const std::string& code);

  /// For keys that this version reads and does nothing with: setting one deserves a word.
  template <typename T>
  void read_idle(FieldReader& fields, std::string_view key, T& out) {
    const T before = out;
    fields.read(key, out);
    if (out != before) {
      idle_.push_back(fields.path_of(key));
    }
  }
  void find_idle(FieldReader& fields, std::initializer_list<std::string_view> keys);
  void warn_idle() const;

  FieldReader top_;
  Config& config_;
  /// Taxonomies that name their language, as Zola's sites did before 0.16, and that language.
  std::vector<std::pair<std::string, TaxonomyConfig>> older_taxonomies_;
  /// Dotted paths of the keys that were set and have no effect.
  std::vector<std::string> idle_;
};

}  // namespace loom::site
