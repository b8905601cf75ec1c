#include "templating/builtins/pattern_parser.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

constexpr std::size_t kGroupDepthMax = 50;
constexpr std::size_t kRepetitionsMax = 1000;
constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

}  // namespace

bool PatternParser::fail(std::string message) {
  if (error_.empty()) {
    error_ = std::move(message);
  }
  return false;
}

bool PatternParser::accept(char c) {
  if (peek() != c || at_end()) {
    return false;
  }
  ++at_;
  return true;
}

std::uint32_t PatternParser::next_code_point() {
  std::size_t length = 0;
  const std::uint32_t code_point = base::decode_utf8(text_, at_, length);
  at_ += length;
  return code_point;
}

bool PatternParser::parse(Pattern& out) {
  out_ = &out;
  out.group_names_.emplace_back();
  Steps body;
  if (!parse_flags() || !parse_alternatives(body)) {
    return false;
  }
  if (!at_end()) {
    return fail("a `)` without `(`");
  }
  out.steps_.push_back({StepKind::Save, 0});
  for (Pattern::Step step : body) {
    const auto position = static_cast<std::uint32_t>(out.steps_.size());
    if (step.kind == StepKind::Split || step.kind == StepKind::Jump) {
      step.first += position;
      step.second += position;
    }
    out.steps_.push_back(step);
  }
  out.steps_.push_back({StepKind::Save, 1});
  out.steps_.push_back({StepKind::Done});
  return true;
}

bool PatternParser::parse_flags() {
  while (text_.substr(at_, 2) == "(?" && at_ + 2 < text_.size() && base::is_alpha(text_[at_ + 2]) &&
         text_[at_ + 2] != 'P') {
    at_ += 2;
    while (!accept(')')) {
      const char flag = peek();
      if (flag != 'i' && flag != 's' && flag != 'm' && flag != 'u') {
        return fail("only the flags i, s and m are known, written `(?i)` at the start");
      }
      out_->ignore_case_ = out_->ignore_case_ || flag == 'i';
      out_->dot_matches_newline_ = out_->dot_matches_newline_ || flag == 's';
      out_->lines_ = out_->lines_ || flag == 'm';
      ++at_;
    }
  }
  return true;
}

bool PatternParser::parse_alternatives(Steps& out) {
  if (++depth_ > kGroupDepthMax) {
    return fail("its groups are nested too deeply");
  }
  if (!parse_sequence(out)) {
    return false;
  }
  while (accept('|')) {
    Steps other;
    if (!parse_sequence(other)) {
      return false;
    }
    Steps joined;
    joined.push_back({StepKind::Split, 1, static_cast<std::uint32_t>(out.size() + 2)});
    append(joined, out);
    joined.push_back({StepKind::Jump, static_cast<std::uint32_t>(other.size() + 1)});
    append(joined, other);
    out = std::move(joined);
    if (out.size() > kPatternStatesMax) {
      return fail("it is too large");
    }
  }
  --depth_;
  return true;
}

bool PatternParser::parse_sequence(Steps& out) {
  while (!at_end() && peek() != '|' && peek() != ')') {
    if (!parse_repeated(out)) {
      return false;
    }
    if (out.size() > kPatternStatesMax) {
      return fail("it is too large");
    }
  }
  return true;
}

bool PatternParser::parse_repeated(Steps& out) {
  Steps atom;
  if (!parse_atom(atom)) {
    return false;
  }
  while (true) {
    Count count;
    bool found = false;
    if (!parse_count(count, found)) {
      return false;
    }
    if (!found) {
      append(out, atom);
      return true;
    }
    Steps repeated;
    if (!repeat(atom, count, repeated)) {
      return false;
    }
    atom = std::move(repeated);
  }
}

