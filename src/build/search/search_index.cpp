#include "build/search/search_index.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/escape.h"
#include "base/utf8.h"
#include "build/search/search_text.h"

namespace loom::build {
namespace {

struct Field {
  std::string_view name;
  std::string text;
};

std::vector<Field> fields_of(const SearchEntry& entry, const site::SearchConfig& config) {
  std::vector<Field> fields;
  if (config.include_title) {
    fields.push_back({"title", std::string(entry.title)});
  }
  if (config.include_description) {
    fields.push_back({"description", std::string(entry.description)});
  }
  if (config.include_date) {
    fields.push_back({"date", entry.date});
  }
  if (config.include_path) {
    fields.push_back({"path", std::string(entry.path)});
  }
  if (config.include_content) {
    fields.push_back({"body", search_text(entry.html, config.truncate_content_length)});
  }
  return fields;
}

void append_member(std::string& out, std::string_view name, std::string_view json) {
  out += out.size() > 1 ? ",\"" : "\"";
  base::append_json(out, name);
  out += "\":";
  out += json;
}

std::vector<std::pair<std::string, std::uint32_t>> counted(const std::vector<std::string>& stems) {
  std::map<std::string_view, std::uint32_t> counts;
  for (const std::string& stem : stems) {
    ++counts[stem];
  }
  return {counts.begin(), counts.end()};
}

struct Posting {
  std::uint32_t entry = 0;
  std::uint32_t count = 0;
};

struct Stem {
  std::string_view text;
  std::vector<Posting> postings;
};

/// All stems of one field, ordered by text.
std::vector<Stem> collect_stems(std::span<const IndexedEntry* const> entries, std::size_t field) {
  std::vector<Stem> stems;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    for (const auto& [text, count] : entries[i]->stems[field]) {
      const auto [place, is_new] = places.try_emplace(text, stems.size());
      if (is_new) {
        stems.push_back({text, {}});
      }
      stems[place->second].postings.push_back({i, count});
    }
  }
  std::sort(stems.begin(), stems.end(), [](const Stem& a, const Stem& b) { return a.text < b.text; });
  return stems;
}

/// Writes the stems of a field as a tree with one character for each step.
class TreeWriter {
 public:
  TreeWriter(std::string& out, std::span<const IndexedEntry* const> entries) : out_(out), entries_(entries) {}

  /// The node below which all `stems` lie: they have their first `prefix_bytes` in common.
  void write(std::span<const Stem> stems, std::size_t prefix_bytes) {
    const bool ends_here = !stems.empty() && stems.front().text.size() == prefix_bytes;
    out_ += "{\"docs\":{";
    if (ends_here) {
      write_postings(stems.front().postings);
    }
    fmt::format_to(std::back_inserter(out_), "}},\"df\":{}",
                   ends_here ? stems.front().postings.size() : std::size_t{0});
    stems = stems.subspan(ends_here ? 1 : 0);
    while (!stems.empty()) {
      const std::string_view step = character_at(stems.front().text, prefix_bytes);
      const auto end = std::find_if(stems.begin(), stems.end(), [&](const Stem& stem) {
        return !stem.text.substr(prefix_bytes).starts_with(step);
      });
      const auto count = static_cast<std::size_t>(end - stems.begin());
      out_ += ",\"";
      base::append_json(out_, step);
      out_ += "\":";
      write(stems.first(count), prefix_bytes + step.size());
      stems = stems.subspan(count);
    }
    out_ += '}';
  }

 private:
  static std::string_view character_at(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    base::decode_utf8(text, at, length);
    return text.substr(at, length);
  }

  void write_postings(const std::vector<Posting>& postings) {
    bool is_first = true;
    for (const Posting& posting : postings) {
      out_ += is_first ? "" : ",";
      is_first = false;
      out_ += entries_[posting.entry]->reference;
      if (posting.count == 1) {
        out_ += ":{\"tf\":1.0}";
      } else {
        fmt::format_to(std::back_inserter(out_), ":{{\"tf\":{}}}", std::sqrt(double{1} * posting.count));
      }
    }
  }

