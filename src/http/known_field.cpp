#include "http/known_field.h"

#include <array>
#include <span>

#include "http/characters.h"

namespace loom::http {

namespace {

struct KnownName {
  std::string_view lower;
  KnownField field;
};

/// By length, so that a name is compared with one to three others at most.
constexpr std::array<KnownName, kKnownFieldCount> kNames{{
    {"host", KnownField::Host},
    {"range", KnownField::Range},
    {"expect", KnownField::Expect},
    {"origin", KnownField::Origin},
    {"referer", KnownField::Referer},
    {"upgrade", KnownField::Upgrade},
    {"if-match", KnownField::IfMatch},
    {"if-range", KnownField::IfRange},
    {"connection", KnownField::Connection},
    {"user-agent", KnownField::UserAgent},
    {"if-none-match", KnownField::IfNoneMatch},
    {"content-length", KnownField::ContentLength},
    {"sec-fetch-site", KnownField::SecFetchSite},
    {"accept-encoding", KnownField::AcceptEncoding},
    {"if-modified-since", KnownField::IfModifiedSince},
    {"transfer-encoding", KnownField::TransferEncoding},
    {"if-unmodified-since", KnownField::IfUnmodifiedSince},
}};

constexpr std::size_t kNameBytesMax = kNames.back().lower.size();

/// The first name of each length, one past the longest included.
constexpr auto make_first_of_length() {
  std::array<std::uint8_t, kNameBytesMax + 2> first{};
  for (std::size_t length = 0; length < first.size(); ++length) {
    std::uint8_t index = 0;
    while (index < kNames.size() && kNames[index].lower.size() < length) {
      ++index;
    }
    first[length] = index;
  }
  return first;
}

constexpr auto kFirstOfLength = make_first_of_length();

}  // namespace

KnownField find_known_field(std::string_view name) {
  if (name.size() > kNameBytesMax) {
    return KnownField::Other;
  }
  for (std::size_t i = kFirstOfLength[name.size()]; i < kFirstOfLength[name.size() + 1]; ++i) {
    if (equals_lower(name, kNames[i].lower)) {
      return kNames[i].field;
    }
  }
  return KnownField::Other;
}

}  // namespace loom::http
