#include "site/located_data.h"

#include <utility>

namespace loom::site {

DataPlace LocatedData::find_place(std::string_view path) const {
  for (;;) {
    if (const auto found = places.find(path); found != places.end()) {
      return found->second;
    }
    const std::size_t end = path.find_last_of(".#");
    if (end == std::string_view::npos) {
      return {};
    }
    path = path.substr(0, end);
  }
}

base::Diagnostic make_error_in(const DataText& input, DataPlace place, std::string message) {
  base::Diagnostic diagnostic;
  diagnostic.file = input.file;
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.message = std::move(message);
  if (place.line < input.first_line) {
    return diagnostic;
  }
  std::size_t begin = 0;
  for (std::uint32_t line = input.first_line; line < place.line && begin != std::string_view::npos; ++line) {
    begin = input.text.find('\n', begin);
    begin = begin == std::string_view::npos ? begin : begin + 1;
  }
  if (begin != std::string_view::npos) {
    std::string_view line = input.text.substr(begin, input.text.find('\n', begin) - begin);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    diagnostic.source_line = line;
  }
  return diagnostic;
}

}  // namespace loom::site
