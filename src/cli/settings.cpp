#include "cli/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "cli/flags.hpp"
#include "cli/generate.hpp"
#include "config/size.hpp"
#include "pack/suggest.hpp"

namespace caveat {

namespace {

enum class When : std::uint8_t { automatic, always, never };

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

constexpr std::array<Choice<When>, 3> whens = {
    {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}}};
constexpr std::array<Choice<bool>, 2> progress_choices = {{{"auto", true}, {"never", false}}};
constexpr std::array<Choice<InventoryFormat>, 4> inventories = {{{"table", InventoryFormat::table},
                                                                 {"json", InventoryFormat::json},
                                                                 {"jsonl", InventoryFormat::jsonl},
                                                                 {"csv", InventoryFormat::csv}}};
constexpr std::array<Choice<bool>, 2> count_formats = {{{"table", false}, {"json", true}}};
constexpr std::array<Choice<bool>, 2> parse_formats = {{{"text", false}, {"json", true}}};
constexpr std::array<Choice<std::optional<Severity>>, 4> thresholds = {
    {{"note", Severity::note},
     {"warning", Severity::warning},
     {"error", Severity::error},
     {"never", std::nullopt}}};

constexpr std::array<Choice<ProofFormat>, 3> proofs = {
    {{"gcc", ProofFormat::gcc}, {"tap", ProofFormat::tap}, {"junit", ProofFormat::junit}}};

constexpr std::array<Choice<Profile>, 3> profiles = {{{"editorial", Profile::editorial},
                                                      {"marketing", Profile::marketing},
                                                      {"clinical", Profile::clinical}}};

/// The value called `name`, or the first one and a mistake.
template <typename Choices>
auto choose(const Choices& choices, std::string_view flag, const std::string& name,
            std::string& mistake) {
  std::vector<std::string> names;
  for (const auto& choice : choices) {
    if (choice.name == name) return choice.value;
    names.emplace_back(choice.name);
  }
  mistake = fmt::format("{} cannot be '{}', it is one of {}{}", flag, name, fmt::join(names, ", "),
                        did_you_mean(name, names));
  return choices.begin()->value;
}

constexpr std::array<Choice<Jurisdiction>, 4> jurisdictions = {{{"us", Jurisdiction::us},
                                                                {"uk", Jurisdiction::uk},
                                                                {"eu", Jurisdiction::eu},
                                                                {"au", Jurisdiction::au}}};

/// "us,eu"
Jurisdictions read_jurisdictions(const std::string& list, std::string& mistake) {
  unsigned named = 0;
  for (std::size_t at = 0; at < list.size();) {
    const auto comma = std::min(list.find(',', at), list.size());
    const auto name = list.substr(at, comma - at);
    named |= bit_of(choose(jurisdictions, "--jurisdiction", name, mistake));
    at = comma + 1;
  }
  if (list.ends_with(',')) choose(jurisdictions, "--jurisdiction", "", mistake);
  return static_cast<Jurisdictions>(named);
}

Reporter choose_reporter(std::string_view flag, const std::string& name, std::string& mistake) {
  std::vector<Choice<Reporter>> choices;
  for (const Reporter& reporter : reporters()) choices.push_back({reporter.name, reporter});
  return choose(choices, flag, name, mistake);
}

/// "sarif:out/report.sarif".
std::vector<FileOutput> choose_outputs(const std::vector<std::string>& asked,
                                       std::string& mistake) {
  std::vector<FileOutput> outputs;
  for (const std::string& output : asked) {
    const std::size_t colon = output.find(':');
    const std::string path = colon == std::string::npos ? "" : output.substr(colon + 1);
    if (path.empty()) mistake = fmt::format("--output is FORMAT:PATH, and not '{}'", output);
    outputs.push_back({choose_reporter("--output", output.substr(0, colon), mistake), path});
  }
  return outputs;
}

/// `caveat rules` does one thing at a time.
void choose_listing(const Options& options, Settings& settings, std::string& mistake) {
  const std::array<std::pair<bool, Listing>, 4> asked = {
      {{options.unverified, Listing::unverified},
       {options.stale, Listing::stale},
       {options.counts, Listing::counts},
       {!options.pages.empty(), Listing::pages}}};
  for (const auto& [is_asked, listing] : asked) {
    if (!is_asked) continue;
    if (settings.listing != Listing::rules)
      mistake = "of --unverified, --stale, --counts and --pages one at a time";
    settings.listing = listing;
  }
  settings.pages = options.pages;
  if (settings.listing != Listing::counts && !options.format.empty())
    mistake = "'caveat rules' takes --format with --counts only";
  const std::string name = options.format.empty() ? "table" : options.format;
  if (mistake.empty()) settings.counts_json = choose(count_formats, "--format", name, mistake);
}

/// What --format means differs by command; `caveat stream` knows one format.
void choose_output(const Options& options, Settings& settings, std::string& mistake) {
  if (settings.command == Command::config) {
    const std::string name = options.format.empty() ? "text" : options.format;
    settings.config_json = choose(parse_formats, "--format", name, mistake);
    return;
  }
  if (settings.command == Command::parse) {
    const std::string name = options.format.empty() ? "text" : options.format;
    settings.parse_json = choose(parse_formats, "--format", name, mistake);
    return;
  }
  if (settings.command == Command::rules) return choose_listing(options, settings, mistake);
  const bool streams = settings.command == Command::stream;
  if (settings.command == Command::test) {
    const std::string name = options.format.empty() ? "gcc" : options.format;
    settings.proof = choose(proofs, "--format", name, mistake);
    return;
  }
  if (settings.command != Command::claims) {
    const bool unsaid = options.format.empty() || settings.diff_page;
    const std::string name = unsaid ? "gcc" : options.format;
    settings.reporter = choose_reporter("--format", streams ? "json" : name, mistake);
    return;
  }
  const std::string name = options.format.empty() ? "table" : options.format;
  settings.inventory = choose(inventories, "--format", name, mistake);
  settings.per_sentence = options.per_sentence;
  const bool json =
      settings.inventory == InventoryFormat::json || settings.inventory == InventoryFormat::jsonl;
  if (settings.per_sentence && !json) mistake = "--per-sentence needs --format=json or jsonl";
}

ColumnUnit choose_unit(const std::string& name, std::string& mistake) {
  std::vector<Choice<ColumnUnit>> choices;
  for (std::size_t i = 0; i < column_unit_names.size(); ++i)
    choices.push_back({column_unit_names[i], static_cast<ColumnUnit>(i)});
  return choose(choices, "--column-unit", name, mistake);
}

/// Null for "auto". Who types an ending ("md") is told the name of its format.
const Format* choose_format_in(const std::string& name, std::string& mistake) {
  std::vector<Choice<const Format*>> choices = {{"auto", nullptr}};
  for (const Format& format : formats()) choices.push_back({format.name, &format});
  const Format* meant = format_of_path("." + name);
  if (format_named(name) != nullptr || meant == nullptr)
    return choose(choices, "--format-in", name, mistake);
  mistake = fmt::format("--format-in cannot be '{}'; did you mean \"{}\"?", name, meant->name);
  return nullptr;
}

/// Digits only; nothing for anything else or above `limit`.
std::optional<std::uint64_t> read_number(std::string_view text, std::uint64_t limit) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > limit)
    return std::nullopt;
  return number;
}

