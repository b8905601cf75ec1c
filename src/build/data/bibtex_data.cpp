#include "build/data/bibtex_data.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"

namespace loom::build {
namespace {

using base::Data;

constexpr auto kMonths = std::to_array<std::pair<std::string_view, std::string_view>>({{"jan", "January"},
                                                                                       {"feb", "February"},
                                                                                       {"mar", "March"},
                                                                                       {"apr", "April"},
                                                                                       {"may", "May"},
                                                                                       {"jun", "June"},
                                                                                       {"jul", "July"},
                                                                                       {"aug", "August"},
                                                                                       {"sep", "September"},
                                                                                       {"oct", "October"},
                                                                                       {"nov", "November"},
                                                                                       {"dec", "December"}});
/// Ends a name; what stands between is the name.
constexpr std::string_view kNameEnds = " \t\r\n,={}()\"#@";

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : base::trim(text)) {
    if (!base::is_space(c)) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

class Parser {
 public:
  Parser(const site::DataText& input, base::Diagnostics& diagnostics)
      : input_(input), diagnostics_(diagnostics) {}

  std::optional<Data> parse();

 private:
  bool parse_entry();
  bool parse_comment();
  bool parse_preamble();
  bool parse_variable();
  bool parse_publication(std::string_view type);
  bool parse_tag(Data& tags);
  bool parse_value(std::string& out);
  bool parse_part(std::string& out);
  bool take_braced(std::string_view& out);
  bool take_quoted(std::string_view& out);
  bool add_variable(std::string_view name, std::string& out);

  void add_stray_text(std::string_view text) {
    if (const std::string_view comment = base::trim(text); !comment.empty()) {
      comments_.emplace_back(std::string(comment));
    }
  }

  char next() const { return at_ < text().size() ? text()[at_] : '\0'; }
  std::string_view text() const { return input_.text; }
  void skip_blanks() {
    while (base::is_space(next())) {
      ++at_;
    }
  }
  std::string_view take_name() {
    skip_blanks();
    const std::size_t begin = at_;
    at_ = std::min(text().find_first_of(kNameEnds, at_), text().size());
    return text().substr(begin, at_ - begin);
  }
  bool expect(char wanted, std::string_view place) {
    skip_blanks();
    if (next() != wanted) {
      return fail(std::string("`") + wanted + "` is missing " + std::string(place));
    }
    ++at_;
    return true;
  }
  /// Opens an entry and keeps what must close it.
  bool open() {
    skip_blanks();
    closer_ = next() == '(' ? ')' : '}';
    if (next() != '(' && next() != '{') {
      return fail("`{` is missing after the type of the entry");
    }
    ++at_;
    return true;
  }
  bool close() { return expect(closer_, "at the end of the entry"); }
  bool fail(std::string message) { return fail_at(at_, std::move(message)); }
  bool fail_at(std::size_t offset, std::string message) {
    diagnostics_.add(base::make_error_at(input_.file, text(), offset, std::move(message)));
    return false;
  }

  const site::DataText& input_;
  base::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  char closer_ = '}';
  Data::Array preambles_;
  Data::Array comments_;
  Data variables_ = Data::Table{};
  Data::Array bibliographies_;
};

std::optional<Data> Parser::parse() {
  while (at_ < text().size()) {
    const std::size_t sign = std::min(text().find('@', at_), text().size());
    add_stray_text(text().substr(at_, sign - at_));
    at_ = sign;
    if (at_ < text().size() && !parse_entry()) {
      return std::nullopt;
    }
  }
  Data data;
  data.set("preambles", std::move(preambles_));
  data.set("comments", std::move(comments_));
  data.set("variables", std::move(variables_));
  data.set("bibliographies", std::move(bibliographies_));
  return data;
}

bool Parser::parse_entry() {
  ++at_;
  const std::string_view type = take_name();
  const std::string kind = base::lower_ascii(type);
  if (kind.empty()) {
    return fail("the type of the entry is missing after `@`");
  }
  if (kind == "comment") {
    return parse_comment();
  }
  if (kind == "preamble") {
    return parse_preamble();
  }
  return kind == "string" ? parse_variable() : parse_publication(type);
}

/// "@comment{...}", or the rest of the line.
bool Parser::parse_comment() {
  skip_blanks();
  std::string_view comment;
  if (next() == '{') {
    if (!take_braced(comment)) {
      return false;
    }
  } else {
    const std::size_t end = std::min(text().find('\n', at_), text().size());
    comment = text().substr(at_, end - at_);
    at_ = end;
  }
  add_stray_text(comment);
  return true;
}

bool Parser::parse_preamble() {
  std::string value;
  if (!open() || !parse_value(value) || !close()) {
    return false;
  }
  preambles_.emplace_back(std::move(value));
  return true;
}

bool Parser::parse_variable() {
  if (!open()) {
    return false;
  }
  const std::string_view name = take_name();
  std::string value;
  if (!expect('=', "after the name of the variable") || !parse_value(value) || !close()) {
    return false;
  }
  variables_.set(name, std::move(value));
  return true;
}

bool Parser::parse_publication(std::string_view type) {
  if (!open()) {
    return false;
  }
  skip_blanks();
  const std::size_t end = text().find_first_of(closer_ == '}' ? ",}\n" : ",)\n", at_);
  const std::string_view key = base::trim(text().substr(at_, end - std::min(at_, end)));
  at_ = std::min(end, text().size());
  Data tags = Data::Table{};
  skip_blanks();
  while (next() == ',') {
    ++at_;
    skip_blanks();
    if (next() == closer_) {
      break;
    }
    if (!parse_tag(tags)) {
      return false;
    }
    skip_blanks();
  }
  if (!close()) {
    return false;
  }
  Data entry;
  entry.set("entry_type", std::string(type));
  entry.set("citation_key", std::string(key));
  entry.set("tags", std::move(tags));
  bibliographies_.emplace_back(std::move(entry));
  return true;
}

bool Parser::parse_tag(Data& tags) {
  const std::string_view name = take_name();
  if (name.empty()) {
    return fail("the name of a tag is missing");
  }
  std::string value;
  if (!expect('=', "after the name of the tag") || !parse_value(value)) {
    return false;
  }
  tags.set(base::lower_ascii(name), std::move(value));
  return true;
}

/// Parts with `#` between them.
bool Parser::parse_value(std::string& out) {
  do {
    if (!parse_part(out)) {
      return false;
    }
    skip_blanks();
  } while (next() == '#' && ++at_ != 0);
  out = with_single_blanks(out);
  return true;
}

bool Parser::parse_part(std::string& out) {
  skip_blanks();
  std::string_view part;
  if (next() == '{' || next() == '"') {
    if (!(next() == '{' ? take_braced(part) : take_quoted(part))) {
      return false;
    }
    out += part;
    return true;
  }
  const std::string_view name = take_name();
  if (name.empty()) {
    return fail("a value is missing");
  }
  if (std::all_of(name.begin(), name.end(), base::is_digit)) {
    out += name;
    return true;
  }
  return add_variable(name, out);
}

bool Parser::add_variable(std::string_view name, std::string& out) {
  if (const Data* value = variables_.find(name)) {
    out += *value->as_string();
    return true;
  }
  const std::string lower = base::lower_ascii(name);
  const auto* month =
      std::find_if(kMonths.begin(), kMonths.end(), [&](const auto& known) { return known.first == lower; });
  if (month == kMonths.end()) {
    return fail_at(at_ - name.size(), "there is no variable `" + std::string(name) + "`");
  }
  out += month->second;
  return true;
}

/// Braces inside come in pairs; a backslash before one makes it no brace.
bool Parser::take_braced(std::string_view& out) {
  const std::size_t begin = ++at_;
  for (std::size_t depth = 1; at_ < text().size(); ++at_) {
    if (next() == '\\') {
      ++at_;
    } else if (next() == '{') {
      ++depth;
    } else if (next() == '}' && --depth == 0) {
      out = text().substr(begin, at_++ - begin);
      return true;
    }
  }
  return fail_at(begin - 1, "this `{` is never closed");
}

/// Quotes inside of braces do not end it.
bool Parser::take_quoted(std::string_view& out) {
  const std::size_t begin = ++at_;
  std::size_t depth = 0;
  for (; at_ < text().size(); ++at_) {
    if (next() == '\\') {
      ++at_;
    } else if (next() == '{') {
      ++depth;
    } else if (next() == '}' && depth > 0) {
      --depth;
    } else if (next() == '"' && depth == 0) {
      out = text().substr(begin, at_++ - begin);
      return true;
    }
  }
  return fail_at(begin - 1, "this `\"` is never closed");
}

}  // namespace

std::optional<Data> parse_bibtex(const site::DataText& input, base::Diagnostics& diagnostics) {
  return Parser(input, diagnostics).parse();
}

}  // namespace loom::build
