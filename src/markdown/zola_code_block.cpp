#include "markdown/zola_code_block.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/escape.h"
#include "markdown/highlight/highlight.h"
#include "markdown/highlight/palette.h"

namespace loom::markdown {
namespace {

using highlight::Palette;
using highlight::Role;

constexpr std::string_view kPlainLanguage = "plain";

/// Aliases of languages and the names that stand in the HTML for them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kLanguageNames{{
    {"js", "javascript"},     {"mjs", "javascript"},
    {"cjs", "javascript"},    {"ts", "typescript"},
    {"py", "python"},         {"rs", "rust"},
    {"rb", "ruby"},           {"md", "markdown"},
    {"yml", "yaml"},          {"sh", "shellscript"},
    {"bash", "shellscript"},  {"shell", "shellscript"},
    {"zsh", "shellscript"},   {"console", "shellsession"},
    {"c++", "cpp"},           {"c#", "csharp"},
    {"cs", "csharp"},         {"f#", "fsharp"},
    {"hs", "haskell"},        {"kt", "kotlin"},
    {"objc", "objective-c"},  {"makefile", "make"},
    {"dockerfile", "docker"}, {"txt", "plain"},
    {"text", "plain"},        {"ps1", "powershell"},
    {"tf", "terraform"},      {"vim", "viml"},
    {"protobuf", "proto"},    {"gql", "graphql"},
    {"properties", "ini"},    {"jl", "julia"},
    {"ex", "elixir"},         {"clj", "clojure"},
}};

std::string_view canonical_language(std::string_view language) {
  const auto found = std::find_if(kLanguageNames.begin(), kLanguageNames.end(),
                                  [language](const auto& name) { return name.first == language; });
  return found == kLanguageNames.end() ? language : found->second;
}

/// Colours of the block itself, where they stand in style attributes.
struct InlineColors {
  const Palette* light = nullptr;
  /// Null when there is one theme only.
  const Palette* dark = nullptr;

  std::string choose(std::string_view of_light, std::string_view of_dark) const {
    return dark == nullptr ? std::string(of_light)
                           : "light-dark(" + std::string(of_light) + ", " + std::string(of_dark) + ")";
  }
  std::string foreground() const {
    return choose(light->color(Role::Plain), dark == nullptr ? "" : dark->color(Role::Plain));
  }
  std::string background() const {
    return choose(light->background, dark == nullptr ? "" : dark->background);
  }
  std::string marked_background() const {
    return choose(light->marked_background, dark == nullptr ? "" : dark->marked_background);
  }
  std::string line_number() const {
    return choose(light->line_number, dark == nullptr ? "" : dark->line_number);
  }
};

InlineColors inline_colors(const CodeStyle& style) {
  return {&highlight::find_palette(style.theme),
          style.dark_theme.empty() ? nullptr : &highlight::find_palette(style.dark_theme)};
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_text(out, value);
  out += '"';
}

/// `Some key` is data-some-key.
void append_data(std::string& out, const FenceInfo& info) {
  for (const auto& [key, value] : info.data) {
    std::string name = base::to_lower_unicode(key);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !base::is_alnum(c) && c != '-'; }, '-');
    append_attribute(out, "data-" + name, value);
  }
}

class BlockWriter {
 public:
  BlockWriter(std::string& out, const FenceInfo& info, std::string_view code, const CodeStyle& style)
      : out_(out), info_(info), code_(code), style_(style) {
    if (style.highlight && style.inline_colors) {
      colors_ = inline_colors(style);
    }
  }

  void write_giallo() {
    if (!style_.highlight) {
      return write_unlit_giallo();
    }
    const std::string_view language = canonical_language(info_.language);
    open_giallo_pre();
    append_attribute(out_, "data-lang", language.empty() ? kPlainLanguage : language);
    append_data(out_, info_);
    out_ += '>';
    bool is_first = true;
    for_each_line([&](std::uint32_t index, std::string_view html) {
      out_ += is_first ? "" : "\n";
      is_first = false;
      write_giallo_line(index, html.ends_with('\n') ? html.substr(0, html.size() - 1) : html);
    });
    out_ += "</code></pre>\n";
  }

  void write_syntect() {
    open_syntect_pre();
    if (!info_.needs_lines()) {
      append_code(out_);
    } else {
      out_ += info_.line_numbers ? "<table><tbody>" : "";
      for_each_line([&](std::uint32_t index, std::string_view html) { write_syntect_line(index, html); });
      out_ += info_.line_numbers ? "</tbody></table>" : "";
    }
    out_ += "</code></pre>\n";
  }

