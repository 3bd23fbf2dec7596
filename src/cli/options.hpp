// What was typed, as it was typed. What it means is settings.hpp: two steps, so that the reader of
// flags knows nothing of terminals, colours or severities.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace caveat {

enum class Command : std::uint8_t {
  check,
  explain,
  rules,
  test,
  parse,
  stream,
  claims,
  whynot,
  init,
  schema,
  diff,
  config
};

struct Options {
  std::optional<Command> command;  ///< none typed: check
  std::vector<std::string> operands;
  std::optional<std::size_t> dashes_at;  ///< operands that stood before "--"
  std::vector<std::string> packs;
  std::vector<std::string> outputs;
  std::vector<std::string> typed;  ///< long names of the flags that were given
  std::string config;              ///< the file to read in place of those that are found
  bool no_config = false;
  bool force_exclude = false;
  std::string fail_on = "warning";
  std::string format;  ///< empty: the first one of the command
  std::string format_in = "auto";
  std::string column_unit = "byte";
  std::string color = "auto";
  std::string excerpt = "auto";
  std::string progress = "auto";
  std::string profile = "editorial";
  std::string jurisdiction;  ///< "us,eu"; empty: those of the profile
  std::string stdin_filename = "<stdin>";
  std::string jobs;  ///< empty: one for each core
  std::string max_file_size = "64M";
  bool no_default_packs = false;
  bool require_reason = false;
  bool allow_empty = false;
  bool strict = false;
  bool unverified = false;
  bool stale = false;
  bool counts = false;
  std::string pages;     ///< folder; empty: none
  std::string baseline;  ///< file; empty: none
  bool write_baseline = false;
  bool per_sentence = false;
  bool staged = false;
  std::string only_changed;  ///< revision; empty: all findings
  std::string diff_base;     ///< a patch, '-' is standard input; empty: all findings
  bool fix = false;
  bool fix_unsafe = false;
  bool diff = false;
  std::string generate;  ///< empty: nothing
  bool quiet = false;
  bool help = false;
  bool version = false;
};

/// Nothing, and `mistake` says what is wrong, where the arguments do not make sense.
std::optional<Options> read_options(const std::vector<std::string>& arguments,
                                    std::string& mistake);

}  // namespace caveat
