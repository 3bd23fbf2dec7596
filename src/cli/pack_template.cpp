#include "cli/pack_template.hpp"

#include <string_view>

namespace caveat {

namespace {

constexpr std::string_view head =
    R"toml(# A folder with a pack.toml is one pack, made of all .toml files that lie in it.
[pack]
name        = "@NAME@"   # the first part of the ids of its rules: @NAME@/first-night
version     = "0.1.0"
language    = "en"
description = "What texts on moonwort get wrong"
requires    = ["core"]   # packs whose names this one uses
)toml";

constexpr std::string_view rules =
    R"toml(# Moonwort tea is made up: put what you know in its place. docs/packs.md shows how,
# docs/pack-format.md has all keys.

# Words that mean one thing. Plurals and capitals are found by themselves.
[[concept]]
id    = "moonwort"
class = "intervention"
tags  = ["supplement", "unproven-remedy"]
terms = ["moonwort tea", "moonwort"]

# What is known of it: how certain, and what follows for the wording of a claim.
[[evidence]]
intervention = "moonwort"
outcome      = "insomnia"
certainty    = "very-low"
effect       = "unknown"
source       = { title = "A review you have read", year = 2024, url = "https://example.org/review" }
reviewed     = @TODAY@
note         = "no trial in people"

# A pattern that reports. "work" is the word in all its forms, 'first night' these words as they
# stand, moonwort the concept above, and .. skips a few words. What stands in `unless` excuses a
# match: here that the words are negated or refuted.
[[rule]]
id       = "first-night"
category = "efficacy"
severity = "warning"
match    = ''' moonwort .. "work" .. 'first night' '''
unless   = "negated / refuted"
message  = "no study shows that moonwort works on the first night"
why      = "Whoever expects sleep tonight takes more of it when none comes."
source   = { title = "A review you have read", year = 2024, url = "https://example.org/review" }
reviewed = @TODAY@
flags    = [  # each must be found, and just the words between the marks
  "«Moonwort works from the first night».",
  "Drink it slowly: «moonwort tea has worked by the end of the first night».",
  "Many people are surprised that «moonwort is working on the first night» already.",
]
allows   = [  # none of these may be
  "Moonwort does not work on the first night.",
  "People who drank moonwort tea slept badly on the first night.",
  "Moonwort works no better than hot water.",
]

# What a text on the topic must say somewhere.
[[caveat]]
id       = "pregnancy"
when     = "topic moonwort"
require  = "'pregnant' / 'pregnancy'"
message  = "the text does not say what moonwort means in pregnancy"
source   = { title = "A guideline you have read", year = 2023, url = "https://example.org/tea" }
reviewed = @TODAY@
flags    = ["Moonwort is a fern. Moonwort grows in meadows. Moonwort tea tastes of hay."]
allows   = ["Moonwort is a fern. Moonwort tea tastes of hay. Avoid moonwort in pregnancy."]
)toml";

void replace_all(std::string& text, std::string_view mark, const std::string& by) {
  for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + by.size()))
    text.replace(at, mark.size(), by);
}

std::string filled(std::string_view text, const std::string& name, const std::string& today) {
  std::string out(text);
  replace_all(out, "@NAME@", name);
  replace_all(out, "@TODAY@", today);
  return out;
}

}  // namespace

std::vector<PackTemplate> pack_template(const std::string& name, const std::string& today) {
  return {{"pack.toml", filled(head, name, today)}, {"rules.toml", filled(rules, name, today)}};
}

}  // namespace caveat
