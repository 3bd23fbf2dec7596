// What the options mean here: names become values, "auto" becomes on or off.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/profile.hpp"
#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "format/format.hpp"
#include "report/report.hpp"

namespace caveat {

/// In which form `caveat test` prints.
enum class ProofFormat : std::uint8_t { gcc, tap, junit };

/// In which form `caveat claims` prints.
enum class InventoryFormat : std::uint8_t { table, json, jsonl, csv };

/// What `caveat rules` prints or writes.
enum class Listing : std::uint8_t { rules, unverified, stale, counts, pages };

/// A report besides the one on standard output.
struct FileOutput {
  Reporter reporter;
  std::string path;
};

/// What becomes of fixes: told, written to the files, or printed as a patch.
enum class Fixing : std::uint8_t { none, write, diff };

struct Settings {
  Command command = Command::check;
  std::vector<std::string> operands;
  std::vector<std::string> packs;  ///< of --pack
  bool default_packs = true;
  std::optional<Severity> fail_on;    ///< nothing: never
  const Format* format_in = nullptr;  ///< null: each file's own
  Profile profile = Profile::editorial;
  Jurisdictions jurisdictions = 0;  ///< that were named
  ProofFormat proof = ProofFormat::gcc;
  bool strict = false;  ///< `caveat test` asks for more than examples
  std::string today;    ///< ISO date
  std::string folder;   ///< as in Environment
  std::string root;     ///< likewise
  bool require_reason = false;
  Reporter reporter = {};
  std::vector<FileOutput> outputs;  ///< of --output
  ReportStyle output_style;         ///< of findings
  ReportStyle error_style;          ///< of mistakes in packs, which always show the place
  std::string stdin_filename;
  std::uint64_t max_file_size = 0;  ///< bytes
  unsigned jobs = 1;
  bool allow_empty = false;
  std::string baseline;  ///< file; empty: none
  bool write_baseline = false;
  Listing listing = Listing::rules;
  std::string pages;         ///< the folder to write them to
  bool counts_json = false;  ///< for programs, not for people
  InventoryFormat inventory = InventoryFormat::table;
  bool per_sentence = false;
  bool parse_json = false;  ///< of `caveat parse`: for programs, not for people
  Fixing fixing = Fixing::none;
  FixSafety least_safe = FixSafety::safe;  ///< of the fixes that are applied
  std::int64_t now = 0;                    ///< seconds since 1970
  bool quiet = false;
  bool progress = false;  ///< shown on standard error, which is a terminal
  bool output_is_terminal = false;
  std::optional<std::size_t> dashes_at;  ///< operands that stood before "--"
  bool diff_page = false;                ///< of `caveat diff`: for people, not for programs
  bool staged = false;
  std::string only_changed;        ///< revision; empty: all findings
  std::string diff_base;           ///< a patch, '-' is standard input; empty: all findings
  std::vector<std::string> typed;  ///< long names of the flags that were given
  std::string config;              ///< read in place of those that are found; empty: none
  bool no_config = false;
  bool force_exclude = false;  ///< what is named may be left out too
  bool config_json = false;    ///< of `caveat config`: for programs, not for people
};

/// Whether a flag ("--profile") was given, which comes before what a file says.
bool is_typed(const Settings& settings, std::string_view flag);

/// What the value of a flag can be; empty where that is no choice among names.
std::vector<std::string_view> choices_of(std::string_view flag, Command command);

/// Nothing, and `mistake` says why, where a value makes no sense.
std::optional<Settings> resolve(const Options& options, const Environment& environment,
                                std::string& mistake);

}  // namespace caveat
