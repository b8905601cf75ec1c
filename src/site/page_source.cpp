#include "site/page_source.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "site/names.h"

namespace loom::site {

namespace {

/// "2024-05-01" or an RFC 3339 date-time at the start of a name, and how long it is.
struct NameDate {
  std::optional<base::DateTime> date;
  std::size_t length = 0;
};

/// How long "2024-05-01T10:00:00.5+02:00" at the start of the name is; 0 when it does not start with one.
std::size_t date_time_length(std::string_view name) {
  constexpr std::size_t kUpToSeconds = 19;
  constexpr std::size_t kOffsetBytes = 6;
  if (name.size() <= kUpToSeconds || name[10] != 'T') {
    return 0;
  }
  std::size_t end = kUpToSeconds;
  if (name[end] == '.') {
    end = std::min(name.find_first_not_of("0123456789", end + 1), name.size());
  }
  if (end == name.size()) {
    return 0;
  }
  const bool has_offset = name[end] == '+' || name[end] == '-';
  return name[end] == 'Z'                                  ? end + 1
         : has_offset && name.size() >= end + kOffsetBytes ? end + kOffsetBytes
                                                           : 0;
}

NameDate find_name_date(std::string_view name, std::chrono::minutes timezone) {
  constexpr std::size_t kDateBytes = 10;
  if (name.size() < kDateBytes) {
    return {};
  }
  if (const std::size_t length = date_time_length(name); length != 0) {
    if (const auto date = base::parse_date_time(name.substr(0, length))) {
      return {date, length};
    }
  }
  const auto date = base::parse_date_time(name.substr(0, kDateBytes), timezone);
  return date ? NameDate{date, kDateBytes} : NameDate{};
}

/// What follows the date and "-" or "_", with a blank allowed before them; the whole name when nothing does.
std::string_view name_after_date(std::string_view name, std::size_t date_length) {
  std::string_view rest = name.substr(date_length);
  if (date_length == 0 || rest.empty()) {
    return name;
  }
  if (rest.front() == ' ') {
    rest.remove_prefix(1);
  }
  const bool has_slug = rest.size() > 1 && (rest.front() == '-' || rest.front() == '_');
  return has_slug ? rest.substr(1) : name;
}

void split_path(std::string_view relative_path, PageSource& source) {
  const std::size_t slash = relative_path.rfind('/');
  source.relative_path = relative_path;
  source.folder = slash == std::string_view::npos ? "" : relative_path.substr(0, slash);
  const std::string_view file_name = relative_path.substr(slash + 1);
  source.name = file_name.substr(0, file_name.rfind('.'));
}

/// "de" or "pt-BR": what a file name may end with.
bool is_short_language_code(std::string_view code) {
  const std::string_view language = code.substr(0, code.find_first_of("-_"));
  const auto are_all = [](std::string_view text, bool (*is_fit)(char)) {
    return std::all_of(text.begin(), text.end(), is_fit);
  };
  const bool is_language = language.size() == 2 && are_all(language, base::is_alpha);
  return is_language && (code.size() == 2 || are_all(code.substr(3), base::is_alnum));
}

/// Takes ".fr" off the name where French is a language of the site.
void split_language(const Config& config, PageSource& source) {
  source.language = config.default_language;
  const std::size_t dot = source.name.find('.');
  if (dot == std::string::npos) {
    return;
  }
  const std::string code = source.name.substr(dot + 1);
  if (find_language(config, code) != nullptr) {
    source.language = code;
    source.name.resize(dot);
  }
}

/// "a.de.md" in a site of several languages without German is rather a forgotten language than a name.
void report_unknown_language(const Config& config, const PageSource& source, base::Diagnostics& diagnostics) {
  const std::size_t dot = source.name.find('.');
  if (config.languages.empty() || dot == std::string::npos) {
    return;
  }
  const std::string code = source.name.substr(dot + 1);
  if (code == config.default_language || !is_short_language_code(code)) {
    return;
  }
  base::Diagnostic diagnostic;
  diagnostic.file = source.path;
  diagnostic.message =
      "the name of this file ends with the language `" + code + "`, which the site does not have";
  diagnostic.hint = "add [languages." + code + "] to " + config.file + ", or rename the file";
  diagnostics.add(std::move(diagnostic));
}

ContentKind kind_of(const PageSource& source, SiteKind site_kind) {
  const bool is_front = site_kind == SiteKind::Bare &&
                        (source.name == "index" || base::equals_ignore_case(source.name, "readme"));
  return source.name == "_index" || is_front ? ContentKind::Section : ContentKind::Page;
}

/// posts/<series>/a.md, the layout of engines that make series from folders.
void add_folder_series(PageSource& source) {
  const std::vector<std::string_view> folders = base::split(source.folder, '/');
  const auto& taxonomies = source.front.taxonomies;
  const bool has_series = std::any_of(taxonomies.begin(), taxonomies.end(),
                                      [](const auto& entry) { return entry.first == "series"; });
  if (folders.size() == 2 && folders[0] == "posts" && source.kind == ContentKind::Page && !has_series) {
    source.front.taxonomies.emplace_back("series", std::vector<std::string>{std::string(folders[1])});
  }
}

std::shared_ptr<const std::string> valid_text(const SourceFile& file, base::Diagnostics& diagnostics) {
  const auto invalid = base::find_invalid_utf8(*file.bytes);
  if (!invalid) {
    return file.bytes;
  }
  base::Diagnostic diagnostic =
      base::make_error_at(file.path, *file.bytes, *invalid, "this byte is not UTF-8");
  diagnostic.severity = base::Severity::Warning;
  diagnostic.source_line = base::repair_utf8(diagnostic.source_line);
  diagnostic.hint = "save the file as UTF-8; until then a replacement character is shown";
  diagnostics.add(std::move(diagnostic));
  return std::make_shared<const std::string>(base::repair_utf8(*file.bytes));
}

}  // namespace

std::shared_ptr<const PageSource> parse_page_source(const SourceFile& file, const Config& config,
                                                    base::Diagnostics& diagnostics) {
  LOOM_CHECK(file.bytes != nullptr && file.path.starts_with(config.content_prefix));
  auto source = std::make_shared<PageSource>();
  source->path = file.path;
  split_path(std::string_view(file.path).substr(config.content_prefix.size()), *source);
  split_language(config, *source);
  report_unknown_language(config, *source, diagnostics);
  source->kind = kind_of(*source, config.kind);
  source->is_bundle = source->name == "index" && !source->folder.empty();
  source->text = valid_text(file, diagnostics);
  source->front =
      parse_front_matter({file.path, *source->text, source->kind, source->language}, config, diagnostics);
  source->metadata_hash = base::hash64(std::string_view(*source->text).substr(0, source->front.body_offset));
  source->body_hash = base::hash64(source->body());
  const std::string named =
      source->is_bundle ? source->folder.substr(source->folder.rfind('/') + 1) : source->name;
  const NameDate name_date = find_name_date(named, config.timezone);
  source->name_slug =
      config.slugify.paths_keep_dates ? named : std::string(name_after_date(named, name_date.length));
  source->date = source->front.date ? source->front.date : name_date.date;
  source->updated = source->front.updated;
  const bool may_lack_title =
      config.kind == SiteKind::Bare || source->front.syntax == FrontMatterSyntax::None;
  source->takes_title_from_heading = !source->front.title && may_lack_title;
  if (config.kind == SiteKind::Bare) {
    add_folder_series(*source);
  }
  return source;
}

bool is_section_of_no_language(std::string_view name, const Config& config) {
  constexpr std::string_view kBegin = "_index.";
  if (config.kind == SiteKind::Bare || !name.starts_with(kBegin) || name == "_index.md") {
    return false;
  }
  const std::string_view code =
      name.substr(kBegin.size(), name.rfind('.') - std::min(name.rfind('.'), kBegin.size()));
  return find_language(config, code) == nullptr;
}

bool is_page_source(std::string_view path, const Config& config) {
  if (!path.starts_with(config.content_prefix) || !is_markdown_name(path.substr(path.rfind('/') + 1))) {
    return false;
  }
  const std::string_view relative = path.substr(config.content_prefix.size());
  if (is_section_of_no_language(relative.substr(relative.rfind('/') + 1), config)) {
    return false;
  }
  return std::none_of(config.ignored_content.begin(), config.ignored_content.end(),
                      [&](const std::string& pattern) { return matches_glob(pattern, relative); });
}

}  // namespace loom::site
