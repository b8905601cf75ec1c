// Regular expressions that cannot hang: the syntax of Rust's `regex` crate as themes use it, run in time
// linear in the text. Understood are literals, `.`, classes with ranges and negation, \d \w \s \D \W \S \b
// \B, ^ $, groups (plain,
// `(?:`, `(?P<name>`), `|`, `* + ? {m,n}` and their lazy forms, and the flags `(?i) (?s) (?m)` at the start.
// A compiled pattern is immutable: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace loom::templating {

class Pattern {
 public:
  struct Group {
    std::size_t offset = 0;
    std::size_t length = 0;
    bool matched = false;
  };
  struct Match {
    /// The whole match first, then the groups from left to right.
    std::vector<Group> groups;
  };

  /// The pattern, or why it is none. At most kPatternStatesMax states.
  static std::variant<Pattern, std::string> parse(std::string_view text);

  /// The leftmost match that starts at `from` or behind; of several there, the one that the pattern prefers.
  /// Requires: text is UTF-8.
  std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
  bool matches(std::string_view text) const { return find(text).has_value(); }

  /// Names of the groups in their order, "" for those without.
  const std::vector<std::string>& group_names() const { return group_names_; }

 private:
  friend class PatternParser;
  friend class PatternRun;

  enum class StepKind : std::uint8_t {
    Characters,
    Any,
    Split,
    Jump,
    Save,
    Begin,
    End,
    WordEdge,
    NoWordEdge,
    Done
  };
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  struct Characters {
    std::vector<Range> ranges;
    bool negated = false;
  };
  struct Step {
    StepKind kind;
    /// Split: the preferred next step. Jump: the next step. Save: the place. Characters: the set.
    std::uint32_t first = 0;
    /// Split: the other next step.
    std::uint32_t second = 0;
  };

  std::vector<Step> steps_;
  std::vector<Characters> sets_;
  std::vector<std::string> group_names_;
  bool ignore_case_ = false;
  bool dot_matches_newline_ = false;
  bool lines_ = false;
};

}  // namespace loom::templating
