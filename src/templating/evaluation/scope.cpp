#include "templating/evaluation/scope.h"

#include <algorithm>

namespace loom::templating {

namespace {

const Value* find_last(const std::vector<Binding>& bindings, std::size_t from, std::size_t to,
                       const Name& name) {
  for (std::size_t i = to; i > from; --i) {
    if (bindings[i - 1].name == name) {
      return &bindings[i - 1].value;
    }
  }
  return nullptr;
}

}  // namespace

Scope::Scope(Value context) : context_(std::move(context)) {
  frames_.emplace_back();
}

void Scope::enter_include() {
  frames_.push_back(
      {.is_macro = false, .first_local = locals_.size(), .first_loop = loops_.size(), .variables = {}});
}

void Scope::enter_macro(std::vector<Binding> arguments) {
  frames_.push_back({.is_macro = true,
                     .first_local = locals_.size(),
                     .first_loop = loops_.size(),
                     .variables = std::move(arguments)});
}

void Scope::leave_frame() {
  locals_.resize(frames_.back().first_local);
  loops_.resize(frames_.back().first_loop);
  frames_.pop_back();
}

void Scope::enter_loop(std::size_t count) {
  loops_.push_back({.state = {.index = 0, .count = count}, .first_local = locals_.size()});
}

void Scope::start_run(std::size_t index) {
  locals_.resize(loops_.back().first_local);
  loops_.back().state.index = index;
}

void Scope::leave_loop() {
  locals_.resize(loops_.back().first_local);
  loops_.pop_back();
}

void Scope::assign(std::vector<Binding>& bindings, std::size_t from, const Name& name, Value value) {
  for (std::size_t i = bindings.size(); i > from; --i) {
    if (bindings[i - 1].name == name) {
      bindings[i - 1].value = std::move(value);
      return;
    }
  }
  bindings.push_back({name, std::move(value)});
}

void Scope::set(const Name& name, Value value) {
  if (loops_.size() > frames_.back().first_loop) {
    return assign(locals_, loops_.back().first_local, name, std::move(value));
  }
  set_global(name, std::move(value));
}

void Scope::set_global(const Name& name, Value value) {
  assign(frames_.back().variables, 0, name, std::move(value));
}

const Value* Scope::find_in_frames(const Name& name) const {
  std::size_t end = locals_.size();
  for (std::size_t i = frames_.size(); i > 0; --i) {
    const Frame& frame = frames_[i - 1];
    if (const Value* found = find_last(locals_, frame.first_local, end, name)) {
      return found;
    }
    if (const Value* found = find_last(frame.variables, 0, frame.variables.size(), name)) {
      return found;
    }
    if (frame.is_macro) {
      return nullptr;
    }
    end = frame.first_local;
  }
  return nullptr;
}

const Value* Scope::find(const Name& name) {
  if (const Value* found = find_in_frames(name)) {
    return found;
  }
  for (const Binding& cached : context_cache_) {
    if (cached.name == name) {
      return cached.value.is_undefined() ? nullptr : &cached.value;
    }
  }
  context_cache_.push_back({name, context_.field(name.text)});
  const Value& value = context_cache_.back().value;
  return value.is_undefined() ? nullptr : &value;
}

Value Scope::find_once(std::string_view name) const {
  const Value* found = find_in_frames(make_name(name));
  return found != nullptr ? *found : context_.field(name);
}

const LoopState* Scope::loop() const {
  std::size_t boundary = 0;
  for (std::size_t i = frames_.size(); i > 0; --i) {
    if (frames_[i - 1].is_macro) {
      boundary = frames_[i - 1].first_loop;
      break;
    }
  }
  return loops_.size() > boundary ? &loops_.back().state : nullptr;
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> result;
  const auto add = [&result](std::string_view name) {
    if (std::find(result.begin(), result.end(), name) == result.end()) {
      result.emplace_back(name);
    }
  };
  std::size_t end = locals_.size();
  for (std::size_t i = frames_.size(); i > 0; --i) {
    const Frame& frame = frames_[i - 1];
    for (std::size_t local = end; local > frame.first_local; --local) {
      add(locals_[local - 1].name.text);
    }
    for (const Binding& variable : frame.variables) {
      add(variable.name.text);
    }
    if (frame.is_macro) {
      break;
    }
    end = frame.first_local;
  }
  for (const std::string_view key : context_.keys()) {
    add(key);
  }
  return result;
}

Value Scope::dump() const {
  Value::Map entries;
  for (const std::string& name : names()) {
    entries.emplace_back(name, find_once(name));
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return Value::map(std::move(entries));
}

}  // namespace loom::templating
