#include "migration/jekyll/liquid_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "migration/jekyll/liquid_scanner.h"
#include "migration/limits.h"
#include "migration/shortcode_text.h"

namespace loom::migration {

namespace {

constexpr std::string_view kByHand = "write it as a template of the new site";

std::size_t longest_backtick_run(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// Blanks at the start of the last line of `text`.
std::string indentation_of_last_line(std::string_view text) {
  const std::size_t begin = text.rfind('\n') + 1;
  std::size_t end = begin;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) {
    ++end;
  }
  return std::string(text.substr(begin, end - begin));
}

class Converter {
 public:
  Converter(LiquidScope scope, LiquidHost& host) : scope_(std::move(scope)), host_(host) {}

  std::string convert(std::string_view text, std::size_t depth) {
    const std::vector<LiquidToken> tokens = scan_liquid(text);
    tokens_.push_back(&tokens);
    depth_ = depth;
    std::string out;
    convert_range(0, tokens.size(), out);
    tokens_.pop_back();
    return out;
  }

 private:
  const std::vector<LiquidToken>& tokens() const { return *tokens_.back(); }

  void convert_range(std::size_t begin, std::size_t end, std::string& out) {
    if (++depth_ > kTagDepthMax) {
      leave(tokens()[begin], "tags lie too deep within each other");
      --depth_;
      return;
    }
    for (std::size_t i = begin;
         i < end && out.size() < kConvertedBytesMax && token_count_ < kPageTagCountMax;) {
      if (++token_count_ == kPageTagCountMax) {
        leave(tokens()[i], "the loops and includes of this page come to too much: it ends here");
      }
      i = convert_token(i, end, out);
    }
    --depth_;
  }

  /// The index of the token to go on with.
  std::size_t convert_token(std::size_t at, std::size_t end, std::string& out) {
    const LiquidToken& token = tokens()[at];
    switch (token.kind) {
      case LiquidKind::Text:
      case LiquidKind::Raw:
        out += escape_shortcodes(token.text);
        return at + 1;
      case LiquidKind::Output:
        convert_output(token, out);
        return at + 1;
      case LiquidKind::Tag:
        return convert_tag(at, end, out);
    }
    return at + 1;
  }

  void convert_output(const LiquidToken& token, std::string& out) {
    const auto value = evaluate_liquid(token.text, scope_);
    const auto text = value ? liquid_text(*value) : std::nullopt;
    if (text) {
      out += *text;
      return;
    }
    leave(token, "`" + std::string(token.source) + "` is known only while the old site is built");
    out += escape_shortcodes(token.source);
  }

  std::size_t convert_tag(std::size_t at, std::size_t end, std::string& out) {
    const LiquidToken& token = tokens()[at];
    const std::string_view name = token.name();
    const std::size_t close = find_end(at, end);
    if (name == "link" || name == "post_url") {
      convert_link(token, out);
    } else if (name == "include" || name == "include_cached" || name == "include_relative") {
      convert_include(token, out);
    } else if (name == "assign") {
      assign(token);
    } else if (name == "break" || name == "continue") {
      leave(token, "`" + std::string(token.source) + "` was left out");
    } else if (close == end) {
      leave_tag(token, out);
    } else {
      convert_block(at, close, out);
      return close + 1;
    }
    return at + 1;
  }

  void convert_block(std::size_t at, std::size_t close, std::string& out) {
    const LiquidToken& token = tokens()[at];
    const std::string_view name = token.name();
    if (name == "highlight") {
      convert_highlight(at, close, out);
    } else if (name == "if" || name == "unless") {
      convert_if(at, close, out);
    } else if (name == "for") {
      convert_for(at, close, out);
    } else if (name == "capture") {
      std::string captured;
      convert_range(at + 1, close, captured);
      scope_.variables.insert_or_assign(std::string(token.rest()), base::Data(captured));
    } else {
      leave_tag(token, out);
    }
  }

