#include <array>
#include <filesystem>
#include <fmt/format.h>

#include "base/date_format.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/log.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/site_job.h"

namespace loom::cli {
namespace {

namespace fs = std::filesystem;

struct StarterFile {
  std::string_view path;
  std::string_view text;
};

constexpr auto kStarterFiles = std::to_array<StarterFile>({
    {"loom.toml", R"(base_url = "https://example.org"
title = "My site"
description = "Written with Loom."
generate_feeds = true
taxonomies = [{ name = "tags", feed = true }]

[extra]
nav = [
  { name = "Posts", url = "/posts/" },
  { name = "About", url = "/about/" },
]
)"},
    {"content/_index.md", R"(+++
title = "Welcome"
+++
This is `content/_index.md`, the front page. Change it and watch the browser.
)"},
    {"content/about.md", R"(+++
title = "About"
+++
A page of its own.
)"},
    {"content/posts/_index.md", R"(+++
title = "Posts"
sort_by = "date"
paginate_by = 10
+++
)"},
});

bool is_empty_or_missing(const std::string& folder) {
  std::error_code error;
  return !fs::exists(folder, error) || fs::is_empty(folder, error);
}

base::Result<void> write_new_file(const std::string& path, std::string_view text) {
  if (base::file_status(path).kind != base::FileKind::Missing) {
    return base::Error(path + " exists already");
  }
  if (auto made = base::make_directories(fs::path(path).parent_path().string()); !made) {
    return made.error();
  }
  return base::write_file(path, text);
}

std::string today() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return *base::format_date({now, true, {}}, "%F");
}

std::string post_text(const std::string& title) {
  return fmt::format("+++\ntitle = {}\ndate = {}\n+++\n\n", base::toml_quoted(title), today());
}

/// The folder below the content folder that new posts go to: "posts" or "blog" where there is one.
std::string default_section(const std::string& content) {
  for (const std::string_view name : {"posts", "blog", "post", "notes", "articles"}) {
    if (base::file_status(content + "/" + std::string(name)).kind == base::FileKind::Directory) {
      return std::string(name);
    }
  }
  return "";
}

bool has_configuration(const std::string& root) {
  return base::file_status(root + "/loom.toml").kind == base::FileKind::Regular ||
         base::file_status(root + "/config.toml").kind == base::FileKind::Regular;
}

}  // namespace

int run_new_site(const NewSiteCommand& command) {
  if (!is_empty_or_missing(command.folder)) {
    return fail(base::Error(command.folder + " is not empty; name a new folder"));
  }
  for (const StarterFile& file : kStarterFiles) {
    if (auto written = write_new_file(command.folder + "/" + std::string(file.path), file.text); !written) {
      return fail(written.error().with_context("cannot make the site"));
    }
  }
  const std::string first_post = command.folder + "/content/posts/" + today() + "-hello.md";
  const std::string text =
      post_text("Hello") + "The first post. `loom new post \"Title\"` makes the next one.\n";
  if (auto written = write_new_file(first_post, text); !written) {
    return fail(written.error().with_context("cannot make the site"));
  }
  base::log_info(fmt::format("made {0}; look at it with: loom serve {0}", command.folder));
  return kExitSuccess;
}

int run_new_post(const NewPostCommand& command) {
  const auto root = find_site_root(command.site);
  if (!root) {
    return fail(root.error());
  }
  const std::string slug = base::slugify(command.title);
  if (slug.empty()) {
    return fail(base::Error("the title holds no letter or digit to make a file name of"));
  }
  const std::string content = has_configuration(*root) ? *root + "/content" : *root;
  const std::string section = command.section.empty() ? default_section(content) : command.section;
  const std::string folder = section.empty() ? content : content + "/" + section;
  const std::string path = folder + "/" + today() + "-" + slug + ".md";
  if (auto written = write_new_file(path, post_text(command.title)); !written) {
    return fail(written.error().with_context("cannot make the post"));
  }
  base::log_info("made " + path);
  return kExitSuccess;
}

}  // namespace loom::cli
