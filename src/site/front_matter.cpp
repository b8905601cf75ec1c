#include "site/front_matter.h"

#include <algorithm>

#include "base/ascii.h"
#include "site/field_reader.h"
#include "site/flat_data.h"
#include "site/limits.h"
#include "site/toml_data.h"
#include "site/yaml_data.h"

namespace loom::site {

namespace {

std::vector<std::string> split_terms(std::string_view text) {
  text = base::trim(text);
  if (text.starts_with('[') && text.ends_with(']')) {
    text = text.substr(1, text.size() - 2);
  }
  std::vector<std::string> terms;
  for (std::string_view part : base::split(text, ',')) {
    part = base::trim(part);
    if (part.size() > 1 && (part.front() == '"' || part.front() == '\'') && part.back() == part.front()) {
      part = part.substr(1, part.size() - 2);
    }
    if (!part.empty()) {
      terms.emplace_back(part);
    }
  }
  return terms;
}

class FrontMatterReader {
 public:
  FrontMatterReader(const FieldContext& context, const FrontMatterInput& input, const Config& config,
                    FrontMatter& front)
      : fields_(context, context.located.data),
        kind_(input.kind),
        language_(input.language.empty() ? std::string_view(config.default_language) : input.language),
        config_(config),
        front_(front) {}

  void read() {
    read_common();
    read_addresses();
    if (kind_ == ContentKind::Section) {
      read_section();
    } else {
      read_page();
    }
    read_extra();
  }

 private:
  /// A Zola site keeps to Zola's names; elsewhere those of other engines are understood too.
  bool knows_foreign_names() const { return config_.kind != SiteKind::Zola; }

  /// The first of the keys that is there; all of them are known. Only the first one is Zola's.
  template <typename T>
  void read_first(std::initializer_list<std::string_view> keys, T& out) {
    if (!knows_foreign_names()) {
      fields_.read(*keys.begin(), out);
      return;
    }
    std::string_view present;
    for (const std::string_view key : keys) {
      if (fields_.find(key) != nullptr && present.empty()) {
        present = key;
      }
    }
    if (!present.empty()) {
      fields_.read(present, out);
    }
  }

  void read_common() {
    fields_.read("title", front_.title);
    read_first({"description", "excerpt", "summary"}, front_.description);
    fields_.read("draft", front_.draft);
    fields_.read("render", front_.render);
    fields_.read("in_search_index", front_.in_search_index);
    fields_.read("weight", front_.weight);
    fields_.read("template", front_.template_name);
    read_first({"aliases", "alias", "redirect_from"}, front_.aliases);
    read_first({"authors", "author"}, front_.authors);
    if (knows_foreign_names()) {
      fields_.read("layout", front_.layout);
      read_first({"image", "featured_image", "cover_image"}, front_.image);
    }
  }

  void read_addresses() {
    fields_.read("slug", front_.slug);
    fields_.read("path", front_.path);
    refuse_empty("slug", front_.slug);
    refuse_empty("path", front_.path);
    if (kind_ == ContentKind::Page && !knows_foreign_names()) {
      return;
    }
    const bool has_url = kind_ == ContentKind::Page && fields_.find("url") != nullptr;
    const std::string_view key = fields_.find("permalink") == nullptr && has_url ? "url" : "permalink";
    fields_.read(key, front_.permalink);
    if (front_.permalink && base::trim(*front_.permalink).empty()) {
      fields_.warning(key, "`" + std::string(key) + "` is empty", "leave it out to use the file name");
      front_.permalink.reset();
    }
    if (front_.permalink && (kind_ == ContentKind::Section || has_placeholder(*front_.permalink))) {
      read_pattern(key);
    }
  }

  /// What is a mistake in a site with a configuration is another engine's business in a bare folder.
  void read_pattern(std::string_view key) {
    PatternMistake mistake;
    front_.permalink_pattern = parse_permalink_pattern(*front_.permalink, taxonomy_names(config_), mistake);
    front_.permalink.reset();
    if (front_.permalink_pattern) {
      const FieldContext& context = fields_.context();
      front_.permalink_pattern->file = context.input.file;
      front_.permalink_pattern->line = context.located.find_place(key).line;
    } else if (config_.kind != SiteKind::Bare) {
      fields_.error(key, mistake.message, mistake.hint);
    } else if (kind_ == ContentKind::Page) {
      fields_.warning(key, mistake.message, mistake.hint);
    }
  }

