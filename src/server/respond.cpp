#include "server/respond.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "base/digest.h"
#include "base/escape.h"
#include "http/accept_encoding.h"
#include "http/byte_range.h"
#include "http/characters.h"
#include "http/conditional.h"
#include "http/field_lines.h"
#include "http/host.h"
#include "http/host_policy.h"
#include "http/limits.h"
#include "http/request_path.h"
#include "http/status.h"
#include "server/body_parts.h"

namespace loom::server {

namespace {

using http::Method;
using snapshot::Coding;
using snapshot::Representation;
using snapshot::Resource;
using snapshot::ResourcePtr;

constexpr std::string_view kIndexName = "index.html";

/// What an answer is made from.
struct Exchange {
  const http::Request& request;
  const snapshot::Snapshot& snapshot;
  const RespondOptions& options;
};

bool is_retrieval(Method method) {
  return method == Method::Get || method == Method::Head;
}

Response begin_response(const http::Request& request, int status, const RespondOptions& options) {
  Response response;
  response.status = status;
  response.status_line = http::status_line(status);
  response.close = !request.keep_alive || options.body_is_unread;
  return response;
}

Response redirect(const Exchange& exchange, int status, std::string_view location) {
  Response response = begin_response(exchange.request, status, exchange.options);
  response.extra_fields.add("Location", location);
  response.extra_fields.add("Content-Length", "0");
  return response;
}

/// `path` is decoded. The location has one slash in front whatever the path has, so that it cannot name
/// another host.
Response redirect_to_path(const Exchange& exchange, int status, std::string_view path) {
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  return redirect(exchange, status, "/" + base::url_path_encoded(path).append(exchange.request.query));
}

/// Picks the representation to send: the heaviest, among equals the smallest coding. Null when the client
/// refuses all of them (406). RFC 9110 §12.5.3.
const Representation* negotiate(const Resource& resource, const http::CodingWeights& weights) {
  const std::array<std::pair<Coding, std::int16_t>, snapshot::kCodingCount> by_preference{
      {{Coding::Brotli, weights.brotli}, {Coding::Gzip, weights.gzip}, {Coding::Identity, weights.identity}}};
  const Representation* best = nullptr;
  std::int16_t best_weight = http::kNotAcceptable;
  for (const auto& [coding, weight] : by_preference) {
    const Representation* candidate = resource.find(coding);
    if (candidate != nullptr && weight > best_weight) {
      best = candidate;
      best_weight = weight;
    }
  }
  return best;
}

std::uint64_t size_of(const Resource& resource, const Representation& representation) {
  return representation.body != nullptr ? representation.body->size() : resource.size_bytes();
}

Response begin_resource_response(const Exchange& exchange, int status, const ResourcePtr& resource) {
  Response response = begin_response(exchange.request, status, exchange.options);
  response.resource = &resource;
  if (exchange.options.preview) {
    response.extra_fields.add_lines("Cross-Origin-Resource-Policy: same-origin\r\n");
  }
  return response;
}

Response whole(const Exchange& exchange, const ResourcePtr& resource, const Representation& representation) {
  Response response = begin_resource_response(exchange, resource->status, resource);
  response.fields = representation.fields;
  if (exchange.request.method != Method::Head) {
    response.body = body_part(*resource, representation, {0, size_of(*resource, representation)});
  }
  return response;
}

/// The location as a field value: what is no visible ASCII is percent-encoded, as browsers would.
std::string location_value(std::string_view location) {
  std::string value;
  for (const char c : location) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      value += c;
    } else {
      value += fmt::format("%{:02X}", byte);
    }
  }
  return value;
}

Response configured_redirect(const Exchange& exchange, const ResourcePtr& resource) {
  Response response = begin_resource_response(exchange, resource->redirect->status, resource);
  const Representation& page = resource->identity();
  response.fields = page.fields;
  response.extra_fields.add("Location", location_value(resource->redirect->location));
  if (exchange.request.method != Method::Head) {
    response.body = body_part(*resource, page, {0, size_of(*resource, page)});
  }
  return response;
}

Response unsatisfiable(const Exchange& exchange, std::uint64_t size_bytes) {
  Response response = refuse(exchange.request, 416, exchange.options);
  response.extra_fields.add("Content-Range", fmt::format("bytes */{}", size_bytes));
  return response;
}

