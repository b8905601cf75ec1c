// The one escape function per syntax in the whole program. Each appends to `out`; bytes are taken as UTF-8
// and passed through where the syntax allows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loom::base {

/// & < > " ' as character references, for text and quoted attribute values of HTML and XML. Control
/// characters that XML 1.0 forbids are dropped by append_xml only.
void append_html(std::string& out, std::string_view text);
void append_xml(std::string& out, std::string_view text);
std::string html_escaped(std::string_view text);
std::string xml_escaped(std::string_view text);

/// The inside of a JSON string (RFC 8259 §7), without the quotes. `<`, `>`, `&`, U+2028 and U+2029 are
/// written as \u escapes, so that the result may stand inside a script element.
void append_json(std::string& out, std::string_view text);
/// With the quotes.
std::string json_quoted(std::string_view text);

/// A TOML basic string on one line (TOML 1.0, "String"), with the quotes.
std::string toml_quoted(std::string_view text);

/// Percent-encodes all but RFC 3986 pchar and "/": for a path that goes into a URL. UTF-8 bytes are encoded.
std::string url_path_encoded(std::string_view path);
/// Percent-encodes all but the unreserved characters of RFC 3986 §2.3: for one segment or a query value.
std::string url_component_encoded(std::string_view text);
/// Nothing when a "%" is not followed by two hexadecimal digits. "+" stays "+".
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace loom::base
