// A project's `.caveat.toml`: what was written, every value with its place, so that what is wrong
// with it later (a rule that no pack has, a pack that is not there) can be said where it stands.
// TOML and its mistakes are those of packs: the same reader, the same "did you mean". It is data
// and nothing else: no value is a program, a variable of the environment or an address, and no path
// in it leaves the folder that it lies in.
//
// Rejected: merging the file with those in folders above it, as .editorconfig does. What holds for
// a text would stand in several files, of which a reader has opened one; the nearest one counts
// whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/glob.hpp"
#include "config/profile.hpp"
#include "diagnostic/diagnostic.hpp"
#include "pack/entry.hpp"
#include "pack/jurisdiction.hpp"
#include "text/source.hpp"

namespace caveat {

inline constexpr std::string_view config_name = ".caveat.toml";

/// Bounds of one file, each answered with a mistake at its place.
inline constexpr std::size_t most_globs = 1000;       ///< in one list
inline constexpr std::ptrdiff_t most_choices = 1000;  ///< in one table
inline constexpr std::size_t most_overrides = 1000;
/// Bytes: toml11 takes the square of the number of items of an array.
inline constexpr std::uint64_t largest_config = std::uint64_t{64} << 10;

/// `key = value`; the place is that of the value. Nothing where the key is not given.
template <typename Value>
struct Given {
  Value value;
  Span place;
};
template <typename Value>
using Setting = std::optional<Given<Value>>;

/// Nothing: off.
using Verdict = std::optional<Severity>;

/// `"kratom/efficacy" = "note"`. The name is a rule, "kratom/*" or a category; whether there is
/// such a one only the packs know.
struct RuleChoice {
  Text name;
  Verdict verdict;
};
using RuleChoices = std::vector<RuleChoice>;

struct PlacedGlob {
  std::string text;
  Span place;
  Glob glob;
};
using Globs = std::vector<PlacedGlob>;

/// [[override]]: of several that cover a file, the later ones count more.
struct ConfigOverride {
  Span place;  ///< of its header
  Globs files;
  RuleChoices severity;
  Setting<Profile> profile;
};

struct Config {
  std::vector<Text> packs;  ///< paths relative to the folder of the file; no "..", not absolute
  Setting<bool> default_packs;
  std::vector<Text> enable_packs;  ///< names; none: all
  std::vector<Text> disable_packs;
  Setting<Profile> profile;
  Setting<Jurisdictions> jurisdictions;
  Setting<std::string> baseline;  ///< a path as those of packs; the file need not be there
  Setting<Verdict> fail_on;       ///< without a severity: never
  Setting<bool> require_reason;
  Setting<std::uint64_t> max_file_size;  ///< bytes
  Globs include;
  Globs exclude;
  RuleChoices severity;
  std::vector<ConfigOverride> overrides;
};

/// Reads all that can be read; each mistake is a diagnostic "config/…" at its place, in order.
Config read_config(const Source& source, std::vector<Diagnostic>& mistakes);

/// "note", "warning", "error", "off".
std::string_view name_of(Verdict verdict);

/// The overrides that cover a file, in order; the path is relative to the folder of the config.
std::vector<std::size_t> overrides_for(const Config& config, std::string_view path);

/// The first glob that covers it, or null.
const PlacedGlob* covering(const Globs& globs, std::string_view path, bool is_folder);

}  // namespace caveat
