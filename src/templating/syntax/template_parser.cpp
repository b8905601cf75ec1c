#include "templating/syntax/template_parser.h"

#include <algorithm>

#include "base/utf8.h"
#include "templating/limits.h"
#include "templating/syntax/lexer.h"
#include "templating/syntax/statement_parser.h"

namespace loom::templating {

namespace {

/// An unclosed tag or string makes what follows unreadable: mistakes behind it would only mislead.
void drop_consequences(std::vector<SyntaxError>& errors, const std::vector<LexicalError>& lexical) {
  if (lexical.empty()) {
    return;
  }
  const std::uint32_t first = lexical.front().span.offset;
  std::erase_if(errors, [first](const SyntaxError& error) { return error.span.offset >= first; });
  // What is open there would be reported as never closed.
  std::erase_if(errors, [](const SyntaxError& error) { return error.message.ends_with("is never closed"); });
  errors.insert(errors.end(), lexical.begin(), lexical.end());
}

}  // namespace

base::Diagnostic make_diagnostic(const Template& subject, Span span, std::string message, std::string hint) {
  base::Diagnostic diagnostic =
      base::make_error_at(subject.path, subject.text, span.offset, std::move(message));
  std::string_view marked = subject.text_of(span);
  marked = marked.substr(0, marked.find('\n'));
  diagnostic.length = static_cast<std::uint32_t>(std::max<std::size_t>(base::count_characters(marked), 1));
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

std::shared_ptr<const Template> parse_template(TemplateSource source, base::Diagnostics& diagnostics) {
  auto result = std::make_shared<Template>();
  result->name = std::move(source.name);
  result->path = std::move(source.path);
  if (source.text.size() > kTemplateBytesMax) {
    base::Diagnostic diagnostic;
    diagnostic.file = result->path;
    diagnostic.message = "the template is too large";
    diagnostic.hint = "at most " + std::to_string(kTemplateBytesMax >> 20) + " MiB are allowed";
    diagnostics.add(std::move(diagnostic));
    return nullptr;
  }
  result->text = std::move(source.text);
  const Tokens tokens = read_tokens(result->text);
  TokenCursor cursor(result->text, tokens.items);
  TemplateBuilder builder(*result);
  StatementParser(cursor, builder).parse();
  std::vector<SyntaxError>& errors = cursor.errors();
  drop_consequences(errors, tokens.errors);
  std::stable_sort(errors.begin(), errors.end(),
                   [](const auto& a, const auto& b) { return a.span.offset < b.span.offset; });
  if (errors.size() > kSyntaxErrorsMax) {
    errors.resize(kSyntaxErrorsMax);
  }
  for (SyntaxError& error : errors) {
    diagnostics.add(make_diagnostic(*result, error.span, std::move(error.message), std::move(error.hint)));
  }
  return errors.empty() ? result : nullptr;
}

}  // namespace loom::templating
