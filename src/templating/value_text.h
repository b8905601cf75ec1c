// Values as text: what `{{ }}` prints, and JSON. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "templating/value.h"

namespace loom::templating {

/// Appends what `{{ value }}` prints without escaping: "true", "[1, 2]", "[object]" for maps, nothing for
/// null and undefined. A float has no exponent and no ".0" ("1", "0.25").
void append_display(std::string& out, const Value& value);
std::string display_text(const Value& value);

void append_integer(std::string& out, std::int64_t value);
/// Shortest digits that read back as `value`, without an exponent; "NaN" and "inf" as they are.
void append_float(std::string& out, double value);
/// A float as JSON libraries write it: always with "." or an exponent; "null" when it is not finite.
void append_json_float(std::string& out, double value);

/// The text of strings and dates ("2026-11-20", or RFC 3339 with a time); "" for everything else.
std::string text_of(const Value& value);

struct JsonOptions {
  /// Two spaces per level, as serde_json does.
  bool pretty = false;
  std::size_t output_bytes_max = SIZE_MAX;
};
/// False when the value is deeper than kValueDepthMax or longer than the limit; `out` then holds a part of
/// it. Strings are escaped as RFC 8259 §7 requires and not further, non-ASCII stays as it is.
bool append_json(std::string& out, const Value& value, const JsonOptions& options);

/// For messages: the type, and the value where it is short: `string "abc"`, `integer 3`, `array of 4`.
std::string describe(const Value& value);

}  // namespace loom::templating
