#include "migration/jekyll/liquid_template.h"

#include "base/ascii.h"
#include "base/escape.h"
#include "migration/jekyll/liquid_scanner.h"
#include "migration/shortcode_text.h"

namespace loom::migration {

namespace {

constexpr std::string_view kParameters = "include.";

/// "include.a-b" -> "a_b"; nothing for other variables.
std::optional<std::string> parameter_name(std::string_view expression) {
  expression = base::trim(expression);
  const bool is_parameter = expression.starts_with(kParameters) &&
                            expression.find_first_of(".[ |", kParameters.size()) == std::string_view::npos;
  return is_parameter ? std::optional(shortcode_name(expression.substr(kParameters.size()))) : std::nullopt;
}

/// A text between quotes of a template, which knows no escapes.
std::optional<std::string> template_literal(std::string_view expression) {
  const auto text = literal_text(expression);
  if (!text || text->find('"') != std::string::npos) {
    return std::nullopt;
  }
  return "\"" + *text + "\"";
}

/// `{{ x | default(value="") | safe }}`: Liquid prints nothing for what is not given, and escapes nothing.
std::optional<std::string> convert_output(std::string_view expression, const LiquidScope& scope) {
  const std::size_t bar = expression.find('|');
  const auto name = parameter_name(expression.substr(0, bar));
  if (!name) {
    const auto value = evaluate_liquid(expression, scope);
    return value ? liquid_text(*value) : std::nullopt;
  }
  std::string fallback = "\"\"";
  std::string last = " | safe";
  if (bar != std::string_view::npos) {
    const std::string_view filter = base::trim(expression.substr(bar + 1));
    const auto literal = filter.starts_with("default:") ? template_literal(filter.substr(8)) : std::nullopt;
    if (literal) {
      fallback = *literal;
    } else if (filter == "escape" || filter == "xml_escape") {
      last = "";
    } else if (filter == "markdownify") {
      last = " | markdown | safe";
    } else {
      return std::nullopt;
    }
  }
  return "{{ " + *name + " | default(value=" + fallback + ")" + last + " }}";
}

std::optional<std::string> convert_comparison(std::string_view text) {
  for (const std::string_view operation : {"==", "!="}) {
    const std::size_t at = text.find(operation);
    if (at == std::string_view::npos) {
      continue;
    }
    const auto name = parameter_name(text.substr(0, at));
    const auto literal = template_literal(text.substr(at + 2));
    if (!name || !literal) {
      return std::nullopt;
    }
    const std::string comparison = *name + " " + std::string(operation) + " " + *literal;
    return operation == "==" ? "(" + *name + " is defined and " + comparison + ")"
                             : "(" + *name + " is undefined or " + comparison + ")";
  }
  return parameter_name(text);
}

std::optional<std::string> convert_condition(std::string_view text) {
  for (const std::string_view word : {" or ", " and "}) {
    if (const std::size_t at = text.find(word); at != std::string_view::npos) {
      const auto left = convert_condition(text.substr(0, at));
      const auto right = convert_condition(text.substr(at + word.size()));
      return left && right ? std::optional(*left + std::string(word) + *right) : std::nullopt;
    }
  }
  return convert_comparison(text);
}

std::optional<std::string> convert_tag(const LiquidToken& token) {
  const std::string_view name = token.name();
  if (name == "else" || name == "endif") {
    return "{% " + std::string(name) + " %}";
  }
  if (name == "endunless") {
    return "{% endif %}";
  }
  const auto condition = convert_condition(token.rest());
  if (!condition) {
    return std::nullopt;
  }
  if (name == "if" || name == "elsif") {
    return "{% " + std::string(name == "if" ? "if " : "elif ") + *condition + " %}";
  }
  return name == "unless" ? std::optional("{% if not (" + *condition + ") %}") : std::nullopt;
}

/// Text that a template would take for a comment.
std::string escaped_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool opens_comment = text.substr(i).starts_with("{#");
    out += opens_comment ? "{{ \"{#\" | safe }}" : std::string(1, text[i]);
    i += opens_comment ? 1 : 0;
  }
  return out;
}

std::optional<std::string> convert_token(const LiquidToken& token, const LiquidScope& scope) {
  switch (token.kind) {
    case LiquidKind::Text:
      return escaped_text(token.text);
    case LiquidKind::Raw:
      return "{% raw %}" + std::string(token.text) + "{% endraw %}";
    case LiquidKind::Output:
      return convert_output(token.text, scope);
    case LiquidKind::Tag:
      return convert_tag(token);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> convert_liquid_template(std::string_view text, const LiquidScope& scope) {
  std::string out;
  for (const LiquidToken& token : scan_liquid(text)) {
    const auto converted = convert_token(token, scope);
    if (!converted) {
      return std::nullopt;
    }
    out += *converted;
  }
  return out;
}

}  // namespace loom::migration