/// The fields of a 206 answer: those of the 200 answer but for those that tell of the body's form and length.
void add_partial_fields(Response& response, std::string_view fields, bool is_multipart) {
  http::for_each_field_line(fields, [&](std::string_view name, std::string_view line) {
    const bool is_replaced = http::equals_lower(name, "content-length") ||
                             (is_multipart && http::equals_lower(name, "content-type"));
    if (!is_replaced) {
      response.extra_fields.add_lines(line);
    }
  });
}

Response partial(const Exchange& exchange, const ResourcePtr& resource,
                 std::span<const http::ByteRange> ranges) {
  const Representation& representation = resource->identity();
  const bool is_multipart = ranges.size() > 1;
  Response response = begin_resource_response(exchange, 206, resource);
  add_partial_fields(response, representation.fields, is_multipart);
  if (is_multipart) {
    const std::string boundary = fmt::format("loom-{:016x}", base::hash64(representation.etag));
    response.multipart = make_multipart(*resource, boundary, ranges);
    response.extra_fields.add("Content-Type", "multipart/byteranges; boundary=" + boundary);
  } else {
    response.body = body_part(*resource, representation, ranges[0]);
    response.extra_fields.add("Content-Range", content_range(ranges[0], resource->size_bytes()));
  }
  response.extra_fields.add("Content-Length", fmt::to_string(response.body_bytes()));
  return response;
}

/// Nothing when the answer does not depend on a precondition.
std::optional<Response> answer_precondition(const Exchange& exchange, const ResourcePtr& resource,
                                            const Representation& representation) {
  const http::Validators validators{representation.etag, resource->last_modified};
  switch (http::evaluate_preconditions(exchange.request, validators, exchange.options.now)) {
    case http::Precondition::Failed:
      return refuse(exchange.request, 412, exchange.options);
    case http::Precondition::NotModified: {
      Response response = begin_resource_response(exchange, 304, resource);
      response.fields = representation.not_modified_fields;
      return response;
    }
    case http::Precondition::Holds:
      break;
  }
  return std::nullopt;
}

/// Ranges are served from the identity, so that a part is a part of the file itself. Nothing when the Range
/// field does not count.
std::optional<Response> answer_range(const Exchange& exchange, const ResourcePtr& resource) {
  const Representation& identity = resource->identity();
  const http::RangeSet set = http::parse_range(exchange.request.range, resource->size_bytes());
  if (set.outcome == http::RangeOutcome::Whole) {
    return std::nullopt;
  }
  const http::Validators validators{identity.etag, resource->last_modified};
  if (!http::is_range_valid(exchange.request, validators, exchange.options.now)) {
    return std::nullopt;
  }
  if (auto answer = answer_precondition(exchange, resource, identity); answer) {
    return answer;
  }
  return set.outcome == http::RangeOutcome::Partial ? partial(exchange, resource, set.ranges())
                                                    : unsatisfiable(exchange, resource->size_bytes());
}

Response answer_resource(const Exchange& exchange, const ResourcePtr& resource) {
  if (resource->redirect) {
    return configured_redirect(exchange, resource);
  }
  const http::CodingWeights weights = http::parse_accept_encoding(exchange.request.accept_encoding);
  const bool is_page = resource->status == 200;
  if (is_page && !exchange.request.range.empty() && exchange.request.method == Method::Get &&
      weights.identity != http::kNotAcceptable) {
    if (auto answer = answer_range(exchange, resource); answer) {
      return std::move(*answer);
    }
  }
  const Representation* representation = negotiate(*resource, weights);
  if (representation == nullptr) {
    return refuse(exchange.request, 406, exchange.options);
  }
  if (is_page) {
    if (auto answer = answer_precondition(exchange, resource, *representation); answer) {
      return std::move(*answer);
    }
  }
  return whole(exchange, resource, *representation);
}

/// "/dir/index.html" is "/dir/".
const ResourcePtr* find_resource(const snapshot::Snapshot& snapshot, std::string_view path) {
  if (const ResourcePtr* exact = snapshot.find(path); exact != nullptr) {
    return exact;
  }
  const std::string_view folder = path.substr(0, path.size() - std::min(path.size(), kIndexName.size()));
  return path.ends_with(kIndexName) && folder.ends_with('/') ? snapshot.find(folder) : nullptr;
}