bool PatternParser::parse_count(Count& out, bool& found) {
  found = true;
  if (accept('*')) {
    out = {.endless = true};
  } else if (accept('+')) {
    out = {.least = 1, .endless = true};
  } else if (accept('?')) {
    out = {.most = 1};
  } else if (accept('{')) {
    if (!parse_braces(out)) {
      return false;
    }
  } else {
    found = false;
    return true;
  }
  out.lazy = accept('?');
  return true;
}

bool PatternParser::parse_braces(Count& out) {
  const std::size_t end = text_.find('}', at_);
  const std::string_view inside = text_.substr(at_, end == std::string_view::npos ? 0 : end - at_);
  const auto parts = base::split(inside, ',');
  const auto least = base::parse_unsigned(parts.front());
  const auto most = parts.size() > 1 ? base::parse_unsigned(parts[1]) : least;
  out.endless = parts.size() == 2 && parts[1].empty();
  if (!least || parts.size() > 2 || (!most && !out.endless) || *least > kRepetitionsMax ||
      (most && (*most > kRepetitionsMax || *most < *least))) {
    return fail("`{` must be followed by a repetition like `{2,5}`; a literal one is written `\\{`");
  }
  out.least = static_cast<std::size_t>(*least);
  out.most = out.endless ? 0 : static_cast<std::size_t>(*most);
  at_ = end + 1;
  return true;
}

bool PatternParser::repeat(const Steps& atom, const Count& count, Steps& out) {
  const auto size = static_cast<std::uint32_t>(atom.size());
  const std::size_t copies = std::max(count.least, count.most) + 1;
  if ((atom.size() + 2) * copies > kPatternStatesMax) {
    return fail("it is too large");
  }
  const auto add_split = [&](std::uint32_t into, std::uint32_t past) {
    out.push_back({StepKind::Split, count.lazy ? past : into, count.lazy ? into : past});
  };
  for (std::size_t i = 0; i < count.least; ++i) {
    append(out, atom);
  }
  if (count.endless) {
    add_split(1, size + 2);
    append(out, atom);
    // Back to the split: targets are relative and wrap around.
    out.push_back({StepKind::Jump, 0U - (size + 1)});
    return true;
  }
  for (std::size_t i = count.least; i < count.most; ++i) {
    const auto rest = static_cast<std::uint32_t>(count.most - i);
    add_split(1, rest * (size + 1));
    append(out, atom);
  }
  return true;
}

bool PatternParser::parse_atom(Steps& out) {
  switch (peek()) {
    case '(':
      return parse_group(out);
    case '[':
      return parse_set(out);
    case '\\':
      return parse_escape(out);
    case '*':
    case '+':
    case '?':
    case '{':
      return fail("`" + std::string(1, peek()) + "` has nothing before it to repeat");
    case '.':
      ++at_;
      out.push_back({StepKind::Any});
      return true;
    case '^':
      ++at_;
      out.push_back({StepKind::Begin});
      return true;
    case '$':
      ++at_;
      out.push_back({StepKind::End});
      return true;
    default:
      add_literal(next_code_point(), out);
      return true;
  }
}

bool PatternParser::parse_group(Steps& out) {
  ++at_;
  bool counted = true;
  std::string name;
  if (accept('?')) {
    if (accept(':')) {
      counted = false;
    } else if (text_.substr(at_, 2) == "P<" || peek() == '<') {
      at_ += peek() == 'P' ? 2 : 1;
      const std::size_t end = text_.find('>', at_);
      if (end == std::string_view::npos) {
        return fail("the name of a group has no `>`");
      }
      name = text_.substr(at_, end - at_);
      at_ = end + 1;
    } else {
      return fail("this kind of group is not known: look-around is not possible");
    }
  }
  const auto index = static_cast<std::uint32_t>(out_->group_names_.size());
  if (counted) {
    out_->group_names_.push_back(std::move(name));
    out.push_back({StepKind::Save, index * 2});
  }
  Steps inside;
  if (!parse_alternatives(inside)) {
    return false;
  }
  if (!accept(')')) {
    return fail("a `(` without `)`");
  }
  append(out, inside);
  if (counted) {
    out.push_back({StepKind::Save, index * 2 + 1});
  }
  return true;
}

