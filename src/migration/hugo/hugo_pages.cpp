// Tested by tests/migration/hugo/hugo_site_test.cpp.
#include "migration/hugo/hugo_pages.h"

#include <algorithm>

#include "base/ascii.h"
#include "migration/hugo/go_template.h"
#include "migration/hugo/hugo_shortcodes.h"
#include "migration/shortcode_text.h"
#include "migration/source_folder.h"
#include "site/page_path.h"
#include "site/permalink.h"

namespace loom::migration {

namespace {

constexpr std::size_t kContentBytes = std::string_view("content/").size();

std::string key_of(std::string_view path) {
  std::string key = base::lower_ascii(path);
  for (const std::string_view ending : {".md", ".markdown", ".html"}) {
    if (key.ends_with(ending)) {
      key.resize(key.size() - ending.size());
    }
  }
  while (key.ends_with('/')) {
    key.pop_back();
  }
  return key;
}

}  // namespace

HugoPages::HugoPages(const site::SourceTree& tree, const HugoConfig& config, NewSite& site)
    : tree_(tree), config_(config), site_(site) {}

void HugoPages::add(const HugoDocument& document, const std::string& path) {
  if (!document.language.empty()) {
    return;
  }
  const std::string key = key_of(document.logical_path);
  const std::string target = path.substr(kContentBytes);
  targets_[key] = target;
  // The bundle and the section are also known by their folder.
  if (document.is_bundle || document.is_section) {
    targets_.try_emplace(document.folder().empty() ? "" : base::lower_ascii(document.folder()), target);
  }
  const std::string folder = document.is_bundle || document.is_section ? key_of(document.folder()) : key;
  const auto [found, is_first] = by_name_.try_emplace(folder.substr(folder.rfind('/') + 1), target);
  if (!is_first) {
    found->second.clear();
  }
}

std::string HugoPages::convert(const HugoDocument& document) {
  document_ = &document;
  return convert_hugo_text(document.body, *this);
}

std::optional<std::string> HugoPages::find_page(std::string_view reference) const {
  const std::string wanted = key_of(reference.substr(reference.starts_with('/') ? 1 : 0));
  const auto relative = site::resolve_relative(document_->logical_path, reference);
  const std::string candidates[] = {relative && !reference.starts_with('/') ? key_of(*relative) : wanted,
                                    wanted};
  for (const std::string& candidate : candidates) {
    if (const auto found = targets_.find(candidate); found != targets_.end()) {
      return found->second;
    }
  }
  const auto found = by_name_.find(wanted);
  return found == by_name_.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> HugoPages::find_parameter(std::string_view name) const {
  const std::string path = "params." + std::string(name);
  const base::Data* values[] = {find_nested(document_->front, name), find_nested(document_->front, path),
                                find_nested(config_.data, path)};
  for (const base::Data* value : values) {
    const std::vector<std::string> texts = list_value(value);
    if (!texts.empty()) {
      return texts[0];
    }
  }
  return std::nullopt;
}

const site::SourceFile* HugoPages::find_template(const std::string& name) const {
  const auto in_folder = [&](const std::string& root) -> const site::SourceFile* {
    for (const std::string_view folder : {"layouts/_shortcodes/", "layouts/shortcodes/"}) {
      for (const std::string_view ending : {".html", ".md"}) {
        if (const auto* file = tree_.find(root + std::string(folder) + name + std::string(ending))) {
          return file;
        }
      }
    }
    return nullptr;
  };
  const site::SourceFile* file = in_folder("");
  for (const std::string& theme : list_value(find_value(config_.data, "theme"))) {
    file = file == nullptr ? in_folder("themes/" + theme + "/") : file;
  }
  return file;
}

std::string HugoPages::use_shortcode(const std::string& name, std::uint32_t line) {
  const auto known = shortcodes_.find(name);
  if (known != shortcodes_.end()) {
    return known->second;
  }
  const std::string new_name = shortcode_name(name);
  shortcodes_.emplace(name, new_name);
  add_template(name, new_name, line);
  return new_name;
}

void HugoPages::add_template(const std::string& name, const std::string& new_name, std::uint32_t line) {
  std::string& text = site_.texts["templates/shortcodes/" + new_name + ".html"];
  const site::SourceFile* file = find_template(name);
  const std::string old_text = file == nullptr ? "" : text_of(*file);
  if (file != nullptr) {
    if (auto converted = convert_go_template(old_text)) {
      text = *std::move(converted);
      return;
    }
  } else if (const auto own = find_hugo_shortcode(name)) {
    text = *own;
    return;
  }
  text = stub_of_go_template(old_text, name);
  const std::string hint = "write templates/shortcodes/" + new_name + ".html, where a stub stands now";
  if (file != nullptr) {
    site_.leave(file->path, 0, "the shortcode `" + name + "` is written in Hugo's language", hint);
  } else {
    leave(line, "there is no template for the shortcode `" + name + "`", hint);
  }
}

void HugoPages::leave(std::uint32_t line, std::string message, std::string hint) {
  site_.leave(document_->source, line + document_->body_line - 1, std::move(message), std::move(hint));
}

}  // namespace loom::migration
