// Escaping as CommonMark's reference HTML does it. Apart from base's, which also escapes the apostrophe: in
// prose an apostrophe stands in nearly every line, and the specification's examples leave it as it is. Any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace loom::markdown {

/// & < > " as character references: for text and for attribute values in double quotes.
void append_text(std::string& out, std::string_view text);

/// & < > as character references: for text alone, where Zola leaves quotes as they are.
void append_body_text(std::string& out, std::string_view text);

/// A URL as the value of an attribute in double quotes: bytes that no URL may hold are percent-encoded, "%"
/// stays, & and ' become character references.
void append_url(std::string& out, std::string_view url);

}  // namespace loom::markdown
