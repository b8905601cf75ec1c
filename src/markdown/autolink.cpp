#include "markdown/autolink.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace loom::markdown {
namespace {

constexpr std::string_view kWww = "www.";
constexpr std::string_view kAfterScheme = "://";
constexpr std::string_view kAtSign = "@";

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool is_domain_byte(char c) {
  return base::is_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// The end of the domain at `begin`, or `begin` when there is none: dots between parts, no underscore in the
/// last two.
std::size_t domain_end(std::string_view text, std::size_t begin, std::size_t dots_min) {
  std::size_t dots = 0;
  std::size_t underscores_before = 0;
  std::size_t underscores = 0;
  std::size_t end = begin;
  for (; end < text.size() && (is_domain_byte(text[end]) || text[end] == '.'); ++end) {
    if (text[end] == '.') {
      if (end == begin || text[end - 1] == '.' || end + 1 == text.size() || !is_domain_byte(text[end + 1])) {
        break;
      }
      ++dots;
      underscores_before = underscores;
      underscores = 0;
    } else if (text[end] == '_') {
      ++underscores;
    }
  }
  return underscores + underscores_before > 0 || dots < dots_min ? begin : end;
}

/// A trailing "&name;" looks like a character reference and stays outside. The byte at `end` - 1 is ";".
std::size_t without_reference(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t name = end - 1;
  while (name > begin && base::is_alnum(text[name - 1])) {
    --name;
  }
  return name > begin && name + 1 < end && text[name - 1] == '&' ? name - 1 : end - 1;
}

std::size_t without_trailing_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view link = text.substr(begin, end - begin);
  auto closings = std::count(link.begin(), link.end(), ')');
  const auto openings = std::count(link.begin(), link.end(), '(');
  while (end > begin) {
    const char last = text[end - 1];
    if (is_one_of(last, "?!.,:*_~'\"")) {
      --end;
    } else if (last == ';') {
      end = without_reference(text, begin, end);
    } else if (last == ')' && closings > openings) {
      --closings;
      --end;
    } else {
      break;
    }
  }
  return end;
}

/// The end of a URL whose domain is at `domain`, or `domain` when there is no URL.
std::size_t url_end(std::string_view text, std::size_t begin, std::size_t domain, std::size_t dots_min) {
  std::size_t end = domain_end(text, domain, dots_min);
  if (end == domain) {
    return domain;
  }
  while (end < text.size() && !base::is_space(text[end]) && text[end] != '<') {
    ++end;
  }
  return std::max(domain, without_trailing_punctuation(text, begin, end));
}

std::optional<Autolink> match_www(std::string_view text, std::size_t begin) {
  const bool starts_word =
      begin == 0 || base::is_space(text[begin - 1]) || is_one_of(text[begin - 1], "*_~(");
  if (!starts_word || !text.substr(begin).starts_with(kWww)) {
    return std::nullopt;
  }
  const std::size_t end = url_end(text, begin, begin, 1);
  return end == begin ? std::nullopt : std::optional(Autolink{begin, end, AutolinkKind::Www});
}

/// `colon` is the place of "://"; the scheme is not looked for before `from`.
std::optional<Autolink> match_scheme(std::string_view text, std::size_t from, std::size_t colon) {
  constexpr std::array<std::string_view, 3> kSchemes{"http", "https", "ftp"};
  std::size_t begin = colon;
  while (begin > from && base::is_alpha(text[begin - 1])) {
    --begin;
  }
  const std::string_view scheme = text.substr(begin, colon - begin);
  const bool known = std::any_of(kSchemes.begin(), kSchemes.end(), [scheme](std::string_view candidate) {
    return base::equals_ignore_case(candidate, scheme);
  });
  if (!known || !text.substr(colon).starts_with(kAfterScheme)) {
    return std::nullopt;
  }
  const std::size_t domain = colon + kAfterScheme.size();
  const std::size_t end = url_end(text, begin, domain, 0);
  return end == domain ? std::nullopt : std::optional(Autolink{begin, end, AutolinkKind::Url});
}

/// The end of a mail domain at `begin`: parts of letters, digits, "-" and "_" with at least one dot between.
std::size_t mail_domain_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  std::size_t dots = 0;
  while (end < text.size()) {
    const bool dot =
        text[end] == '.' && end > begin && end + 1 < text.size() && base::is_alnum(text[end + 1]);
    if (!dot && !base::is_alnum(text[end]) && !is_one_of(text[end], "-_")) {
      break;
    }
    dots += dot ? 1 : 0;
    ++end;
  }
  return dots == 0 || is_one_of(text[end - 1], "-_") ? begin : end;
}

std::optional<Autolink> match_email(std::string_view text, std::size_t from, std::size_t at) {
  std::size_t begin = at;
  while (begin > from && (base::is_alnum(text[begin - 1]) || is_one_of(text[begin - 1], ".+-_"))) {
    --begin;
  }
  const std::size_t domain = at + 1;
  const std::size_t end = mail_domain_end(text, domain);
  if (begin == at || end == domain || (end < text.size() && text[end] == '@')) {
    return std::nullopt;
  }
  return Autolink{begin, end, AutolinkKind::Email};
}

void find_mark(std::string_view text, std::string_view mark, std::size_t from, std::size_t& place) {
  if (place < from) {
    place = std::min(text.find(mark, from), text.size());
  }
}

}  // namespace

std::string_view Autolink::url_prefix() const {
  switch (kind) {
    case AutolinkKind::Www:
      return "http://";
    case AutolinkKind::Email:
      return "mailto:";
    default:
      return "";
  }
}

AutolinkFinder::AutolinkFinder(std::string_view text)
    : text_(text),
      scheme_(std::min(text.find(kAfterScheme), text.size())),
      at_sign_(std::min(text.find(kAtSign), text.size())),
      www_(std::min(text.find(kWww), text.size())) {}

std::optional<Autolink> AutolinkFinder::next() {
  find_marks(done_);
  for (std::size_t place = std::min({scheme_, at_sign_, www_}); place < text_.size();
       place = std::min({scheme_, at_sign_, www_})) {
    if (auto link = match_at(place)) {
      done_ = link->end;
      return link;
    }
    find_marks(place + 1);
  }
  return std::nullopt;
}

void AutolinkFinder::find_marks(std::size_t from) {
  find_mark(text_, kAfterScheme, from, scheme_);
  find_mark(text_, kAtSign, from, at_sign_);
  find_mark(text_, kWww, from, www_);
}

std::optional<Autolink> AutolinkFinder::match_at(std::size_t place) const {
  switch (text_[place]) {
    case ':':
      return match_scheme(text_, done_, place);
    case '@':
      return match_email(text_, done_, place);
    default:
      return match_www(text_, place);
  }
}

}  // namespace loom::markdown
