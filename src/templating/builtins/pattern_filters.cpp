// regex_replace.
#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/builtins/pattern.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

/// What stands for each match: text, and groups as `$1`, `$name`, `${1}` or `${name}`; `$$` is a dollar sign.
/// As in Rust's `regex` crate, a name is as long as it can be, and one that the pattern lacks is nothing.
class Replacement {
 public:
  Replacement(std::string_view text, const Pattern& pattern) : text_(text), pattern_(pattern) {}

  void append_to(std::string& result, std::string_view subject, const Pattern::Match& match) const {
    std::size_t at = 0;
    for (std::size_t dollar = text_.find('$'); dollar != std::string_view::npos;
         dollar = text_.find('$', at)) {
      result += text_.substr(at, dollar - at);
      at = dollar + 1;
      const std::string_view rest = text_.substr(at);
      const bool is_braced = rest.starts_with('{') && rest.find('}') != std::string_view::npos;
      const std::string_view name = is_braced ? rest.substr(1, rest.find('}') - 1) : leading_name(rest);
      if (is_braced || !name.empty()) {
        append_group(result, subject, match, name);
        at += name.size() + (is_braced ? 2 : 0);
      } else {
        result += '$';
        at += rest.starts_with('$') ? 1 : 0;
      }
    }
    result += text_.substr(at);
  }

 private:
  static std::string_view leading_name(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (base::is_alnum(text[end]) || text[end] == '_')) {
      ++end;
    }
    return text.substr(0, end);
  }

  void append_group(std::string& result, std::string_view subject, const Pattern::Match& match,
                    std::string_view name) const {
    const std::vector<std::string>& names = pattern_.group_names();
    const auto number = base::parse_unsigned(name);
    for (std::size_t i = 0; i < match.groups.size(); ++i) {
      const bool is_meant = number ? *number == i : !name.empty() && i < names.size() && names[i] == name;
      if (is_meant && match.groups[i].matched) {
        result += subject.substr(match.groups[i].offset, match.groups[i].length);
      }
    }
  }

  std::string_view text_;
  const Pattern& pattern_;
};

/// Nothing when the result would be too long.
std::optional<std::string> replace_all(std::string_view text, const Pattern& pattern,
                                       const Replacement& replacement) {
  std::string result;
  std::size_t copied = 0;
  bool has_matched = false;
  for (std::size_t at = 0; at <= text.size();) {
    const auto match = pattern.find(text, at);
    if (!match) {
      break;
    }
    const Pattern::Group& whole = match->groups.front();
    const std::size_t end = whole.offset + whole.length;
    // An empty match right behind another one is none.
    if (whole.length != 0 || !has_matched || whole.offset != copied) {
      result += text.substr(copied, whole.offset - copied);
      replacement.append_to(result, text, *match);
      copied = end;
      has_matched = true;
    }
    if (result.size() > kStringBytesMax) {
      return std::nullopt;
    }
    at = whole.length != 0 ? end : end + std::max<std::size_t>(1, base::prefix_bytes(text.substr(end), 1));
  }
  return result.append(text.substr(copied));
}

CallResult regex_replace(std::string_view text, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string written = reader.text("pattern");
  const std::string with = reader.text("rep");
  if (reader.error()) {
    return *reader.error();
  }
  const auto parsed = Pattern::parse(written);
  if (const std::string* error = std::get_if<std::string>(&parsed)) {
    return CallError{"the regular expression \"" + written + "\" is wrong: " + *error};
  }
  const Pattern& pattern = *std::get_if<Pattern>(&parsed);
  auto result = replace_all(text, pattern, Replacement(with, pattern));
  return result ? CallResult(Value::string(*std::move(result)))
                : CallResult(CallError{"the result would be too long"});
}

}  // namespace

void add_pattern_filters(Environment& environment) {
  environment.add_filter({.name = "regex_replace", .parameters = {"pattern", "rep"}},
                         text_filter(regex_replace));
}

}  // namespace loom::templating
