#include "markdown/tree.h"

#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <mutex>

#include "base/check.h"

namespace loom::markdown {
namespace {

using Extensions = std::array<cmark_syntax_extension*, 3>;

cmark_syntax_extension* find_extension(const char* name) {
  cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
  LOOM_CHECK(extension != nullptr);
  return extension;
}

Extensions load_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  return {find_extension("table"), find_extension("strikethrough"), find_extension("tasklist")};
}

const Extensions& extensions() {
  static const Extensions kExtensions = load_extensions();
  return kExtensions;
}

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// While it parses inlines, the library marks the special characters of the attached extensions in tables
/// that all parsers share, and clears them at the end.
std::mutex& finish_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

void TreeDeleter::operator()(cmark_node* root) const {
  cmark_node_free(root);
}

Tree parse_tree(std::string_view text, bool smart_punctuation) {
  const int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 |
                      (smart_punctuation ? CMARK_OPT_SMART : 0);
  const Extensions& attached = extensions();
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(options));
  for (cmark_syntax_extension* extension : attached) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::lock_guard lock(finish_mutex());
  return Tree(cmark_parser_finish(parser.get()));
}

}  // namespace loom::markdown
