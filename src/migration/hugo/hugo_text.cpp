// Tested by tests/migration/hugo/hugo_site_test.cpp.
#include "migration/hugo/hugo_text.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/escape.h"
#include "migration/hugo/hugo_scanner.h"
#include "migration/limits.h"
#include "migration/shortcode_text.h"

namespace loom::migration {

namespace {

std::string argument(const HugoToken& token, std::string_view name, std::size_t index) {
  for (const auto& [key, value] : token.arguments) {
    if (key == name) {
      return value;
    }
  }
  return index < token.arguments.size() && token.arguments[index].first.empty()
             ? token.arguments[index].second
             : "";
}

class Converter {
 public:
  Converter(std::string_view text, HugoHost& host) : tokens_(scan_hugo(text)), host_(host) {}

  std::string convert() {
    std::string out;
    convert_range(0, tokens_.size(), out);
    return out;
  }

 private:
  void convert_range(std::size_t begin, std::size_t end, std::string& out) {
    if (++depth_ > kTagDepthMax) {
      host_.leave(tokens_[begin].line, "shortcodes lie too deep within each other", "");
      --depth_;
      return;
    }
    for (std::size_t at = begin; at < end;) {
      const HugoToken& token = tokens_[at];
      if (token.kind == HugoKind::Text) {
        out += escape_shortcodes(with_moved_links(token.text));
        ++at;
      } else if (token.kind == HugoKind::Closing) {
        host_.leave(token.line, "`" + token.name + "` ends here without a beginning", "");
        ++at;
      } else {
        const std::size_t close = token.is_closed ? at : find_end(at, end);
        convert_shortcode(at, close, out);
        at = close + 1;
      }
    }
    --depth_;
  }

  /// Hugo writes addresses in lower case, and so do the names of the new files: links between files that name
  /// one as it was get Loom's form.
  std::string with_moved_links(std::string_view text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t open = std::min(text.find("](", at), text.size());
      const std::size_t begin = std::min(open + 2, text.size());
      const std::size_t end = std::min(text.find_first_of(")# \n", begin), text.size());
      const std::string_view target = text.substr(begin, end - begin);
      const bool is_moved = target.ends_with(".md") && target.find(':') == std::string_view::npos &&
                            base::lower_ascii(target) != target;
      const auto page = is_moved ? host_.find_page(target) : std::nullopt;
      out += text.substr(at, begin - at);
      out += page ? "@/" + *page : std::string(target);
      at = end;
    }
    return out;
  }

  /// The end of the shortcode at `at`, or `at` itself when it has none.
  std::size_t find_end(std::size_t at, std::size_t end) const {
    std::size_t open_count = 1;
    for (std::size_t i = at + 1; i < end; ++i) {
      if (tokens_[i].name != tokens_[at].name || tokens_[i].kind == HugoKind::Text) {
        continue;
      }
      open_count += tokens_[i].kind == HugoKind::Shortcode && !tokens_[i].is_closed ? 1 : 0;
      open_count -= tokens_[i].kind == HugoKind::Closing ? 1 : 0;
      if (open_count == 0) {
        return i;
      }
    }
    return at;
  }

  void convert_shortcode(std::size_t at, std::size_t close, std::string& out) {
    const HugoToken& token = tokens_[at];
    std::string body;
    if (close > at) {
      convert_range(at + 1, close, body);
    }
    if (token.name == "ref" || token.name == "relref") {
      convert_reference(token, out);
    } else if (token.name == "highlight") {
      append_code(argument(token, "lang", 0), body, out);
    } else if (token.name == "param") {
      convert_parameter(token, out);
    } else if (token.name == "details") {
      append_details(token, body, out);
    } else if (token.name == "comment" || token.name.ends_with(".inline")) {
      leave_dropped(token);
    } else {
      append_call(token, close > at ? &body : nullptr, out);
    }
  }

  void leave_dropped(const HugoToken& token) {
    if (token.name != "comment") {
      host_.leave(token.line,
                  "the shortcode `" + token.name + "` is written inside of the page and was left out",
                  "make a template of it in templates/shortcodes/");
    }
  }

  void convert_reference(const HugoToken& token, std::string& out) {
    const std::string written = argument(token, "path", 0);
    const std::size_t hash = std::min(written.find('#'), written.size());
    const std::string fragment = written.substr(hash);
    const auto page = hash == 0 ? std::nullopt : host_.find_page(written.substr(0, hash));
    if (page) {
      out += (out.ends_with("](") ? "@/" + *page : "/" + page->substr(0, page->rfind('.')) + "/") + fragment;
    } else if (hash == 0) {
      out += fragment;
    } else {
      host_.leave(token.line, "there is no page `" + written + "`", "");
      out += written;
    }
  }

  static void append_code(const std::string& language, std::string_view body, std::string& out) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : body) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(std::max<std::size_t>(3, longest + 1), '`');
    out += (out.empty() || out.ends_with('\n') ? "" : "\n") + fence + language + "\n";
    out += body.starts_with('\n') ? body.substr(1) : body;
    out += (out.ends_with('\n') ? "" : "\n") + fence + "\n";
  }

  void convert_parameter(const HugoToken& token, std::string& out) {
    const std::string name = argument(token, "name", 0);
    const auto value = host_.find_parameter(name);
    if (!value) {
      host_.leave(token.line, "there is no parameter `" + name + "`", "");
    }
    out += value.value_or("");
  }

  static void append_details(const HugoToken& token, std::string_view body, std::string& out) {
    const std::string summary = argument(token, "summary", 0);
    const bool is_open = argument(token, "open", 1) == "true";
    out += std::string(is_open ? "<details open>" : "<details>") + "<summary>" +
           (summary.empty() ? "Details" : base::html_escaped(summary)) + "</summary>\n\n";
    out += std::string(base::trim(body)) + "\n\n</details>\n";
  }

  void append_call(const HugoToken& token, const std::string* body, std::string& out) {
    const std::string name = host_.use_shortcode(token.name, token.line);
    ShortcodeArguments arguments;
    for (std::size_t i = 0; i < token.arguments.size(); ++i) {
      const auto& [key, value] = token.arguments[i];
      arguments.emplace_back(key.empty() ? "arg" + std::to_string(i) : key, value);
    }
    if (body == nullptr) {
      out += inline_shortcode(name, arguments);
    } else {
      out += opening_shortcode(name, arguments) + *body + std::string(kClosingShortcode);
    }
  }

  std::vector<HugoToken> tokens_;
  HugoHost& host_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string convert_hugo_text(std::string_view text, HugoHost& host) {
  return Converter(text, host).convert();
}

}  // namespace loom::migration
