#include "build/css/css_bundle.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/diagnostics.h"
#include "build/css/css_imports.h"
#include "build/css/css_tokenizer.h"

namespace loom::build {
namespace {

bool has_scheme(std::string_view reference) {
  const std::size_t colon = reference.find_first_of(":/?#");
  return colon != std::string_view::npos && reference[colon] == ':';
}

bool is_remote(std::string_view reference) {
  return has_scheme(reference) || reference.starts_with("//");
}

/// "/a/../b/./c" as "/b/c"; ".." at the root stays there.
std::string normalized(std::string_view path) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : base::split(path, '/')) {
    if (part == "..") {
      if (!parts.empty()) {
        parts.pop_back();
      }
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string joined;
  for (const std::string_view part : parts) {
    joined += "/" + std::string(part);
  }
  return path.ends_with('/') || joined.empty() ? joined + "/" : joined;
}

/// The condition of `@supports`: a bare declaration needs its brackets.
std::string supports_condition(const std::string& supports) {
  const bool is_condition = supports.starts_with('(') || base::lower_ascii(supports).starts_with("not ") ||
                            base::lower_ascii(supports).starts_with("selector(");
  return is_condition ? supports : "(" + supports + ")";
}

std::string wrapped(const CssImport& import, std::string css) {
  if (import.layer) {
    css = "@layer" + (import.layer->empty() ? "" : " " + *import.layer) + "{\n" + css + "}\n";
  }
  if (!import.supports.empty()) {
    css = "@supports " + supports_condition(import.supports) + "{\n" + css + "}\n";
  }
  return import.media.empty() ? css : "@media " + import.media + "{\n" + css + "}\n";
}

bool is_conditional(const CssImport& import) {
  return import.layer.has_value() || !import.supports.empty() || !import.media.empty();
}

std::string without_query(std::string_view url) {
  return std::string(url.substr(0, url.find_first_of("?#")));
}

class Bundler {
 public:
  explicit Bundler(const CssBundleInput& input) : input_(input) {}

  std::variant<CssBundle, CssBundleError> run(const std::vector<CssSource>& entries) {
    std::string css;
    for (const CssSource& entry : entries) {
      css += add_sheet(entry);
    }
    if (error_) {
      return std::move(*error_);
    }
    return CssBundle{remote_imports_ + css, std::move(warnings_)};
  }

 private:
  std::string add_sheet(const CssSource& source) {
    bytes_ += source.text->size();
    if (++file_count_ > kBundleFilesMax || bytes_ > kBundleBytesMax) {
      fail(source, 0,
           fmt::format("a bundle can have {} style sheets with {} MiB together", kBundleFilesMax,
                       kBundleBytesMax >> 20),
           "import each style sheet once");
      return {};
    }
    open_.push_back(&source);
    const CssHead head = parse_css_head(*source.text);
    std::string css;
    for (const CssHead::Item& item : head.items) {
      css += item.statement.empty() ? add_import(source, item.import) : item.statement + "\n";
    }
    css += with_moved_addresses(source, std::string_view(*source.text).substr(head.body_offset));
    open_.pop_back();
    has_rules_ = has_rules_ || !css.empty();
    return css.empty() || css.ends_with('\n') ? css : css + "\n";
  }

  std::string add_import(const CssSource& source, const CssImport& import) {
    if (error_ || import.address.empty()) {
      return {};
    }
    if (is_remote(import.address)) {
      add_remote(source, import);
      return {};
    }
    const auto relative = resolve_relative_url(source.url, import.address);
    const std::string url = without_query(relative ? *relative : normalized(import.address));
    if (is_open(url)) {
      fail(source, import.offset, fmt::format("`{}` imports itself in the end", import.address),
           "break the circle: " + circle(url));
      return {};
    }
    const std::optional<CssSource> imported = input_.load(url);
    if (!imported) {
      fail(source, import.offset, fmt::format("there is no style sheet `{}` to import", import.address),
           "it was looked up as " + url.substr(1) + " in static/ and among the compiled style sheets");
      return {};
    }
    conditional_depth_ += is_conditional(import) ? 1 : 0;
    std::string css = add_sheet(*imported);
    conditional_depth_ -= is_conditional(import) ? 1 : 0;
    return wrapped(import, std::move(css));
  }

  /// An import must stand before all rules, so those of other servers go to the front.
  void add_remote(const CssSource& source, const CssImport& import) {
    if (conditional_depth_ > 0) {
      fail(source, import.offset,
           fmt::format("`{}` of another server is imported under conditions of a file around it",
                       import.address),
           "import it from the outermost style sheet");
      return;
    }
    if (has_rules_) {
      warnings_.push_back(place_of(source, import.offset) + "the import of `" + import.address +
                          "` is moved before rules that stood before it");
    }
    std::string statement = "@import " + css_string(import.address);
    if (import.layer) {
      statement += import.layer->empty() ? " layer" : " layer(" + *import.layer + ")";
    }
    statement += import.supports.empty() ? "" : " supports(" + import.supports + ")";
    statement += import.media.empty() ? "" : " " + import.media;
    remote_imports_ += statement + ";\n";
  }

  /// The text with relative addresses as paths from the root, because the bundle stands elsewhere, and with
  /// everything closed that it leaves open, because more follows.
  std::string with_moved_addresses(const CssSource& source, std::string_view css) const {
    std::string out;
    out.reserve(css.size());
    std::vector<Bracket> open;
    for (const CssToken& token : tokenize_css(css)) {
      if (token.is_mark('}') && open.empty()) {
        continue;
      }
      const bool is_address =
          token.kind == CssTokenKind::Url ||
          (token.kind == CssTokenKind::String && !open.empty() && open.back().holds_addresses);
      out += is_address ? moved(source, token) : std::string(token.raw) + missing_end(token);
      count_bracket(open, token);
    }
    for (auto bracket = open.rbegin(); bracket != open.rend(); ++bracket) {
      out += bracket->close;
    }
    return out;
  }

  struct Bracket {
    char close = ')';
    /// Strings in it are addresses.
    bool holds_addresses = false;
  };

  static void count_bracket(std::vector<Bracket>& open, const CssToken& token) {
    if (token.kind == CssTokenKind::Function) {
      open.push_back({')', is_css_name(token, "url") || is_css_name(token, "src") ||
                               is_css_name(token, "image-set") || is_css_name(token, "-webkit-image-set")});
    } else if (token.is_mark('(') || token.is_mark('[') || token.is_mark('{')) {
      open.push_back({token.is_mark('(') ? ')' : token.is_mark('[') ? ']' : '}', false});
    } else if (!open.empty() && token.is_mark(open.back().close)) {
      open.pop_back();
    }
  }

  /// What a comment, string or address lacks that the end of the text cut off.
  static std::string missing_end(const CssToken& token) {
    if (token.kind == CssTokenKind::Comment) {
      return token.raw.size() >= 4 && token.raw.ends_with("*/") ? "" : "*/";
    }
    const bool is_open_string =
        token.kind == CssTokenKind::String && (token.raw.size() < 2 || token.raw.back() != token.raw.front());
    return is_open_string ? std::string(1, token.raw.front()) : "";
  }

  std::string moved(const CssSource& source, const CssToken& token) const {
    const auto path = resolve_relative_url(source.url, css_value(token));
    if (!path) {
      return std::string(token.raw);
    }
    const std::string address = css_string(input_.mount_path + path->substr(1));
    return token.kind == CssTokenKind::Url ? "url(" + address + ")" : address;
  }

  bool is_open(std::string_view url) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const CssSource* source) { return source->url == url; });
  }

  std::string circle(std::string_view url) const {
    std::string names;
    for (const CssSource* source : open_) {
      if (!names.empty() || source->url == url) {
        names += source->label + " imports ";
      }
    }
    const auto first =
        std::find_if(open_.begin(), open_.end(), [&](const CssSource* source) { return source->url == url; });
    return names + (*first)->label;
  }

  static std::string place_of(const CssSource& source, std::size_t offset) {
    const base::LinePosition position = base::find_line_position(*source.text, offset);
    return fmt::format("{}:{}:{}: ", source.label, position.line, position.column);
  }

  void fail(const CssSource& source, std::size_t offset, const std::string& message, std::string hint) {
    if (!error_) {
      error_ = CssBundleError{place_of(source, offset) + message, std::move(hint)};
    }
  }

  const CssBundleInput& input_;
  /// From an entry to the style sheet that is being added.
  std::vector<const CssSource*> open_;
  std::string remote_imports_;
  std::vector<std::string> warnings_;
  std::optional<CssBundleError> error_;
  std::size_t file_count_ = 0;
  std::size_t bytes_ = 0;
  /// Imports with conditions among the open ones.
  std::size_t conditional_depth_ = 0;
  bool has_rules_ = false;
};

}  // namespace

std::optional<std::string> resolve_relative_url(std::string_view url, std::string_view reference) {
  if (reference.empty() || reference[0] == '/' || reference[0] == '#' || is_remote(reference)) {
    return std::nullopt;
  }
  const std::size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
  const std::string folder(url.substr(0, url.rfind('/') + 1));
  return normalized(folder + std::string(reference.substr(0, path_end))) +
         std::string(reference.substr(path_end));
}

std::variant<CssBundle, CssBundleError> bundle_css(const std::vector<CssSource>& entries,
                                                   const CssBundleInput& input) {
  return Bundler(input).run(entries);
}

}  // namespace loom::build
