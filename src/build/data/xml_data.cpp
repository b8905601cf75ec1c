#include "build/data/xml_data.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/ascii.h"
#include "site/limits.h"

namespace loom::build {
namespace {

using base::Data;

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

bool is_namespace_declaration(std::string_view name) {
  return name == "xmlns" || name.starts_with("xmlns:");
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  // A sign that Rust takes and from_chars does not.
  if (text.starts_with('+') && !text.starts_with("+-")) {
    text.remove_prefix(1);
  }
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_all = error == std::errc() && end == text.data() + text.size();
  return is_all ? std::optional(number) : std::nullopt;
}

Data scalar_of(std::string_view text) {
  text = base::trim(text);
  if (const auto integer = text.starts_with('-') ? std::nullopt : parse_number<std::int64_t>(text)) {
    return *integer;
  }
  const bool has_leading_zero = text.starts_with('0') && !text.starts_with("0.");
  if (const auto number = parse_number<double>(text); number && std::isfinite(*number)) {
    return has_leading_zero ? Data(std::string(text)) : Data(*number);
  }
  if (text == "true" || text == "false") {
    return text == "true";
  }
  return std::string(text);
}

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// The text that an element begins with; "" when something else comes first.
std::string leading_text(const pugi::xml_node& element) {
  std::string text;
  for (pugi::xml_node node = element.first_child(); node && is_text(node); node = node.next_sibling()) {
    text += node.value();
  }
  return text;
}

/// Adds a value; where the name is taken already, both become a list.
void add_named(Data& table, std::string_view name, Data value) {
  if (table.find(name) == nullptr) {
    table.set(name, std::move(value));
    return;
  }
  for (auto& [key, present] : *table.as_table()) {
    if (key != name) {
      continue;
    }
    if (present.as_array() == nullptr) {
      present = Data::Array{std::move(present)};
    }
    present.as_array()->push_back(std::move(value));
    return;
  }
}

class Converter {
 public:
  bool is_too_deep() const { return is_too_deep_; }
  std::ptrdiff_t deep_offset() const { return deep_offset_; }

  Data convert(const pugi::xml_node& element, std::size_t depth) {
    if (depth > site::kDataDepthMax) {
      is_too_deep_ = true;
      deep_offset_ = element.offset_debug();
      return {};
    }
    Data table;
    for (const pugi::xml_attribute& attribute : element.attributes()) {
      if (!is_namespace_declaration(attribute.name())) {
        table.set("@" + std::string(local_name(attribute.name())), scalar_of(attribute.value()));
      }
    }
    const std::string text = leading_text(element);
    if (!base::trim(text).empty()) {
      if (table.is_null()) {
        return scalar_of(text);
      }
      table.set("#text", scalar_of(text));
      return table;
    }
    for (const pugi::xml_node& child : element.children()) {
      if (child.type() == pugi::node_element && !is_too_deep_) {
        add_named(table, local_name(child.name()), convert(child, depth + 1));
      }
    }
    return table;
  }

 private:
  bool is_too_deep_ = false;
  std::ptrdiff_t deep_offset_ = 0;
};

std::optional<Data> failed(const site::DataText& input, std::ptrdiff_t offset, std::string message,
                           base::Diagnostics& diagnostics) {
  diagnostics.add(base::make_error_at(input.file, input.text,
                                      static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)),
                                      std::move(message)));
  return std::nullopt;
}

}  // namespace

std::optional<Data> parse_xml(const site::DataText& input, base::Diagnostics& diagnostics) {
  pugi::xml_document document;
  const auto result =
      document.load_buffer(input.text.data(), input.text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    return failed(input, result.offset, std::string("this is no XML: ") + result.description(), diagnostics);
  }
  const pugi::xml_node root = document.document_element();
  if (!root) {
    return failed(input, 0, "this is no XML: it has no element", diagnostics);
  }
  Converter converter;
  Data data;
  data.set(local_name(root.name()), converter.convert(root, 1));
  if (converter.is_too_deep()) {
    return failed(
        input, converter.deep_offset(),
        fmt::format("elements lie inside one another too deeply: at most {} levels", site::kDataDepthMax),
        diagnostics);
  }
  return data;
}

}  // namespace loom::build
