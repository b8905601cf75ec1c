#include "http/request_target.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "http/characters.h"
#include "http/host.h"

namespace loom::http {

namespace {

constexpr std::string_view kHttpScheme = "http://";

constexpr std::array<std::pair<std::string_view, Method>, 9> kMethods{{{"GET", Method::Get},
                                                                       {"HEAD", Method::Head},
                                                                       {"OPTIONS", Method::Options},
                                                                       {"POST", Method::Post},
                                                                       {"PUT", Method::Put},
                                                                       {"PATCH", Method::Patch},
                                                                       {"DELETE", Method::Delete},
                                                                       {"TRACE", Method::Trace},
                                                                       {"CONNECT", Method::Connect}}};

void split_path_and_query(Request& request, std::string_view target) {
  const std::size_t question_mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question_mark);
  request.query = target.substr(question_mark);
}

bool split_authority_form(Request& request) {
  request.target_form = TargetForm::Authority;
  const auto host = parse_host(request.target);
  return host && !host->port.empty();
}

bool split_absolute_form(Request& request) {
  request.target_form = TargetForm::Absolute;
  const std::string_view rest = request.target.substr(kHttpScheme.size());
  const std::size_t authority_bytes = std::min(rest.find_first_of("/?"), rest.size());
  request.host = rest.substr(0, authority_bytes);
  split_path_and_query(request, rest.substr(authority_bytes));
  if (request.path.empty()) {
    request.path = "/";
  }
  return parse_host(request.host).has_value();
}

}  // namespace

Method find_method(std::string_view name) {
  for (const auto& [known, method] : kMethods) {
    if (name == known) {
      return method;
    }
  }
  return Method::Unknown;
}

bool can_begin_target(std::string_view beginning, Method method) {
  if (beginning.front() == '/' || method == Method::Connect) {
    return (beginning.front() == '/') != (method == Method::Connect);
  }
  const std::size_t compared_bytes = std::min(beginning.size(), kHttpScheme.size());
  return beginning == "*" ||
         equals_lower(beginning.substr(0, compared_bytes), kHttpScheme.substr(0, compared_bytes));
}

bool split_target(Request& request) {
  if (request.method == Method::Connect) {
    return split_authority_form(request);
  }
  if (request.target.starts_with('/')) {
    request.target_form = TargetForm::Origin;
    split_path_and_query(request, request.target);
    return true;
  }
  if (request.target == "*") {
    request.target_form = TargetForm::Asterisk;
    request.path = request.target;
    return request.method == Method::Options;
  }
  return request.target.size() > kHttpScheme.size() && split_absolute_form(request);
}

}  // namespace loom::http
