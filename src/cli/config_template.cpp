#include "cli/config_template.hpp"

namespace caveat {

std::string_view config_template() {
  return R"(# What caveat does in this folder and those below it; see docs/configuration.md.
# `caveat config FILE` tells what is in force for a file, and where that is said.

# profile = "editorial"          # for whom the texts are: editorial, marketing, clinical
# jurisdiction = ["us", "eu"]    # whose law on marketing counts too: us, uk, eu, au
# baseline = "baseline.json"     # old findings; `caveat --write-baseline .` notes them in this file
# fail-on = "warning"            # exit status 1 from this on: note, warning, error, never
# require-reason = true          # a comment that silences a finding must say why
# max-file-size = "64M"

# packs = ["lint/house"]         # packs of your own, in this folder; `caveat init --pack=NAME`
# default-packs = true           # those that are built in
# disable-packs = ["kratom"]     # `caveat rules` has the names, before the "/"

# include = ["content/**"]       # globs as in .gitignore; what .gitignore names is left out anyway
# exclude = ["drafts/", "*.draft.md"]

# [severity]                     # of a rule, a pack or a category: note, warning, error, off
# "kratom/efficacy" = "warning"
# "core/*"          = "error"
# testimonial       = "off"

# [[override]]                   # for some files; the later ones count more
# files    = ["shop/**"]
# profile  = "marketing"
# severity = { mechanism = "note" }
)";
}

}  // namespace caveat
