#include "templating/environment.h"

#include <algorithm>

#include "templating/builtins/builtins.h"

namespace loom::templating {

namespace {

template <typename Table>
auto find_in(const Table& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? nullptr : &found->second;
}

template <typename Table>
std::vector<std::string> sorted_names(const Table& table) {
  std::vector<std::string> names;
  names.reserve(table.size());
  for (const auto& entry : table) {
    names.push_back(entry.first);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Environment::Environment() {
  add_text_filters(*this);
  add_pattern_filters(*this);
  add_markup_filters(*this);
  add_collection_filters(*this);
  add_grouping_filters(*this);
  add_number_filters(*this);
  add_value_filters(*this);
  add_date_filter(*this);
  add_builtin_tests(*this);
  add_builtin_functions(*this);
}

void Environment::add_function(Signature signature, Function function) {
  const std::string name = signature.name;
  functions_.insert_or_assign(name, Registered<Function>{std::move(signature), std::move(function)});
}

void Environment::add_filter(Signature signature, Filter filter) {
  const std::string name = signature.name;
  filters_.insert_or_assign(name, Registered<Filter>{std::move(signature), std::move(filter)});
}

void Environment::add_test(std::string name, Test test) {
  Signature signature{.name = name, .any_arguments = true};
  tests_.insert_or_assign(std::move(name), Registered<Test>{std::move(signature), std::move(test)});
}

const Registered<Function>* Environment::find_function(std::string_view name) const {
  return find_in(functions_, name);
}

const Registered<Filter>* Environment::find_filter(std::string_view name) const {
  return find_in(filters_, name);
}

const Registered<Test>* Environment::find_test(std::string_view name) const {
  return find_in(tests_, name);
}

std::vector<std::string> Environment::function_names() const {
  return sorted_names(functions_);
}

std::vector<std::string> Environment::filter_names() const {
  return sorted_names(filters_);
}

std::vector<std::string> Environment::test_names() const {
  return sorted_names(tests_);
}

}  // namespace loom::templating
