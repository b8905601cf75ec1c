#include "build/query_memo.h"

#include <algorithm>
#include <utility>

#include "build/fingerprint.h"
#include "build/value_fingerprint.h"
#include "build/values/site_values.h"
#include "templating/object.h"

namespace loom::build {
namespace {

using templating::CallResult;
using templating::Value;

/// The answer to a query, as long as it lives the same. Who asks for its length depends on it.
class QueryList final : public templating::List {
 public:
  QueryList(const EntityRead& read, std::size_t chain, Value items)
      : read_(read), chain_(chain), items_(std::move(items)) {}

  std::size_t size() const override {
    ReadLog::note_result(read_);
    return items_.size();
  }
  Value at(std::size_t index) const override { return items_.at(index); }
  std::uint64_t collection_key() const override { return read_.key; }

  /// How many queries led to it.
  std::size_t chain() const { return chain_; }

 private:
  EntityRead read_;
  std::size_t chain_;
  Value items_;
};

std::uint64_t collection_key_of(const Value& value) {
  return value.as_list() == nullptr ? 0 : value.as_list()->collection_key();
}

std::size_t chain_of(const Value& value) {
  const auto* list = dynamic_cast<const QueryList*>(value.as_list());
  return list == nullptr ? 0 : list->chain();
}

/// Of the query for this input; nothing when an argument is no scalar and no collection.
std::optional<EntityKey> key_of(const templating::Query& query) {
  Fingerprint fingerprint;
  fingerprint.add("query").add(collection_key_of(query.input)).add(query.filter.signature.name);
  const auto names = query.arguments.names();
  const auto values = query.arguments.values();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_nested = values[i].is_array() || values[i].is_map();
    const auto own =
        is_nested && collection_key_of(values[i]) == 0 ? std::nullopt : fingerprint_of(values[i]);
    if (!own) {
      return std::nullopt;
    }
    fingerprint.add(names[i]).add(*own);
  }
  return fingerprint.value();
}

EntityKey member_key(EntityKey map, std::string_view name) {
  return Fingerprint().add("member").add(map).add(name).value();
}

/// A copy that owns its bytes.
Value owned(const Value& value) {
  if (!value.is_string()) {
    return collection_key_of(value) == 0 ? value : Value();
  }
  Value copy = Value::string(std::string(value.as_text()));
  return value.is_safe() ? copy.marked_safe() : copy;
}

void note_all(const std::vector<EntityRead>& reads) {
  for (const EntityRead& read : reads) {
    ReadLog::note_result(read);
  }
}

/// For queries that are asked again outside of a render: they ask nothing of it.
class NoRender final : public templating::RenderContext {
 public:
  Value find(std::string_view) override { return {}; }
  templating::HostState* host() const override { return nullptr; }
  std::string_view template_name() const override { return {}; }
  std::uint64_t random() override { return 0; }
  void warn(std::string, std::string) override {}
  base::Diagnostic describe_place() const override { return {}; }
};

}  // namespace

struct QueryMemo::Question {
  EntityKey key;
  const templating::Query& query;
};

void QueryMemo::begin(const EntityTable& entities, const SiteValues& values,
                      const templating::Environment& environment) {
  entities_ = &entities;
  values_ = &values;
  environment_ = &environment;
  item_count_ = 0;
  call_count_ = 0;
}

void QueryMemo::end() {
  previous_.clear();
  for (Shard& shard : shards_) {
    for (const auto& [key, entry] : shard.entries) {
      previous_.emplace(key,
                        std::make_shared<Entry>(Entry{entry->recipe, entry->reads, entry->fingerprint, {}}));
    }
    shard.entries.clear();
  }
}

QueryMemo::EntryPtr QueryMemo::find(EntityKey key) {
  Shard& shard = shards_[key % shards_.size()];
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.entries.find(key);
  return found == shard.entries.end() ? nullptr : found->second;
}

QueryMemo::EntryPtr QueryMemo::put(EntityKey key, EntryPtr entry) {
  Shard& shard = shards_[key % shards_.size()];
  const std::lock_guard lock(shard.mutex);
  EntryPtr& kept = shard.entries[key];
  if (kept == nullptr || kept->answer.is_undefined()) {
    kept = std::move(entry);
  }
  return kept;
}

QueryMemo::EntryPtr QueryMemo::find_previous(EntityKey key) const {
  const auto found = previous_.find(key);
  return found == previous_.end() ? nullptr : found->second;
}

CallResult QueryMemo::answer(const templating::Query& query, templating::RenderContext& context) {
  const auto key = key_of(query);
  if (!key || chain_of(query.input) >= kQueryChainMax) {
    return query.filter.call(query.input, query.arguments, context);
  }
  const EntryPtr known = find(*key);
  if (known == nullptr || known->answer.is_undefined()) {
    return ask({*key, query}, context);
  }
  if (known->answer.is_map()) {
    ReadLog::note_result({*key, known->fingerprint});
  }
  return known->answer;
}

