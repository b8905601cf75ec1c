// get_hash.
#include <fmt/format.h>
#include <optional>

#include "base/digest.h"
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

std::optional<base::Sha2> sha2_of(std::int64_t bits) {
  switch (bits) {
    case 256:
      return base::Sha2::Sha256;
    case 384:
      return base::Sha2::Sha384;
    case 512:
      return base::Sha2::Sha512;
    default:
      return std::nullopt;
  }
}

Value printed(const std::string& digest, bool as_base64) {
  return Value::string(as_base64 ? base::to_base64(digest) : base::to_hex(digest));
}

CallResult get_hash(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path", "");
  const std::string literal = reader.text("literal", "");
  const std::int64_t bits = reader.integer("sha_type", 384);
  const bool as_base64 = reader.boolean("base64", true);
  if (reader.error()) {
    return *reader.error();
  }
  const bool has_path = arguments.find("path") != nullptr;
  if (has_path == (arguments.find("literal") != nullptr)) {
    return CallError{"it needs either `path` or `literal`"};
  }
  const auto kind = sha2_of(bits);
  if (!kind) {
    return CallError{fmt::format("sha_type is {}; it can be 256, 384 or 512", bits)};
  }
  if (!has_path) {
    return printed(base::sha2(*kind, literal), as_base64);
  }
  const RenderHost& host = host_of(context);
  const site::SourceFile* file = find_named_file(host, path);
  if (file == nullptr) {
    return missing_file(path);
  }
  const auto digest = host.digests.find(host.site_root, *file, *kind);
  return digest ? CallResult(printed(*digest, as_base64)) : CallResult(CallError{digest.error().message()});
}

}  // namespace

void add_data_functions(templating::Environment& environment) {
  environment.add_function({"get_hash", {"path", "literal", "sha_type", "base64"}}, get_hash);
}

}  // namespace loom::build
