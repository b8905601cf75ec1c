#include "http/field_collector.h"

#include <algorithm>

#include "base/ascii.h"
#include "http/characters.h"
#include "http/host.h"
#include "http/list_field.h"

namespace loom::http {

int FieldCollector::add(std::string_view name, std::string_view value, std::size_t offset) {
  const KnownField field = find_known_field(name);
  if (field == KnownField::Other) {
    return 0;
  }
  Span& known = span(field);
  ++known.line_count;
  if (known.line_count == 1) {
    known.begin = static_cast<std::uint32_t>(offset);
    known.length = static_cast<std::uint32_t>(value.size());
  }
  switch (field) {
    case KnownField::Host:
      return add_host(value);
    case KnownField::ContentLength:
      return add_content_length(value);
    case KnownField::TransferEncoding:
      return add_transfer_encoding(value);
    case KnownField::Connection:
      add_connection(value);
      return 0;
    case KnownField::Expect:
      expectation_ = equals_lower(value, "100-continue") && known.line_count == 1 ? Expectation::Continue
                                                                                  : Expectation::Unknown;
      return 0;
    default:
      return 0;
  }
}

int FieldCollector::add_host(std::string_view value) {
  return span(KnownField::Host).line_count == 1 && parse_host(value) ? 0 : 400;
}

int FieldCollector::add_content_length(std::string_view value) {
  const auto length = base::parse_unsigned(value);
  const bool has_leading_zero = value.size() > 1 && value.front() == '0';
  if (span(KnownField::ContentLength).line_count != 1 || !length || has_leading_zero) {
    return 400;
  }
  content_length_ = *length;
  return 0;
}

int FieldCollector::add_transfer_encoding(std::string_view value) {
  while (true) {
    const std::size_t comma = value.find(',');
    const std::string_view coding = trim_blanks(value.substr(0, comma));
    const std::string_view name = trim_blanks(coding.substr(0, coding.find(';')));
    const bool is_chunked = equals_lower(name, "chunked");
    if (!is_token(name) || last_coding_ == Coding::Chunked || (is_chunked && name.size() != coding.size())) {
      return 400;
    }
    last_coding_ = is_chunked ? Coding::Chunked : Coding::Unknown;
    has_unknown_coding_ = has_unknown_coding_ || !is_chunked;
    if (comma == std::string_view::npos) {
      return 0;
    }
    value.remove_prefix(comma + 1);
  }
}

void FieldCollector::add_connection(std::string_view value) {
  for_each_list_member(value, [this](std::string_view option) {
    says_close_ = says_close_ || equals_lower(option, "close");
    says_keep_alive_ = says_keep_alive_ || equals_lower(option, "keep-alive");
    says_upgrade_ = says_upgrade_ || equals_lower(option, "upgrade");
  });
}

std::string_view FieldCollector::singleton(std::string_view head, KnownField field) const {
  const Span& known = span(field);
  return known.line_count > 1 ? kRepeatedField : head.substr(known.begin, known.length);
}

ListField FieldCollector::list(std::string_view head, std::size_t fields_end, KnownField field) const {
  const Span& known = span(field);
  ListField value{head.substr(known.begin, known.length), {}};
  if (known.line_count > 1) {
    const std::size_t next_line = head.find('\n', known.begin + known.length) + 1;
    value.following_lines = head.substr(next_line, fields_end - next_line);
  }
  return value;
}

int FieldCollector::finish_framing(Request& request) const {
  const bool has_length = span(KnownField::ContentLength).line_count != 0;
  if (last_coding_ == Coding::None) {
    request.framing = has_length ? Framing::Length : Framing::None;
    request.content_length = content_length_;
    return 0;
  }
  if (has_length || request.minor_version == 0) {
    return 400;
  }
  request.framing = Framing::Chunked;
  return has_unknown_coding_ ? 501 : 0;
}

int FieldCollector::finish(std::string_view head, std::size_t fields_end, Request& request) const {
  const bool has_host = span(KnownField::Host).line_count != 0;
  if (!has_host && request.minor_version >= 1) {
    return 400;
  }
  if (const int status = finish_framing(request); status != 0) {
    return status;
  }
  if (request.target_form != TargetForm::Absolute) {
    request.host = singleton(head, KnownField::Host);
  }
  request.keep_alive = !says_close_ && (request.minor_version >= 1 || says_keep_alive_);
  request.expectation = request.minor_version >= 1 ? expectation_ : Expectation::None;
  request.accept_encoding = list(head, fields_end, KnownField::AcceptEncoding);
  request.if_match = list(head, fields_end, KnownField::IfMatch);
  request.if_none_match = list(head, fields_end, KnownField::IfNoneMatch);
  request.if_modified_since = singleton(head, KnownField::IfModifiedSince);
  request.if_unmodified_since = singleton(head, KnownField::IfUnmodifiedSince);
  request.range = singleton(head, KnownField::Range);
  request.if_range = singleton(head, KnownField::IfRange);
  request.origin = singleton(head, KnownField::Origin);
  request.referer = singleton(head, KnownField::Referer);
  request.sec_fetch_site = singleton(head, KnownField::SecFetchSite);
  request.user_agent = singleton(head, KnownField::UserAgent);
  if (says_upgrade_) {
    request.upgrade = head.substr(span(KnownField::Upgrade).begin, span(KnownField::Upgrade).length);
  }
  return 0;
}

}  // namespace loom::http