  /// The tag that ends the block at `at`; `end` when there is none.
  std::size_t find_end(std::size_t at, std::size_t end) const {
    const std::string_view name = tokens()[at].name();
    const std::string closing = "end" + std::string(name);
    std::size_t open_count = 1;
    for (std::size_t i = at + 1; i < end; ++i) {
      if (tokens()[i].kind != LiquidKind::Tag) {
        continue;
      }
      open_count += tokens()[i].name() == name ? 1 : 0;
      open_count -= tokens()[i].name() == closing ? 1 : 0;
      if (open_count == 0) {
        return i;
      }
    }
    return end;
  }

  void convert_link(const LiquidToken& token, std::string& out) {
    const bool is_post = token.name() == "post_url";
    const std::string path = written_text(token.rest());
    const auto target = is_post ? host_.find_post(path) : host_.find_file(path);
    if (!target) {
      leave(token, "there is no " + std::string(is_post ? "post" : "file") + " `" + path + "`");
      out += "#";
    } else if (out.ends_with("](") && !target->content_path.empty()) {
      out += "@/" + target->content_path;
    } else {
      const std::string base = text_of_variable("site.baseurl");
      out += (!base.empty() && out.ends_with(base) ? "" : base) + target->url;
    }
  }

  std::string text_of_variable(std::string_view name) const {
    const auto value = evaluate_liquid(name, scope_);
    return value ? liquid_text(*value).value_or("") : "";
  }

  /// A file name of a tag, in which outputs may stand.
  std::string written_text(std::string_view text) {
    std::string out;
    for (const LiquidToken& token : scan_liquid(text)) {
      out += token.kind == LiquidKind::Output ? text_of_variable(token.text) : std::string(token.text);
    }
    return literal_text(out).value_or(std::string(base::trim(out)));
  }

  void convert_include(const LiquidToken& token, std::string& out) {
    const std::string_view rest = token.rest();
    const std::size_t space = rest.starts_with("{{") ? rest.find("}}") : rest.find_first_of(" \t\n");
    const std::size_t name_end =
        space == std::string_view::npos ? rest.size() : space + (rest.starts_with("{{") ? 2 : 0);
    const std::string name = written_text(rest.substr(0, name_end));
    const auto written = parse_tag_arguments(rest.substr(name_end));
    const bool is_relative = token.name() == "include_relative";
    ShortcodeArguments arguments;
    base::Data values = base::Data::Table{};
    const bool are_texts = read_arguments(written, arguments, values);
    const auto shortcode = are_texts && !is_relative ? host_.find_shortcode(name) : std::nullopt;
    if (shortcode) {
      out += inline_shortcode(*shortcode, arguments);
      return;
    }
    const std::string* text = is_relative ? host_.find_beside(name) : host_.find_include(name);
    if (text == nullptr) {
      leave(token, "there is no file to include: `" + name + "`");
      return;
    }
    expand_include(token, *text, std::move(values), out);
  }

  /// Whether all are texts, numbers or booleans, as a shortcode takes them.
  bool read_arguments(const std::vector<std::pair<std::string, std::string>>& written,
                      ShortcodeArguments& arguments, base::Data& values) const {
    bool are_texts = true;
    for (const auto& [key, expression] : written) {
      const auto value = evaluate_liquid(expression, scope_);
      const bool is_list = value && (value->as_array() != nullptr || value->as_table() != nullptr);
      const auto text = value && !is_list ? liquid_text(*value) : std::nullopt;
      are_texts = are_texts && text;
      arguments.emplace_back(key, text.value_or(""));
      values.set(key, value.value_or(base::Data()));
    }
    return are_texts;
  }

  void expand_include(const LiquidToken& token, const std::string& text, base::Data values,
                      std::string& out) {
    if (include_depth_ >= kIncludeDepthMax) {
      leave(token, "includes lie too deep within each other");
      return;
    }
    const auto outer = scope_.variables.extract("include");
    scope_.variables["include"] = std::move(values);
    const std::uint32_t outer_line = fixed_line_;
    fixed_line_ = line_of(token);
    ++include_depth_;
    out += convert(text, depth_);
    --include_depth_;
    fixed_line_ = outer_line;
    scope_.variables.erase("include");
    if (!outer.empty()) {
      scope_.variables.insert_or_assign("include", outer.mapped());
    }
  }

