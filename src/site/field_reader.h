// Takes typed fields out of a parsed table and reports what does not fit, at its place in the file. Internal
// to configuration and front matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data.h"
#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::site {

/// One parsed text and where its mistakes go.
struct FieldContext {
  const LocatedData& located;
  const DataText& input;
  base::Diagnostics& diagnostics;
  /// Numbers, booleans and dates do for a text (`title: 1984` in YAML).
  bool lenient_text = false;
};

/// Each read method leaves `out` as it is when the key is absent or, after an error, when its value does not
/// fit.
class FieldReader {
 public:
  /// `path` is the dotted path of `table` in the file.
  FieldReader(const FieldContext& context, const base::Data& table, std::string path = {})
      : context_(context), table_(table), path_(std::move(path)) {}

  /// The value of the key, or null. From now on the key is a known one. Here and below, `key` must live as
  /// long as this reader.
  const base::Data* find(std::string_view key);

  void read(std::string_view key, bool& out);
  void read(std::string_view key, std::string& out);
  void read(std::string_view key, std::optional<std::string>& out);
  /// A whole number from 0 on.
  void read(std::string_view key, std::size_t& out);
  void read(std::string_view key, std::optional<std::size_t>& out);
  void read(std::string_view key, std::optional<std::int64_t>& out);
  /// A list of texts; a single text is a list of one.
  void read(std::string_view key, std::vector<std::string>& out);
  /// A table of texts.
  void read(std::string_view key, std::vector<std::pair<std::string, std::string>>& out);
  /// A date, or a text that is one.
  void read(std::string_view key, std::optional<base::DateTime>& out);
  /// One of a few words.
  template <typename T>
  void read_choice(std::string_view key, T& out,
                   std::initializer_list<std::pair<std::string_view, T>> choices) {
    std::string word;
    read(key, word);
    std::string known;
    for (const auto& [name, value] : choices) {
      if (word == name) {
        out = value;
        return;
      }
      known += (known.empty() ? "`" : ", `") + std::string(name) + "`";
    }
    if (!word.empty()) {
      error(key, "`" + std::string(key) + "` is `" + word + "`", "it can be " + known);
    }
  }
  /// The table of the key as a reader of its own, nothing when it is absent or no table.
  std::optional<FieldReader> read_table(std::string_view key);
  /// The tables of an array of tables.
  std::vector<FieldReader> read_tables(std::string_view key);

  /// Reports the keys that were never asked for.
  void warn_unknown() const;
  /// The keys that were never asked for, with their values.
  base::Data::Table unknown() const;

  void error(std::string_view key, std::string message, std::string hint = {}) const;
  void warning(std::string_view key, std::string message, std::string hint = {}) const;
  const FieldContext& context() const { return context_; }
  /// The dotted path of the key in the file.
  std::string path_of(std::string_view key) const;

 private:
  void wrong_type(std::string_view key, const base::Data& value, std::string_view expected) const;
  std::optional<std::string> text_of(const base::Data& value) const;
  void report(base::Severity severity, std::string_view path, std::string message, std::string hint) const;

  FieldContext context_;
  const base::Data& table_;
  std::string path_;
  /// In the order of the questions, repeated ones included: few enough to search one by one.
  std::vector<std::string_view> known_;
};

/// RFC 3339, and the forms "2024-05-01 12:00:00 +0200" and "2024-05-01 12:00 UTC" of other engines.
std::optional<base::DateTime> parse_written_date(std::string_view text, std::chrono::minutes default_offset);

}  // namespace loom::site
