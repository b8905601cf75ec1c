#include "http/request_parser.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "base/check.h"
#include "http/characters.h"
#include "http/limits.h"
#include "http/request_target.h"

namespace loom::http {

namespace {

constexpr std::string_view kVersionPattern = "HTTP/1.1\r\n";
constexpr std::size_t kMajorIndex = 5;
constexpr std::size_t kMinorIndex = 7;

/// Whether one of the eight bytes is below 0x20 or is 0x7F.
bool holds_control(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = kOnes * 0x80;
  const std::uint64_t below_space = (bytes - kOnes * 0x20) & ~bytes & kHighBits;
  const std::uint64_t delete_as_zero = bytes ^ (kOnes * 0x7F);
  const std::uint64_t is_delete = (delete_as_zero - kOnes) & ~delete_as_zero & kHighBits;
  return (below_space | is_delete) != 0;
}

/// The first byte from `position` on that a field value cannot hold; eight at a time, because values are most
/// of a head.
std::size_t skip_field_value(std::string_view bytes, std::size_t position) {
  std::uint64_t word = 0;
  while (bytes.size() - position >= sizeof(word)) {
    std::memcpy(&word, bytes.data() + position, sizeof(word));
    if (holds_control(word)) {
      break;
    }
    position += sizeof(word);
  }
  while (position < bytes.size() && is_field_value_character(bytes[position])) {
    ++position;
  }
  return position;
}

}  // namespace

ParseState RequestParser::parse(std::string_view bytes) {
  LOOM_CHECK(bytes.size() >= position_);
  while (run_step(bytes)) {
  }
  if (step_ != Step::Done && step_ != Step::Failed && position_ > kHeadBytesMax) {
    fail(431);
  }
  if (step_ == Step::Failed) {
    return ParseState::Rejected;
  }
  return step_ == Step::Done ? ParseState::Complete : ParseState::NeedMore;
}

const Request& RequestParser::request() const {
  LOOM_CHECK(step_ == Step::Done);
  return request_;
}

int RequestParser::reject_status() const {
  LOOM_CHECK(step_ == Step::Failed);
  return reject_status_;
}

/// False when there is nothing left to do with these bytes.
bool RequestParser::run_step(std::string_view bytes) {
  if (position_ == bytes.size()) {
    return false;
  }
  switch (step_) {
    case Step::LeadingLines:
      return scan_leading_lines(bytes);
    case Step::Method:
      return scan_method(bytes);
    case Step::Target:
      return scan_target(bytes);
    case Step::Version:
      return scan_version(bytes);
    case Step::FieldStart:
      return scan_field_start(bytes);
    case Step::FieldName:
      return scan_field_name(bytes);
    case Step::FieldValue:
      return scan_field_value(bytes);
    case Step::LeadingLineFeed:
    case Step::FieldLineFeed:
    case Step::HeadLineFeed:
      return scan_line_feed(bytes);
    case Step::Done:
    case Step::Failed:
      break;
  }
  return false;
}

bool RequestParser::go_on(Step step) {
  step_ = step;
  element_begin_ = position_;
  return true;
}

bool RequestParser::fail(int status) {
  step_ = Step::Failed;
  reject_status_ = status;
  return false;
}

bool RequestParser::scan_leading_lines(std::string_view bytes) {
  if (bytes[position_] != '\r') {
    return go_on(Step::Method);
  }
  if (leading_line_count_ == kLeadingLinesMax) {
    return fail(400);
  }
  ++leading_line_count_;
  ++position_;
  return go_on(Step::LeadingLineFeed);
}

bool RequestParser::scan_line_feed(std::string_view bytes) {
  if (bytes[position_] != '\n') {
    return fail(400);
  }
  ++position_;
  switch (step_) {
    case Step::FieldLineFeed:
      return end_of_field(bytes);
    case Step::HeadLineFeed:
      return end_of_head(bytes);
    default:
      return go_on(Step::LeadingLines);
  }
}

bool RequestParser::scan_method(std::string_view bytes) {
  while (position_ < bytes.size() && is_token_character(bytes[position_])) {
    if (++position_ - element_begin_ > kMethodBytesMax) {
      return fail(501);
    }
  }
  if (position_ == bytes.size()) {
    return false;
  }
  if (bytes[position_] != ' ' || position_ == element_begin_) {
    return fail(400);
  }
  method_begin_ = element_begin_;
  request_.method = find_method(bytes.substr(method_begin_, position_ - method_begin_));
  ++position_;
  return go_on(Step::Target);
}

bool RequestParser::scan_target(std::string_view bytes) {
  const std::size_t limit = std::min(bytes.size(), element_begin_ + kTargetBytesMax + 1);
  while (position_ < limit && is_target_character(bytes[position_])) {
    ++position_;
  }
  const std::string_view target = bytes.substr(element_begin_, position_ - element_begin_);
  if (target.empty() || !can_begin_target(target, request_.method)) {
    return fail(400);
  }
  if (target.size() > kTargetBytesMax) {
    return fail(414);
  }
  if (position_ == bytes.size()) {
    return false;
  }
  if (bytes[position_] != ' ') {
    return fail(400);
  }
  target_begin_ = element_begin_;
  target_bytes_ = target.size();
  ++position_;
  return go_on(Step::Version);
}

bool RequestParser::scan_version(std::string_view bytes) {
  for (; position_ < bytes.size() && position_ - element_begin_ < kVersionPattern.size(); ++position_) {
    const std::size_t index = position_ - element_begin_;
    const bool is_number = index == kMajorIndex || index == kMinorIndex;
    if (is_number ? !base::is_digit(bytes[position_]) : bytes[position_] != kVersionPattern[index]) {
      return fail(400);
    }
  }
  if (position_ - element_begin_ < kVersionPattern.size()) {
    return false;
  }
  if (bytes[element_begin_ + kMajorIndex] != '1') {
    return fail(505);
  }
  if (request_.method != Method::Options && bytes[target_begin_] == '*') {
    return fail(400);
  }
  request_.minor_version = bytes[element_begin_ + kMinorIndex] == '0' ? 0 : 1;
  return go_on(Step::FieldStart);
}

bool RequestParser::scan_field_start(std::string_view bytes) {
  if (bytes[position_] == '\r') {
    ++position_;
    return go_on(Step::HeadLineFeed);
  }
  if (field_count_ == kFieldCountMax) {
    return fail(431);
  }
  ++field_count_;
  return go_on(Step::FieldName);
}

bool RequestParser::scan_field_name(std::string_view bytes) {
  const std::size_t limit = std::min(bytes.size(), element_begin_ + kFieldBytesMax + 1);
  while (position_ < limit && is_token_character(bytes[position_])) {
    ++position_;
  }
  if (position_ - element_begin_ > kFieldBytesMax) {
    return fail(431);
  }
  if (position_ == bytes.size()) {
    return false;
  }
  if (bytes[position_] != ':' || position_ == element_begin_) {
    return fail(400);
  }
  ++position_;
  value_begin_ = position_;
  step_ = Step::FieldValue;
  return true;
}

bool RequestParser::scan_field_value(std::string_view bytes) {
  const std::size_t limit = std::min(bytes.size(), element_begin_ + kFieldBytesMax + 1);
  position_ = skip_field_value(bytes.substr(0, limit), std::min(position_, limit));
  if (position_ - element_begin_ > kFieldBytesMax) {
    return fail(431);
  }
  if (position_ == bytes.size()) {
    return false;
  }
  if (bytes[position_] != '\r') {
    return fail(400);
  }
  ++position_;
  step_ = Step::FieldLineFeed;
  return true;
}

bool RequestParser::end_of_field(std::string_view bytes) {
  if (position_ > kHeadBytesMax) {
    return fail(431);
  }
  const std::string_view name = bytes.substr(element_begin_, value_begin_ - 1 - element_begin_);
  const std::string_view value = trim_blanks(bytes.substr(value_begin_, position_ - 2 - value_begin_));
  const auto offset = static_cast<std::size_t>(value.data() - bytes.data());
  if (const int status = fields_.add(name, value, offset); status != 0) {
    return fail(status);
  }
  return go_on(Step::FieldStart);
}

bool RequestParser::end_of_head(std::string_view bytes) {
  if (position_ > kHeadBytesMax) {
    return fail(431);
  }
  request_.method_name = bytes.substr(method_begin_, target_begin_ - 1 - method_begin_);
  request_.target = bytes.substr(target_begin_, target_bytes_);
  request_.head_bytes = position_;
  if (!split_target(request_)) {
    return fail(400);
  }
  if (const int status = fields_.finish(bytes, position_ - 2, request_); status != 0) {
    return fail(status);
  }
  step_ = Step::Done;
  return false;
}

}  // namespace loom::http