  void refuse_empty(std::string_view key, std::optional<std::string>& text) {
    if (text && base::trim(*text).empty()) {
      fields_.error(key, "`" + std::string(key) + "` is empty", "leave it out to use the file name");
      text.reset();
    }
  }

  void read_page() {
    fields_.read("date", front_.date);
    read_first({"updated", "lastmod", "last_modified_at", "modified"}, front_.updated);
    read_taxonomies();
    if (knows_foreign_names()) {
      read_published();
      read_foreign_taxonomies();
    }
  }

  void read_foreign_taxonomies() {
    for (const TaxonomyConfig& taxonomy : language_settings(config_, language_).taxonomies) {
      read_flat_terms(taxonomy.name, {taxonomy.name});
    }
    read_flat_terms("tags", {"tags", "tag"});
    read_flat_terms("categories", {"categories", "category"});
    read_flat_terms("series", {"series"});
  }

  /// Jekyll's `published: false` is a draft; elsewhere it is the date.
  void read_published() {
    const base::Data* published = fields_.find("published");
    if (published != nullptr && published->as_bool() != nullptr) {
      front_.draft = front_.draft || !*published->as_bool();
    } else if (!front_.date) {
      read_first({"published", "publishDate", "pubDate"}, front_.date);
    }
  }

  bool has_terms_of(std::string_view taxonomy) const {
    return std::any_of(front_.taxonomies.begin(), front_.taxonomies.end(),
                       [&](const auto& entry) { return entry.first == taxonomy; });
  }

  void read_taxonomies() {
    auto taxonomies = fields_.read_table("taxonomies");
    if (!taxonomies) {
      return;
    }
    for (const auto& [name, value] : *fields_.find("taxonomies")->as_table()) {
      std::vector<std::string> terms;
      taxonomies->read(name, terms);
      if (std::any_of(terms.begin(), terms.end(),
                      [](const auto& term) { return base::trim(term).empty(); })) {
        taxonomies->error(name, "a term of `" + name + "` is empty");
        continue;
      }
      if (find_taxonomy(config_, language_, name) == nullptr) {
        report_unknown_taxonomy(*taxonomies, name);
        continue;
      }
      front_.taxonomies.emplace_back(name, std::move(terms));
    }
  }

  void report_unknown_taxonomy(const FieldReader& taxonomies, const std::string& name) const {
    const bool is_default = find_language(config_, language_) == nullptr;
    const std::string where = is_default ? "" : " for the language `" + std::string(language_) + "`";
    const std::string table = is_default ? "" : " of [languages." + std::string(language_) + "]";
    taxonomies.error(name, "the configuration has no taxonomy `" + name + "`" + where,
                     "add { name = \"" + name + "\" } to `taxonomies`" + table + " in " + config_.file);
  }

  void read_flat_terms(const std::string& taxonomy, std::initializer_list<std::string_view> keys) {
    if (has_terms_of(taxonomy) || find_taxonomy(config_, language_, taxonomy) == nullptr) {
      return;
    }
    std::vector<std::string> terms;
    for (const std::string_view key : keys) {
      const base::Data* value = fields_.find(key);
      if (value == nullptr || value->as_table() != nullptr) {
        continue;
      }
      if (const std::string* text = value->as_string()) {
        terms = split_terms(*text);
      } else {
        fields_.read(key, terms);
      }
    }
    std::erase_if(terms, [](const std::string& term) { return base::trim(term).empty(); });
    if (!terms.empty()) {
      front_.taxonomies.emplace_back(taxonomy, std::move(terms));
    }
  }

  void read_section() {
    SectionFields& section = front_.section;
    read_sort_by();
    fields_.read("paginate_by", section.paginate_by);
    if (section.paginate_by && *section.paginate_by > kPaginateByMax) {
      fields_.error("paginate_by", "`paginate_by` is at most " + std::to_string(kPaginateByMax));
      section.paginate_by.reset();
    }
    fields_.read("paginate_reversed", section.paginate_reversed);
    fields_.read("paginate_path", section.paginate_path);
    read_anchor_links();
    fields_.read("redirect_to", section.redirect_to);
    fields_.read("page_template", section.page_template);
    fields_.read("transparent", section.transparent);
    read_first({"generate_feeds", "generate_feed"}, section.generate_feeds);
  }

