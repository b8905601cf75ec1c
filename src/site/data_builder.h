// Assembles a LocatedData from the events of a parser (YAML, JSON), within kDataDepthMax. Internal to the
// parsers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/data.h"
#include "site/located_data.h"

namespace loom::site {

/// The nesting of a value (1 for a scalar) and the number of values in it.
struct DataExtent {
  std::size_t depth = 1;
  std::size_t value_count = 1;
};
DataExtent measure_data(const base::Data& data);

class DataBuilder {
 public:
  /// `with_places` is off for data files, where nobody asks for places.
  explicit DataBuilder(bool with_places) : with_places_(with_places) {}

  /// False when that would be deeper than kDataDepthMax.
  bool begin_table(DataPlace place) { return begin(true, place); }
  bool begin_array(DataPlace place) { return begin(false, place); }
  void add_key(std::string key, DataPlace place);
  void add_value(base::Data value, DataPlace place);
  /// Ends the innermost array or table and adds it to the one around it; the value is returned for anchors.
  const base::Data& end();

  bool expects_key() const { return !frames_.empty() && frames_.back().is_table && !frames_.back().has_key; }
  bool has_key_before(std::string_view key) const;
  std::size_t depth() const { return frames_.size(); }
  LocatedData take() { return std::move(result_); }

 private:
  struct Frame {
    bool is_table = false;
    bool has_key = false;
    std::string key;
    DataPlace place;
    /// Length of path_ without this frame's own part.
    std::size_t path_bytes = 0;
    base::Data::Table table;
    base::Data::Array array;
    /// YAML merge keys: used where the table itself has no such key.
    std::vector<base::Data> merged;
    std::unordered_map<std::string, std::size_t> index;
  };

  bool begin(bool is_table, DataPlace place);
  void enter_path();
  void note_place(std::string_view suffix, DataPlace place);
  const base::Data& attach(base::Data value);
  static void put(Frame& frame, std::string key, base::Data value);
  static void merge(Frame& frame);

  bool with_places_;
  std::vector<Frame> frames_;
  std::string path_;
  LocatedData result_;
};

}  // namespace loom::site
