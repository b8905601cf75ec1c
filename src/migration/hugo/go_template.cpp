#include "migration/hugo/go_template.h"

#include <vector>

#include "base/ascii.h"
#include "migration/shortcode_text.h"

namespace loom::migration {

namespace {

constexpr std::string_view kBody = "body | default(value=\"\")";

/// `"x"` -> "x", `0` -> "arg0"; nothing for anything else.
std::optional<std::string> argument_name(std::string_view text) {
  text = base::trim(text);
  if (text.size() > 2 && (text.front() == '"' || text.front() == '`') && text.back() == text.front()) {
    return shortcode_name(text.substr(1, text.size() - 2));
  }
  return base::parse_unsigned(text) ? std::optional("arg" + std::string(text)) : std::nullopt;
}

/// `.Get "x"`
std::optional<std::string> got_name(std::string_view text) {
  text = base::trim(text);
  return text.starts_with(".Get ") ? argument_name(text.substr(5)) : std::nullopt;
}

class Converter {
 public:
  std::optional<std::string> convert(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t open = std::min(text.find("{{", at), text.size());
      append_text(text.substr(at, open - at));
      const std::size_t close = text.find("}}", open);
      if (open == text.size()) {
        break;
      }
      if (close == std::string_view::npos || !append_action(text.substr(open + 2, close - open - 2))) {
        return std::nullopt;
      }
      at = close + 2;
    }
    return blocks_.empty() ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  void append_text(std::string_view text) {
    if (trims_next_) {
      while (!text.empty() && base::is_space(text.front())) {
        text.remove_prefix(1);
      }
    }
    trims_next_ = false;
    out_ += text;
  }

  bool append_action(std::string_view action) {
    if (action.starts_with("- ")) {
      action.remove_prefix(1);
      while (!out_.empty() && base::is_space(out_.back())) {
        out_.pop_back();
      }
    }
    trims_next_ = action.ends_with(" -");
    action = base::trim(trims_next_ ? action.substr(0, action.size() - 1) : action);
    if (action.starts_with("/*")) {
      return true;
    }
    if (action == "end") {
      return append_end();
    }
    if (action == "else") {
      out_ += "{% else %}";
      return !blocks_.empty();
    }
    if (action.starts_with("with ") || action.starts_with("if ")) {
      return append_condition(action);
    }
    return append_output(action);
  }

  bool append_end() {
    if (blocks_.empty()) {
      return false;
    }
    blocks_.pop_back();
    out_ += "{% endif %}";
    return true;
  }

  bool append_condition(std::string_view action) {
    const bool is_with = action.starts_with("with ");
    const std::string_view subject = base::trim(action.substr(is_with ? 5 : 3));
    const auto name = subject == ".Inner" ? std::optional<std::string>("body") : got_name(subject);
    if (!name) {
      return false;
    }
    // Inside of `with` a dot means its subject, inside of `if` what it meant before.
    blocks_.push_back(is_with || blocks_.empty() ? (is_with ? *name : "") : blocks_.back());
    out_ += "{% if " + *name + " %}";
    return true;
  }

  bool append_output(std::string_view action) {
    const std::vector<std::string_view> steps = base::split(action, '|');
    const std::string_view subject = base::trim(steps[0]);
    std::string value;
    std::string last;
    if (subject == ".Inner") {
      value = kBody;
      last = " | safe";
    } else if (subject == "." && !blocks_.empty() && !blocks_.back().empty()) {
      value = blocks_.back() == "body" ? std::string(kBody) : blocks_.back();
    } else if (const auto name = got_name(subject)) {
      value = *name + " | default(value=\"\")";
    } else {
      return false;
    }
    for (std::size_t i = 1; i < steps.size(); ++i) {
      const std::string_view step = base::trim(steps[i]);
      if (step == "markdownify" || step == "$.Page.RenderString" || step == ".Page.RenderString") {
        last = " | markdown | safe";
      } else if (step.starts_with("safe") || step == "htmlUnescape") {
        last = last.empty() ? " | safe" : last;
      } else if (step != "string" && step != "htmlEscape") {
        return false;
      }
    }
    out_ += "{{ " + value + last + " }}";
    return true;
  }

  std::string out_;
  /// What "." means in each open block.
  std::vector<std::string> blocks_;
  bool trims_next_ = false;
};

bool mentions(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> convert_go_template(std::string_view text) {
  return Converter().convert(text);
}

std::string stub_of_go_template(std::string_view text, std::string_view name) {
  std::string comment = "{# Stands in for the shortcode \"";
  for (const char c : name) {
    comment += c == '#' || c == '}' ? '-' : c;
  }
  comment += "\" of the old site. #}\n";
  if (!mentions(text, ".Inner") && !text.empty()) {
    return comment;
  }
  if (mentions(text, "ighlight") || mentions(text, "transform.Unmarshal") ||
      mentions(text, "transform.Remarshal")) {
    return comment + "<pre><code>{{ " + std::string(kBody) + " }}</code></pre>\n";
  }
  const bool is_markdown = text.empty() || mentions(text, "markdownify") || mentions(text, "RenderString");
  return comment + "{{ " + std::string(kBody) + (is_markdown ? " | markdown | safe }}\n" : " | safe }}\n");
}

}  // namespace loom::migration