std::uint64_t read_size(const std::string& text, std::string& mistake) {
  const auto size = size_named(text);
  if (!size) mistake = fmt::format("--max-file-size cannot be '{}'; below 4G, as in 64M", text);
  return size.value_or(0);
}

unsigned read_jobs(const std::string& text, unsigned cores, std::string& mistake) {
  if (text.empty()) return cores;
  const auto number = read_number(text, 1024);
  if (!number || *number == 0) mistake = fmt::format("--jobs cannot be '{}'; 1 to 1024", text);
  return static_cast<unsigned>(number.value_or(1));
}

/// Standard input is printed as it is fixed, which leaves no room for the report of another file.
void choose_fixing(const Options& options, Settings& settings, std::string& mistake) {
  const bool writes = options.fix || options.fix_unsafe;
  if (writes) settings.fixing = Fixing::write;
  if (options.diff) settings.fixing = Fixing::diff;
  if (options.fix_unsafe) settings.least_safe = FixSafety::unsafe;
  const bool standard = std::ranges::find(options.operands, "-") != options.operands.end();
  if (settings.fixing == Fixing::write && standard && options.operands.size() > 1)
    mistake = "--fix of standard input takes no other file";
}

bool forced(const std::string& variable) {
  return !variable.empty() && variable != "0";
}

