#include "http/accept_encoding.h"

#include <optional>
#include <string_view>

#include "http/characters.h"
#include "http/list_field.h"

namespace loom::http {

namespace {

/// qvalue of RFC 9110 §12.4.2 in thousandths: "0", "0.5", "1.000".
std::optional<std::int16_t> parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
      (text.size() > 1 && text[1] != '.')) {
    return std::nullopt;
  }
  int weight = (text[0] - '0') * kFullWeight;
  int place = kFullWeight / 10;
  for (std::size_t i = 2; i < text.size(); ++i, place /= 10) {
    if (!base::is_digit(text[i])) {
      return std::nullopt;
    }
    weight += (text[i] - '0') * place;
  }
  return weight <= kFullWeight ? std::optional(static_cast<std::int16_t>(weight)) : std::nullopt;
}

/// The weight of a list member with the parameters `parameters` (";q=0.5"); kNotAcceptable for q=0, as the
/// field says.
std::optional<std::int16_t> weight_of(std::string_view parameters) {
  if (parameters.empty()) {
    return kFullWeight;
  }
  const std::string_view parameter = trim_blanks(parameters.substr(1));
  if (parameter.size() < 2 || base::to_lower(parameter[0]) != 'q' || parameter[1] != '=') {
    return std::nullopt;
  }
  const auto weight = parse_weight(parameter.substr(2));
  return weight == 0 ? kNotAcceptable : weight;
}

/// What the field says of each coding; nothing where it is not named.
struct NamedWeights {
  std::optional<std::int16_t> identity;
  std::optional<std::int16_t> gzip;
  std::optional<std::int16_t> brotli;
  std::optional<std::int16_t> any;

  void set(std::string_view coding, std::int16_t weight) {
    if (equals_lower(coding, "br")) {
      brotli = weight;
    } else if (equals_lower(coding, "gzip") || equals_lower(coding, "x-gzip")) {
      gzip = weight;
    } else if (equals_lower(coding, "identity")) {
      identity = weight;
    } else if (coding == "*") {
      any = weight;
    }
  }
};

}  // namespace

CodingWeights parse_accept_encoding(const ListField& field) {
  NamedWeights named;
  for_each_field_value(field, "accept-encoding", [&](std::string_view value) {
    for_each_list_member(value, [&](std::string_view member) {
      const std::size_t semicolon = member.find(';');
      const std::string_view parameters =
          semicolon == std::string_view::npos ? std::string_view() : member.substr(semicolon);
      if (const auto weight = weight_of(parameters); weight) {
        named.set(trim_blanks(member.substr(0, semicolon)), *weight);
      }
    });
  });
  const std::int16_t otherwise = named.any.value_or(kNotAcceptable);
  CodingWeights weights;
  weights.gzip = named.gzip.value_or(otherwise);
  weights.brotli = named.brotli.value_or(otherwise);
  weights.identity = named.identity.value_or(named.any == kNotAcceptable ? kNotAcceptable : kFallbackWeight);
  return weights;
}

}  // namespace loom::http
