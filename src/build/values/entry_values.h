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

/// The same page or section in every language, itself included, as maps {lang, permalink, title, path}; empty
/// where a site has one language.
templating::Value translations_value(const site::Entry& entry);

templating::Value ancestors_value(const site::Entry& entry, const site::Library& library);
/// The files beside a section by their paths on the site; those beside a page by where they are in the
/// content folder ("/blog/a/cat.png"), which is another path when the page has one of its own.
templating::Value assets_value(const site::Entry& entry, const site::Library& library);
/// Headings as maps {level, id, title, permalink, children}.
templating::Value toc_value(const site::Entry& entry);
/// Pages and sections whose text links here, as maps {permalink, title}.
templating::Value backlinks_value(const site::Entry& entry);
templating::Value components_value(const site::Entry& entry);
/// "blog/a/" for a bundle or a section, else null.
templating::Value colocated_path_value(const site::Entry& entry);

}  // namespace loom::build
