// What queries of templates over collections (`section.pages | sort(...) | slice(...)`) gave in this build,
// shared by all pages and threads, and what is needed to find out in the next build whether they would give
// the same again. A page depends on the answer, not on all that the query read: a new title of one page wakes
// only those whose answers it changes.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "build/read_log.h"
#include "templating/collection_memo.h"

namespace loom::build {

class SiteValues;

/// Elements and reads that are kept, about 16 bytes each: beyond, queries are answered anew each time.
inline constexpr std::size_t kRememberedItemsMax = 4'000'000;
/// Queries on answers of queries on answers...: beyond, they are not remembered.
inline constexpr std::size_t kQueryChainMax = 32;

class QueryMemo final : public templating::CollectionMemo {
 public:
  /// Between begin() and end() any thread may ask. All three must live until end(). Reload thread.
  void begin(const EntityTable& entities, const SiteValues& values,
             const templating::Environment& environment);
  /// Forgets the answers, not what they depended on. Reload thread.
  void end();

  templating::CallResult answer(const templating::Query& query, templating::RenderContext& context) override;

  /// Whether the query of that key gives in this build the answer that the read saw. False when it is not
  /// known.
  bool holds(const EntityRead& read);

  /// Queries that were called since begin(), not remembered.
  std::size_t call_count() const { return call_count_; }

 private:
  /// How to ask again. A member of the map that a query gave has no filter, and its name as the argument.
  struct Recipe {
    EntityKey input = 0;
    std::string filter;
    std::vector<std::string> names;
    std::vector<templating::Value> values;
    /// Beside each value: the key when it is a collection, else 0.
    std::vector<EntityKey> collections;
  };
  struct Entry {
    Recipe recipe;
    std::vector<EntityRead> reads;
    std::uint64_t fingerprint = 0;
    /// Undefined when only known to be the same as in the last build.
    templating::Value answer;
  };
  using EntryPtr = std::shared_ptr<const Entry>;
  struct Shard {
    std::mutex mutex;
    std::unordered_map<EntityKey, EntryPtr> entries;
  };
  /// A question: what is asked, under which key it is kept.
  struct Question;

  EntryPtr find(EntityKey key);
  /// The entry that is kept: an earlier one with an answer stays.
  EntryPtr put(EntityKey key, EntryPtr entry);
  EntryPtr find_previous(EntityKey key) const;
  /// Null when the entry of the last build no longer holds and cannot be asked again.
  EntryPtr renew(EntityKey key);
  /// The collection of that key in this build; undefined when there is none.
  templating::Value evaluate(EntityKey key);

  templating::CallResult ask(const Question& question, templating::RenderContext& context);
  templating::Value remember(const Question& question, const templating::Value& plain,
                             std::vector<EntityRead> reads, std::optional<std::uint64_t> fingerprint);
  templating::Value remember_members(EntityKey map, const Entry& entry, std::size_t chain);

  const EntityTable* entities_ = nullptr;
  const SiteValues* values_ = nullptr;
  const templating::Environment* environment_ = nullptr;
  std::array<Shard, 16> shards_;
  /// What the last build left. Not written between begin() and end().
  std::unordered_map<EntityKey, EntryPtr> previous_;
  std::atomic<std::size_t> item_count_{0};
  std::atomic<std::size_t> call_count_{0};
};

}  // namespace loom::build