 private:
  bool is_inline() const { return colors_.light != nullptr; }

  void append_code(std::string& out) const {
    if (!style_.highlight || info_.language.empty()) {
      append_text(out, code_);
    } else if (is_inline()) {
      append_highlighted(out, info_.language, code_, highlight::color_tags(*colors_.light, colors_.dark));
    } else {
      append_highlighted(out, info_.language, code_, highlight::scope_tags());
    }
  }

  /// Calls `write` with the number and the HTML of each line that is not hidden.
  template <typename Write>
  void for_each_line(Write write) const {
    std::string html;
    append_code(html);
    std::string_view rest = html;
    for (std::uint32_t index = 1; !rest.empty(); ++index) {
      const std::size_t length = std::min(rest.find('\n'), rest.size() - 1) + 1;
      if (!contains_line(info_.hidden, index)) {
        write(index, rest.substr(0, length));
      }
      rest.remove_prefix(length);
    }
  }

  std::string number_of(std::uint32_t index) const {
    return std::to_string(std::uint64_t{info_.first_line_number} + index - 1);
  }

  void write_unlit_giallo() {
    out_ += "<pre><code";
    if (!info_.language.empty()) {
      append_attribute(out_, "data-lang", info_.language);
    }
    out_ += '>';
    append_text(out_, code_);
    out_ += "</code></pre>\n";
  }

  void open_giallo_pre() {
    if (!is_inline()) {
      out_ += "<pre class=\"giallo z-code\"><code";
      return;
    }
    out_ += "<pre class=\"giallo\" style=\"";
    out_ += colors_.dark == nullptr ? "" : "color-scheme: light dark; ";
    out_ += "color: " + colors_.foreground() + "; background-color: " + colors_.background() + ";\"><code";
  }

  void write_giallo_line(std::uint32_t index, std::string_view html) {
    out_ += "<span class=\"giallo-l";
    const bool is_marked = contains_line(info_.highlighted, index);
    if (is_marked && is_inline()) {
      out_ += "\" style=\"background-color: " + colors_.marked_background() + ";";
    } else if (is_marked) {
      out_ += " z-hl";
    }
    out_ += "\">";
    if (info_.line_numbers) {
      out_ += "<span aria-hidden=\"true\" class=\"giallo-ln\"";
      out_ += is_inline() ? " style=\"color: " + colors_.line_number() + ";\">" : ">";
      out_ += number_of(index) + "</span>";
    }
    out_.append(html).append("</span>");
  }

  void open_syntect_pre() {
    const std::string& language = info_.language;
    const bool has_classes = style_.highlight && !is_inline();
    out_ += info_.line_numbers ? "<pre data-linenos" : "<pre";
    out_ += info_.copy ? " data-copy" : "";
    append_language(language);
    if (is_inline()) {
      out_ += " style=\"background-color:" + colors_.background() + ";color:" + colors_.foreground() + ";\"";
    }
    if (!language.empty() || has_classes) {
      append_attribute(
          out_, "class",
          (language.empty() ? "" : "language-" + language + " ") + (has_classes ? "z-code" : ""));
    }
    out_ += "><code";
    if (!language.empty()) {
      append_attribute(out_, "class", "language-" + language);
    }
    append_language(language);
    out_ += '>';
  }

  void append_language(std::string_view language) {
    if (!language.empty()) {
      append_attribute(out_, "data-lang", language);
    }
    append_data(out_, info_);
  }

  void write_syntect_line(std::uint32_t index, std::string_view html) {
    const bool is_marked = contains_line(info_.highlighted, index);
    if (info_.line_numbers) {
      out_ += "<tr><td>";
      write_marked(number_of(index), is_marked);
      out_ += "</td><td>";
    }
    write_marked(html, is_marked);
    out_ += info_.line_numbers ? "</td></tr>" : "";
  }

  void write_marked(std::string_view html, bool is_marked) {
    if (!is_marked) {
      out_ += html;
      return;
    }
    out_ += is_inline() ? "<mark style=\"background-color:" + colors_.marked_background() + ";\">" : "<mark>";
    out_.append(html).append("</mark>");
  }

  std::string& out_;
  const FenceInfo& info_;
  std::string_view code_;
  const CodeStyle& style_;
  InlineColors colors_;
};

}  // namespace

void append_zola_code_block(std::string& out, const FenceInfo& info, std::string_view code,
                            const CodeStyle& style) {
  BlockWriter writer(out, info, code, style);
  if (style.markup == CodeMarkup::Giallo) {
    writer.write_giallo();
  } else {
    writer.write_syntect();
  }
}

}  // namespace loom::markdown
