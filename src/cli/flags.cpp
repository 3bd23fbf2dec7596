#include "cli/flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace caveat {

namespace {

constexpr unsigned check_only = bit_of(Command::check);
constexpr unsigned differ = bit_of(Command::diff);
constexpr unsigned readers = check_only | bit_of(Command::parse) | bit_of(Command::claims) |
                             bit_of(Command::whynot) | differ;
constexpr unsigned linters = check_only | bit_of(Command::stream);
constexpr unsigned shown = linters | bit_of(Command::config);  ///< what .caveat.toml can say too
constexpr unsigned every = ~0U;

constexpr std::array flag_table = {
    Flag{"--fail-on", "SEVERITY", "exit 1 from this on: note, warning (default), error, or never",
         check_only | differ | bit_of(Command::config), &Options::fail_on},
    Flag{"--format", "FORMAT",
         "check: gcc (default), json, jsonl, sarif, github, gitlab, checkstyle, junit, rdjson, "
         "rdjsonl or html; "
         "diff: these or text (default on a terminal); "
         "claims: table (default), json, jsonl or csv; parse and config: text "
         "(default) or json; test: gcc (default), tap or junit; rules --counts: table (default) or "
         "json",
         readers | bit_of(Command::test) | bit_of(Command::rules) | bit_of(Command::config),
         &Options::format},
    Flag{"--output", "FORMAT:PATH",
         "a report in a file besides the one that is printed; may be repeated", check_only,
         &Options::outputs},
    Flag{"--strict", "", "test variants, mutants, evidence, shadows and dates besides the examples",
         bit_of(Command::test), &Options::strict},
    Flag{"--per-sentence", "", "tell every sentence and what it states; with json or jsonl",
         bit_of(Command::claims), &Options::per_sentence},
    Flag{"--format-in", "FORMAT",
         "plain, markdown, mdx, html, or auto (default): by ending, else by the bytes", readers,
         &Options::format_in},
    Flag{"--column-unit", "UNIT", "what columns count: byte (default), code-point, utf16, display",
         linters | differ, &Options::column_unit},
    Flag{"--excerpt", "WHEN",
         "show the line with a caret: auto (default: on a terminal), always, never",
         check_only | bit_of(Command::test) | differ, &Options::excerpt},
    Flag{"--color", "WHEN", "auto (default), always or never; auto obeys NO_COLOR and FORCE_COLOR",
         every, &Options::color},
    Flag{"--pack", "PATH", "add a pack, a TOML file or a folder of them; may be repeated", every,
         &Options::packs},
    Flag{"--no-default-packs", "", "leave out the packs that are built in", every,
         &Options::no_default_packs},
    Flag{"--config", "FILE", "read this file and no .caveat.toml that is found above a text", every,
         &Options::config},
    Flag{"--no-config", "", "read no .caveat.toml", every, &Options::no_config},
    Flag{"--force-exclude", "", "leave out what is excluded or ignored by git even if it is named",
         check_only | bit_of(Command::claims), &Options::force_exclude},
    Flag{"--profile", "NAME", "for whom the text is: editorial (default), marketing or clinical",
         shown | differ | bit_of(Command::rules) | bit_of(Command::whynot), &Options::profile},
    Flag{
        "--jurisdiction", "LIST",
        "whose law on marketing counts too: us, uk, eu, au, or several as in us,eu",
        shown | differ | bit_of(Command::claims) | bit_of(Command::rules) | bit_of(Command::whynot),
        &Options::jurisdiction},
    Flag{"--require-reason", "", "a comment that silences findings must say why", shown | differ,
         &Options::require_reason},
    Flag{"--stdin-filename", "NAME", "the name of standard input, for reports and for its format",
         readers, &Options::stdin_filename},
    Flag{"--max-file-size", "SIZE", "refuse larger files; bytes, or with K, M or G (default 64M)",
         readers | shown, &Options::max_file_size},
    Flag{"--allow-empty", "", "finding no file under the given folders is fine", check_only,
         &Options::allow_empty},
    Flag{"--baseline", "FILE", "tell only what this file has not taken note of",
         check_only | bit_of(Command::config), &Options::baseline},
    Flag{"--write-baseline", "", "take note of all that is found, in the file of --baseline",
         check_only, &Options::write_baseline},
    Flag{"-j,--jobs", "N", "lint so many at a time (default: one for each core)", linters,
         &Options::jobs},
    Flag{"-q,--quiet", "", "no summary on standard error", check_only | differ, &Options::quiet},
    Flag{"--progress", "WHEN",
         "on a terminal show how far a run of more than a second is: auto (default) or never",
         check_only, &Options::progress},
    Flag{"--only-changed", "[REV]",
         "only what stands in lines changed since REV (default HEAD), or since 'REV...' parted",
         check_only, &Options::only_changed},
    Flag{"--diff-base", "PATCH",
         "only what stands in lines that this patch changes, a file or '-' for standard input",
         check_only, &Options::diff_base},
    Flag{"--staged", "", "compare what is staged with HEAD, or with REV", differ, &Options::staged},
    Flag{"--fix", "",
         "write safe fixes (names, spellings) to the files; standard input is printed fixed, "
         "without a report",
         check_only, &Options::fix},
    Flag{"--fix-unsafe", "", "as --fix, and suggested wording, which changes what the text says",
         check_only, &Options::fix_unsafe},
    Flag{"--diff", "",
         "print what --fix would change as a patch, instead of the report; with --fix-unsafe, "
         "what that would; write nothing",
         check_only, &Options::diff},
    Flag{"--unverified", "", "list what nobody has compared with its source yet",
         bit_of(Command::rules), &Options::unverified},
    Flag{"--stale", "", "list what was to be looked at again by a day that is past",
         bit_of(Command::rules), &Options::stale},
    Flag{"--counts", "", "count evidence, facts, rules, caveats and names, by pack and in all",
         bit_of(Command::rules), &Options::counts},
    Flag{"--pages", "DIR", "write a page of Markdown for each rule and each pack into this folder",
         bit_of(Command::rules), &Options::pages},
    Flag{"--generate", "WHAT", "print man, complete-bash, complete-zsh or complete-fish",
         check_only, &Options::generate},
    Flag{"-h,--help", "", "print this help", every, &Options::help},
    Flag{"--version", "", "print the version", every, &Options::version},
};

constexpr std::array command_table = {
    CommandRow{Command::check, "check", "[PATH...|-]",
               "lint files and folders, '-' is standard input; the default command"},
    CommandRow{Command::explain, "explain", "RULE|CATEGORY",
               "what a rule says, why, its evidence, source and examples"},
    CommandRow{Command::rules, "rules", "", "the rules in force and where they come from"},
    CommandRow{Command::test, "test", "[PACK...]",
               "run the examples of packs, by name or by path (with a '/' or .toml)"},
    CommandRow{Command::parse, "parse", "TEXT|-",
               "what caveat sees in a sentence, for authors of packs"},
    CommandRow{Command::stream, "stream", "",
               "one JSON object a line in, {\"id\", \"text\", \"format\"?}, one a line out"},
    CommandRow{Command::claims, "claims", "[PATH...|-]",
               "every claim of files and folders, with its strength: for medical review"},
    CommandRow{Command::whynot, "whynot", "RULE FILE:LINE",
               "how far a rule got there, and what stopped it"},
    CommandRow{Command::init, "init", "[--pack=NAME]",
               "write a .caveat.toml with all settings as comments, or a small pack to start from"},
    CommandRow{Command::schema, "schema", "",
               "print the JSON Schema of packs, for editors that complete and check TOML"},
    CommandRow{Command::diff, "diff", "[REV|A..B|OLD NEW] [-- PATH...]",
               "what a change does to the claims of texts, in git or between two files"},
    CommandRow{Command::config, "config", "[FILE]",
               "what is in force for a file, where it is said, and whether it would be linted"},
};

constexpr std::string_view about =
    "Lints health content: claims stronger than their evidence, wrong facts and names,\n"
    "safety caveats that are missing.\n";

constexpr std::string_view exit_status =
    "\nExit status: 0 nothing found at or above --fail-on, 1 something found, 2 trouble\n"
    "(usage, unreadable file, broken pack, output that could not be written).\n";

/// "-q, --quiet" or "    --format=FORMAT".
std::string usage_of(const Flag& flag) {
  const bool has_short = flag.names.front() == '-' && flag.names[1] != '-';
  std::string usage = has_short ? "" : "    ";
  for (const char c : flag.names) usage += c == ',' ? std::string(", ") : std::string(1, c);
  if (flag.value.starts_with('['))
    usage += fmt::format("[={}", flag.value.substr(1));
  else if (!flag.value.empty())
    usage += fmt::format("={}", flag.value);
  return usage;
}

void append_flags(unsigned wanted, std::string& out) {
  out += "\nFlags:\n";
  for (const Flag& flag : flag_table)
    if ((flag.commands & wanted) != 0)
      fmt::format_to(std::back_inserter(out), "  {:<26} {}\n", usage_of(flag), flag.help);
}

void append_commands(std::string& out) {
  out += "\nCommands ('caveat COMMAND --help' says more):\n";
  for (const CommandRow& row : command_table)
    fmt::format_to(std::back_inserter(out), "  {:<26} {}\n",
                   fmt::format("{} {}", row.name, row.operands), row.help);
}

const CommandRow& row_of(Command command) {
  return command_table[static_cast<std::size_t>(command)];
}

std::string overall_help() {
  std::string out = "Usage: caveat [COMMAND] [FLAG...] [PATH...|-]\n\n";
  out += about;
  append_commands(out);
  append_flags(every, out);
  out += exit_status;
  return out;
}

}  // namespace

std::span<const Flag> flags() {
  return flag_table;
}

std::span<const CommandRow> commands() {
  return command_table;
}

std::string_view name_of(Command command) {
  return row_of(command).name;
}

std::optional<Command> command_named(std::string_view name) {
  const auto row = std::ranges::find(command_table, name, &CommandRow::name);
  if (row == command_table.end()) return std::nullopt;
  return row->command;
}

std::string help_text(std::optional<Command> command) {
  if (!command) return overall_help();
  const CommandRow& row = row_of(*command);
  std::string out =
      fmt::format("Usage: caveat {} [FLAG...] {}\n\n{}\n", row.name, row.operands, row.help);
  append_flags(bit_of(*command), out);
  out += exit_status;
  return out;
}

}  // namespace caveat
