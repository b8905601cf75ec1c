#include "markdown/highlight/line_formats.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/cursor.h"
#include "markdown/highlight/registry.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown::highlight {
namespace {

/// A prompt such as "someone@somewhere:~/folder$ " is no longer than this.
constexpr std::size_t kPromptBytesMax = 80;

/// With its line end.
std::string_view take_line(Cursor& cursor) {
  return cursor.advance(cursor.distance_to_line_end() + 1);
}

Token diff_token(std::string_view line) {
  const auto starts_with = [&](std::string_view mark) { return line.starts_with(mark); };
  if (starts_with("diff ") || starts_with("index ") || starts_with("--- ") || starts_with("+++ ") ||
      starts_with("Index: ")) {
    return Token::Heading;
  }
  if (starts_with("@@") || starts_with("***")) {
    return Token::Subheading;
  }
  if (starts_with("+") || starts_with(">") || starts_with("!")) {
    return Token::Inserted;
  }
  return starts_with("-") || starts_with("<") ? Token::Deleted : Token::Plain;
}

void write_start_line(std::string_view line, TokenWriter& writer) {
  bool is_first = true;
  while (!line.empty()) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    const bool is_version = word.starts_with("HTTP/");
    const bool is_status = !word.empty() && base::is_digit(word.front());
    const Token token = is_version ? Token::KeywordImport : is_status ? Token::Integer : Token::Namespace;
    writer.write(is_first && !is_version ? Token::Function : token, word);
    line.remove_prefix(space);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    writer.write(Token::Plain, line.substr(0, blanks));
    line.remove_prefix(blanks);
    is_first = false;
  }
}

void write_field(std::string_view line, TokenWriter& writer) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) {
    writer.write(Token::Plain, line);
    return;
  }
  writer.write(Token::Attribute, line.substr(0, colon));
  writer.write(Token::Operator, ":");
  const std::string_view rest = line.substr(colon + 1);
  const std::size_t blanks = std::min(rest.find_first_not_of(' '), rest.size());
  writer.write(Token::Plain, rest.substr(0, blanks));
  writer.write(Token::String, rest.substr(blanks));
}

std::string_view body_language(std::string_view body) {
  const std::string_view text = base::trim(body);
  if (text.starts_with("{") || text.starts_with("[")) {
    return "json";
  }
  return text.starts_with("<") ? "html" : "text";
}

/// 0: the line is output. Counts the blank behind the prompt.
std::size_t prompt_length(std::string_view line) {
  for (const std::string_view prompt : {"$ ", "# ", "% ", "> ", ">>> ", "... ", "PS> "}) {
    if (line.starts_with(prompt)) {
      return prompt.size();
    }
  }
  const std::string_view head = line.substr(0, kPromptBytesMax);
  const std::size_t mark = head.find_first_of("$#%");
  const bool names_place = head.substr(0, mark).find('@') != head.npos;
  const bool is_prompt = mark != head.npos && names_place && head.substr(mark + 1).starts_with(" ");
  return is_prompt ? mark + 2 : 0;
}

}  // namespace

void lex_diff(const LoadedLanguage&, Cursor& cursor, TokenWriter& writer) {
  while (!cursor.at_end()) {
    const std::string_view line = take_line(cursor);
    writer.write(diff_token(line), line);
  }
}

void lex_http(const LoadedLanguage&, Cursor& cursor, TokenWriter& writer) {
  write_start_line(cursor.advance(cursor.distance_to_line_end()), writer);
  writer.write(Token::Plain, cursor.advance(1));
  while (!cursor.at_end()) {
    const std::string_view line = take_line(cursor);
    write_field(line, writer);
    if (base::trim(line).empty()) {
      break;
    }
  }
  const std::string_view body = cursor.advance(cursor.remaining());
  cursor.add_examined(lex_embedded(body_language(body), body, writer));
}

void lex_console(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer) {
  while (!cursor.at_end()) {
    const std::string_view line = take_line(cursor);
    const std::size_t prompt = prompt_length(line);
    if (prompt == 0) {
      writer.write(Token::Output, line);
      continue;
    }
    writer.write(Token::Prompt, line.substr(0, prompt));
    cursor.add_examined(lex_embedded(language.rules.embedded, line.substr(prompt), writer));
  }
}

}  // namespace loom::markdown::highlight
