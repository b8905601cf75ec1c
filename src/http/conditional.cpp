#include "http/conditional.h"

#include "http/http_date.h"
#include "http/list_field.h"

namespace loom::http {

namespace {

constexpr std::string_view kWeakPrefix = "W/";

enum class Comparison : std::uint8_t { Strong, Weak };

bool is_etag_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x21 && byte != '"' && byte != 0x7F;
}

/// The entity tag at the start of `list`, weak prefix included, or "" when there is none.
std::string_view first_etag(std::string_view list) {
  std::size_t end = list.starts_with(kWeakPrefix) ? kWeakPrefix.size() : 0;
  if (end == list.size() || list[end] != '"') {
    return {};
  }
  ++end;
  while (end < list.size() && is_etag_character(list[end])) {
    ++end;
  }
  return end < list.size() && list[end] == '"' ? list.substr(0, end + 1) : std::string_view();
}

bool matches(std::string_view candidate, std::string_view etag, Comparison comparison) {
  if (comparison == Comparison::Weak && candidate.starts_with(kWeakPrefix)) {
    candidate.remove_prefix(kWeakPrefix.size());
  }
  return candidate == etag;
}

/// Whether the list names `etag`. What follows a malformed member is not looked at.
bool is_listed(std::string_view list, std::string_view etag, Comparison comparison) {
  while (!list.empty()) {
    if (is_blank(list.front()) || list.front() == ',') {
      list.remove_prefix(1);
      continue;
    }
    const std::string_view candidate = first_etag(list);
    if (candidate.empty()) {
      return false;
    }
    list.remove_prefix(candidate.size());
    const std::string_view rest = trim_blanks(list);
    if (!rest.empty() && rest.front() != ',') {
      return false;
    }
    if (matches(candidate, etag, comparison)) {
      return true;
    }
  }
  return false;
}

bool is_listed(const ListField& field, std::string_view lower_name, std::string_view etag,
               Comparison comparison) {
  bool is_found = false;
  for_each_field_value(field, lower_name, [&](std::string_view value) {
    is_found = is_found || value == "*" || is_listed(value, etag, comparison);
  });
  return is_found;
}

/// RFC 9110 §13.2.2 steps 1 and 2: whether the client's assumption is wrong.
bool is_assumption_wrong(const Request& request, const Validators& validators, base::UnixTime now) {
  if (!request.if_match.empty()) {
    return !is_listed(request.if_match, "if-match", validators.etag, Comparison::Strong);
  }
  if (request.if_unmodified_since.empty() || !validators.last_modified) {
    return false;
  }
  const auto date = parse_http_date(request.if_unmodified_since, now);
  return date && *validators.last_modified > *date;
}

/// Steps 3 and 4: whether the client has this already.
bool is_known_to_client(const Request& request, const Validators& validators, base::UnixTime now) {
  if (!request.if_none_match.empty()) {
    return is_listed(request.if_none_match, "if-none-match", validators.etag, Comparison::Weak);
  }
  if (request.if_modified_since.empty() || !validators.last_modified) {
    return false;
  }
  const auto date = parse_http_date(request.if_modified_since, now);
  return date && *validators.last_modified <= *date;
}

}  // namespace

Precondition evaluate_preconditions(const Request& request, const Validators& validators,
                                    base::UnixTime now) {
  if (is_assumption_wrong(request, validators, now)) {
    return Precondition::Failed;
  }
  return is_known_to_client(request, validators, now) ? Precondition::NotModified : Precondition::Holds;
}

bool is_range_valid(const Request& request, const Validators& validators, base::UnixTime now) {
  if (request.if_range.empty()) {
    return true;
  }
  if (const std::string_view etag = first_etag(request.if_range); !etag.empty()) {
    return request.if_range == validators.etag;
  }
  const auto date = parse_http_date(request.if_range, now);
  return date && validators.last_modified == *date;
}

}  // namespace loom::http