  void read_sort_by() {
    std::string word = "none";
    SortBy sort_by = SortBy::None;
    fields_.read("sort_by", word);
    fields_.read_choice<SortBy>("sort_by", sort_by,
                                {{"none", SortBy::None},
                                 {"date", SortBy::Date},
                                 {"update_date", SortBy::UpdateDate},
                                 {"title", SortBy::Title},
                                 {"title_bytes", SortBy::TitleBytes},
                                 {"weight", SortBy::Weight},
                                 {"slug", SortBy::Slug},
                                 {"permalink", SortBy::Permalink}});
    if (fields_.find("sort_by") != nullptr) {
      front_.section.sort_by = sort_by;
    }
  }

  void read_anchor_links() {
    auto links = markdown::AnchorLinks::None;
    fields_.read_choice<markdown::AnchorLinks>("insert_anchor_links", links,
                                               {{"none", markdown::AnchorLinks::None},
                                                {"left", markdown::AnchorLinks::Left},
                                                {"right", markdown::AnchorLinks::Right},
                                                {"heading", markdown::AnchorLinks::Heading}});
    if (fields_.find("insert_anchor_links") != nullptr) {
      front_.section.insert_anchor_links = links;
    }
  }

  void read_extra() {
    if (auto extra = fields_.read_table("extra")) {
      front_.extra = *fields_.find("extra");
    }
    if (!knows_foreign_names() || (kind_ == ContentKind::Section && config_.kind != SiteKind::Bare)) {
      fields_.find("date");
      fields_.warn_unknown();
      return;
    }
    for (auto& [key, value] : fields_.unknown()) {
      if (front_.extra.find(key) == nullptr) {
        front_.extra.set(key, std::move(value));
      }
    }
  }

  FieldReader fields_;
  ContentKind kind_;
  std::string_view language_;
  const Config& config_;
  FrontMatter& front_;
};

std::optional<LocatedData> parse_block(const DataText& input, FrontMatterSyntax syntax, const Config& config,
                                       base::Diagnostics& diagnostics) {
  if (syntax == FrontMatterSyntax::Toml) {
    return parse_toml(input, diagnostics);
  }
  base::Diagnostics mistakes;
  auto located = parse_yaml(input, mistakes);
  if (!located && config.kind == SiteKind::Bare) {
    // "title: One: two" is no YAML, but what writers of simpler engines have in their files.
    located = parse_flat(input);
  }
  if (!located) {
    diagnostics.add_all(mistakes);
  }
  return located;
}

}  // namespace

FrontMatter parse_front_matter(const FrontMatterInput& input, const Config& config,
                               base::Diagnostics& diagnostics) {
  FrontMatter front;
  const std::string_view text = input.text;
  const FrontMatterBlock block = find_front_matter_block(text);
  front.syntax = block.syntax;
  front.body_offset = block.body_offset;
  front.body_line = block.body_line;
  const std::string_view marker = block.syntax == FrontMatterSyntax::Toml ? "+++" : "---";
  if (block.is_open) {
    base::Diagnostic diagnostic = make_error_in({input.file, text, 1, {}}, {block.first_line, 1},
                                                "the metadata block that starts here has no end");
    diagnostic.length = 3;
    diagnostic.hint = "close it with a line that holds only " + std::string(marker);
    diagnostics.add(std::move(diagnostic));
    front.body_offset = text.size();
    return front;
  }
  if (block.syntax == FrontMatterSyntax::None) {
    return front;
  }
  const DataText data{input.file, block.text, block.first_line, config.timezone};
  const auto located = parse_block(data, block.syntax, config, diagnostics);
  if (!located || located->data.is_null()) {
    return front;
  }
  if (located->data.as_table() == nullptr) {
    diagnostics.add(make_error_in(data, {block.first_line, 1}, "the metadata must be `key: value` lines"));
    return front;
  }
  const FieldContext context{*located, data, diagnostics, block.syntax == FrontMatterSyntax::Yaml};
  FrontMatterReader(context, input, config, front).read();
  return front;
}

}  // namespace loom::site