/// `site_path` is the part of `path` below the mount path.
Response answer_site_path(const Exchange& exchange, std::string_view path, std::string_view site_path) {
  if (const ResourcePtr* resource = find_resource(exchange.snapshot, site_path); resource != nullptr) {
    return answer_resource(exchange, *resource);
  }
  if (!site_path.ends_with('/') && !path.starts_with("//") &&
      exchange.snapshot.find(std::string(site_path) + '/') != nullptr) {
    return redirect_to_path(exchange, 301, std::string(path) + '/');
  }
  return answer_resource(exchange, exchange.snapshot.not_found());
}

Response answer_path(const Exchange& exchange, std::string_view path) {
  const std::string_view mount_path = exchange.snapshot.mount_path();
  if (path.starts_with(mount_path)) {
    return answer_site_path(exchange, path, path.substr(mount_path.size() - 1));
  }
  if (path == "/") {
    return redirect_to_path(exchange, 302, mount_path);
  }
  if (path == mount_path.substr(0, mount_path.size() - 1)) {
    return redirect_to_path(exchange, 301, mount_path);
  }
  return answer_resource(exchange, exchange.snapshot.not_found());
}

Response answer_retrieval(const Exchange& exchange) {
  http::PathBuffer buffer;
  const http::DecodedPath decoded = http::decode_path(exchange.request.path, buffer);
  switch (decoded.outcome) {
    case http::PathOutcome::Malformed:
      return refuse(exchange.request, 400, exchange.options);
    case http::PathOutcome::NotFound:
      return answer_resource(exchange, exchange.snapshot.not_found());
    case http::PathOutcome::Ok:
      break;
  }
  return answer_path(exchange, decoded.path);
}

Response answer_options(const Exchange& exchange) {
  Response response = begin_response(exchange.request, 204, exchange.options);
  response.extra_fields.add("Allow", http::kAllowedMethods);
  return response;
}

/// The statuses 0 (go on) or that of a refusal which does not depend on the site.
int find_general_refusal(const http::Request& request, const RespondOptions& options) {
  if (const int status = find_refusal(request, options); status != 0) {
    return status;
  }
  if (request.method == Method::Unknown) {
    return 501;
  }
  if (!is_retrieval(request.method) && request.method != Method::Options) {
    return 405;
  }
  if (options.body_is_unread && request.content_length > http::kBodyDrainBytesMax) {
    return 413;
  }
  if (request.expectation == http::Expectation::Unknown) {
    return 417;
  }
  return http::equals_lower(request.upgrade, "websocket") ? 426 : 0;
}

}  // namespace

std::span<const BodyPart> Response::parts() const {
  if (multipart != nullptr) {
    return multipart->parts;
  }
  return {&body, body.size_bytes() != 0 ? std::size_t{1} : std::size_t{0}};
}

std::uint64_t Response::body_bytes() const {
  std::uint64_t sum = 0;
  for (const BodyPart& part : parts()) {
    sum += part.size_bytes();
  }
  return sum;
}

Response respond(const http::Request& request, const snapshot::Snapshot& snapshot,
                 const RespondOptions& options) {
  if (const int status = find_general_refusal(request, options); status != 0) {
    return refuse(request, status, options);
  }
  const Exchange exchange{request, snapshot, options};
  return request.method == Method::Options ? answer_options(exchange) : answer_retrieval(exchange);
}

Response refuse(int status) {
  Response response;
  response.status = status;
  response.status_line = http::status_line(status);
  response.fields = http::error_fields(status);
  response.body.bytes = http::error_body(status);
  response.close = true;
  return response;
}

Response refuse(const http::Request& request, int status, const RespondOptions& options) {
  Response response = refuse(status);
  response.close = !request.keep_alive || options.body_is_unread || request.method == Method::Connect;
  if (request.method == Method::Head) {
    response.body = {};
  }
  return response;
}

bool answers_before_body(const http::Request& request, bool body_has_begun) {
  const bool takes_body = is_retrieval(request.method) || request.method == Method::Options;
  const bool is_awaited = request.expectation == http::Expectation::Continue && !body_has_begun;
  return request.has_body() &&
         (!takes_body || is_awaited || request.content_length > http::kBodyDrainBytesMax);
}

int find_refusal(const http::Request& request, const RespondOptions& options) {
  if (!options.preview) {
    return 0;
  }
  const http::HostPolicy policy{options.bound_name, options.allowed_hosts};
  if (!request.host.empty() && !http::is_allowed_host(request.host, policy)) {
    return 403;
  }
  return request.origin.empty() || http::is_origin_of(request.origin, request.host) ? 0 : 403;
}

}  // namespace loom::server
