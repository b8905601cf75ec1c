// Tested by tests/migration/jekyll/liquid_value_test.cpp.
#include "migration/jekyll/liquid_filters.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/date_format.h"
#include "base/escape.h"
#include "base/utf8.h"

namespace loom::migration {

namespace {

using base::Data;
using Arguments = std::vector<Data>;

struct TextCall {
  std::string text;
  std::vector<std::string> arguments;
  const LiquidScope& scope;

  std::string argument(std::size_t index) const { return index < arguments.size() ? arguments[index] : ""; }
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); !from.empty() && at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string without_tags(std::string_view text) {
  std::string out;
  bool in_tag = false;
  for (const char c : text) {
    in_tag = in_tag || c == '<';
    out += in_tag ? "" : std::string(1, c);
    in_tag = in_tag && c != '>';
  }
  return out;
}

std::string site_text(const LiquidScope& scope, std::string_view key) {
  const auto site = scope.variables.find("site");
  const Data* value = site == scope.variables.end() ? nullptr : site->second.find(key);
  return value == nullptr || value->as_string() == nullptr ? "" : *value->as_string();
}

std::string relative_url(const TextCall& call) {
  const std::string base = site_text(call.scope, "baseurl");
  return base + (call.text.starts_with('/') ? "" : "/") + call.text;
}

using TextFilter = std::string (*)(const TextCall&);

constexpr auto kTextFilters = std::to_array<std::pair<std::string_view, TextFilter>>({
    {"append", [](const TextCall& call) { return call.text + call.argument(0); }},
    {"prepend", [](const TextCall& call) { return call.argument(0) + call.text; }},
    {"upcase", [](const TextCall& call) { return base::to_upper_unicode(call.text); }},
    {"downcase", [](const TextCall& call) { return base::to_lower_unicode(call.text); }},
    {"capitalize", [](const TextCall& call) { return capitalized(call.text); }},
    {"strip", [](const TextCall& call) { return std::string(base::trim(call.text)); }},
    {"strip_newlines", [](const TextCall& call) { return replaced(call.text, "\n", ""); }},
    {"strip_html", [](const TextCall& call) { return without_tags(call.text); }},
    {"escape", [](const TextCall& call) { return base::html_escaped(call.text); }},
    {"xml_escape", [](const TextCall& call) { return base::xml_escaped(call.text); }},
    {"cgi_escape", [](const TextCall& call) { return base::url_component_encoded(call.text); }},
    {"uri_escape", [](const TextCall& call) { return base::url_path_encoded(call.text); }},
    {"url_encode", [](const TextCall& call) { return base::url_component_encoded(call.text); }},
    {"slugify", [](const TextCall& call) { return base::slugify(call.text); }},
    {"replace", [](const TextCall& call) { return replaced(call.text, call.argument(0), call.argument(1)); }},
    {"remove", [](const TextCall& call) { return replaced(call.text, call.argument(0), ""); }},
    {"relative_url", relative_url},
    {"absolute_url", [](const TextCall& call) { return site_text(call.scope, "url") + relative_url(call); }},
    {"newline_to_br", [](const TextCall& call) { return replaced(call.text, "\n", "<br />\n"); }},
    // What it gives is Markdown again.
    {"markdownify", [](const TextCall& call) { return call.text; }},
    {"jsonify", [](const TextCall& call) { return base::json_quoted(call.text); }},
});

std::optional<Data> apply_text_filter(TextFilter filter, const Data& input, const Arguments& arguments,
                                      const LiquidScope& scope) {
  const auto text = liquid_text(input);
  TextCall call{text.value_or(""), {}, scope};
  for (const Data& argument : arguments) {
    call.arguments.push_back(liquid_text(argument).value_or(""));
  }
  return text ? std::optional(Data(filter(call))) : std::nullopt;
}

std::string joined(const Data::Array& array, const std::string& separator) {
  std::string text;
  for (std::size_t i = 0; i < array.size(); ++i) {
    text += (i == 0 ? "" : separator) + liquid_text(array[i]).value_or("");
  }
  return text;
}

Data::Array split_text(const std::string& text, const std::string& separator) {
  Data::Array parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(separator); !separator.empty() && at != std::string::npos;
       at = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

Data::Array sorted(Data::Array array, const std::string& key) {
  std::stable_sort(array.begin(), array.end(), [&](const Data& a, const Data& b) {
    const Data* left = key.empty() ? &a : a.find(key);
    const Data* right = key.empty() ? &b : b.find(key);
    return left != nullptr && right != nullptr &&
           liquid_text(*left).value_or("") < liquid_text(*right).value_or("");
  });
  return array;
}

std::optional<Data> apply_list_filter(std::string_view name, const Data::Array& array,
                                      const std::vector<std::string>& arguments) {
  const std::string argument = arguments.empty() ? "" : arguments[0];
  if (name == "join") {
    return Data(joined(array, arguments.empty() ? " " : argument));
  }
  if (name == "first" || name == "last") {
    return array.empty() ? Data() : name == "first" ? array.front() : array.back();
  }
  if (name == "reverse") {
    return Data(Data::Array(array.rbegin(), array.rend()));
  }
  if (name == "sort") {
    return Data(sorted(array, argument));
  }
  Data::Array picked;
  if (name == "where" && arguments.size() == 2) {
    std::copy_if(array.begin(), array.end(), std::back_inserter(picked), [&](const Data& item) {
      const Data* value = item.find(argument);
      return value != nullptr && liquid_text(*value) == arguments[1];
    });
    return Data(std::move(picked));
  }
  if (name == "map") {
    for (const Data& item : array) {
      const Data* value = item.find(argument);
      picked.push_back(value == nullptr ? Data() : *value);
    }
    return Data(std::move(picked));
  }
  return std::nullopt;
}

std::optional<Data> apply_date_filter(const Data& input, const Arguments& arguments) {
  const std::string* format = arguments.empty() ? nullptr : arguments[0].as_string();
  const std::string* text = input.as_string();
  const auto parsed = text == nullptr ? std::nullopt : base::parse_date_time(*text);
  const base::DateTime* date = input.as_date() != nullptr ? input.as_date() : parsed ? &*parsed : nullptr;
  const auto shown = date == nullptr || format == nullptr ? std::nullopt : base::format_date(*date, *format);
  return shown ? std::optional(Data(*shown)) : std::nullopt;
}

}  // namespace

std::optional<Data> apply_liquid_filter(std::string_view name, const Data& input, const Arguments& arguments,
                                        const LiquidScope& scope) {
  if (name == "default") {
    const bool is_empty = input.is_null() || input == Data("") || input == Data(false);
    return is_empty && !arguments.empty() ? arguments[0] : input;
  }
  if (name == "date") {
    return apply_date_filter(input, arguments);
  }
  if (name == "size") {
    const auto text = liquid_text(input);
    return input.as_array() != nullptr ? Data(static_cast<std::int64_t>(input.as_array()->size()))
           : text                      ? Data(static_cast<std::int64_t>(base::count_characters(*text)))
                                       : Data(0);
  }
  if (name == "split" && input.as_string() != nullptr) {
    return Data(
        split_text(*input.as_string(), arguments.empty() ? "" : liquid_text(arguments[0]).value_or("")));
  }
  if (input.as_array() != nullptr) {
    std::vector<std::string> texts;
    for (const Data& argument : arguments) {
      texts.push_back(liquid_text(argument).value_or(""));
    }
    return apply_list_filter(name, *input.as_array(), texts);
  }
  const auto found = std::find_if(kTextFilters.begin(), kTextFilters.end(),
                                  [&](const auto& filter) { return filter.first == name; });
  return found == kTextFilters.end() ? std::nullopt
                                     : apply_text_filter(found->second, input, arguments, scope);
}

}  // namespace loom::migration