Color choose_color(When when, const Environment& environment, bool is_terminal) {
  if (when != When::automatic) return Color{when == When::always};
  if (!environment.no_color.empty()) return Color::off;
  if (forced(environment.clicolor_force) || forced(environment.force_color)) return Color::on;
  return Color{is_terminal && environment.term != "dumb"};
}

/// Flags that tell only a part of the findings, and those that want all of them.
void check_narrowing(const Options& options, std::string& mistake) {
  const bool by_patch = !options.diff_base.empty();
  if (!by_patch && options.only_changed.empty()) return;
  const std::string flag = by_patch ? "--diff-base" : "--only-changed";
  if (options.write_baseline)
    mistake = "--write-baseline notes all findings, it does not go with " + flag;
  if (options.fix || options.fix_unsafe || options.diff)
    mistake = flag + " reports, it does not go with --fix, --fix-unsafe or --diff";
  if (by_patch && !options.only_changed.empty())
    mistake = "--diff-base has the change that --only-changed would look for; one of the two";
  if (options.diff_base == "-" &&
      std::ranges::find(options.operands, "-") != options.operands.end())
    mistake = "standard input is the patch of --diff-base, and cannot be a text too";
}

/// Not where a log is kept of what the terminal shows.
bool shows_progress(const Options& options, const Environment& environment, std::string& mistake) {
  const bool wanted = choose(progress_choices, "--progress", options.progress, mistake);
  return wanted && !options.quiet && environment.error_is_terminal && !environment.term.empty() &&
         environment.term != "dumb" && environment.ci.empty() && environment.pre_commit.empty();
}

std::string wrong_number_of_operands(const Options& options, Command command) {
  const std::size_t given = options.operands.size();
  const bool finds_its_own =
      command == Command::check && (!options.only_changed.empty() || !options.diff_base.empty());
  if ((command == Command::check || command == Command::claims) && given == 0 && !finds_its_own)
    return "no file or folder given; '-' is standard input";
  if (command == Command::explain && given != 1)
    return "'caveat explain' takes one RULE or CATEGORY";
  if (command == Command::whynot && given != 2) return "'caveat whynot' takes a RULE and FILE:LINE";
  if (command == Command::init && (given > 0 || options.packs.size() > 1))
    return "'caveat init' takes one --pack=NAME, or nothing";
  if (command == Command::config && given > 1) return "'caveat config' takes one FILE";
  if (command == Command::parse && given == 0) return "'caveat parse' takes a TEXT";
  if (command == Command::schema && given > 0) return "'caveat schema' takes no operand";
  if (command == Command::rules && given > 0) return "'caveat rules' takes no operand";
  if (command == Command::stream && given > 0)
    return "'caveat stream' takes no operand; it reads standard input";
  return "";
}

std::vector<std::string_view> names_of(const auto& choices) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.name);
  return names;
}

std::vector<std::string_view> formats_of(Command command) {
  switch (command) {
    case Command::parse:
    case Command::config:
      return names_of(parse_formats);
    case Command::rules:
      return names_of(count_formats);
    case Command::test:
      return names_of(proofs);
    case Command::claims:
      return names_of(inventories);
    case Command::check:
      return names_of(reporters());
    case Command::diff: {
      auto names = names_of(reporters());
      names.insert(names.begin(), "text");
      return names;
    }
    default:
      return {};
  }
}

