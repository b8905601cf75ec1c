#include "build/data/csv_data.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace loom::build {
namespace {

std::string_view take_until(std::string_view& rest, std::string_view ends) {
  const std::string_view taken = rest.substr(0, std::min(rest.find_first_of(ends), rest.size()));
  rest.remove_prefix(taken.size());
  return taken;
}

/// What stands between a quote and the one that ends it; two quotes are one.
std::string take_quoted(std::string_view& rest) {
  std::string field;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    field += take_until(rest, "\"");
    rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
    if (!rest.starts_with('"')) {
      break;
    }
    field += '"';
    rest.remove_prefix(1);
  }
  return field;
}

/// Takes one field from the front of `rest`; what follows it (a comma, a line end or nothing) stays.
std::string take_field(std::string_view& rest) {
  std::string field;
  if (rest.starts_with('"')) {
    field = take_quoted(rest);
  }
  field += take_until(rest, ",\r\n");
  return field;
}

void skip_line_ends(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
}

base::Data::Array take_record(std::string_view& rest) {
  base::Data::Array record;
  record.emplace_back(take_field(rest));
  while (rest.starts_with(',')) {
    rest.remove_prefix(1);
    record.emplace_back(take_field(rest));
  }
  skip_line_ends(rest);
  return record;
}

base::Diagnostic uneven(const site::DataText& input, std::string_view record, std::size_t count,
                        std::size_t wanted) {
  const auto offset = static_cast<std::size_t>(record.data() - input.text.data());
  return base::make_error_at(
      input.file, input.text, offset,
      fmt::format("this record has {} fields, and the first line has {}", count, wanted));
}

}  // namespace

std::optional<base::Data> parse_csv(const site::DataText& input, base::Diagnostics& diagnostics) {
  std::string_view rest = input.text;
  skip_line_ends(rest);
  base::Data::Array headers;
  if (!rest.empty()) {
    headers = take_record(rest);
  }
  base::Data::Array records;
  while (!rest.empty()) {
    const std::string_view begin = rest;
    base::Data::Array record = take_record(rest);
    if (record.size() != headers.size()) {
      diagnostics.add(uneven(input, begin, record.size(), headers.size()));
      return std::nullopt;
    }
    records.emplace_back(std::move(record));
  }
  base::Data data;
  data.set("headers", std::move(headers));
  data.set("records", std::move(records));
  return data;
}

}  // namespace loom::build
