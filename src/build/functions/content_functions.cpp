// get_page, get_section, get_taxonomy, get_taxonomy_term.
#include <fmt/format.h>

#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"
#include "site/link_index.h"
#include "site/permalink.h"

namespace loom::build {
namespace {

using templating::ArgumentReader;
using templating::Arguments;
using templating::CallError;
using templating::CallResult;
using templating::RenderContext;
using templating::Value;

CallError missing_content(const RenderHost& host, std::string_view what, std::string_view path) {
  const std::string nearest = host.links->find_nearest_content(path);
  return {fmt::format("there is no {} `{}`", what, path),
          nearest.empty() ? "" : "did you mean `" + nearest + "`?"};
}

/// The path with its language, or what is wrong.
std::optional<std::string> read_path(const Arguments& arguments, const RenderHost& host, CallError& error) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path");
  const std::string language = reader.text("lang", "");
  if (reader.error()) {
    error = *reader.error();
    return std::nullopt;
  }
  return path_in_language(host, path, language, error);
}

CallResult get_page(const Arguments& arguments, RenderContext& context) {
  const RenderHost& host = host_of(context);
  CallError error;
  const auto path = read_path(arguments, host, error);
  if (!path) {
    return error;
  }
  if (host.values == nullptr) {
    return content_is_not_known_yet();
  }
  const PageObject* page = host.values->find_page(*path);
  return page != nullptr ? CallResult(Value::object(*page))
                         : CallResult(missing_content(host, "page", *path));
}

/// `metadata_only` spares copies that are not made here: the section is the same with and without it.
CallResult get_section(const Arguments& arguments, RenderContext& context) {
  const RenderHost& host = host_of(context);
  CallError error;
  const auto path = read_path(arguments, host, error);
  if (!path) {
    return error;
  }
  if (host.values == nullptr) {
    return content_is_not_known_yet();
  }
  const SectionObject* section = host.values->find_section(*path);
  return section != nullptr ? CallResult(Value::object(*section))
                            : CallResult(missing_content(host, "section", *path));
}

CallResult missing_taxonomy(bool required, std::string_view kind) {
  if (!required) {
    return Value::null();
  }
  return CallError{fmt::format("there is no taxonomy `{}`", kind),
                   "name it under `taxonomies` in the configuration"};
}

CallResult get_taxonomy(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const RenderHost& host = host_of(context);
  const std::string kind = reader.text("kind");
  const std::string language = reader.text("lang", host.config.default_language);
  const bool required = reader.boolean("required", true);
  if (reader.error()) {
    return *reader.error();
  }
  if (host.values == nullptr) {
    return content_is_not_known_yet();
  }
  ReadLog::note(taxonomy_key(language, kind));
  const site::Taxonomy* taxonomy = host.values->find_taxonomy(language, kind);
  return taxonomy != nullptr ? CallResult(host.values->taxonomy_with_items_value(*taxonomy))
                             : missing_taxonomy(required, kind);
}

CallResult get_taxonomy_term(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const RenderHost& host = host_of(context);
  const std::string kind = reader.text("kind");
  const std::string name = reader.text("term");
  const std::string language = reader.text("lang", host.config.default_language);
  const bool required = reader.boolean("required", true);
  // Spares copies that are not made here: the pages are there either way.
  reader.boolean("include_pages", true);
  if (reader.error()) {
    return *reader.error();
  }
  if (host.values == nullptr) {
    return content_is_not_known_yet();
  }
  ReadLog::note(taxonomy_key(language, kind));
  const site::Taxonomy* taxonomy = host.values->find_taxonomy(language, kind);
  if (taxonomy == nullptr) {
    return missing_taxonomy(required, kind);
  }
  if (const site::Term* term = find_term(host, *taxonomy, name)) {
    return host.values->term_value(*taxonomy, *term);
  }
  return required ? CallResult(CallError{fmt::format("`{}` is no term of the taxonomy `{}`", name, kind)})
                  : CallResult(Value::null());
}

}  // namespace

void add_content_functions(templating::Environment& environment) {
  environment.add_function({"get_page", {"path", "lang"}}, get_page);
  environment.add_function({"get_section", {"path", "metadata_only", "lang"}}, get_section);
  environment.add_function({"get_taxonomy", {"kind", "lang", "required"}}, get_taxonomy);
  environment.add_function({"get_taxonomy_term", {"kind", "term", "lang", "required", "include_pages"}},
                           get_taxonomy_term);
}

}  // namespace loom::build
