#include "http/host_policy.h"

#include <algorithm>

#include "http/host.h"

namespace loom::http {

namespace {

bool is_name_of(std::string_view name, std::string_view allowed) {
  if (!allowed.starts_with('.')) {
    return is_same_name(name, allowed);
  }
  return is_same_name(name, allowed.substr(1)) ||
         (name.size() > allowed.size() && is_same_name(name.substr(name.size() - allowed.size()), allowed));
}

}  // namespace

bool is_allowed_host(std::string_view host, const HostPolicy& policy) {
  const auto parsed = parse_host(host);
  if (!parsed || parsed->is_address || is_loopback_name(parsed->name)) {
    return parsed.has_value();
  }
  const auto is_own = [&](std::string_view allowed) { return is_name_of(parsed->name, allowed); };
  return (!policy.bound_name.empty() && is_own(policy.bound_name)) ||
         std::any_of(policy.allowed_names.begin(), policy.allowed_names.end(), is_own);
}

}  // namespace loom::http
