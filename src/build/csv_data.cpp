#include "build/csv_data.h"

#include <string>

namespace loom::build {
namespace {

/// Takes one field from the front of `rest`; what follows it (a comma, a line end or nothing) stays.
std::string take_field(std::string_view& rest) {
  std::string field;
  const bool is_quoted = rest.starts_with('"');
  if (!is_quoted) {
    const std::size_t end = rest.find_first_of(",\r\n");
    field = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end);
    return field;
  }
  rest.remove_prefix(1);
  while (!rest.empty()) {
    if (rest.starts_with("\"\"")) {
      field += '"';
      rest.remove_prefix(2);
      continue;
    }
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '"') {
      break;
    }
    field += c;
  }
  return field;
}

base::Data::Array take_record(std::string_view& rest) {
  base::Data::Array record;
  record.emplace_back(take_field(rest));
  while (rest.starts_with(',')) {
    rest.remove_prefix(1);
    record.emplace_back(take_field(rest));
  }
  const std::size_t next = rest.find_first_not_of("\r\n");
  rest.remove_prefix(next == std::string_view::npos ? rest.size() : next);
  return record;
}

}  // namespace

base::Data parse_csv(std::string_view text) {
  base::Data::Array records;
  base::Data::Array headers;
  if (!text.empty()) {
    headers = take_record(text);
  }
  while (!text.empty()) {
    const std::size_t before = text.size();
    records.emplace_back(take_record(text));
    if (text.size() == before) {
      text.remove_prefix(1);
    }
  }
  base::Data data;
  data.set("headers", std::move(headers));
  data.set("records", std::move(records));
  return data;
}

}  // namespace loom::build
