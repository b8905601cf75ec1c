// The four forms of a request target. Any thread. RFC 9112 §3.2.
#pragma once

#include <string_view>

#include "http/request.h"

namespace loom::http {

/// GET, HEAD, ...: case-sensitive. Unknown for any other token.
Method find_method(std::string_view name);

/// Whether `beginning` can begin a target for `method`, so that a wrong one is refused before its end
/// arrives. Requires: not empty.
bool can_begin_target(std::string_view beginning, Method method);

/// Sets target_form, path, query and, in absolute-form, host of `request` from its target. False when the
/// target is malformed, or asterisk-form without OPTIONS. Requires: method and target are set.
bool split_target(Request& request);

}  // namespace loom::http