  void assign(const LiquidToken& token) {
    const std::string_view rest = token.rest();
    const std::size_t equals = rest.find('=');
    const std::string name(base::trim(rest.substr(0, equals)));
    const auto value =
        equals == std::string_view::npos ? std::nullopt : evaluate_liquid(rest.substr(equals + 1), scope_);
    if (value) {
      scope_.variables.insert_or_assign(name, *value);
    } else {
      scope_.variables.erase(name);
      leave(token, "`" + std::string(token.source) + "` is known only while the old site is built");
    }
  }

  void convert_highlight(std::size_t at, std::size_t close, std::string& out) {
    const std::string_view rest = tokens()[at].rest();
    const std::string language(rest.substr(0, rest.find_first_of(" \t")));
    std::string code;
    for (std::size_t i = at + 1; i < close; ++i) {
      code += tokens()[i].kind == LiquidKind::Text || tokens()[i].kind == LiquidKind::Raw
                  ? escape_shortcodes(tokens()[i].text)
                  : escape_shortcodes(converted_token(i));
    }
    const std::string indentation = indentation_of_last_line(out);
    const std::size_t line_begin = out.rfind('\n') + 1;
    if (base::trim(std::string_view(out).substr(line_begin)).size() != 0) {
      out += "\n" + indentation;
    }
    const std::string fence(std::max<std::size_t>(3, longest_backtick_run(code) + 1), '`');
    out += fence + language + "\n";
    out += code.starts_with('\n') ? code.substr(1) : code;
    out += (out.ends_with('\n') ? "" : "\n") + indentation + fence;
  }

  std::string converted_token(std::size_t at) {
    std::string out;
    convert_token(at, at + 1, out);
    return out;
  }

  /// Where the branches of an `if` at `at` begin: the tag itself, then each `elsif` and `else`, then the end.
  std::vector<std::size_t> branches(std::size_t at, std::size_t close) const {
    std::vector<std::size_t> tags = {at};
    std::size_t depth = 0;
    for (std::size_t i = at + 1; i < close; ++i) {
      const std::string_view name = tokens()[i].kind == LiquidKind::Tag ? tokens()[i].name() : "";
      const bool opens = name == "if" || name == "unless" || name == "case" || name == "for";
      depth += opens ? 1 : 0;
      depth -=
          depth != 0 && (name == "endif" || name == "endunless" || name == "endcase" || name == "endfor");
      if (depth == 0 && (name == "elsif" || name == "else")) {
        tags.push_back(i);
      }
    }
    tags.push_back(close);
    return tags;
  }

  void convert_if(std::size_t at, std::size_t close, std::string& out) {
    const std::vector<std::size_t> tags = branches(at, close);
    for (std::size_t i = 0; i + 1 < tags.size(); ++i) {
      const LiquidToken& tag = tokens()[tags[i]];
      auto holds = tag.name() == "else" ? std::optional(true) : evaluate_condition(tag.rest(), scope_);
      if (holds && tag.name() == "unless") {
        holds = !*holds;
      }
      if (!holds) {
        leave(tag, "`" + std::string(tag.source) + "` cannot be decided here: its first branch was taken");
      }
      if (holds.value_or(true)) {
        convert_range(tags[i] + 1, tags[i + 1], out);
        return;
      }
    }
  }

  struct Loop {
    std::string variable;
    base::Data::Array items;
  };

