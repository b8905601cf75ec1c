// Shortcodes in a Markdown text: pieces and calls lie inside of the text and in its order, and every problem
// has a place.
#include "base/check.h"
#include "fuzz/target.h"
#include "markdown/shortcode_parser.h"

using namespace loom;

namespace {

void check_pieces(std::string_view text, const std::vector<markdown::ShortcodePiece>& pieces) {
  std::size_t behind = 0;
  for (const markdown::ShortcodePiece& piece : pieces) {
    if (piece.call == nullptr) {
      LOOM_CHECK(piece.offset >= behind && piece.offset + piece.text.size() <= text.size());
      LOOM_CHECK(text.substr(piece.offset, piece.text.size()) == piece.text);
      behind = piece.offset + piece.text.size();
      continue;
    }
    const markdown::ShortcodeCall& call = *piece.call;
    LOOM_CHECK(call.begin >= behind && call.begin < call.end && call.end <= text.size());
    LOOM_CHECK(!call.name.empty() && call.nth >= 1 && (call.has_body || call.body.empty()));
    check_pieces(text, call.body);
    behind = call.end;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of_input(data, size);
  const markdown::ParsedShortcodes parsed = markdown::parse_shortcodes(text);
  LOOM_CHECK(parsed.problems.empty() || parsed.pieces.empty());
  for (const markdown::ShortcodeProblem& problem : parsed.problems) {
    LOOM_CHECK(problem.begin <= problem.end && problem.end <= text.size() && !problem.message.empty());
  }
  check_pieces(text, parsed.pieces);
  return 0;
}
