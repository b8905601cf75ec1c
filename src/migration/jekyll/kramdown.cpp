#include "migration/jekyll/kramdown.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"

namespace loom::migration {

namespace {

/// Follows which lines are code: between fences, `{% highlight %}` or `{% raw %}` and their ends, in <pre>.
class CodeTracker {
 public:
  /// Whether the line is code or opens or closes it.
  bool is_code(std::string_view line) {
    const std::string_view text = base::trim(line);
    if (!closing_.empty()) {
      const bool closes =
          is_fence_ ? text.starts_with(closing_) && text.find_first_not_of(closing_[0]) == std::string::npos
                    : text.find(closing_) != std::string_view::npos;
      closing_ = closes ? "" : closing_;
      return true;
    }
    is_fence_ = text.starts_with("```") || text.starts_with("~~~");
    if (is_fence_) {
      closing_ = text.substr(0, std::min(text.find_first_not_of(text[0]), text.size()));
      return true;
    }
    for (const auto& [open, close] : kPairs) {
      const std::size_t at = text.find(open);
      if (at != std::string_view::npos) {
        closing_ = text.find(close, at) == std::string_view::npos ? close : std::string_view();
        return true;
      }
    }
    return line.starts_with("    ") || line.starts_with('\t');
  }

 private:
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"{% highlight", "endhighlight"}, {"{% raw", "endraw"}, {"<pre", "</pre"}, {"<script", "</script"}};

  std::string closing_;
  bool is_fence_ = false;
};

bool is_attribute_list(std::string_view text) {
  return (text.starts_with("{:") || text.starts_with("{::")) && text.ends_with('}') &&
         text.find('}') == text.size() - 1;
}

bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level > 0 && level <= 6 && level < line.size();
}

bool has_word(std::string_view list, std::string_view word) {
  const std::size_t at = list.find(word);
  return at != std::string_view::npos && !base::is_alnum(list[std::min(at + word.size(), list.size() - 1)]);
}

/// "{: #id .a key=b}" -> "#id .a", what a heading of Loom can carry.
std::string heading_attributes(std::string_view list) {
  std::string kept;
  for (const std::string_view part : base::split(list.substr(2, list.size() - 3), ' ')) {
    if (part.starts_with('#') || part.starts_with('.')) {
      kept += (kept.empty() ? "" : " ") + std::string(part);
    }
  }
  return kept;
}

/// Classes and an id, at the start of a line.
bool is_wrapping_list(std::string_view line) {
  if (!line.starts_with("{:") || !is_attribute_list(base::trim(line))) {
    return false;
  }
  const std::string_view list = base::trim(line);
  const std::vector<std::string_view> parts = base::split(list.substr(2, list.size() - 3), ' ');
  bool has_class = false;
  for (const std::string_view part : parts) {
    has_class = has_class || part.starts_with('.');
    if (!part.empty() && part[0] != '.' && part[0] != '#') {
      return false;
    }
  }
  return has_class;
}

class Converter {
 public:
  explicit Converter(const LeaveLine& leave) : leave_(leave) {}

