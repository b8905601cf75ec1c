// What one render read, at the grain of an entity: a page, a section, a taxonomy, a list of all pages, a
// file. Values that templates read report here, so that a later build knows whether the render would give the
// same again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace loom::build {

struct ImageRequest;
struct MadeFile;

/// Names an entity across builds: a hash of its kind and name.
using EntityKey = std::uint64_t;

EntityKey entity_key(std::string_view kind, std::string_view name);

/// The metadata of every page together.
EntityKey all_metadata_key();

/// A theme that shows all pages on each page would otherwise keep a list of all pages for each page.
inline constexpr std::size_t kPageReadsMax = 256;

struct EntityRead {
  EntityKey key = 0;
  /// Of everything a template can see of the entity itself; 0 when it did not exist.
  std::uint64_t fingerprint = 0;

  friend bool operator==(const EntityRead&, const EntityRead&) = default;
};

/// The entities of one build. Filled before templates run, then read by all threads.
class EntityTable {
 public:
  void set(EntityKey key, std::uint64_t fingerprint);
  /// 0 when there is no such entity.
  std::uint64_t find(EntityKey key) const;

 private:
  struct Slot {
    EntityKey key = 0;
    std::uint64_t fingerprint = 0;
    bool is_taken = false;
  };

  std::size_t slot_of(EntityKey key) const;
  void grow();

  /// Open addressing: keys are hashes already. At most half of the slots, a power of two, are taken.
  std::vector<Slot> slots_;
  std::size_t taken_count_ = 0;
};

/// Whether every entity is as it was when it was read.
bool are_unchanged(const std::vector<EntityRead>& reads, const EntityTable& entities);

/// Collects the reads of what runs on this thread. While another one lives on the same thread, that one gets
/// the reads.
class ReadLog {
 public:
  explicit ReadLog(const EntityTable& entities);
  ReadLog(const ReadLog&) = delete;
  ReadLog& operator=(const ReadLog&) = delete;
  ~ReadLog();

  /// Ordered by key, each once. Reads of more pages than kPageReadsMax are one read of all_metadata_key().
  std::vector<EntityRead> take_reads();
  /// The images that were asked for, in that order.
  std::vector<std::shared_ptr<const ImageRequest>> take_images() { return std::move(images_); }
  /// The files that were made for it, in the order in which they were asked for.
  std::vector<std::shared_ptr<const MadeFile>> take_files() { return std::move(files_); }
  /// The output depends on the clock.
  bool is_impure() const { return is_impure_; }

  /// Notes a read in the log of this thread; nothing when there is none.
  static void note(EntityKey key);
  /// The metadata of the page with this index in the library: noted once, however often it is read.
  static void note_page(EntityKey key, std::size_t index);
  /// A result that has no entity in the table, with the fingerprint it had.
  static void note_result(const EntityRead& read);
  static void note_impure();
  static void note_image(std::shared_ptr<const ImageRequest> image);
  static void note_file(std::shared_ptr<const MadeFile> file);

 private:
  const EntityTable& entities_;
  ReadLog* const outer_;
  std::vector<EntityKey> keys_;
  std::vector<std::shared_ptr<const ImageRequest>> images_;
  std::vector<std::shared_ptr<const MadeFile>> files_;
  std::vector<EntityKey> page_keys_;
  /// By index of the page: whether its key is in page_keys_.
  std::vector<bool> noted_pages_;
  std::vector<EntityRead> results_;
  bool is_impure_ = false;
};

}  // namespace loom::build
