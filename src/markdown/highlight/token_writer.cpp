#include "markdown/highlight/token_writer.h"

#include <cstddef>

#include "base/escape.h"

namespace loom::markdown::highlight {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

void TokenWriter::write(Token token, std::string_view text) {
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_line_end(text[i])) {
      continue;
    }
    write_line(token, text.substr(line_start, i - line_start));
    close();
    out_ += text[i];
    line_start = i + 1;
  }
  write_line(token, text.substr(line_start));
}

void TokenWriter::write_line(Token token, std::string_view text) {
  if (text.empty()) {
    return;
  }
  if (token != open_) {
    close();
    const std::string& tag = tags_[static_cast<std::size_t>(token)];
    if (!tag.empty()) {
      out_ += tag;
      open_ = token;
    }
  }
  base::append_html(out_, text);
}

void TokenWriter::close() {
  if (open_ != Token::Plain) {
    out_ += "</span>";
    open_ = Token::Plain;
  }
}

}  // namespace loom::markdown::highlight
