// now, trans; the filters base64_encode, base64_decode, num_format.
#include <fmt/format.h>

#include "base/date_format.h"
#include "base/digest.h"
#include "base/edit_distance.h"
#include "base/time_names.h"
#include "base/utf8.h"
#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"

namespace loom::build {
namespace {

using templating::ArgumentReader;
using templating::Arguments;
using templating::CallError;
using templating::CallResult;
using templating::RenderContext;
using templating::Value;

CallResult now(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const bool as_timestamp = reader.boolean("timestamp", false);
  if (reader.error()) {
    return *reader.error();
  }
  ReadLog::note_impure();
  const base::UnixTime moment = host_of(context).now;
  return as_timestamp ? Value::integer(moment.time_since_epoch().count())
                      : Value::string(*base::format_date({moment, true, std::chrono::minutes(0)}, "%+"));
}

CallResult trans(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const RenderHost& host = host_of(context);
  const std::string key = reader.text("key");
  const std::string language = reader.text("lang", host.config.default_language);
  if (reader.error()) {
    return *reader.error();
  }
  if (auto unknown = check_language(host, language)) {
    return *unknown;
  }
  const site::LanguageSettings settings = site::language_settings(host.config, language);
  std::vector<std::string> names;
  for (const auto& [name, text] : settings.translations) {
    if (name == key) {
      return Value::view(text);
    }
    names.push_back(name);
  }
  const auto nearest = base::find_nearest_name(key, names);
  const std::string table =
      language == host.config.default_language ? "translations" : "languages." + language + ".translations";
  return CallError{
      fmt::format("there is no translation of `{}` for the language `{}`", key, language),
      nearest ? "did you mean `" + *nearest + "`?" : "add it under [" + table + "] in the configuration"};
}

CallResult base64_encode(const Value& input, const Arguments&, RenderContext&) {
  if (!input.is_string()) {
    return CallError{fmt::format("it takes a string, not {}", input.type_name())};
  }
  return Value::string(base::to_base64(input.as_text()));
}

CallResult base64_decode(const Value& input, const Arguments&, RenderContext&) {
  if (!input.is_string()) {
    return CallError{fmt::format("it takes a string, not {}", input.type_name())};
  }
  const auto bytes = base::from_base64(input.as_text());
  if (!bytes || base::find_invalid_utf8(*bytes)) {
    return CallError{bytes ? "what is encoded is no text in UTF-8" : "the text is no Base64"};
  }
  return Value::string(*bytes);
}

/// In the groups of the language, from the right; the last size counts on.
std::string grouped(std::string digits, const base::TimeNames& names) {
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  std::size_t size = names.group_sizes[0];
  for (std::size_t at = digits.size(); size != 0 && at > sign + size;) {
    at -= size;
    digits.insert(at, names.group_separator);
    size = names.group_sizes[1];
  }
  return digits;
}

CallResult num_format(const Value& input, const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const bool is_named = arguments.find("locale") != nullptr;
  const std::string locale = is_named ? reader.text("locale") : host_of(context).config.default_language;
  if (reader.error()) {
    return *reader.error();
  }
  if (input.kind() != templating::ValueKind::Integer) {
    return CallError{fmt::format("it takes an integer, not {}", input.type_name())};
  }
  const base::TimeNames* names = base::find_language_names(locale);
  if (names == nullptr) {
    return CallError{fmt::format("there is no language \"{}\"", locale),
                     "languages are named as in \"de\" or \"pt-BR\""};
  }
  return Value::string(grouped(fmt::format("{}", input.as_integer()), *names));
}

}  // namespace

void add_text_functions(templating::Environment& environment) {
  environment.add_function({"now", {"timestamp", "utc"}}, now);
  environment.add_function({"trans", {"key", "lang"}}, trans);
  environment.add_filter({"base64_encode", {}}, base64_encode);
  environment.add_filter({"base64_decode", {}}, base64_decode);
  environment.add_filter({"num_format", {"locale"}}, num_format);
}

}  // namespace loom::build
