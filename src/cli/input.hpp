// What is linted: bytes, and the format that they are read in. Who names a format is obeyed; else
// the ending of the name decides, and where that says nothing, the bytes themselves.
#pragma once

#include <optional>
#include <string>

#include "cli/settings.hpp"
#include "format/format.hpp"
#include "lint/lint.hpp"
#include "text/source.hpp"

namespace caveat {

struct Input {
  Source source;
  const Format* format = nullptr;  ///< never null
};

/// How a text in that format is linted.
LintOptions lint_options(const Settings& settings, const Format* format);

/// A file, or standard input for "-". Nothing, and a complaint, if it cannot be read.
std::optional<Input> read_input(const std::string& path, const Settings& settings,
                                std::string& complaint);

/// Bytes that a repository has under this name.
Input make_input(const std::string& path, std::string bytes, const Settings& settings);

}  // namespace caveat