CallResult QueryMemo::ask(const Question& question, templating::RenderContext& context) {
  call_count_.fetch_add(1, std::memory_order_relaxed);
  std::optional<CallResult> result;
  std::optional<std::uint64_t> fingerprint;
  std::vector<EntityRead> reads;
  {
    ReadLog log(*entities_);
    result = question.query.filter.call(question.query.input, question.query.arguments, context);
    fingerprint = result->value() == nullptr ? std::nullopt : fingerprint_of(*result->value());
    reads = log.take_reads();
  }
  const Value* plain = result->value();
  const bool is_kept = plain != nullptr && (plain->is_array() || plain->is_map());
  if (!is_kept || item_count_.fetch_add(plain->size() + reads.size()) > kRememberedItemsMax) {
    note_all(reads);
    return *std::move(result);
  }
  return remember(question, *plain, std::move(reads), fingerprint);
}

Value QueryMemo::remember(const Question& question, const Value& plain, std::vector<EntityRead> reads,
                          std::optional<std::uint64_t> fingerprint) {
  const templating::Query& query = question.query;
  auto entry = std::make_shared<Entry>();
  entry->recipe.input = collection_key_of(query.input);
  entry->recipe.filter = query.filter.signature.name;
  for (std::size_t i = 0; i < query.arguments.names().size(); ++i) {
    const Value& value = query.arguments.values()[i];
    entry->recipe.names.emplace_back(query.arguments.names()[i]);
    entry->recipe.values.push_back(owned(value));
    entry->recipe.collections.push_back(collection_key_of(value));
  }
  if (!fingerprint) {
    // Without a name for what it holds, the answer is another one as soon as anything is that it came from.
    Fingerprint of_reads;
    for (const EntityRead& read : reads) {
      of_reads.add(read.key).add(read.fingerprint);
    }
    fingerprint = of_reads.value();
  }
  entry->reads = std::move(reads);
  entry->fingerprint = *fingerprint;
  const EntityRead read{question.key, *fingerprint};
  const std::size_t chain = chain_of(query.input) + 1;
  if (plain.is_array()) {
    entry->answer = Value::list(std::make_shared<QueryList>(read, chain, plain));
  } else {
    entry->answer = plain;
    entry->answer = remember_members(question.key, *entry, chain);
    ReadLog::note_result(read);
  }
  return put(question.key, std::move(entry))->answer;
}

/// The same map with its arrays as collections, so that queries on them are remembered too.
Value QueryMemo::remember_members(EntityKey map, const Entry& entry, std::size_t chain) {
  Value::Map members;
  for (const std::string_view name : entry.answer.keys()) {
    const Value plain = entry.answer.field(name);
    const auto fingerprint = plain.is_array() ? fingerprint_of(plain) : std::nullopt;
    if (!fingerprint) {
      members.emplace_back(name, plain);
      continue;
    }
    const EntityKey key = member_key(map, name);
    auto member = std::make_shared<Entry>();
    member->recipe.input = map;
    member->recipe.names.emplace_back(name);
    member->reads = {{map, entry.fingerprint}};
    member->fingerprint = *fingerprint;
    member->answer = Value::list(std::make_shared<QueryList>(EntityRead{key, *fingerprint}, chain, plain));
    members.emplace_back(name, put(key, std::move(member))->answer);
  }
  return Value::map(std::move(members));
}

bool QueryMemo::holds(const EntityRead& read) {
  EntryPtr entry = find(read.key);
  if (entry == nullptr) {
    entry = renew(read.key);
  }
  return entry != nullptr && entry->fingerprint == read.fingerprint;
}

QueryMemo::EntryPtr QueryMemo::renew(EntityKey key) {
  const EntryPtr old = find_previous(key);
  if (old == nullptr) {
    return nullptr;
  }
  const bool is_same = std::all_of(old->reads.begin(), old->reads.end(), [&](const EntityRead& read) {
    return entities_->find(read.key) == read.fingerprint || holds(read);
  });
  if (is_same) {
    return put(key, old);
  }
  return evaluate(key).is_undefined() ? nullptr : find(key);
}

Value QueryMemo::evaluate(EntityKey key) {
  const EntryPtr known = find(key);
  if (known != nullptr && !known->answer.is_undefined()) {
    return known->answer;
  }
  const EntryPtr old = known != nullptr ? known : find_previous(key);
  if (old == nullptr) {
    return values_->find_collection(key);
  }
  const Recipe& recipe = old->recipe;
  const Value input = evaluate(recipe.input);
  if (recipe.filter.empty()) {
    return input.field(recipe.names.front());
  }
  const auto* filter = environment_->find_filter(recipe.filter);
  if (filter == nullptr || input.is_undefined()) {
    return {};
  }
  const std::vector<std::string_view> names(recipe.names.begin(), recipe.names.end());
  std::vector<Value> values = recipe.values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (recipe.collections[i] != 0) {
      values[i] = evaluate(recipe.collections[i]);
    }
  }
  NoRender context;
  const templating::Arguments arguments(names, values);
  CallResult result = answer({*filter, input, arguments}, context);
  return result.value() == nullptr ? Value() : *result.value();
}

}  // namespace loom::build