  std::string& out_;
  std::span<const IndexedEntry* const> entries_;
};

/// `["a","b"]`
std::string json_list(const auto& texts) {
  std::string list;
  for (const auto& text : texts) {
    list += (list.empty() ? "" : ",") + base::json_quoted(text);
  }
  return "[" + list + "]";
}

std::string joined(std::span<const IndexedEntry* const> entries, std::string IndexedEntry::*member) {
  std::string members;
  for (const IndexedEntry* entry : entries) {
    members += (members.empty() ? "" : ",") + entry->reference + ":" + entry->*member;
  }
  return "{" + members + "}";
}

/// Words without a stemmer: every language can be searched for whole words.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : base::to_lower_unicode(text) + " ") {
    const bool ends = c == ' ' || c == '\n' || c == '\t' || c == '-';
    if (!ends) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

std::vector<std::string_view> search_fields(const site::SearchConfig& config) {
  std::vector<std::string_view> names;
  for (const Field& field : fields_of({}, config)) {
    names.push_back(field.name);
  }
  return names;
}

IndexedEntry index_for_elasticlunr(const SearchEntry& entry, const site::SearchConfig& config,
                                   const SearchLanguage* language) {
  IndexedEntry indexed;
  indexed.reference = base::json_quoted(entry.permalink);
  indexed.document = "{";
  indexed.lengths = "{";
  std::optional<WordPipeline> pipeline;
  if (language != nullptr) {
    pipeline.emplace(*language);
  }
  for (const Field& field : fields_of(entry, config)) {
    const std::vector<std::string> stems = !pipeline              ? plain_words(field.text)
                                           : field.name == "path" ? pipeline->path_stems(field.text)
                                                                  : pipeline->stems(field.text);
    append_member(indexed.document, field.name, base::json_quoted(field.text));
    append_member(indexed.lengths, field.name, std::to_string(stems.size()));
    indexed.stems.push_back(counted(stems));
  }
  append_member(indexed.document, "id", indexed.reference);
  indexed.document += '}';
  indexed.lengths += '}';
  return indexed;
}

IndexedEntry index_for_fuse(const SearchEntry& entry, const site::SearchConfig& config) {
  IndexedEntry indexed;
  indexed.reference = base::json_quoted(entry.permalink);
  indexed.document = "{";
  append_member(indexed.document, "url", indexed.reference);
  for (const Field& field : fields_of(entry, config)) {
    append_member(indexed.document, field.name, base::json_quoted(field.text));
  }
  indexed.document += '}';
  return indexed;
}

std::string elasticlunr_json(std::span<const IndexedEntry* const> entries, const site::SearchConfig& config,
                             const SearchLanguage* language) {
  const std::vector<std::string_view> fields = search_fields(config);
  const auto pipeline = language == nullptr ? std::vector<std::string>() : pipeline_names(*language);
  std::string out = R"({"fields":)" + json_list(fields) + R"(,"pipeline":)" + json_list(pipeline) +
                    R"(,"ref":"id","version":"0.9.5","index":{)";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    out += (i == 0 ? "" : ",") + base::json_quoted(fields[i]) + R"(:{"root":)";
    TreeWriter(out, entries).write(collect_stems(entries, i), 0);
    out += '}';
  }
  out += R"(},"documentStore":{"save":true,"docs":)" + joined(entries, &IndexedEntry::document) +
         R"(,"docInfo":)" + joined(entries, &IndexedEntry::lengths);
  out += fmt::format(R"(,"length":{}}},"lang":{}}})", entries.size(),
                     base::json_quoted(language == nullptr ? "None" : language->name));
  return out;
}

std::string fuse_json(std::span<const IndexedEntry* const> entries) {
  std::string items;
  for (const IndexedEntry* entry : entries) {
    items += (items.empty() ? "" : ",") + entry->document;
  }
  return "[" + items + "]";
}

}  // namespace loom::build
