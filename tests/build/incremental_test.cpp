// A long-lived Builder gives after every edit what a builder that knows nothing gives for the same files:
// sites and edits by chance. A failure names the seed; LOOM_SEED=<seed> runs that sequence alone,
// with LOOM_SEQUENCES=<count> as many from it on.
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "support/random_site.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

constexpr std::uint64_t kSequences = 60;
constexpr int kEdits = 12;

using Shown = std::map<std::string, std::string>;

std::string shown_resource(const snapshot::Resource& resource) {
  std::string text = std::to_string(resource.status) + " " + resource.media_type + "\n";
  if (resource.redirect) {
    text += "to " + resource.redirect->location + "\n";
  }
  for (const auto& representation : resource.representations) {
    if (representation) {
      text += representation->etag + "\n" + representation->fields + representation->not_modified_fields +
              "\n" + *representation->body + "\n";
    }
  }
  return text;
}

Shown shown_snapshot(const snapshot::Snapshot& snapshot) {
  Shown shown;
  snapshot.for_each([&](const std::string& path, const snapshot::ResourcePtr& resource) {
    shown[path] = shown_resource(*resource);
  });
  shown["(not found)"] = shown_resource(*snapshot.not_found());
  shown["(mount path)"] = snapshot.mount_path();
  return shown;
}

/// Both as text around the first byte that differs.
std::string difference(const std::string& left, const std::string& right) {
  const auto at = static_cast<std::size_t>(
      std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin());
  const std::size_t from = at < 80 ? 0 : at - 80;
  return "incremental: ..." + left.substr(std::min(from, left.size()), 200) + "...\nclean: ..." +
         right.substr(std::min(from, right.size()), 200) + "...";
}

std::string first_difference(const Shown& incremental, const Shown& clean) {
  for (const auto& [path, text] : incremental) {
    const auto other = clean.find(path);
    if (other == clean.end()) {
      return path + " should be gone";
    }
    if (other->second != text) {
      return path + "\n" + difference(text, other->second);
    }
  }
  for (const auto& [path, text] : clean) {
    if (!incremental.contains(path)) {
      return path + " is missing";
    }
  }
  return "";
}

/// The paths that differ by their bytes, as changed_paths should say.
std::vector<std::string> differing_paths(const Shown& before, const Shown& after) {
  std::set<std::string> paths;
  for (const auto& [path, text] : before) {
    if (const auto other = after.find(path); other == after.end() || other->second != text) {
      paths.insert(path);
    }
  }
  for (const auto& [path, text] : after) {
    if (!before.contains(path)) {
      paths.insert(path);
    }
  }
  if (paths.erase("(not found)") != 0) {
    paths.insert("/404.html");
  }
  paths.erase("(mount path)");
  return {paths.begin(), paths.end()};
}

class Sequence {
 public:
  explicit Sequence(std::uint64_t seed, BuildOptions options)
      : site_(seed), options_(std::move(options)), builder_(options_) {
    log_ = "LOOM_SEED=" + std::to_string(seed) + "\n";
  }

  void run(int edits) {
    ASSERT_NO_FATAL_FAILURE(check());
    for (int i = 0; i < edits; ++i) {
      log_ += "  " + site_.edit() + "\n";
      ASSERT_NO_FATAL_FAILURE(check());
    }
  }
  std::size_t published_count() const { return published_count_; }

 private:
  void check() {
    SCOPED_TRACE(log_);
    const site::SourceTree tree = site_.tree();
    builder_.set_include_drafts(site_.shows_drafts());
    const support::Built incremental = support::build_tree(builder_, tree, published_.get(), site_.now());
    BuildOptions options = options_;
    options.include_drafts = site_.shows_drafts();
    Builder fresh(options);
    const support::Built clean = support::build_tree(fresh, tree, nullptr, site_.now());

    ASSERT_EQ(incremental.messages(), clean.messages());
    ASSERT_EQ(incremental.outcome.page_count, clean.outcome.page_count);
    ASSERT_EQ(incremental.outcome.next_publication, clean.outcome.next_publication);
    ASSERT_EQ(incremental.outcome.snapshot == nullptr, clean.outcome.snapshot == nullptr);
    if (clean.outcome.snapshot) {
      const Shown shown = shown_snapshot(*incremental.outcome.snapshot);
      ASSERT_EQ(first_difference(shown, shown_snapshot(*clean.outcome.snapshot)), "");
      ASSERT_EQ(incremental.outcome.changed_paths, differing_paths(shown_, shown));
      shown_ = shown;
      published_ = incremental.outcome.snapshot;
      ++published_count_;
    }
  }

  support::RandomSite site_;
  BuildOptions options_;
  Builder builder_;
  std::shared_ptr<const snapshot::Snapshot> published_;
  Shown shown_;
  std::size_t published_count_ = 0;
  std::string log_;
};

std::optional<std::uint64_t> number_from_environment(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? std::nullopt : std::optional<std::uint64_t>(std::strtoull(text, nullptr, 10));
}

BuildOptions options_for(std::uint64_t seed) {
  BuildOptions options = support::plain_build_options();
  options.mode = seed % 3 == 0 ? BuildMode::Preview : BuildMode::Production;
  options.with_codings = seed % 10 == 1;
  return options;
}

TEST(Incremental, AnyEditsGiveWhatACleanBuildGives) {
  const auto start = number_from_environment("LOOM_SEED");
  const std::uint64_t first = start.value_or(1);
  const std::uint64_t count = number_from_environment("LOOM_SEQUENCES").value_or(start ? 1 : kSequences);
  std::size_t published_count = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    Sequence sequence(seed, options_for(seed));
    sequence.run(kEdits);
    published_count += sequence.published_count();
    if (HasFatalFailure()) {
      return;
    }
  }
  // Sites that are broken most of the time would compare nothing; one sequence alone may be broken for long.
  EXPECT_GT(published_count * 2, start && count == 1 ? 0 : count * (kEdits + 1));
}

}  // namespace
}  // namespace loom::build
