#include "markdown/highlight/markup.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/cursor.h"
#include "markdown/highlight/registry.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown::highlight {
namespace {

/// The longest name of HTML, "CounterClockwiseContourIntegral", has 31.
constexpr std::size_t kEntityBytesMax = 34;

struct TemplateMark {
  std::string_view open;
  std::string_view close;
  bool is_comment = false;
};

constexpr TemplateMark kTemplateMarks[] = {{"{{", "}}"}, {"{%", "%}"}, {"{#", "#}", true}};

bool continues_name(char c) {
  return base::is_alnum(c) || std::string_view("-_:.@").find(c) != std::string_view::npos;
}

class MarkupLexer {
 public:
  MarkupLexer(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer)
      : language_(language), cursor_(cursor), writer_(writer) {}

  void run() {
    while (!cursor_.at_end()) {
      const bool done = take_template() || take_declaration() || take_tag() || take_entity();
      if (!done) {
        take_text();
      }
    }
  }

 private:
  void take(Token token, std::size_t byte_count) { writer_.write(token, cursor_.advance(byte_count)); }

  void take_embedded(std::string_view language, std::size_t byte_count) {
    const std::string_view code = cursor_.advance(byte_count);
    cursor_.add_examined(lex_embedded(language, code, writer_));
  }

  bool take_template() {
    if (language_.rules.embedded.empty() || cursor_.peek() != '{') {
      return false;
    }
    for (const TemplateMark& mark : kTemplateMarks) {
      if (cursor_.looking_at(mark.open)) {
        take_marked(mark);
        return true;
      }
    }
    return false;
  }

  void take_marked(const TemplateMark& mark) {
    const std::size_t length = cursor_.distance_to(mark.close, mark.open.size());
    if (mark.is_comment) {
      take(Token::BlockComment, length + mark.close.size());
      return;
    }
    take(Token::Preprocessor, mark.open.size());
    take_embedded(language_.rules.embedded, length - mark.open.size());
    take(Token::Preprocessor, mark.close.size());
  }

  bool take_enclosed(Token token, std::string_view open, std::string_view close) {
    if (!cursor_.looking_at(open)) {
      return false;
    }
    take(token, cursor_.distance_to(close, open.size()) + close.size());
    return true;
  }

  bool take_declaration() {
    return take_enclosed(Token::BlockComment, "<!--", "-->") ||
           take_enclosed(Token::Preprocessor, "<![CDATA[", "]]>") ||
           take_enclosed(Token::Preprocessor, "<!", ">") || take_enclosed(Token::Preprocessor, "<?", "?>");
  }

  bool take_tag() {
    const bool closes = cursor_.looking_at("</");
    const std::size_t mark_bytes = closes ? 2 : 1;
    if (cursor_.peek() != '<' ||
        !(base::is_alpha(cursor_.peek(mark_bytes)) || cursor_.peek(mark_bytes) == '_')) {
      return false;
    }
    take(Token::Punctuation, mark_bytes);
    const std::string_view name = cursor_.ahead(0, name_length());
    take(Token::Tag, name.size());
    take_attributes();
    if (!closes && language_.rules.ignore_case) {
      take_raw_text(name);
    }
    return true;
  }

  std::size_t name_length() {
    std::size_t length = 0;
    while (continues_name(cursor_.peek(length))) {
      ++length;
    }
    return length;
  }

  void take_attributes() {
    while (!cursor_.at_end() && cursor_.peek() != '>' && cursor_.peek() != '<') {
      if (!take_template()) {
        take_attribute_part();
      }
    }
    if (cursor_.peek() == '>') {
      take(Token::Punctuation, 1);
    }
  }

  void take_attribute_part() {
    const char c = cursor_.peek();
    if (c == '"' || c == '\'') {
      take_value(c);
    } else if (c == '=') {
      take(Token::Operator, 1);
      take_unquoted_value();
    } else if (const std::size_t length = name_length(); length > 0) {
      take(Token::Attribute, length);
    } else {
      take(c == '/' ? Token::Punctuation : Token::Plain, 1);
    }
  }

  void take_value(char quote) {
    take(Token::String, 1);
    while (!cursor_.at_end() && cursor_.peek() != quote) {
      if (!take_template() && !take_entity()) {
        take(Token::String, 1);
      }
    }
    take(Token::String, 1);
  }

  void take_unquoted_value() {
    const std::size_t length = name_length();
    take(Token::String, length);
  }

  void take_raw_text(std::string_view name) {
    const bool is_script = base::equals_ignore_case(name, "script");
    if (!is_script && !base::equals_ignore_case(name, "style")) {
      return;
    }
    const std::size_t length = cursor_.distance_to(is_script ? "</script" : "</style");
    take_embedded(is_script ? "javascript" : "css", length);
  }

  bool take_entity() {
    if (cursor_.peek() != '&') {
      return false;
    }
    std::size_t length = 1;
    while (length < kEntityBytesMax &&
           (base::is_alnum(cursor_.peek(length)) || cursor_.peek(length) == '#')) {
      ++length;
    }
    if (length == 1 || cursor_.peek(length) != ';') {
      return false;
    }
    take(Token::Entity, length + 1);
    return true;
  }

  void take_text() {
    std::size_t length = 1;
    while (length < cursor_.remaining() && !is_mark(cursor_.peek(length))) {
      ++length;
    }
    take(Token::Plain, length);
  }

  static bool is_mark(char c) { return c == '<' || c == '&' || c == '{'; }

  const LoadedLanguage& language_;
  Cursor& cursor_;
  TokenWriter& writer_;
};

std::size_t php_mark_length(Cursor& cursor) {
  if (cursor.looking_at("<?php")) {
    return 5;
  }
  return cursor.looking_at("<?=") ? 3 : 2;
}

}  // namespace

void lex_markup(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer) {
  MarkupLexer(language, cursor, writer).run();
}

void lex_php(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer) {
  const auto take_embedded = [&](std::string_view name, std::size_t byte_count) {
    const std::string_view code = cursor.advance(byte_count);
    cursor.add_examined(lex_embedded(name, code, writer));
  };
  if (cursor.distance_to("<?") == cursor.remaining()) {
    take_embedded(language.rules.embedded, cursor.remaining());
    return;
  }
  while (!cursor.at_end()) {
    take_embedded("html", cursor.distance_to("<?"));
    writer.write(Token::Preprocessor, cursor.advance(php_mark_length(cursor)));
    take_embedded(language.rules.embedded, cursor.distance_to("?>"));
    writer.write(Token::Preprocessor, cursor.advance(2));
  }
}

}  // namespace loom::markdown::highlight