  std::string convert(std::string_view text) {
    for (const std::string_view line : base::split(text, '\n')) {
      ++number_;
      lines_.push_back(code_.is_code(line) && !is_attribute_list(base::trim(line)) ? std::string(line)
                                                                                   : convert_line(line));
    }
    std::string out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      out += (i == 0 ? "" : "\n") + lines_[i];
    }
    return out;
  }

 private:
  std::string convert_line(std::string_view line) {
    const std::string_view text = base::trim(line);
    if (is_attribute_list(text)) {
      return take_list(line, text);
    }
    return without_span_lists(std::string(line));
  }

  /// What stays of the line.
  std::string take_list(std::string_view line, std::string_view list) {
    std::string* before = lines_.empty() ? nullptr : &lines_.back();
    if (has_word(list, "toc")) {
      // The list of one item above it is only a place for the contents.
      if (before != nullptr && before->find_first_of("*-1+") != std::string::npos) {
        before->clear();
      }
      return "";
    }
    const std::string attributes = heading_attributes(list);
    if (before != nullptr && is_heading(*before) && !attributes.empty() &&
        (!before->ends_with('}') || before->ends_with("%}"))) {
      *before += " {" + attributes + "}";
      return "";
    }
    if (is_wrapping_list(line) && before != nullptr && !base::trim(*before).empty() &&
        !before->ends_with("```")) {
      return std::string(line);
    }
    if (list != "{:}" && !list.starts_with("{:/") && !has_word(list, "no_toc")) {
      leave_(number_, "the attributes `" + std::string(list) + "` were left out");
    }
    return "";
  }

  /// `[text](address){:target="_blank"}`
  std::string without_span_lists(std::string line) {
    for (std::size_t at = line.find("{:"); at != std::string::npos; at = line.find("{:", at)) {
      const std::size_t close = line.find('}', at);
      const bool follows_span =
          at > 0 && std::string_view(")]*_`>").find(line[at - 1]) != std::string_view::npos;
      if (close == std::string::npos || !(follows_span || is_heading(line)) || is_inside_code(line, at)) {
        at += 2;
        continue;
      }
      const std::string list = line.substr(at, close + 1 - at);
      if (is_heading(line) && close + 1 == line.size()) {
        const std::string attributes = heading_attributes(list);
        line.replace(at, std::string::npos, attributes.empty() ? "" : "{" + attributes + "}");
        return line;
      }
      leave_(number_, "the attributes `" + list + "` were left out");
      line.erase(at, close + 1 - at);
    }
    return line;
  }

  static bool is_inside_code(const std::string& line, std::size_t at) {
    return std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 != 0;
  }

  const LeaveLine& leave_;
  CodeTracker code_;
  std::vector<std::string> lines_;
  std::uint32_t number_ = 0;
};

/// The attribute and the blank before it, in either kind of quotes.
std::string without_attribute(std::string line, bool& had_it) {
  for (const std::string_view written :
       {" markdown=\"1\"", " markdown='1'", " markdown=\"block\"", " markdown=\"span\"", " markdown=1"}) {
    if (const std::size_t at = line.find(written); at != std::string::npos) {
      had_it = true;
      line.erase(at, written.size());
    }
  }
  return line;
}

}  // namespace

std::string convert_kramdown(std::string_view text, const LeaveLine& leave) {
  return Converter(leave).convert(text);
}

std::string wrap_attributed_blocks(std::string_view text) {
  std::vector<std::string> lines;
  std::size_t block_begin = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    if (is_wrapping_list(line) && block_begin < lines.size()) {
      const std::string_view list = base::trim(line);
      std::string classes;
      std::string id;
      for (const std::string_view part : base::split(list.substr(2, list.size() - 3), ' ')) {
        if (part.starts_with('.')) {
          classes += (classes.empty() ? "" : " ") + std::string(part.substr(1));
        } else if (part.starts_with('#')) {
          id = " id=\"" + std::string(part.substr(1)) + "\"";
        }
      }
      lines[block_begin].insert(0, "<div class=\"" + classes + "\"" + id + ">\n\n");
      lines.emplace_back("\n</div>");
    } else {
      lines.emplace_back(line);
    }
    if (base::trim(line).empty()) {
      block_begin = lines.size();
    }
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += (i == 0 ? "" : "\n") + lines[i];
  }
  return out;
}

std::string open_markdown_elements(std::string_view text) {
  std::string out;
  std::vector<std::string> open;
  const std::vector<std::string_view> lines = base::split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool had_it = false;
    const std::string line = without_attribute(std::string(lines[i]), had_it);
    const std::string_view trimmed = base::trim(line);
    const std::size_t name_end = std::min(trimmed.find_first_of(" >"), trimmed.size());
    if (had_it && trimmed.starts_with('<')) {
      const std::string name(trimmed.substr(1, name_end - 1));
      out += line;
      if (trimmed.find("</" + name) == std::string_view::npos) {
        open.push_back("</" + name + ">");
        out += "\n";
      }
    } else if (!open.empty() && trimmed.starts_with(open.back())) {
      open.pop_back();
      out += (out.ends_with("\n\n") ? "" : "\n") + std::string(trimmed);
    } else {
      out += line;
    }
    out += i + 1 < lines.size() ? "\n" : "";
  }
  return out;
}

}  // namespace loom::migration
