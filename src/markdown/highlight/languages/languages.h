// The tables of all languages, one function per family. Constant data, any thread.
#pragma once

#include <span>

#include "markdown/highlight/language.h"

namespace loom::markdown::highlight {

std::span<const Language> c_family_languages();
std::span<const Language> systems_languages();
std::span<const Language> jvm_languages();
std::span<const Language> scripting_languages();
std::span<const Language> web_languages();
std::span<const Language> functional_languages();
std::span<const Language> lisp_languages();
std::span<const Language> scientific_languages();
std::span<const Language> shell_languages();
std::span<const Language> data_languages();
std::span<const Language> query_languages();
std::span<const Language> infrastructure_languages();
std::span<const Language> markup_languages();

}  // namespace loom::markdown::highlight
