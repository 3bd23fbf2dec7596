// Scripts by which shells complete a command line: commands, the flags of each, values of flags
// that are a choice among names, files elsewhere. All of it is in the tables of flags.hpp and in
// choices_of, so the scripts are text and ask no program while somebody types. Turned down: a
// script that calls caveat at every key, which would be fresh after an upgrade and slow every day.
#pragma once

#include <string>

namespace caveat {

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace caveat
