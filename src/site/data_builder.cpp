#include "site/data_builder.h"

#include <algorithm>

#include "site/limits.h"

namespace loom::site {

DataExtent measure_data(const base::Data& data) {
  DataExtent extent;
  const auto add = [&](const base::Data& part) {
    const DataExtent inner = measure_data(part);
    extent.depth = std::max(extent.depth, inner.depth + 1);
    extent.value_count += inner.value_count;
  };
  if (const auto* array = data.as_array()) {
    std::for_each(array->begin(), array->end(), add);
  } else if (const auto* table = data.as_table()) {
    std::for_each(table->begin(), table->end(), [&](const auto& entry) { add(entry.second); });
  }
  return extent;
}

bool DataBuilder::begin(bool is_table, DataPlace place) {
  if (frames_.size() >= kDataDepthMax) {
    return false;
  }
  Frame frame;
  frame.path_bytes = path_.size();
  enter_path();
  note_place("", place);
  frame.is_table = is_table;
  frame.place = place;
  frames_.push_back(std::move(frame));
  return true;
}

/// Appends the part of the value that comes next: its key or its index.
void DataBuilder::enter_path() {
  if (!with_places_ || frames_.empty()) {
    return;
  }
  if (!path_.empty()) {
    path_ += '.';
  }
  const Frame& frame = frames_.back();
  path_ += frame.is_table ? frame.key : std::to_string(frame.array.size());
}

void DataBuilder::note_place(std::string_view suffix, DataPlace place) {
  if (with_places_) {
    result_.places.insert_or_assign(path_ + std::string(suffix), place);
  }
}

void DataBuilder::add_key(std::string key, DataPlace place) {
  Frame& frame = frames_.back();
  frame.key = std::move(key);
  frame.has_key = true;
  const std::size_t path_bytes = path_.size();
  enter_path();
  note_place("#key", place);
  path_.resize(path_bytes);
}

bool DataBuilder::has_key_before(std::string_view key) const {
  return !frames_.empty() && frames_.back().index.contains(std::string(key));
}

void DataBuilder::add_value(base::Data value, DataPlace place) {
  const std::size_t path_bytes = path_.size();
  enter_path();
  note_place("", place);
  path_.resize(path_bytes);
  attach(std::move(value));
}

void DataBuilder::put(Frame& frame, std::string key, base::Data value) {
  const auto [found, is_new] = frame.index.try_emplace(key, frame.table.size());
  if (is_new) {
    frame.table.emplace_back(std::move(key), std::move(value));
  } else {
    frame.table[found->second].second = std::move(value);
  }
}

const base::Data& DataBuilder::attach(base::Data value) {
  if (frames_.empty()) {
    result_.data = std::move(value);
    return result_.data;
  }
  Frame& frame = frames_.back();
  if (!frame.is_table) {
    return frame.array.emplace_back(std::move(value));
  }
  frame.has_key = false;
  if (frame.key == "<<" && (value.as_table() != nullptr || value.as_array() != nullptr)) {
    return frame.merged.emplace_back(std::move(value));
  }
  const std::string key = frame.key;
  put(frame, key, std::move(value));
  return frame.table[frame.index.at(key)].second;
}

/// Of several merged tables the first one wins, and the table's own keys always do.
void DataBuilder::merge(Frame& frame) {
  const auto add = [&](const base::Data& part) {
    if (const auto* table = part.as_table()) {
      for (const auto& [key, value] : *table) {
        if (!frame.index.contains(key)) {
          put(frame, key, value);
        }
      }
    }
  };
  for (const base::Data& part : std::exchange(frame.merged, {})) {
    if (const auto* list = part.as_array()) {
      std::for_each(list->begin(), list->end(), add);
    } else {
      add(part);
    }
  }
}

const base::Data& DataBuilder::end() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  path_.resize(frame.path_bytes);
  merge(frame);
  return attach(frame.is_table ? base::Data(std::move(frame.table)) : base::Data(std::move(frame.array)));
}

}  // namespace loom::site
