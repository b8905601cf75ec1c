// Writes the C++ source of src/base/generated_tables.h:
//   loom_make_tables LOCALES_FOLDER OUTPUT
// LOCALES_FOLDER holds locale sources in the form of the C library (man 5 locale).
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Strings = std::vector<std::string>;
/// Keyword to its values.
using Category = std::map<std::string, Strings>;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void append_utf8(std::string& out, unsigned long code_point) {
  const auto put = [&out](unsigned long byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

struct Source {
  Strings lines;
  char escape = '\\';
};

/// Lines that end in the escape sign are one line; comments are left out.
Source read_source(const std::string& text) {
  Source source;
  char comment = '#';
  bool continues = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string line = text.substr(start, end - start);
    start = end + 1;
    line.erase(0, line.find_first_not_of(" \t"));
    if (!continues && (line.empty() || line[0] == comment)) {
      continue;
    }
    if (line.rfind("escape_char", 0) == 0) {
      source.escape = line.back();
      continue;
    }
    if (line.rfind("comment_char", 0) == 0) {
      comment = line.back();
      continue;
    }
    if (!continues) {
      source.lines.emplace_back();
    }
    continues = !line.empty() && line.back() == source.escape;
    source.lines.back() += continues ? line.substr(0, line.size() - 1) : line;
  }
  return source;
}

/// The text between quotes, with <U00E9> and escapes resolved, from `at`, which moves behind it.
std::string read_string(const std::string& line, char escape, std::size_t& at) {
  std::string value;
  for (++at; at < line.size() && line[at] != '"'; ++at) {
    if (line[at] == escape && at + 1 < line.size()) {
      value += line[++at];
    } else if (line.compare(at, 2, "<U") == 0) {
      append_utf8(value, std::stoul(line.substr(at + 2), nullptr, 16));
      at = line.find('>', at);
    } else {
      value += line[at];
    }
  }
  ++at;
  return value;
}

Strings read_values(const std::string& line, char escape, std::size_t at) {
  Strings values;
  while (at < line.size()) {
    if (line[at] == '"') {
      values.push_back(read_string(line, escape, at));
    } else if (line[at] == ';' || line[at] == ' ' || line[at] == '\t') {
      ++at;
    } else {
      const std::size_t end = std::min(line.find_first_of("; \t", at), line.size());
      values.push_back(line.substr(at, end - at));
      at = end;
    }
  }
  return values;
}

class Locales {
 public:
  explicit Locales(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Category read(const std::string& name, const std::string& category, int depth = 0) const {
    Category result;
    bool inside = false;
    const Source source = read_source(read_file(folder_ / name));
    for (const std::string& line : source.lines) {
      const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
      const std::string keyword = line.substr(0, end);
      if (keyword == category) {
        inside = true;
      } else if (keyword == "END") {
        inside = false;
      } else if (inside && keyword == "copy" && depth < 8) {
        result = read(read_values(line, source.escape, end).at(0), category, depth + 1);
      } else if (inside) {
        result[keyword] = read_values(line, source.escape, end);
      }
    }
    return result;
  }

  Strings names() const {
    Strings found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::filesystem::path folder_;
};

std::string literal(std::string_view text) {
  static constexpr std::string_view kDigits = "01234567";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\' || c == '?') {
      result += '\\';
      result += kDigits[byte >> 6];
      result += kDigits[byte >> 3 & 7];
      result += kDigits[byte & 7];
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string list(const Category& category, const std::string& keyword, std::size_t count) {
  const auto found = category.find(keyword);
  Strings values = found == category.end() ? Strings() : found->second;
  values.resize(count);
  std::string text = "{";
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : ", ") + literal(values[i]);
  }
  return text + "}";
}

std::string one(const Category& category, const std::string& keyword) {
  const auto found = category.find(keyword);
  return literal(found == category.end() || found->second.empty() ? "" : found->second[0]);
}

std::string group_sizes(const Category& numbers) {
  const auto found = numbers.find("grouping");
  std::array<int, 2> sizes = {0, 0};
  if (found != numbers.end() && !found->second.empty()) {
    sizes[0] = std::max(0, std::atoi(found->second[0].c_str()));
    sizes[1] = found->second.size() > 1 ? std::max(0, std::atoi(found->second[1].c_str())) : sizes[0];
  }
  return "{" + std::to_string(sizes[0]) + ", " + std::to_string(sizes[1]) + "}";
}

std::string time_names_source(const Locales& locales) {
  std::string rows;
  for (const std::string& name : locales.names()) {
    const Category times = locales.read(name, "LC_TIME");
    const auto months = times.find("mon");
    if (months == times.end() || months->second.size() != 12) {
      continue;
    }
    const Category numbers = locales.read(name, "LC_NUMERIC");
    rows += "    {" + literal(name) + ", " + list(times, "day", 7) + ", " + list(times, "abday", 7) + ", " +
            list(times, "mon", 12) + ", " + list(times, "abmon", 12) + ", " + list(times, "am_pm", 2) + ", " +
            one(times, "d_t_fmt") + ", " + one(times, "d_fmt") + ", " + one(times, "t_fmt") + ", " +
            one(times, "t_fmt_ampm") + ", " + one(numbers, "thousands_sep") + ", " + group_sizes(numbers) +
            "},\n";
  }
  return "constexpr TimeNames kTimeNames[] = {\n" + rows + "};\n";
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 3) {
    std::fputs("usage: loom_make_tables LOCALES_FOLDER OUTPUT\n", stderr);
    return 2;
  }
  const std::string names = time_names_source(Locales(arguments[1]));
  if (names.find("\"de_DE\"") == std::string::npos) {
    std::fputs("loom_make_tables: the folder does not hold what was expected\n", stderr);
    return 1;
  }
  std::ofstream out(arguments[2], std::ios::binary);
  out << "#include \"base/generated_tables.h\"\n\nnamespace loom::base {\nnamespace {\n\n"
      << names
      << "\n}  // namespace\n\nstd::span<const TimeNames> generated_time_names() {\n  return "
         "kTimeNames;\n}\n\n"
         "}  // namespace loom::base\n";
  return out.flush() ? 0 : 1;
}