void PatternParser::add_set(Characters set, Steps& out) {
  out.push_back({StepKind::Characters, static_cast<std::uint32_t>(out_->sets_.size())});
  out_->sets_.push_back(std::move(set));
}

void PatternParser::add_literal(std::uint32_t code_point, Steps& out) {
  add_set({.ranges = {{code_point, code_point}}}, out);
}

bool PatternParser::add_class(char letter, Characters& out) const {
  switch (letter) {
    case 'd':
      out.ranges.push_back({'0', '9'});
      return true;
    case 's':
      out.ranges.insert(out.ranges.end(),
                        {{'\t', '\r'}, {' ', ' '}, {0x85, 0x85}, {0xA0, 0xA0}, {0x2000, 0x200A}});
      return true;
    case 'w':
      // Letters outside of ASCII are taken by their blocks.
      out.ranges.insert(out.ranges.end(), {{'0', '9'},
                                           {'A', 'Z'},
                                           {'_', '_'},
                                           {'a', 'z'},
                                           {0xAA, 0xAA},
                                           {0xB5, 0xB5},
                                           {0xBA, 0xBA},
                                           {0xC0, 0xD6},
                                           {0xD8, 0xF6},
                                           {0xF8, 0x1FFF},
                                           {0x2C00, 0x2DFF},
                                           {0x3005, 0x3007},
                                           {0x3021, 0xD7FF},
                                           {0xF900, 0xFDFF},
                                           {0x10000, 0x1EFFF},
                                           {0x20000, 0x3FFFF}});
      return true;
    default:
      return false;
  }
}

bool PatternParser::parse_escape(Steps& out) {
  ++at_;
  if (at_end()) {
    return fail("it ends with `\\`");
  }
  const char c = text_[at_];
  if (c == 'b' || c == 'B') {
    ++at_;
    out.push_back({c == 'b' ? StepKind::WordEdge : StepKind::NoWordEdge});
    return true;
  }
  Characters set;
  if (base::is_alpha(c) && add_class(base::to_lower(c), set)) {
    ++at_;
    set.negated = c != base::to_lower(c);
    add_set(std::move(set), out);
    return true;
  }
  if (c == 'n' || c == 't' || c == 'r') {
    ++at_;
    add_literal(c == 'n' ? '\n' : c == 't' ? '\t' : '\r', out);
    return true;
  }
  if (base::is_alnum(c)) {
    return fail("`\\" + std::string(1, c) + "` is not known");
  }
  add_literal(next_code_point(), out);
  return true;
}

bool PatternParser::parse_set(Steps& out) {
  ++at_;
  Characters set;
  set.negated = accept('^');
  bool first = true;
  while (first || peek() != ']') {
    if (at_end()) {
      return fail("a `[` without `]`");
    }
    if (!parse_set_item(set)) {
      return false;
    }
    first = false;
  }
  ++at_;
  add_set(std::move(set), out);
  return true;
}

bool PatternParser::parse_set_item(Characters& out) {
  const auto read_one = [this]() -> std::uint32_t {
    if (accept('\\') && !at_end()) {
      const std::uint32_t escaped = next_code_point();
      return escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
    }
    return at_end() ? 0 : next_code_point();
  };
  if (peek() == '\\' && at_ + 1 < text_.size() && add_class(text_[at_ + 1], out)) {
    at_ += 2;
    return true;
  }
  const std::uint32_t from = read_one();
  std::uint32_t to = from;
  if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
    ++at_;
    to = read_one();
  }
  if (to < from || to > kLastCodePoint) {
    return fail("a range in `[ ]` runs backwards");
  }
  out.ranges.push_back({from, to});
  return true;
}

}  // namespace loom::templating
