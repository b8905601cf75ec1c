#include "site/sorting.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/transliteration.h"
#include "base/utf8.h"
#include "site/library.h"

namespace loom::site {

namespace {

std::string_view digits_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && base::is_digit(text[end])) {
    ++end;
  }
  while (begin + 1 < end && text[begin] == '0') {
    ++begin;
  }
  return text.substr(begin, end - begin);
}

/// Letters and digits, those of other scripts included, come after all other characters.
bool is_word_byte(char c) {
  return base::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool can_be_sorted(const Page& page, SortBy sort_by) {
  switch (sort_by) {
    case SortBy::Date:
      return page.date.has_value();
    case SortBy::UpdateDate:
      return page.date || page.updated;
    case SortBy::Title:
    case SortBy::TitleBytes:
      return !page.title.empty();
    case SortBy::Weight:
      return page.front().weight.has_value();
    case SortBy::None:
    case SortBy::Slug:
    case SortBy::Permalink:
      return true;
  }
  return true;
}

base::UnixTime newest(const Page& page) {
  const base::UnixTime date = page.date ? page.date->moment : base::UnixTime::min();
  return page.updated ? std::max(date, page.updated->moment) : date;
}

/// What a page is compared by, computed once; a smaller number or text comes first.
struct SortKey {
  std::int64_t number = 0;
  std::string text;
  std::string_view tie;
  std::uint32_t page = 0;
};

/// Of texts with one natural key the bytes decide.
std::string natural_key_with_text(const std::string& text) {
  return natural_key(text) + '\0' + text;
}

SortKey sort_key(const Page& page, std::uint32_t index, SortBy sort_by) {
  SortKey key{0, {}, page.placed->permalink, index};
  switch (sort_by) {
    case SortBy::Date:
      key.number = -page.date->moment.time_since_epoch().count();
      break;
    case SortBy::UpdateDate:
      key.number = -newest(page).time_since_epoch().count();
      break;
    case SortBy::Weight:
      key.number = *page.front().weight;
      break;
    case SortBy::Title:
      key.text = natural_key_with_text(page.title);
      break;
    case SortBy::TitleBytes:
      key.text = page.title;
      break;
    case SortBy::Slug:
      key.text = natural_key_with_text(page.placed->slug);
      break;
    case SortBy::Permalink:
    case SortBy::None:
      break;
  }
  return key;
}

void sort_by_path(std::span<const Page> all, std::vector<std::uint32_t>& pages) {
  std::vector<std::pair<std::string, std::uint32_t>> keyed;
  keyed.reserve(pages.size());
  for (const std::uint32_t page : pages) {
    keyed.emplace_back(base::lower_ascii(all[page].placed->relative_path), page);
  }
  const auto is_less = [](const auto& a, const auto& b) { return natural_key_less(a.first, b.first); };
  // They come in the order of their paths, which mostly is the natural one too.
  if (!std::is_sorted(keyed.begin(), keyed.end(), is_less)) {
    std::stable_sort(keyed.begin(), keyed.end(), is_less);
  }
  std::transform(keyed.begin(), keyed.end(), pages.begin(), [](const auto& entry) { return entry.second; });
}

void put_newest_first(std::span<const Page> all, std::vector<std::uint32_t>& pages) {
  std::stable_sort(pages.begin(), pages.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& left = all[a].date;
    const auto& right = all[b].date;
    return left && (!right || left->moment > right->moment);
  });
}

}  // namespace

std::string natural_key(std::string_view text) {
  std::string key;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    const std::uint32_t code_point = base::decode_utf8(text, i, length);
    const auto ascii = code_point < 0x80 ? text.substr(i, 1) : base::find_ascii_form(code_point);
    key += base::lower_ascii(ascii.value_or(text.substr(i, length)));
    i += length;
  }
  return key;
}

bool natural_key_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (base::is_digit(a[i]) && base::is_digit(b[j])) {
      const std::string_view left = digits_at(a, i);
      const std::string_view right = digits_at(b, j);
      if (left.size() != right.size() || left != right) {
        return left.size() != right.size() ? left.size() < right.size() : left < right;
      }
      i = static_cast<std::size_t>(left.end() - a.begin());
      j = static_cast<std::size_t>(right.end() - b.begin());
    } else if (a[i] != b[j]) {
      const bool is_word = is_word_byte(a[i]);
      return is_word == is_word_byte(b[j])
                 ? static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j])
                 : !is_word;
    } else {
      ++i;
      ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

bool natural_less(std::string_view a, std::string_view b) {
  return natural_key_less(natural_key(a), natural_key(b));
}

SortedPages sort_pages(std::span<const Page> all, std::vector<std::uint32_t> pages, SortBy sort_by) {
  SortedPages sorted;
  if (sort_by == SortBy::None) {
    sorted.pages = std::move(pages);
    put_newest_first(all, sorted.pages);
    return sorted;
  }
  std::vector<SortKey> keys;
  keys.reserve(pages.size());
  for (const std::uint32_t page : pages) {
    if (can_be_sorted(all[page], sort_by)) {
      keys.push_back(sort_key(all[page], page, sort_by));
    } else {
      sorted.unsortable.push_back(page);
    }
  }
  const bool is_natural = sort_by == SortBy::Title || sort_by == SortBy::Slug;
  std::stable_sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
    if (a.number != b.number) {
      return a.number < b.number;
    }
    if (a.text != b.text) {
      return is_natural ? natural_key_less(a.text, b.text) : a.text < b.text;
    }
    return a.tie < b.tie;
  });
  for (const SortKey& key : keys) {
    sorted.pages.push_back(key.page);
  }
  sort_by_path(all, sorted.unsortable);
  return sorted;
}

}  // namespace loom::site
