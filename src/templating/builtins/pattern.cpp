#include "templating/builtins/pattern.h"

#include <algorithm>

#include "base/utf8.h"
#include "templating/builtins/pattern_parser.h"

namespace loom::templating {

namespace {

constexpr std::size_t kUnset = static_cast<std::size_t>(-1);
// What stands before the text and behind it.
constexpr std::uint32_t kNoCharacter = 0xFFFFFFFF;

std::uint32_t lower_of(std::uint32_t code_point) {
  return code_point >= 'A' && code_point <= 'Z' ? code_point + ('a' - 'A') : code_point;
}

std::uint32_t upper_of(std::uint32_t code_point) {
  return code_point >= 'a' && code_point <= 'z' ? code_point - ('a' - 'A') : code_point;
}

bool is_word(std::uint32_t code_point) {
  return code_point != kNoCharacter && (code_point == '_' || base::is_unicode_letter_or_digit(code_point));
}

}  // namespace

/// One search: all ways through the steps at once, in the order of preference (Pike's method).
class PatternRun {
 public:
  PatternRun(const Pattern& pattern, std::string_view text) : pattern_(pattern), text_(text) {}

  std::optional<Pattern::Match> run(std::size_t from) {
    std::vector<Thread> now;
    std::vector<Thread> next;
    std::optional<Places> best;
    std::uint32_t before = character_before(from);
    for (std::size_t at = from;;) {
      std::size_t length = 0;
      const std::uint32_t current = at < text_.size() ? base::decode_utf8(text_, at, length) : kNoCharacter;
      context_ = {at, before, current};
      if (!best) {
        seen_.assign(pattern_.steps_.size(), false);
        for (const Thread& thread : now) {
          seen_[thread.step] = true;
        }
        add(now, 0, Places(pattern_.group_names_.size() * 2, kUnset));
      }
      const std::size_t after = at + length;
      step(now, current, best);
      if (at >= text_.size()) {
        break;
      }
      context_ = {after, current,
                  after < text_.size() ? base::decode_utf8(text_, after, length) : kNoCharacter};
      seen_.assign(pattern_.steps_.size(), false);
      next.clear();
      for (Thread& thread : advancing_) {
        add(next, thread.step, std::move(thread.places));
      }
      now.swap(next);
      if (now.empty() && best) {
        break;
      }
      before = current;
      at = after;
    }
    return best ? std::optional(to_match(*best)) : std::nullopt;
  }

 private:
  using Places = std::vector<std::size_t>;
  struct Thread {
    std::uint32_t step;
    Places places;
  };
  struct Context {
    std::size_t at = 0;
    std::uint32_t before = kNoCharacter;
    std::uint32_t current = kNoCharacter;
  };

  std::uint32_t character_before(std::size_t offset) const {
    if (offset == 0) {
      return kNoCharacter;
    }
    std::size_t start = offset - 1;
    while (start > 0 && (static_cast<unsigned char>(text_[start]) & 0xC0) == 0x80) {
      --start;
    }
    std::size_t length = 0;
    return base::decode_utf8(text_, start, length);
  }

  /// Follows the steps that take no character. An own stack, since patterns may be long.
  void add(std::vector<Thread>& threads, std::uint32_t first, Places places) {
    stack_.clear();
    stack_.push_back({first, std::move(places)});
    while (!stack_.empty()) {
      Thread thread = std::move(stack_.back());
      stack_.pop_back();
      if (seen_[thread.step]) {
        continue;
      }
      seen_[thread.step] = true;
      const Pattern::Step& step = pattern_.steps_[thread.step];
      switch (step.kind) {
        case Pattern::StepKind::Jump:
          stack_.push_back({step.first, std::move(thread.places)});
          break;
        case Pattern::StepKind::Split:
          stack_.push_back({step.second, thread.places});
          stack_.push_back({step.first, std::move(thread.places)});
          break;
        case Pattern::StepKind::Save:
          thread.places[step.first] = context_.at;
          stack_.push_back({thread.step + 1, std::move(thread.places)});
          break;
        case Pattern::StepKind::Begin:
        case Pattern::StepKind::End:
        case Pattern::StepKind::WordEdge:
        case Pattern::StepKind::NoWordEdge:
          if (holds(step.kind)) {
            stack_.push_back({thread.step + 1, std::move(thread.places)});
          }
          break;
        default:
          threads.push_back(std::move(thread));
      }
    }
  }

  bool holds(Pattern::StepKind kind) const {
    const bool edge = is_word(context_.before) != is_word(context_.current);
    switch (kind) {
      case Pattern::StepKind::Begin:
        return context_.before == kNoCharacter || (pattern_.lines_ && context_.before == '\n');
      case Pattern::StepKind::End:
        return context_.current == kNoCharacter || (pattern_.lines_ && context_.current == '\n');
      case Pattern::StepKind::WordEdge:
        return edge;
      default:
        return !edge;
    }
  }

  /// Fills `advancing_` with the threads that take `current`; a finished thread beats all behind it.
  void step(std::vector<Thread>& threads, std::uint32_t current, std::optional<Places>& best) {
    advancing_.clear();
    for (Thread& thread : threads) {
      const Pattern::Step& at = pattern_.steps_[thread.step];
      if (at.kind == Pattern::StepKind::Done) {
        best = std::move(thread.places);
        return;
      }
      if (current != kNoCharacter && takes(at, current)) {
        advancing_.push_back({thread.step + 1, std::move(thread.places)});
      }
    }
  }

  bool takes(const Pattern::Step& step, std::uint32_t current) const {
    if (step.kind == Pattern::StepKind::Any) {
      return current != '\n' || pattern_.dot_matches_newline_;
    }
    const Pattern::Characters& set = pattern_.sets_[step.first];
    const auto holds_character = [&set](std::uint32_t code_point) {
      return std::any_of(set.ranges.begin(), set.ranges.end(), [code_point](const Pattern::Range& range) {
        return code_point >= range.first && code_point <= range.last;
      });
    };
    const bool inside =
        holds_character(current) ||
        (pattern_.ignore_case_ && (holds_character(lower_of(current)) || holds_character(upper_of(current))));
    return inside != set.negated;
  }

  static Pattern::Match to_match(const Places& places) {
    Pattern::Match match;
    for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
      const bool matched = places[i] != kUnset && places[i + 1] != kUnset;
      match.groups.push_back({matched ? places[i] : 0, matched ? places[i + 1] - places[i] : 0, matched});
    }
    return match;
  }

  const Pattern& pattern_;
  std::string_view text_;
  Context context_;
  std::vector<bool> seen_;
  std::vector<Thread> stack_;
  std::vector<Thread> advancing_;
};

std::variant<Pattern, std::string> Pattern::parse(std::string_view text) {
  Pattern pattern;
  PatternParser parser(text);
  if (!parser.parse(pattern)) {
    return parser.error();
  }
  return pattern;
}

std::optional<Pattern::Match> Pattern::find(std::string_view text, std::size_t from) const {
  return PatternRun(*this, text).run(from);
}

}  // namespace loom::templating
