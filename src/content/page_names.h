// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pharos::content {

/// How files and folders of a content tree are named. All functions are pure; paths have "/" between segments.

/// It ends in .md, .mdx or .markdown.
bool is_markdown(std::string_view path);
/// Without such an ending.
std::string_view stem(std::string_view path);
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
/// "a/b" from "a" and "b"; either may be empty.
std::string join_path(std::string_view folder, std::string_view path);
/// The part of `path` below `folder`, or nothing when it is elsewhere. "" is above everything.
std::optional<std::string_view> below(std::string_view path, std::string_view folder);
/// Resolves "." and ".."; nothing when it climbs out of the root.
std::optional<std::string> normalized(std::string_view path);

/// README or index: the page of its folder.
bool is_folder_page(std::string_view relative_path);
/// "_index": describes its folder.
bool is_category_page(std::string_view relative_path);
/// A file or folder whose name begins with "_": included by other pages, none itself.
bool is_partial(std::string_view relative_path);

}  // namespace pharos::content
