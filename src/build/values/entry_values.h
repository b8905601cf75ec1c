// Values that pages and sections share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date_time.h"
#include "site/library.h"
#include "templating/value.h"

namespace loom::build {

templating::Value optional_text(const std::string& text);
templating::Value optional_date(const std::optional<base::DateTime>& date);
templating::Value text_array(const std::vector<std::string>& texts);

templating::Value ancestors_value(const site::Entry& entry, const site::Library& library);
/// Paths on the site of the files beside the page or section.
templating::Value assets_value(const site::Entry& entry, const site::Library& library);
/// Headings as maps {level, id, title, permalink, children}.
templating::Value toc_value(const site::Entry& entry);
/// Pages whose text links here, as maps {permalink, title}.
templating::Value backlinks_value(const site::Entry& entry, const site::Library& library);
templating::Value components_value(const site::Entry& entry);
/// "blog/a/" for a bundle or a section, else null.
templating::Value colocated_path_value(const site::Entry& entry);

}  // namespace loom::build