  /// "x in list reversed limit:2"; nothing when the list is not known.
  std::optional<Loop> parse_loop(std::string_view text) const {
    const std::size_t in = text.find(" in ");
    if (in == std::string_view::npos) {
      return std::nullopt;
    }
    std::string_view rest = base::trim(text.substr(in + 4));
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const auto list = evaluate_liquid(rest.substr(0, end), scope_);
    if (!list) {
      return std::nullopt;
    }
    Loop loop{std::string(base::trim(text.substr(0, in))), items_of(*list)};
    std::size_t offset = 0;
    std::size_t limit = loop.items.size();
    for (const std::string_view word : base::split(rest.substr(end), ' ')) {
      const std::size_t colon = word.find(':');
      const auto number =
          base::parse_unsigned(word.substr(colon == std::string_view::npos ? word.size() : colon + 1));
      if (word == "reversed") {
        std::reverse(loop.items.begin(), loop.items.end());
      } else if (number && word.starts_with("limit:")) {
        limit = *number;
      } else if (number && word.starts_with("offset:")) {
        offset = *number;
      } else if (!word.empty()) {
        return std::nullopt;
      }
    }
    const std::size_t begin = std::min(offset, loop.items.size());
    loop.items.erase(loop.items.begin(), loop.items.begin() + static_cast<std::ptrdiff_t>(begin));
    loop.items.resize(std::min(limit, loop.items.size()));
    return loop;
  }

  /// A table gives pairs of key and value.
  static base::Data::Array items_of(const base::Data& list) {
    if (list.as_array() != nullptr) {
      return *list.as_array();
    }
    base::Data::Array items;
    if (const base::Data::Table* table = list.as_table()) {
      for (const auto& [key, value] : *table) {
        items.push_back(base::Data::Array{key, value});
      }
    }
    return items;
  }

  void convert_for(std::size_t at, std::size_t close, std::string& out) {
    const auto loop = parse_loop(tokens()[at].rest());
    if (!loop) {
      leave_tag(tokens()[at], out);
      return;
    }
    if (scope_.variables.count("forloop") == 0) {
      leave(tokens()[at], "the list `" + std::string(tokens()[at].rest()) + "` is written out as it is today",
            "a template or a shortcode with load_data() follows the data");
    }
    const auto outer = scope_.variables.extract("forloop");
    const auto count = static_cast<std::int64_t>(loop->items.size());
    for (std::int64_t i = 0; i < count && out.size() < kConvertedBytesMax && token_count_ < kPageTagCountMax;
         ++i) {
      scope_.variables.insert_or_assign(loop->variable, loop->items[static_cast<std::size_t>(i)]);
      scope_.variables.insert_or_assign("forloop", base::Data(base::Data::Table{{"index", i + 1},
                                                                                {"index0", i},
                                                                                {"first", i == 0},
                                                                                {"last", i + 1 == count},
                                                                                {"length", count}}));
      convert_range(at + 1, close, out);
    }
    scope_.variables.erase(loop->variable);
    scope_.variables.erase("forloop");
    if (!outer.empty()) {
      scope_.variables.insert_or_assign("forloop", outer.mapped());
    }
  }

  /// A comment keeps the place; the text between the tags is dropped.
  void leave_tag(const LiquidToken& token, std::string& out) {
    leave(token, "`" + std::string(token.source) + "` has no counterpart in a page");
    std::string shown;
    for (const char c : token.source) {
      shown += c == '{' || c == '}' || c == '%' || c == '-' || c == '>' ? ' ' : c;
    }
    out += "<!-- not imported: " + std::string(base::trim(shown)) + " -->";
  }

  std::uint32_t line_of(const LiquidToken& token) const {
    return fixed_line_ != 0 ? fixed_line_ : token.line;
  }

  void leave(const LiquidToken& token, std::string message, std::string_view hint = kByHand) {
    host_.leave(line_of(token), std::move(message), std::string(hint));
  }

  LiquidScope scope_;
  LiquidHost& host_;
  std::vector<const std::vector<LiquidToken>*> tokens_;
  std::size_t depth_ = 0;
  std::size_t include_depth_ = 0;
  std::size_t token_count_ = 0;
  /// Inside of an include: the line of its tag.
  std::uint32_t fixed_line_ = 0;
};

}  // namespace

std::string convert_liquid(std::string_view text, LiquidScope scope, LiquidHost& host) {
  return Converter(std::move(scope), host).convert(text, 0);
}

}  // namespace loom::migration
