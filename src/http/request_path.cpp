#include "http/request_path.h"

#include <algorithm>
#include <cstddef>

#include "base/check.h"
#include "http/characters.h"

namespace loom::http {

namespace {

/// Whether the path is its own key: no escape, and no segment that begins with a dot.
bool is_plain(std::string_view path) {
  bool after_slash = false;
  for (const char c : path) {
    if (c == '%' || (after_slash && c == '.')) {
      return false;
    }
    after_slash = c == '/';
  }
  return true;
}

/// Appends one decoded segment to `buffer` at `size`, which moves behind it.
PathOutcome decode_segment(std::string_view segment, PathBuffer& buffer, std::size_t& size) {
  PathOutcome outcome = PathOutcome::Ok;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    char c = segment[i];
    if (c == '%') {
      const int high = i + 1 < segment.size() ? hex_value(segment[i + 1]) : -1;
      const int low = i + 2 < segment.size() ? hex_value(segment[i + 2]) : -1;
      if (high < 0 || low < 0 || (high == 0 && low == 0)) {
        return PathOutcome::Malformed;
      }
      c = static_cast<char>(high * 16 + low);
      if (c == '/') {
        outcome = PathOutcome::NotFound;
      }
      i += 2;
    }
    buffer[size++] = c;
  }
  return outcome;
}

/// The size of the path without its last segment, the slash before which is dropped too.
std::size_t without_last_segment(const PathBuffer& buffer, std::size_t size) {
  const std::size_t slash = std::string_view(buffer.data(), size).rfind('/');
  return slash == std::string_view::npos ? 0 : slash;
}

}  // namespace

DecodedPath decode_path(std::string_view path, PathBuffer& buffer) {
  LOOM_CHECK(path.starts_with('/') && path.size() <= buffer.size());
  if (is_plain(path)) {
    return {PathOutcome::Ok, path};
  }
  DecodedPath decoded;
  std::size_t size = 0;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/', 1), rest.size());
    const bool is_last = end == rest.size();
    const std::size_t segment_begin = size;
    buffer[size++] = '/';
    const PathOutcome outcome = decode_segment(rest.substr(1, end - 1), buffer, size);
    if (outcome == PathOutcome::Malformed) {
      return {PathOutcome::Malformed, {}};
    }
    if (outcome == PathOutcome::NotFound) {
      decoded.outcome = PathOutcome::NotFound;
    }
    const std::string_view segment(buffer.data() + segment_begin, size - segment_begin);
    if (segment == "/." || segment == "/..") {
      size = segment == "/." ? segment_begin : without_last_segment(buffer, segment_begin);
      if (is_last) {
        buffer[size++] = '/';
      }
    }
    rest.remove_prefix(end);
  }
  decoded.path = std::string_view(buffer.data(), size);
  return decoded;
}

}  // namespace loom::http
