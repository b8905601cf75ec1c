#include "migration/front_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "migration/old_document.h"

namespace loom::migration {

namespace {

/// Old name and new one. Of two that mean the same the first in this list wins.
constexpr auto kTexts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"title", "title"},
    {"description", "description"},
    {"excerpt", "description"},
    {"summary", "description"},
});

constexpr auto kUpdated =
    std::to_array<std::string_view>({"updated", "lastmod", "last_modified_at", "modified"});
constexpr auto kWeights = std::to_array<std::string_view>({"weight", "nav_order", "order"});
constexpr auto kAuthors = std::to_array<std::string_view>({"authors", "author"});

class FrontConverter {
 public:
  FrontConverter(const base::Data::Table& old_front, const FrontFieldRules& rules)
      : old_(old_front), rules_(rules) {}

  base::Data::Table convert() {
    for (const auto& [old_name, name] : kTexts) {
      take_text(old_name, name);
    }
    take_date("date", "date");
    for (const std::string_view name : kUpdated) {
      take_date(name, "updated");
    }
    for (const std::string_view name : kWeights) {
      take_weight(name);
    }
    if (const base::Data* draft = find_value(old_, "draft");
        draft != nullptr && draft->as_bool() != nullptr) {
      taken_.push_back("draft");
      set_draft(*draft->as_bool());
    }
    if (const base::Data* shown = find_value(old_, "published");
        shown != nullptr && shown->as_bool() != nullptr) {
      taken_.push_back("published");
      set_draft(!*shown->as_bool());
    }
    take_authors();
    for (const std::string& taxonomy : rules_.taxonomies) {
      taken_.push_back(taxonomy);
      set_inner_value(front_, "taxonomies", taxonomy, array_of(list_value(find_value(old_, taxonomy))));
    }
    take_rest();
    return std::move(front_);
  }

 private:
  void take_text(std::string_view old_name, std::string_view name) {
    const base::Data* value = find_value(old_, old_name);
    const std::vector<std::string> texts = list_value(value);
    if (value == nullptr || value->as_array() != nullptr || texts.size() != 1 || find_value(front_, name)) {
      return;
    }
    taken_.push_back(old_name);
    set_value(front_, name, texts[0]);
  }

  void take_date(std::string_view old_name, std::string_view name) {
    const auto date = date_value(find_value(old_, old_name), rules_.date_offset);
    if (date && find_value(front_, name) == nullptr) {
      taken_.push_back(old_name);
      set_value(front_, name, *date);
    }
  }

  void take_weight(std::string_view name) {
    const base::Data* value = find_value(old_, name);
    if (value != nullptr && value->as_integer() != nullptr && find_value(front_, "weight") == nullptr) {
      taken_.push_back(name);
      set_value(front_, "weight", *value);
    }
  }

  void set_draft(bool draft) {
    if (draft) {
      set_value(front_, "draft", true);
    }
  }

  void take_authors() {
    for (const std::string_view name : kAuthors) {
      const std::vector<std::string> names = list_value(find_value(old_, name));
      if (!names.empty() && find_value(front_, "authors") == nullptr) {
        taken_.push_back(name);
        set_value(front_, "authors", array_of(names));
      }
    }
  }

  void take_rest() {
    for (const auto& [key, value] : old_) {
      const bool is_taken =
          std::find(taken_.begin(), taken_.end(), key) != taken_.end() ||
          std::find(rules_.dropped.begin(), rules_.dropped.end(), key) != rules_.dropped.end();
      if (!is_taken) {
        set_inner_value(front_, "extra", key, value);
      }
    }
  }

  const base::Data::Table& old_;
  const FrontFieldRules& rules_;
  base::Data::Table front_;
  std::vector<std::string_view> taken_;
};

}  // namespace

base::Data::Table convert_front(const base::Data::Table& old_front, const FrontFieldRules& rules) {
  return FrontConverter(old_front, rules).convert();
}

void set_inner_value(base::Data::Table& front, std::string_view table, std::string_view key,
                     base::Data value) {
  const base::Data* inner = find_value(front, table);
  base::Data::Table entries =
      inner == nullptr || inner->as_table() == nullptr ? base::Data::Table{} : *inner->as_table();
  set_value(entries, key, std::move(value));
  set_value(front, table, std::move(entries));
}

std::string title_of_name(std::string_view name) {
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return title;
}

}  // namespace loom::migration
