#include "site/yaml_data.h"

#include <charconv>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>
#include <yaml.h>

#include "base/ascii.h"
#include "site/data_builder.h"
#include "site/limits.h"

namespace loom::site {

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text == word) {
      return true;
    }
  }
  return false;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0o")) {
    base = text[1] == 'x' ? 16 : 8;
    text.remove_prefix(2);
  } else if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  const bool is_number = !text.empty() && (base == 10 || text.front() != '-');
  return is_number && error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                               : std::nullopt;
}

std::optional<double> parse_float(std::string_view text) {
  std::string_view digits = text;
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) {
    digits.remove_prefix(1);
  }
  if (is_one_of(digits, {".inf", ".Inf", ".INF"})) {
    const double infinity = std::numeric_limits<double>::infinity();
    return is_negative ? -infinity : infinity;
  }
  if (is_one_of(text, {".nan", ".NaN", ".NAN"})) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  // from_chars would also take "inf" and "nan", which YAML reads as words.
  if (digits.empty() || !(base::is_digit(digits.front()) || digits.front() == '.')) {
    return std::nullopt;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return is_negative ? -value : value;
}

/// YAML 1.2.2 §10.3.2 (core schema), and dates.
base::Data resolve_plain(std::string_view text, std::chrono::minutes default_offset) {
  if (text.empty() || is_one_of(text, {"~", "null", "Null", "NULL"})) {
    return {};
  }
  if (is_one_of(text, {"true", "True", "TRUE"})) {
    return true;
  }
  if (is_one_of(text, {"false", "False", "FALSE"})) {
    return false;
  }
  if (const auto integer = parse_integer(text)) {
    return *integer;
  }
  if (const auto number = parse_float(text)) {
    return *number;
  }
  if (const auto date = base::parse_date_time(text, default_offset)) {
    return *date;
  }
  return std::string(text);
}

/// Owns one libyaml event.
class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }
  yaml_event_t* get() { return &event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

class YamlReader {
 public:
  YamlReader(const DataText& input, base::Diagnostics& diagnostics)
      : input_(input), diagnostics_(diagnostics), builder_(true) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(input.text.data()),
                                 input.text.size());
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;
  ~YamlReader() { yaml_parser_delete(&parser_); }

  std::optional<LocatedData> read() {
    for (;;) {
      Event event;
      if (yaml_parser_parse(&parser_, event.get()) == 0) {
        fail(place_of(parser_.problem_mark), parser_.problem == nullptr ? "invalid YAML" : parser_.problem);
        return std::nullopt;
      }
      if (event->type == YAML_STREAM_END_EVENT || event->type == YAML_DOCUMENT_END_EVENT) {
        return builder_.take();
      }
      if (!on_event(event)) {
        return std::nullopt;
      }
    }
  }

 private:
  struct Anchor {
    base::Data data;
    DataExtent extent;
  };

  bool on_event(const Event& event) {
    switch (event->type) {
      case YAML_SCALAR_EVENT:
        return on_scalar(event);
      case YAML_ALIAS_EVENT:
        return on_alias(event);
      case YAML_SEQUENCE_START_EVENT:
        return on_start(event, event->data.sequence_start.anchor, false);
      case YAML_MAPPING_START_EVENT:
        return on_start(event, event->data.mapping_start.anchor, true);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return on_end();
      default:
        return true;
    }
  }

  bool on_scalar(const Event& event) {
    const auto& scalar = event->data.scalar;
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const DataPlace place = place_of(event->start_mark);
    if (builder_.expects_key()) {
      if (builder_.has_key_before(text)) {
        return fail(place, "the key `" + std::string(text) + "` stands here a second time");
      }
      builder_.add_key(std::string(text), place);
      return true;
    }
    const bool is_string = scalar.style != YAML_PLAIN_SCALAR_STYLE || is_string_tag(scalar.tag);
    base::Data value = is_string ? base::Data(std::string(text)) : resolve_plain(text, input_.default_offset);
    remember(scalar.anchor, value);
    builder_.add_value(std::move(value), place);
    return true;
  }

  bool on_alias(const Event& event) {
    const DataPlace place = place_of(event->start_mark);
    const std::string name(reinterpret_cast<const char*>(event->data.alias.anchor));
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) {
      return fail(place, "no value before this one is marked `&" + name + "`");
    }
    if (builder_.expects_key()) {
      return fail(place, "an alias cannot be a key");
    }
    value_count_ += found->second.extent.value_count;
    if (value_count_ > kYamlValueCountMax || builder_.depth() + found->second.extent.depth > kDataDepthMax) {
      return fail(place, "the aliases of this file expand to more than " +
                             std::to_string(kYamlValueCountMax) + " values or nest too deeply");
    }
    builder_.add_value(found->second.data, place);
    return true;
  }

  bool on_start(const Event& event, const yaml_char_t* anchor, bool is_table) {
    const DataPlace place = place_of(event->start_mark);
    if (builder_.expects_key()) {
      return fail(place, "a key must be a single word or text");
    }
    if (!(is_table ? builder_.begin_table(place) : builder_.begin_array(place))) {
      return fail(place, "values are nested more than " + std::to_string(kDataDepthMax) + " deep");
    }
    open_anchors_.emplace_back(anchor == nullptr ? "" : reinterpret_cast<const char*>(anchor));
    return true;
  }

  bool on_end() {
    const base::Data& value = builder_.end();
    const std::string anchor = std::move(open_anchors_.back());
    open_anchors_.pop_back();
    if (!anchor.empty()) {
      anchors_.insert_or_assign(anchor, Anchor{value, measure_data(value)});
    }
    return true;
  }

  void remember(const yaml_char_t* anchor, const base::Data& value) {
    if (anchor != nullptr) {
      anchors_.insert_or_assign(reinterpret_cast<const char*>(anchor), Anchor{value, DataExtent{}});
    }
  }

  static bool is_string_tag(const yaml_char_t* tag) {
    return tag != nullptr && std::string_view(reinterpret_cast<const char*>(tag)).ends_with("str");
  }

  DataPlace place_of(const yaml_mark_t& mark) const {
    return {input_.first_line + static_cast<std::uint32_t>(mark.line),
            static_cast<std::uint32_t>(mark.column) + 1};
  }

  bool fail(DataPlace place, std::string message) {
    base::Diagnostic diagnostic = make_error_in(input_, place, "YAML: " + std::move(message));
    if (diagnostic.source_line.find(": ") != std::string::npos ||
        diagnostic.source_line.find('\t') != std::string::npos) {
      diagnostic.hint =
          "a text that holds `: `, `#` or quotes must stand in quotes; indent with spaces, not tabs";
    }
    diagnostics_.add(std::move(diagnostic));
    return false;
  }

  const DataText& input_;
  base::Diagnostics& diagnostics_;
  DataBuilder builder_;
  yaml_parser_t parser_{};
  std::map<std::string, Anchor> anchors_;
  std::vector<std::string> open_anchors_;
  std::size_t value_count_ = 0;
};

}  // namespace

std::optional<LocatedData> parse_yaml(const DataText& input, base::Diagnostics& diagnostics) {
  return YamlReader(input, diagnostics).read();
}

}  // namespace loom::site
