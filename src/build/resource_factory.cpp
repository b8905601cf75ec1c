#include "build/resource_factory.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>

#include "base/escape.h"
#include "base/file.h"
#include "base/media_type.h"
#include "build/encoder.h"
#include "http/representation_fields.h"

namespace loom::build {
namespace {

using snapshot::Coding;
using snapshot::Representation;
using snapshot::Resource;
using snapshot::ResourcePtr;

constexpr std::string_view coding_name(Coding coding) {
  return coding == Coding::Gzip ? "gzip" : coding == Coding::Brotli ? "br" : "";
}

std::unique_ptr<const Representation> make_representation(const http::RepresentationInfo& info,
                                                          std::shared_ptr<const std::string> body) {
  auto representation = std::make_unique<Representation>();
  representation->body = std::move(body);
  representation->etag = info.etag;
  representation->fields = http::representation_fields(info);
  representation->not_modified_fields = http::not_modified_fields(info);
  return representation;
}

http::RepresentationInfo info_for(const ResourceSpec& spec) {
  http::RepresentationInfo info;
  info.media_type = spec.media_type;
  info.last_modified = spec.last_modified;
  info.cache_control = http::cache_control(spec.cache_policy);
  return info;
}

bool is_worth_coding(const ResourceSpec& spec, std::size_t size_bytes) {
  return spec.with_codings && size_bytes >= kEncodedBytesMin && base::is_compressible(spec.media_type);
}

struct CodedBodies {
  std::optional<std::string> gzip;
  std::optional<std::string> brotli;
};

CodedBodies coded_bodies(const ResourceSpec& spec, const std::string& body) {
  if (!is_worth_coding(spec, body.size())) {
    return {};
  }
  return {gzip_encoded(body, Effort::Fast), brotli_encoded(body, Effort::Fast)};
}

/// Whether `previous` already is what the spec asks for: the same bytes under the same fields.
bool is_same(const ResourcePtr& previous, const ResourceSpec& spec,
             const http::RepresentationInfo& identity) {
  if (!previous || previous->file || previous->status != spec.status ||
      previous->redirect.has_value() != spec.redirect.has_value()) {
    return false;
  }
  if (spec.redirect && previous->redirect->location != spec.redirect->location) {
    return false;
  }
  http::RepresentationInfo info = identity;
  info.has_other_codings =
      previous->find(Coding::Gzip) != nullptr || previous->find(Coding::Brotli) != nullptr;
  return previous->identity().etag == identity.etag &&
         previous->identity().fields == http::representation_fields(info);
}

/// The tag is of the coded bytes: a later, smaller coding of the same body is another representation.
std::unique_ptr<const Representation> make_coded(const ResourceSpec& spec, Coding coding, std::string coded) {
  http::RepresentationInfo info = info_for(spec);
  const std::string etag = http::strong_etag(coded, coding_name(coding));
  info.etag = etag;
  info.content_length_bytes = coded.size();
  info.content_coding = coding_name(coding);
  info.has_other_codings = true;
  return make_representation(info, std::make_shared<const std::string>(std::move(coded)));
}

}  // namespace

ResourcePtr make_resource(const ResourceSpec& spec, std::shared_ptr<const std::string> body,
                          const ResourcePtr& previous) {
  http::RepresentationInfo info = info_for(spec);
  const std::string etag = http::strong_etag(*body, "");
  info.etag = etag;
  info.content_length_bytes = body->size();
  if (is_same(previous, spec, info)) {
    return previous;
  }
  auto resource = std::make_shared<Resource>();
  resource->status = spec.status;
  resource->media_type = spec.media_type;
  resource->last_modified = spec.last_modified;
  resource->redirect = spec.redirect;
  CodedBodies coded = coded_bodies(spec, *body);
  if (coded.gzip) {
    resource->representations[1] = make_coded(spec, Coding::Gzip, std::move(*coded.gzip));
  }
  if (coded.brotli) {
    resource->representations[2] = make_coded(spec, Coding::Brotli, std::move(*coded.brotli));
  }
  info.has_other_codings = coded.gzip.has_value() || coded.brotli.has_value();
  resource->representations[0] = make_representation(info, std::move(body));
  return resource;
}

base::Result<ResourcePtr> make_file_resource(const ResourceSpec& spec, const std::string& file_path,
                                             const base::FileStamp& stamp, const ResourcePtr& previous) {
  if (previous && previous->file && previous->file->stamp == stamp) {
    return previous;
  }
  base::UniqueFd fd(::open(file_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!fd) {
    return base::os_error(file_path, errno);
  }
  if (!(base::file_status(file_path).stamp == stamp)) {
    return base::Error(file_path + ": changed while the site was built");
  }
  http::RepresentationInfo info = info_for(spec);
  const std::string etag = fmt::format("\"{:x}-{:x}-{:x}-{:x}-{:x}\"", stamp.device, stamp.inode,
                                       stamp.size_bytes, stamp.modified_ns, stamp.changed_ns);
  info.etag = etag;
  info.content_length_bytes = stamp.size_bytes;
  auto resource = std::make_shared<Resource>();
  resource->media_type = spec.media_type;
  resource->last_modified = spec.last_modified;
  resource->representations[0] = make_representation(info, nullptr);
  auto file = std::make_shared<snapshot::LargeFile>();
  file->fd = std::move(fd);
  file->stamp = stamp;
  resource->file = std::move(file);
  return ResourcePtr(std::move(resource));
}

ResourcePtr make_redirect(const std::string& url, const std::string& location, const ResourcePtr& previous) {
  // The script keeps the fragment of the old URL, which no server sees.
  auto body = std::make_shared<const std::string>(
      fmt::format("<!doctype html>\n<meta charset=\"utf-8\">\n<title>Redirect</title>\n"
                  "<script>\n  const target = {1};\n  const hash = window.location.hash || \"\";\n"
                  "  window.location.replace(target + hash);\n</script>\n"
                  "<noscript>\n  <meta http-equiv=\"refresh\" content=\"0; url={0}\">\n</noscript>\n"
                  "<p><a href=\"{0}\">Click here</a> to be redirected.</p>\n",
                  base::html_escaped(url), base::json_quoted(url)));
  ResourceSpec spec;
  spec.media_type = "text/html; charset=utf-8";
  spec.redirect = snapshot::Redirect{301, location};
  return make_resource(spec, std::move(body), previous);
}

}  // namespace loom::build
