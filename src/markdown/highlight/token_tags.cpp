#include "markdown/highlight/token_tags.h"

#include <cstddef>
#include <utility>

namespace loom::markdown::highlight {
namespace {

struct TokenScope {
  std::string_view classes;
  Role role;
};

/// By token. The words are TextMate's, which themes for other highlighters style.
constexpr std::array<TokenScope, kTokenCount> kScopes{{
    {"", Role::Plain},
    {"z-comment z-line", Role::Comment},
    {"z-comment z-block", Role::Comment},
    {"z-comment z-line", Role::Comment},
    {"z-keyword z-control z-preprocessor", Role::Keyword},
    {"z-string z-quoted z-include", Role::String},
    {"z-keyword z-control", Role::Keyword},
    {"z-constant z-language", Role::Constant},
    {"z-storage z-type", Role::Keyword},
    {"z-keyword z-control z-import", Role::Keyword},
    {"z-storage z-type", Role::Type},
    {"z-entity z-other z-attribute-name", Role::Variable},
    {"z-support z-function", Role::Function},
    {"z-variable z-language", Role::Variable},
    {"z-entity z-name z-type z-class", Role::Type},
    {"z-entity z-name z-function z-decorator", Role::Function},
    {"z-support z-class z-exception", Role::Type},
    {"z-entity z-name z-function", Role::Function},
    {"z-constant z-character z-entity", Role::Constant},
    {"z-entity z-name z-label", Role::Function},
    {"z-entity z-name z-namespace", Role::Type},
    {"z-constant z-other", Role::Constant},
    {"z-entity z-name z-tag", Role::Tag},
    {"z-variable z-other", Role::Variable},
    {"z-variable z-other z-member", Role::Variable},
    {"z-string z-quoted", Role::String},
    {"z-string z-quoted z-single", Role::String},
    {"z-string z-quoted z-double", Role::String},
    {"z-string z-quoted z-template", Role::String},
    {"z-string z-quoted z-single", Role::String},
    {"z-constant z-character z-escape", Role::Constant},
    {"z-string z-unquoted z-heredoc", Role::String},
    {"z-punctuation z-section z-interpolation", Role::Plain},
    {"z-string z-regexp", Role::String},
    {"z-constant z-other z-symbol", Role::Constant},
    {"z-constant z-numeric z-integer", Role::Constant},
    {"z-constant z-numeric z-float", Role::Constant},
    {"z-constant z-numeric z-hex", Role::Constant},
    {"z-constant z-numeric z-binary", Role::Constant},
    {"z-constant z-numeric z-octal", Role::Constant},
    {"z-keyword z-operator", Role::Plain},
    {"z-keyword z-operator z-word", Role::Keyword},
    {"z-punctuation", Role::Plain},
    {"z-markup z-deleted", Role::Deleted},
    {"z-markup z-inserted", Role::Inserted},
    {"z-markup z-heading", Role::Function},
    {"z-meta z-diff z-range", Role::Function},
    {"z-punctuation z-prompt", Role::Comment},
    {"z-meta z-output", Role::Plain},
    {"z-markup z-bold", Role::Plain},
    {"z-markup z-italic", Role::Plain},
}};

/// Selectors for roles, the most general ones first: what a theme's own style sheet would say.
struct RoleRule {
  std::string_view selectors;
  Role role;
};

constexpr std::array<RoleRule, 13> kRoleRules{{
    {".z-comment,.z-punctuation.z-prompt", Role::Comment},
    {".z-keyword,.z-storage", Role::Keyword},
    {".z-keyword.z-operator", Role::Plain},
    {".z-keyword.z-operator.z-word", Role::Keyword},
    {".z-string", Role::String},
    {".z-constant", Role::Constant},
    {".z-support.z-function,.z-entity.z-name.z-function,.z-entity.z-name.z-label", Role::Function},
    {".z-entity.z-name.z-type,.z-entity.z-name.z-namespace,.z-support.z-class", Role::Type},
    {".z-entity.z-name.z-tag", Role::Tag},
    {".z-variable,.z-entity.z-other.z-attribute-name", Role::Variable},
    {".z-markup.z-inserted", Role::Inserted},
    {".z-markup.z-deleted", Role::Deleted},
    {".z-markup.z-heading,.z-meta.z-diff.z-range", Role::Function},
}};

template <typename Attribute>
TokenTags make_tags(Attribute attribute_of) {
  TokenTags tags;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string attribute = attribute_of(i);
    tags[i] = attribute.empty() ? "" : "<span " + attribute + ">";
  }
  return tags;
}

std::string class_attribute(std::string_view classes) {
  return classes.empty() ? "" : "class=\"" + std::string(classes) + "\"";
}

std::string color_value(const Palette& palette, const Palette* dark, Role role) {
  const std::string color(palette.color(role));
  return dark == nullptr ? color : "light-dark(" + color + ", " + std::string(dark->color(role)) + ")";
}

std::string style_attribute(const Palette& palette, const Palette* dark, Token token) {
  const Role role = kScopes[static_cast<std::size_t>(token)].role;
  std::string style;
  if (role != Role::Plain) {
    style = "color: " + color_value(palette, dark, role) + ";";
  } else if (token == Token::Strong) {
    style = "font-weight: bold;";
  } else if (token == Token::Emphasis) {
    style = "font-style: italic;";
  }
  return style.empty() ? "" : "style=\"" + style + "\"";
}

}  // namespace

const TokenTags& pygments_tags() {
  static const TokenTags kTags =
      make_tags([](std::size_t token) { return class_attribute(kClassNames[token]); });
  return kTags;
}

const TokenTags& scope_tags() {
  static const TokenTags kTags =
      make_tags([](std::size_t token) { return class_attribute(kScopes[token].classes); });
  return kTags;
}

const TokenTags& color_tags(const Palette& palette, const Palette* dark) {
  thread_local std::pair<const Palette*, const Palette*> made_of;
  thread_local TokenTags tags;
  // A site has one pair of themes for all of its blocks.
  if (made_of != std::pair<const Palette*, const Palette*>(&palette, dark)) {
    made_of = {&palette, dark};
    tags = make_tags(
        [&](std::size_t token) { return style_attribute(palette, dark, static_cast<Token>(token)); });
  }
  return tags;
}

std::string scope_style_sheet(const Palette& palette) {
  std::string css = ".z-code{color:" + std::string(palette.color(Role::Plain)) +
                    ";background-color:" + std::string(palette.background) + "}\n";
  css.append(".z-hl,.z-code mark{color:inherit;background-color:").append(palette.marked_background) += "}\n";
  css.append(".giallo-ln{color:").append(palette.line_number) += "}\n";
  for (const RoleRule& rule : kRoleRules) {
    css.append(rule.selectors).append("{color:").append(palette.color(rule.role)) += "}\n";
  }
  css += ".z-markup.z-bold{font-weight:bold}\n.z-markup.z-italic{font-style:italic}\n";
  return css;
}

}  // namespace loom::markdown::highlight