std::vector<std::string_view> formats_in() {
  std::vector<std::string_view> names = names_of(formats());
  names.insert(names.begin(), "auto");
  return names;
}

}  // namespace

std::vector<std::string_view> choices_of(std::string_view flag, Command command) {
  if (flag == "--format") return formats_of(command);
  if (flag == "--output") return names_of(reporters());
  if (flag == "--fail-on") return names_of(thresholds);
  if (flag == "--format-in") return formats_in();
  if (flag == "--column-unit") return {column_unit_names.begin(), column_unit_names.end()};
  if (flag == "--excerpt" || flag == "--color") return names_of(whens);
  if (flag == "--progress") return names_of(progress_choices);
  if (flag == "--profile") return names_of(profiles);
  if (flag == "--jurisdiction") return names_of(jurisdictions);
  if (flag == "--generate") return generated_names();
  return {};
}

bool is_typed(const Settings& settings, std::string_view flag) {
  return std::ranges::find(settings.typed, flag) != settings.typed.end();
}

std::optional<Settings> resolve(const Options& options, const Environment& environment,
                                std::string& mistake) {
  Settings settings;
  settings.command = options.command.value_or(Command::check);
  mistake = wrong_number_of_operands(options, settings.command);
  settings.operands = options.operands;
  settings.packs = options.packs;
  settings.default_packs = !options.no_default_packs;
  settings.fail_on = choose(thresholds, "--fail-on", options.fail_on, mistake);
  settings.format_in = choose_format_in(options.format_in, mistake);
  settings.require_reason = options.require_reason;
  settings.profile = choose(profiles, "--profile", options.profile, mistake);
  settings.jurisdictions = read_jurisdictions(options.jurisdiction, mistake);
  settings.diff_page =
      settings.command == Command::diff &&
      (options.format == "text" || (options.format.empty() && environment.output_is_terminal));
  settings.dashes_at = options.dashes_at;
  settings.staged = options.staged;
  settings.only_changed = options.only_changed;
  choose_output(options, settings, mistake);
  const ColumnUnit unit = choose_unit(options.column_unit, mistake);
  const When color = choose(whens, "--color", options.color, mistake);
  const When excerpt = choose(whens, "--excerpt", options.excerpt, mistake);
  const bool on_terminal = excerpt == When::automatic && environment.output_is_terminal;
  settings.output_style.color = choose_color(color, environment, environment.output_is_terminal);
  settings.output_style.excerpt = Excerpt{excerpt == When::always || on_terminal};
  settings.output_style.column_unit = unit;
  settings.output_style.links = Links{settings.output_style.color == Color::on &&
                                      environment.output_is_terminal && environment.term != "dumb"};
  settings.error_style.color = choose_color(color, environment, environment.error_is_terminal);
  settings.error_style.excerpt = Excerpt{excerpt != When::never};
  settings.error_style.column_unit = unit;
  settings.outputs = choose_outputs(options.outputs, mistake);
  settings.stdin_filename = options.stdin_filename;
  settings.max_file_size = read_size(options.max_file_size, mistake);
  settings.jobs = read_jobs(options.jobs, environment.cores, mistake);
  settings.allow_empty = options.allow_empty;
  settings.baseline = options.baseline;
  settings.write_baseline = options.write_baseline;
  settings.diff_base = options.diff_base;
  check_narrowing(options, mistake);
  settings.strict = options.strict;
  settings.today = environment.today;
  settings.folder = environment.folder;
  settings.root = environment.root;
  settings.now = environment.now;
  choose_fixing(options, settings, mistake);
  settings.quiet = options.quiet;
  settings.output_is_terminal = environment.output_is_terminal;
  settings.progress = shows_progress(options, environment, mistake);
  settings.typed = options.typed;
  settings.config = options.config;
  settings.no_config = options.no_config;
  settings.force_exclude = options.force_exclude;
  if (!mistake.empty()) return std::nullopt;
  return settings;
}

}  // namespace caveat
