// What a file is besides its bytes, for the file that takes its place.
#pragma once

#include <sys/stat.h>

namespace caveat {

/// Owner, group, extended attributes, the access list among them, and mode with its special bits.
/// False with errno if any of it cannot be given to `to`.
bool copy_status(int from, const struct stat& status, int to);

}  // namespace caveat
