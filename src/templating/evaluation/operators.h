// The operators of the language on values. Pure; any thread.
#pragma once

#include "templating/call.h"
#include "templating/program/template.h"
#include "templating/value.h"

namespace loom::templating {

/// `+ - * / %`. Integers stay integers and are checked for overflow; a whole quotient is an integer; a
/// division that has no result is "NaN", as in Tera. Requires: `kind` is one of the five.
CallResult calculate(ExpressionKind kind, const Value& left, const Value& right);

/// `< <= > >=`: numbers, or two strings by bytes, or two dates. Requires: `kind` is one of the four.
CallResult compare(ExpressionKind kind, const Value& left, const Value& right);

/// `==` of the language: numbers by value (`1 == 1.0`), all else as equal_values.
bool is_equal(const Value& left, const Value& right);
/// `!=`: in Tera a number and something else are neither equal nor unequal, and themes rely on it.
bool is_unequal(const Value& left, const Value& right);

/// `needle in container`: an element of an array, a part of a string, a key of a map.
CallResult is_in(const Value& needle, const Value& container);

}  // namespace loom::templating
