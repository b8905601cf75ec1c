// An author's mistakes, collected over a whole run: each names file, line and column, shows the line, and
// says how to mend it. Not thread-safe: each worker fills its own and merges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom::base {

enum class Severity : std::uint8_t { Error, Warning };

struct Diagnostic {
  Severity severity = Severity::Error;
  /// Path below the site root, "" when the mistake has no file.
  std::string file;
  /// 1-based; 0 when unknown. The column counts characters, not bytes.
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  /// Characters to underline from the column on; at least 1 is drawn.
  std::uint32_t length = 1;
  std::string message;
  /// The source line without its line end; "" when unknown.
  std::string source_line;
  /// How to mend it, or the nearest name ("did you mean `title`?"); may be empty.
  std::string hint;
  /// How the place was reached, innermost first: "included from templates/page.html:12", "while rendering
  /// content/a.md".
  std::vector<std::string> trail;
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  void add_all(const Diagnostics& other);

  const std::vector<Diagnostic>& items() const { return items_; }
  bool empty() const { return items_.empty(); }
  std::size_t error_count() const;
  std::size_t warning_count() const { return items_.size() - error_count(); }
  bool has_errors() const { return error_count() != 0; }

  /// Orders by file, line, column and message, and drops exact repetitions.
  void sort();
  /// Turns every warning into an error (`--strict`).
  void promote_warnings();

 private:
  std::vector<Diagnostic> items_;
};

/// The 1-based line, the 1-based column in characters and the text of the line that holds byte `offset` of
/// `text`. An offset beyond the end counts as the end. `line` views into `text`.
struct LinePosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string_view text;
};
LinePosition find_line_position(std::string_view text, std::size_t offset);

/// An error at byte `offset` of `text`, the content of `file`, with line, column and source line filled in.
Diagnostic make_error_at(std::string_view file, std::string_view text, std::size_t offset,
                         std::string message);

}  // namespace loom::base
