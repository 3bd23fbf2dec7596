// Paths to files to bytes. What cannot be read is a complaint for standard error, ready to print;
// the rest goes on.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// The files that a walk through a folder takes as text. A file that is named is always read. Other
/// formats join when they are read as what they are.
std::span<const std::string_view> text_endings();
std::span<const std::string_view> pack_endings();

/// Every path once, folders replaced by the files in them, in order of name. A walk takes regular
/// files with one of the endings, leaves out hidden names, and follows no symbolic link: what is
/// linted lies where the user pointed, and no loop is possible.
std::vector<std::string> list_files(std::span<const std::string> paths,
                                    std::span<const std::string_view> endings,
                                    std::vector<std::string>& complaints);

/// Nothing, and a complaint, for a file that cannot be read or is larger than `limit` bytes.
std::optional<std::string> read_file(const std::string& path, std::uint64_t limit,
                                     std::string& complaint);
std::optional<std::string> read_standard_input(std::uint64_t limit, std::string& complaint);

}  // namespace caveat
