// All that caveat takes from the world around it except files: read once, at the start, and passed
// on as data.
#pragma once

#include <cstdint>
#include <string>

namespace caveat {

struct Environment {
  bool output_is_terminal = false;
  bool error_is_terminal = false;
  std::string term;
  std::string ci;          ///< CI, which runners set
  std::string pre_commit;  ///< PRE_COMMIT
  std::string no_color;
  std::string clicolor_force;
  std::string force_color;
  std::string today;     ///< ISO date; that of SOURCE_DATE_EPOCH where it is set
  std::string folder;    ///< the working directory, absolute; empty if it is gone
  std::string root;      ///< of the work tree that it is part of, else the same folder
  std::int64_t now = 0;  ///< seconds since 1970
  unsigned cores = 1;
};

Environment read_environment();

/// A reader that closes its pipe must become a write error (exit 2), not a silent death. And if
/// the shell closed one of the three standard descriptors, the first file that is opened would
/// take its place and be written to: each gets /dev/null opened the wrong way round instead.
void guard_standard_streams();

}  // namespace caveat
