// The filters, tests and functions of Tera 1, and those of Zola that need no site. Each file adds one family
// to an environment.
#pragma once

#include "templating/environment.h"

namespace loom::templating {

void add_text_filters(Environment& environment);
void add_pattern_filters(Environment& environment);
void add_markup_filters(Environment& environment);
void add_collection_filters(Environment& environment);
void add_grouping_filters(Environment& environment);
void add_number_filters(Environment& environment);
void add_value_filters(Environment& environment);
void add_date_filter(Environment& environment);
void add_builtin_tests(Environment& environment);
void add_builtin_functions(Environment& environment);

}  // namespace loom::templating
