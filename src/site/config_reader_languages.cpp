// Languages and what each has of its own. Tested by tests/site/config_test.cpp.
#include <algorithm>

#include "base/ascii.h"
#include "site/config_reader.h"
#include "site/permalink.h"

namespace loom::site {

namespace {

/// The shape of a Unicode language identifier: "fr", "pt-BR", "zh-Hant-TW" (UTS #35 §3.2).
bool is_language_code(std::string_view code) {
  std::string normal(code);
  std::replace(normal.begin(), normal.end(), '_', '-');
  const std::vector<std::string_view> parts = base::split(normal, '-');
  const bool is_language = parts[0].size() >= 2 && parts[0].size() <= 8 && parts[0].size() != 4 &&
                           std::all_of(parts[0].begin(), parts[0].end(), base::is_alpha);
  return is_language && std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
           return part.size() >= 2 && part.size() <= 8 &&
                  std::all_of(part.begin(), part.end(), base::is_alnum);
         });
}

}  // namespace

void ConfigReader::check_language_code(const FieldReader& fields, std::string_view key,
                                       const std::string& code) {
  if (!is_language_code(code)) {
    fields.error(key, "`" + code + "` is no language code", "write a code such as \"fr\" or \"pt-BR\"");
  }
}

std::vector<TaxonomyConfig> ConfigReader::read_taxonomies(FieldReader& parent) {
  std::vector<TaxonomyConfig> taxonomies;
  for (FieldReader& fields : parent.read_tables("taxonomies")) {
    TaxonomyConfig taxonomy;
    taxonomy.paginate_by = config_.paginate_by;
    fields.read("name", taxonomy.name);
    fields.read("paginate_by", taxonomy.paginate_by);
    fields.read("paginate_path", taxonomy.paginate_path);
    fields.read("render", taxonomy.render);
    fields.read("rss", taxonomy.feed);
    fields.read("feed", taxonomy.feed);
    // Always made from the name.
    fields.find("slug");
    std::string language;
    fields.read("lang", language);
    fields.warn_unknown();
    if (base::trim(taxonomy.name).empty()) {
      fields.error("name", "a taxonomy needs a `name`");
      continue;
    }
    taxonomy.slug = slugify_path(taxonomy.name, config_.slugify.taxonomies);
    if (language.empty() || language == config_.default_language) {
      taxonomies.push_back(std::move(taxonomy));
    } else {
      older_taxonomies_.emplace_back(std::move(language), std::move(taxonomy));
    }
  }
  return taxonomies;
}

void ConfigReader::add_older_taxonomies() {
  for (auto& older : older_taxonomies_) {
    const std::string& code = older.first;
    TaxonomyConfig& taxonomy = older.second;
    const auto language = std::find_if(config_.languages.begin(), config_.languages.end(),
                                       [&](const LanguageConfig& item) { return item.code == code; });
    if (language != config_.languages.end()) {
      language->taxonomies.push_back(std::move(taxonomy));
    } else {
      top_.error("taxonomies",
                 "the taxonomy `" + taxonomy.name + "` is in the language `" + code +
                     "`, which the site does not have",
                 "add [languages." + code + "]");
    }
  }
}

void ConfigReader::read_languages() {
  const base::Data* languages = top_.find("languages");
  if (languages == nullptr) {
    return;
  }
  if (const base::Data::Table* table = languages->as_table()) {
    auto codes = top_.read_table("languages");
    for (const auto& entry : *table) {
      if (auto fields = codes->read_table(entry.first)) {
        check_language_code(*codes, entry.first, entry.first);
        read_language(entry.first, *fields);
      }
    }
    return;
  }
  // The list of tables with `code` of Zola before 0.16.
  for (FieldReader& fields : top_.read_tables("languages")) {
    std::string code;
    fields.read("code", code);
    check_language_code(fields, "code", code);
    read_language(code, fields);
  }
}

void ConfigReader::read_language(const std::string& code, FieldReader& fields) {
  LanguageConfig language;
  language.code = code;
  fields.read("title", language.title);
  fields.read("description", language.description);
  for (const std::string_view key : {"rss", "feed", "generate_feed", "generate_feeds"}) {
    fields.read(key, language.generate_feeds);
  }
  std::optional<std::string> single;
  fields.read("feed_filename", single);
  if (single) {
    language.feed_filenames = {*single};
  }
  fields.read("feed_filenames", language.feed_filenames);
  fields.read("translations", language.translations);
  read_language_search(fields, language);
  language.taxonomies = read_taxonomies(fields);
  if (code == config_.default_language) {
    merge_default_language(std::move(language), fields);
  } else {
    config_.languages.push_back(std::move(language));
  }
  fields.warn_unknown();
}

/// `search = true` is how older sites say `build_search_index`.
void ConfigReader::read_language_search(FieldReader& fields, LanguageConfig& language) {
  fields.read("build_search_index", language.build_search_index);
  const base::Data* search = fields.find("search");
  if (search != nullptr && search->as_bool() != nullptr) {
    fields.read("search", language.build_search_index);
  } else if (auto table = fields.read_table("search")) {
    read_search_fields(*table, language.search);
    table->warn_unknown();
  }
}

/// [languages.en] of a site in English completes the top level.
void ConfigReader::merge_default_language(LanguageConfig language, FieldReader& fields) {
  const auto merge = [&](std::string_view key, auto& top, auto& own) {
    if (!top.empty() && !own.empty() && top != own) {
      fields.warning(key, "`" + std::string(key) + "` of the default language stands twice",
                     "the one at the top of the file holds: leave out the other");
    }
    if (top.empty()) {
      top = std::move(own);
    }
  };
  merge("title", config_.title, language.title);
  merge("description", config_.description, language.description);
  if (!config_.taxonomies.empty() && !language.taxonomies.empty()) {
    fields.warning("taxonomies", "`taxonomies` of the default language stands twice",
                   "the list at the top of the file holds: leave out the other");
  } else if (config_.taxonomies.empty()) {
    config_.taxonomies = std::move(language.taxonomies);
  }
  merge("translations", config_.translations, language.translations);
  config_.generate_feeds = config_.generate_feeds || language.generate_feeds;
  config_.build_search_index = config_.build_search_index || language.build_search_index;
  if (config_.feed_filenames == Config().feed_filenames) {
    config_.feed_filenames = std::move(language.feed_filenames);
  }
  if (config_.search == SearchConfig()) {
    config_.search = language.search;
  }
}

/// Texts of the default language, or, in sites from before Zola 0.16, a table per language.
void ConfigReader::read_translations() {
  const base::Data* translations = top_.find("translations");
  const base::Data::Table* table = translations == nullptr ? nullptr : translations->as_table();
  const bool is_per_language =
      table != nullptr && std::any_of(table->begin(), table->end(),
                                      [](const auto& entry) { return entry.second.as_table() != nullptr; });
  if (!is_per_language) {
    decltype(config_.translations) texts;
    top_.read("translations", texts);
    config_.translations.insert(config_.translations.begin(), texts.begin(), texts.end());
    return;
  }
  auto fields = top_.read_table("translations");
  for (const auto& entry : *table) {
    const std::string& code = entry.first;
    const auto language = std::find_if(config_.languages.begin(), config_.languages.end(),
                                       [&](const LanguageConfig& item) { return item.code == code; });
    if (language != config_.languages.end()) {
      fields->read(code, language->translations);
    } else if (code == config_.default_language) {
      fields->read(code, config_.translations);
    } else {
      fields->warning(code,
                      "there are translations for `" + code + "`, a language that the site does not have",
                      "add [languages." + code + "], or leave them out");
    }
  }
}

}  // namespace loom::site
