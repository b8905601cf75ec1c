#include "markdown/highlight/palette.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace loom::markdown::highlight {
namespace {

constexpr std::array<Palette, 21> kPalettes{{
    // Colours of roles: plain, comment, keyword, string, constant, function, type, tag, variable, inserted,
    // deleted.
    {"base16-ocean-dark",
     "#2b303b",
     "#343d46",
     "#65737e",
     {"#c0c5ce", "#65737e", "#b48ead", "#a3be8c", "#d08770", "#8fa1b3", "#ebcb8b", "#bf616a", "#bf616a",
      "#a3be8c", "#bf616a"}},
    {"base16-ocean-light",
     "#eff1f5",
     "#dfe1e8",
     "#a7adba",
     {"#4f5b66", "#a7adba", "#b48ead", "#a3be8c", "#d08770", "#8fa1b3", "#c99b3b", "#bf616a", "#bf616a",
      "#a3be8c", "#bf616a"}},
    {"github-light",
     "#ffffff",
     "#e0e5eb",
     "#8c959f",
     {"#24292e", "#6a737d", "#d73a49", "#032f62", "#005cc5", "#6f42c1", "#6f42c1", "#22863a", "#e36209",
      "#22863a", "#b31d28"}},
    {"github-dark",
     "#24292e",
     "#2b3036",
     "#6a737d",
     {"#e1e4e8", "#6a737d", "#f97583", "#9ecbff", "#79b8ff", "#b392f0", "#b392f0", "#85e89d", "#ffab70",
      "#85e89d", "#fdaeb7"}},
    {"dracula",
     "#282a36",
     "#44475a",
     "#6272a4",
     {"#f8f8f2", "#6272a4", "#ff79c6", "#f1fa8c", "#bd93f9", "#50fa7b", "#8be9fd", "#ff79c6", "#f8f8f2",
      "#50fa7b", "#ff5555"}},
    {"nord",
     "#2e3440",
     "#3b4252",
     "#4c566a",
     {"#d8dee9", "#616e88", "#81a1c1", "#a3be8c", "#b48ead", "#88c0d0", "#8fbcbb", "#81a1c1", "#d8dee9",
      "#a3be8c", "#bf616a"}},
    {"one-dark",
     "#282c34",
     "#2c313c",
     "#5c6370",
     {"#abb2bf", "#5c6370", "#c678dd", "#98c379", "#d19a66", "#61afef", "#e5c07b", "#e06c75", "#e06c75",
      "#98c379", "#e06c75"}},
    {"one-light",
     "#fafafa",
     "#f0f0f1",
     "#9d9d9f",
     {"#383a42", "#a0a1a7", "#a626a4", "#50a14f", "#986801", "#4078f2", "#c18401", "#e45649", "#e45649",
      "#50a14f", "#e45649"}},
    {"solarized-dark",
     "#002b36",
     "#073642",
     "#586e75",
     {"#839496", "#586e75", "#859900", "#2aa198", "#d33682", "#268bd2", "#b58900", "#268bd2", "#cb4b16",
      "#859900", "#dc322f"}},
    {"solarized-light",
     "#fdf6e3",
     "#eee8d5",
     "#93a1a1",
     {"#657b83", "#93a1a1", "#859900", "#2aa198", "#d33682", "#268bd2", "#b58900", "#268bd2", "#cb4b16",
      "#859900", "#dc322f"}},
    {"gruvbox-dark",
     "#282828",
     "#3c3836",
     "#7c6f64",
     {"#ebdbb2", "#928374", "#fb4934", "#b8bb26", "#d3869b", "#8ec07c", "#fabd2f", "#83a598", "#83a598",
      "#b8bb26", "#fb4934"}},
    {"gruvbox-light",
     "#fbf1c7",
     "#ebdbb2",
     "#a89984",
     {"#3c3836", "#928374", "#9d0006", "#79740e", "#8f3f71", "#427b58", "#b57614", "#076678", "#076678",
      "#79740e", "#9d0006"}},
    {"monokai",
     "#272822",
     "#3e3d32",
     "#90908a",
     {"#f8f8f2", "#88846f", "#f92672", "#e6db74", "#ae81ff", "#a6e22e", "#66d9ef", "#f92672", "#fd971f",
      "#a6e22e", "#f92672"}},
    {"catppuccin-latte",
     "#eff1f5",
     "#ccd0da",
     "#8c8fa1",
     {"#4c4f69", "#7c7f93", "#8839ef", "#40a02b", "#fe640b", "#1e66f5", "#df8e1d", "#1e66f5", "#d20f39",
      "#40a02b", "#d20f39"}},
    {"catppuccin-frappe",
     "#303446",
     "#414559",
     "#838ba7",
     {"#c6d0f5", "#949cbb", "#ca9ee6", "#a6d189", "#ef9f76", "#8caaee", "#e5c890", "#8caaee", "#e78284",
      "#a6d189", "#e78284"}},
    {"catppuccin-macchiato",
     "#24273a",
     "#363a4f",
     "#8087a2",
     {"#cad3f5", "#939ab7", "#c6a0f6", "#a6da95", "#f5a97f", "#8aadf4", "#eed49f", "#8aadf4", "#ed8796",
      "#a6da95", "#ed8796"}},
    {"catppuccin-mocha",
     "#1e1e2e",
     "#313244",
     "#7f849c",
     {"#cdd6f4", "#9399b2", "#cba6f7", "#a6e3a1", "#fab387", "#89b4fa", "#f9e2af", "#89b4fa", "#f38ba8",
      "#a6e3a1", "#f38ba8"}},
    {"tokyo-night",
     "#1a1b26",
     "#292e42",
     "#3b4261",
     {"#a9b1d6", "#565f89", "#bb9af7", "#9ece6a", "#ff9e64", "#7aa2f7", "#2ac3de", "#f7768e", "#c0caf5",
      "#9ece6a", "#f7768e"}},
    {"ayu-dark",
     "#0b0e14",
     "#131721",
     "#6c7380",
     {"#bfbdb6", "#6c7380", "#ff8f40", "#aad94c", "#d2a6ff", "#ffb454", "#59c2ff", "#39bae6", "#f07178",
      "#aad94c", "#f07178"}},
    {"ayu-light",
     "#f8f9fa",
     "#eaecef",
     "#8a9199",
     {"#5c6166", "#787b80", "#fa8532", "#86b300", "#a37acc", "#f2ae49", "#399ee6", "#55b4d4", "#f07171",
      "#86b300", "#f07171"}},
    {"ayu-mirage",
     "#1f2430",
     "#2b3240",
     "#707a8c",
     {"#cccac2", "#6e7c8f", "#ffad66", "#d5ff80", "#dfbfff", "#ffd173", "#73d0ff", "#5ccfe6", "#f28779",
      "#d5ff80", "#f28779"}},
}};

/// Other names of a palette, or of a theme that looks like it.
struct Family {
  std::string_view prefix;
  std::string_view palette;
};

constexpr std::array<Family, 18> kFamilies{{
    {"one-half-light", "one-light"},
    {"onehalflight", "one-light"},
    {"one-half", "one-dark"},
    {"onehalf", "one-dark"},
    {"onedark", "one-dark"},
    {"inspiredgithub", "github-light"},
    {"github-dark", "github-dark"},
    {"github", "github-light"},
    {"gruvbox-material-light", "gruvbox-light"},
    {"gruvbox", "gruvbox-dark"},
    {"solarized", "solarized-dark"},
    {"base16-ocean", "base16-ocean-dark"},
    {"ayu", "ayu-dark"},
    {"catppuccin", "catppuccin-mocha"},
    {"monokai", "monokai"},
    {"visual-studio-dark", "one-dark"},
    {"light", "github-light"},
    {"plastic", "one-dark"},
}};

constexpr std::string_view kDefault = "base16-ocean-dark";
constexpr std::string_view kLight = "github-light";
constexpr std::string_view kDark = "one-dark";

/// Parts of the names of themes for light pages.
constexpr std::array<std::string_view, 7> kLightWords{"light", "day",   "dawn", "latte",
                                                      "lotus", "white", "paper"};

const Palette* find_named(std::string_view name) {
  const auto found = std::find_if(kPalettes.begin(), kPalettes.end(),
                                  [name](const Palette& palette) { return name.starts_with(palette.name); });
  return found == kPalettes.end() ? nullptr : &*found;
}

bool is_light_name(std::string_view name) {
  return std::any_of(kLightWords.begin(), kLightWords.end(),
                     [name](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

std::string_view similar_theme(std::string_view name) {
  const auto family = std::find_if(kFamilies.begin(), kFamilies.end(), [name](const Family& candidate) {
    return name.starts_with(candidate.prefix);
  });
  if (family != kFamilies.end()) {
    return family->palette;
  }
  return is_light_name(name) ? kLight : kDark;
}

/// "Solarized (light)" is "solarized-light".
std::string plain_name(std::string_view theme) {
  std::string name;
  for (const char c : base::to_lower_unicode(theme)) {
    if (base::is_alnum(c)) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  return name;
}

}  // namespace

const Palette& find_palette(std::string_view theme) {
  const std::string name = theme.empty() ? std::string(kDefault) : plain_name(theme);
  if (const Palette* palette = find_named(name)) {
    return *palette;
  }
  return *find_named(similar_theme(name));
}

}  // namespace loom::markdown::highlight
