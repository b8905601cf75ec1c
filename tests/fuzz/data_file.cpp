// Data files: the first byte chooses XML, BibTeX or CSV. Each text is data or has one mistake with a place.
#include "base/check.h"
#include "base/utf8.h"
#include "build/data/bibtex_data.h"
#include "build/data/csv_data.h"
#include "build/data/xml_data.h"
#include "fuzz/target.h"

using namespace loom;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const std::string_view text = fuzz::text_of_input(data + 1, size - 1);
  if (base::find_invalid_utf8(text)) {
    return 0;
  }
  const auto parse = data[0] % 3 == 0   ? build::parse_xml
                     : data[0] % 3 == 1 ? build::parse_bibtex
                                        : build::parse_csv;
  base::Diagnostics diagnostics;
  const auto parsed = parse({"a", text}, diagnostics);
  LOOM_CHECK(parsed.has_value() == diagnostics.empty());
  if (!parsed) {
    LOOM_CHECK(diagnostics.items().size() == 1 && diagnostics.items().front().line >= 1 &&
               !diagnostics.items().front().message.empty());
  }
  return 0;
}
