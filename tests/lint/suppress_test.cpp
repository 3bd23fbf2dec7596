// Findings that the author answers for, with a pack of three rules with one word each. Each row is
// a text and what is reported: `rule «words» message`, a line each.
#include "lint/suppress.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "cli/program.hpp"
#include "lint/in_force.hpp"
#include "lint/lint_text.hpp"
#include "lint/rule_set.hpp"
#include "lint/three_trees.hpp"

using namespace caveat;

namespace {

const Compiled& shipped() {
  static const Compiled compiled = load_shipped();
  return compiled;
}

struct Row {
  std::string text;
  std::string printed;
};

const LintOptions plain;
const LintOptions strict{.require_reason = true};

template <std::size_t count>
void check_rows(const Row (&rows)[count], const LintOptions& options = plain) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(found_in(trees(), row.text, options) == row.printed);
  }
}

/// For the direct tests: a finding at each "amber", "birch" and "cedar" of a text of lines.
std::vector<Diagnostic> findings_in(const std::string& text) {
  std::vector<Diagnostic> findings;
  const std::pair<std::string, std::pair<std::string, std::string>> words[] = {
      {"amber", {"t/a", "safety"}}, {"birch", {"t/b", "safety"}}, {"cedar", {"t/c", "fact"}}};
  for (const auto& [word, name] : words) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      Diagnostic finding;
      finding.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
      finding.rule = name.first;
      finding.category = name.second;
      findings.push_back(finding);
    }
  }
  return findings;
}

/// A text of which the comments are not shown.
Blocks blocks_with(const Source& source, std::vector<Directive> comments) {
  const Run run{0, {0, static_cast<std::uint32_t>(source.bytes.size())}};
  const PassageView file{source.bytes, {&run, 1}};
  Blocks blocks;
  blocks.directives = comments;
  std::ranges::sort(comments, {}, [](const auto& comment) { return comment.whole.begin; });
  std::uint32_t at = 0;
  for (const auto& comment : comments) {
    append(blocks.passage, file, {at, comment.whole.begin});
    at = comment.whole.end;
  }
  append(blocks.passage, file, {at, run.source.end});
  return blocks;
}

/// Takes out what is silenced and adds what is wrong with the comments.
void silence(const Source& source, const Blocks& blocks, const Checks& checks,
             std::vector<Diagnostic>& findings) {
  std::vector<Diagnostic> reports;
  const auto silenced = suppress(source, blocks, checks, {}, findings, reports);
  std::size_t at = 0;
  std::erase_if(findings, [&](const auto&) { return !silenced.empty() && silenced[at++]; });
  std::ranges::move(reports, std::back_inserter(findings));
}

/// The text with these findings, suppressed: sorted by place, those of the comments included.
std::vector<Diagnostic> suppressed(const Source& source) {
  Blocks blocks;
  read_plain(source, blocks);
  auto findings = findings_in(source.bytes);
  silence(source, blocks, trees().rules->checks, findings);
  std::ranges::stable_sort(findings, {}, [](const auto& finding) { return finding.span.begin; });
  return findings;
}

std::size_t count_of(const std::vector<Diagnostic>& diagnostics, std::string_view category) {
  return static_cast<std::size_t>(std::ranges::count(diagnostics, category, &Diagnostic::category));
}

}  // namespace

TEST_CASE("a finding on the next line is silenced, and no other") {
  REQUIRE(pack_mistakes(trees()) == "");
  const Row rows[] = {
      {"It is amber.", "t/a «amber»\n"},
      {"<!-- caveat-disable-next-line t/a -->\nIt is amber.", ""},
      {"caveat-disable-next-line t/a\nIt is amber.", ""},
      {"caveat-disable-next-line t/a\nIt is amber, birch, amber.\nIt is amber.",
       "t/b «birch»\nt/a «amber»\n"},
      {"caveat-disable-next-line t/a t/b\r\nIt is amber, birch, cedar.\r\n", "t/c «cedar»\n"},
      {"It is amber.\ncaveat-disable-next-line t/a\nIt is amber.", "t/a «amber»\n"},
  };
  check_rows(rows);
}

TEST_CASE("the next line is the next that shows something") {
  const Row rows[] = {
      {"caveat-disable-next-line t/a\n\n \t\r\n\nIt is amber.", ""},
      {"caveat-disable-next-line t/a\n\u00A0\nIt is amber.", ""},
      {"caveat-disable-next-line t/a\ncaveat-disable-next-line t/b\nIt is amber, birch.", ""},
      {"caveat-disable-next-line t/a\n<!-- caveat-disable t/b --> <!--caveat-disable t/c-->\n"
       "It is amber, birch, cedar.",
       ""},
      {"caveat-disable-next-line t/a\n>\nIt is amber.", ""},
      {"caveat-disable-next-line t/a\n<!-- a note -->\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" silences nothing on line 2\nt/a «amber»\n"},
      {"caveat-disable-next-line t/a\nIt is.\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" silences nothing on line 2\nt/a «amber»\n"},
      {"It is amber.\n\ncaveat-disable-next-line t/a\n\n",
       "t/a «amber»\n"
       "suppression/unused «t/a» \"t/a\" silences nothing, since no line follows\n"},
      {"caveat-disable-next-line t/a",
       "suppression/unused «t/a» \"t/a\" silences nothing, since no line follows\n"},
  };
  check_rows(rows);
}

TEST_CASE("a name may be a rule, a category, or all rules of a pack") {
  const Row rows[] = {
      {"caveat-disable safety\nIt is amber, birch, cedar.", "t/c «cedar»\n"},
      {"caveat-disable t/*\nIt is amber, birch, cedar.", ""},
      {"caveat-disable safety, fact\nIt is amber, birch, cedar.", ""},
      {"caveat-disable-file t/*\nIt is amber, birch, cedar.", ""},
  };
  check_rows(rows);
}

TEST_CASE("a comment holds from where it stands to the next that ends it") {
  const Row rows[] = {
      {"It is amber.\n\ncaveat-disable t/a\n\nIt is amber.\n\ncaveat-enable t/a\n\nIt is amber.",
       "t/a «amber»\nt/a «amber»\n"},
      {"caveat-disable t/a t/b\n\nIt is amber, birch.\n\ncaveat-enable t/b\n\nIt is amber, birch.",
       "t/b «birch»\n"},
      {"caveat-disable t/*\n\nIt is amber, birch.\n\ncaveat-enable t/a\n\nIt is amber, birch.",
       "t/a «amber»\n"},
      {"caveat-disable t/a\n\nIt is amber.\n\ncaveat-enable safety\n\nIt is amber.",
       "t/a «amber»\n"},
      {"caveat-disable t/a\n\nIt is amber.\n\ncaveat-enable t/a\n\nIt is amber.\n\n"
       "caveat-disable t/a\n\nIt is amber.",
       "t/a «amber»\n"},
      {"It is amber.\n\ncaveat-disable-file t/a -- all of it\n\nIt is amber.", ""},
  };
  check_rows(rows);
}

TEST_CASE("a comment that silences nothing is told, each of its names on its own") {
  const Row rows[] = {
      {"caveat-disable t/a t/b\nIt is amber.",
       "suppression/unused «t/b» \"t/b\" silences nothing here\n"},
      {"It is amber.\n\ncaveat-disable t/a",
       "t/a «amber»\nsuppression/unused «t/a» \"t/a\" silences nothing here\n"},
      {"caveat-disable-file fact\nIt is amber.",
       "suppression/unused «fact» \"fact\" silences nothing in this file\nt/a «amber»\n"},
      {"caveat-enable t/a\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" ends nothing here\nt/a «amber»\n"},
      {"caveat-disable t/a\nIt is amber.\n\ncaveat-enable t/a\ncaveat-enable t/a",
       "suppression/unused «t/a» \"t/a\" ends nothing here\n"},
      {"caveat-disable t/a\nIt is amber.\n\ncaveat-enable t/b fact t/*",
       "suppression/unused «t/b» \"t/b\" ends nothing here\n"
       "suppression/unused «fact» \"fact\" ends nothing here\n"},
      {"caveat-disable-file t/a\nIt is amber.\n\ncaveat-enable t/a\n\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" ends nothing here\n"},
  };
  check_rows(rows);
}

TEST_CASE("of several comments for one finding the closest is used") {
  const Row rows[] = {
      {"caveat-disable-file t/a\ncaveat-disable t/a\ncaveat-disable-next-line t/a\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" silences nothing in this file\n"
       "suppression/unused «t/a» \"t/a\" silences nothing here\n"},
      {"caveat-disable t/a\nIt is amber.\n\ncaveat-disable t/a\n\nIt is amber.", ""},
      {"caveat-disable t/a\ncaveat-disable safety\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" silences nothing here\n"},
      {"caveat-disable-next-line t/a t/a\nIt is amber.",
       "suppression/unused «t/a» \"t/a\" silences nothing on line 2\n"},
  };
  check_rows(rows);
}

TEST_CASE("a name that nothing in force has is told, and the others still work") {
  const Row rows[] = {
      {"caveat-disable t/a safty\nIt is amber.",
       "suppression/unknown-rule «safty» \"safty\" is no rule, category or pack in force; "
       "did you mean \"safety\"?\n"},
      {"caveat-disable u/* t/a\nIt is amber.",
       "suppression/unknown-rule «u/*» \"u/*\" is no rule, category or pack in force; "
       "did you mean \"t/*\"?\n"},
      {"caveat-disable testimonial t/a\nIt is amber.",
       "suppression/unknown-rule «testimonial» \"testimonial\" is no rule, category or pack in "
       "force; a reason stands after \"--\"\n"},
      {"caveat-disable t/a as our lawyers\tagreed t/b in May\nIt is amber, birch.",
       "suppression/unknown-rule «as our lawyers\tagreed» \"as our lawyers agreed\" is no rule, "
       "category or pack in force; a reason stands after \"--\"\n"
       "suppression/unknown-rule «in May» \"in May\" is no rule, category or pack in force; "
       "a reason stands after \"--\"\n"},
      {"caveat-disable *\nIt is amber.",
       "suppression/unknown-rule «*» \"*\" is no rule, category or pack in force; "
       "a reason stands after \"--\"\nt/a «amber»\n"},
      {"caveat-enable T/A\nIt is.",
       "suppression/unknown-rule «T/A» \"T/A\" is no rule, category or pack in force; "
       "a reason stands after \"--\"\n"},
  };
  check_rows(rows);
}

TEST_CASE("a comment that names no rule silences nothing") {
  const Row rows[] = {
      {"caveat-disable\nIt is amber.",
       "suppression/no-rule «caveat-disable» \"caveat-disable\" names no rule and silences "
       "nothing\nt/a «amber»\n"},
      {"caveat-disable-file -- all is well\nIt is amber.",
       "suppression/no-rule «caveat-disable-file» \"caveat-disable-file\" names no rule and "
       "silences nothing\nt/a «amber»\n"},
      {"<!-- caveat-disable-next-line -->\nIt is amber.",
       "suppression/no-rule «caveat-disable-next-line» \"caveat-disable-next-line\" names no rule "
       "and silences nothing\nt/a «amber»\n"},
      {"caveat-disable t/a\nIt is amber.\n\ncaveat-enable",
       "suppression/no-rule «caveat-enable» \"caveat-enable\" names no rule and ends nothing\n"},
  };
  check_rows(rows);
}

TEST_CASE("where a reason is required a comment without one silences nothing") {
  const Row rows[] = {
      {"caveat-disable t/a\nIt is amber.",
       "suppression/no-reason «caveat-disable» \"caveat-disable\" gives no reason and silences "
       "nothing; write one after \"--\"\nt/a «amber»\n"},
      {"<!-- caveat-disable-next-line t/a -- -->\nIt is amber.",
       "suppression/no-reason «caveat-disable-next-line» \"caveat-disable-next-line\" gives no "
       "reason and silences nothing; write one after \"--\"\nt/a «amber»\n"},
      {"caveat-disable t/a t/x\nIt is.",
       "suppression/no-reason «caveat-disable» \"caveat-disable\" gives no reason and silences "
       "nothing; write one after \"--\"\n"
       "suppression/unknown-rule «t/x» \"t/x\" is no rule, category or pack in force; "
       "did you mean \"t/*\"?\n"},
      {"caveat-disable t/a -- so they say\n\nIt is amber.\n\ncaveat-enable t/a\n\nIt is amber.",
       "t/a «amber»\n"},
      {"caveat-disable -- so they say\n\nIt is amber.",
       "suppression/no-rule «caveat-disable» \"caveat-disable\" names no rule and silences "
       "nothing\nt/a «amber»\n"},
  };
  check_rows(rows, strict);
}

TEST_CASE("a comment that caveat does not know is told, with the one that was meant") {
  const Row rows[] = {
      {"<!-- caveat-disabel t/a -->\nIt is amber.",
       "suppression/malformed «caveat-disabel» \"caveat-disabel\" is no comment that caveat knows; "
       "did you mean \"caveat-disable\"?\nt/a «amber»\n"},
      {"<!-- caveat-disable-nextline t/a -->\nIt is.",
       "suppression/malformed «caveat-disable-nextline» \"caveat-disable-nextline\" is no comment "
       "that caveat knows; did you mean \"caveat-disable-next-line\"?\n"},
      {"<!-- caveat-disable: t/a -->\nIt is.",
       "suppression/malformed «caveat-disable:» \"caveat-disable:\" is no comment that caveat "
       "knows; did you mean \"caveat-disable\"?\n"},
      {"<!-- caveat-off t/a -->\nIt is.",
       "suppression/malformed «caveat-off» \"caveat-off\" is no comment that caveat knows; there "
       "are caveat-disable, caveat-disable-next-line, caveat-disable-file, caveat-enable\n"},
  };
  check_rows(rows);
}

TEST_CASE("bytes that are no text and the reports on comments are never silenced") {
  const Row rows[] = {
      {"caveat-disable input/invalid-utf8 input pack/* suppression\nIt is \xFF amber.",
       "suppression/unknown-rule «input/invalid-utf8» \"input/invalid-utf8\" is never silenced\n"
       "suppression/unknown-rule «input» \"input\" is never silenced\n"
       "suppression/unknown-rule «pack/*» \"pack/*\" is never silenced\n"
       "suppression/unknown-rule «suppression» \"suppression\" is never silenced\n"
       "input/invalid-utf8 «\xFF»\nt/a «amber»\n"},
  };
  check_rows(rows);
}

TEST_CASE("a long name is told in part, on one line") {
  const std::string name(200, 'x');
  const auto printed = found_in(trees(), "caveat-disable \u00E9" + name + "\nIt is.", plain);
  CHECK(printed == "suppression/unknown-rule «\u00E9" + name + "» \"\u00E9" + std::string(58, 'x') +
                       "\u2026\" is no rule, category or pack in force; a reason stands after "
                       "\"--\"\n");
  const auto cut = found_in(trees(), "caveat-disable x" + std::string(120, 'y') + "\u00E9", plain);
  CHECK(cut.find("\n") == cut.size() - 1);
  std::string wide = "caveat-disable x";
  for (int at = 0; at < 100; ++at) wide += "\u00E9";
  CHECK(found_in(trees(), wide, plain).find("\u00E9\u2026\"") != std::string::npos);
}

TEST_CASE("a line of wrapped text is the line of the file on which a finding begins") {
  const std::string first = "Those who have tried it for many a month say that it is amber\n";
  const std::string second = "and that it is birch, though nobody has looked at it so far.\n";
  CHECK(found_in(trees(), first + "caveat-disable-next-line safety\n" + second, plain) ==
        "t/a «amber»\n");
  CHECK(found_in(trees(), "caveat-disable-next-line safety\n" + first + second, plain) ==
        "t/b «birch»\n");
}

TEST_CASE("a claim that goes on over the end of the line is silenced where it begins") {
  const std::string text = "Many of those who have tried it say that kratom cures\ndepression.\n";
  const auto all = found_in(shipped(), text, plain);
  REQUIRE(all.find("kratom/efficacy «cures\ndepression»\n") != std::string::npos);
  const auto left = found_in(shipped(), "caveat-disable-next-line kratom/efficacy\n" + text, plain);
  CHECK(left.find("efficacy") == std::string::npos);
  CHECK(left.find("suppression") == std::string::npos);
}

TEST_CASE("a missing caveat is silenced before the first mention of its topic") {
  const std::string title = "Kratom for sleep\n";
  const std::string text = "\nKratom is a leaf. People chew kratom.\n";
  const std::string missing = "kratom/dependence-withdrawal";
  REQUIRE(found_in(shipped(), title + text, plain).find(missing + " «Kratom»\n") !=
          std::string::npos);
  for (const auto* verb :
       {"caveat-disable-next-line ", "caveat-disable ", "caveat-disable-file "}) {
    CAPTURE(verb);
    const auto comment = verb + missing + " -- the leaflet says it\n";
    CHECK(found_in(shipped(), comment + title + text, plain).find(missing) == std::string::npos);
  }
  const auto late = found_in(shipped(), title + "\ncaveat-disable " + missing + "\n" + text, plain);
  CHECK(late.find(missing + " «Kratom»\n") != std::string::npos);
  CHECK(late.find("suppression/unused «" + missing + "»") != std::string::npos);
}

TEST_CASE("every rule that a test page breaks is one that a comment can name") {
  const auto names = names_of(rules_in_force(shipped().rules->checks));
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CAVEAT_TESTS_DIR "/documents")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    ++pages;
    std::string all = "caveat-disable";
    for (const auto& name : names.sorted) all += " " + name;
    const auto source = make_source("page", all + " -- every one\n\n" + bytes.str());
    for (const auto& finding : lint(source, *shipped().rules, *shipped().desk, {})) {
      CAPTURE(entry.path(), finding.rule);
      CHECK(finding.category == "suppression");
    }
  }
  CHECK(pages > 20);
}

TEST_CASE("the names in force are the rules, their categories and their packs") {
  const auto names = names_of(rules_in_force(trees().rules->checks));
  std::string all;
  for (const auto& name : names.sorted) all += name + " ";
  CHECK(all ==
        "consistency core/* core/disease-claim core/efficacy-without-evidence "
        "core/hedged-here-flat-there core/stated-certainty core/title-stronger-than-body "
        "core/two-active-compounds disease efficacy fact safety t/* t/a t/b t/c ");
  const auto more = names_of(rules_in_force(shipped().rules->checks)).sorted;
  for (const auto* name : {"kratom/efficacy", "kratom/underclaim", "kratom/misspelt-name", "term",
                           "caveat", "kratom/dependence-withdrawal", "core/called-harmless"}) {
    CAPTURE(name);
    CHECK(std::ranges::binary_search(more, std::string(name)));
  }
  CHECK(std::ranges::is_sorted(more));
}

TEST_CASE("what caveat rules lists can be silenced, but for what never is") {
  const auto rules = rules_in_force(shipped().rules->checks);
  caveat_test::Folder folder;
  std::istringstream listed(folder.shell(std::string("'") + CAVEAT_BINARY + "' rules").out);
  std::size_t count = 0;
  for (std::string line; std::getline(listed, line);) {
    std::istringstream words(line);
    RuleName rule;
    std::string severity;
    words >> rule.id >> severity >> rule.category;
    const bool never = rule.category == "input" || rule.category == "suppression";
    if (never || rule.category == "change") continue;      // of no document, but of two
    if (rule.id.find('/') == std::string::npos) continue;  // the totals
    ++count;
    CAPTURE(line);
    CHECK(std::ranges::any_of(rules, [&](const RuleName& one) {
      return one.id == rule.id && one.category == rule.category;
    }));
  }
  CHECK(count == rules.size());
}

TEST_CASE("a rule of a pack that has the name of its table of evidence is told from it") {
  Checks checks;
  checks.rules.resize(1);
  checks.rules[0].wording.rule = "t/efficacy";
  checks.rules[0].wording.category = "disease";
  checks.evidence.resize(1);
  checks.evidence[0].pack = "t";
  const auto source = make_source("text", "caveat-disable disease\nIt is amber.\n");
  for (const auto* category : {"disease", "efficacy"}) {
    Diagnostic finding;
    finding.span = {30, 35};
    finding.rule = "t/efficacy";
    finding.category = category;
    std::vector<Diagnostic> findings = {finding};
    silence(source, blocks_with(source, {{{0, 22}, {0, 22}}}), checks, findings);
    CAPTURE(category);
    CHECK((findings.empty() ? "nothing" : findings.front().category) ==
          (finding.category == "disease" ? "nothing" : "efficacy"));
  }
}

TEST_CASE("the next line is that after the end of a comment, whatever order comments come in") {
  const std::string first = "<!-- caveat-disable-next-line\nt/a --> amber\n";
  const std::string second = "<!-- caveat-disable-next-line t/b -->\n";
  const auto source = make_source("text", first + "amber\n" + second + "birch\n");
  const auto at = static_cast<std::uint32_t>(first.size() + 6);
  const std::vector<Directive> comments = {{{at, at + 37}, {at + 5, at + 33}}, {{0, 37}, {5, 33}}};
  auto findings = findings_in(source.bytes);
  REQUIRE(findings.size() == 3);
  silence(source, blocks_with(source, comments), trees().rules->checks, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().span == Span{38, 43});
}

TEST_CASE("a hundred thousand comments, each for a line, silence a hundred thousand findings") {
  std::string text;
  for (int at = 0; at < 100'000; ++at) text += "caveat-disable-next-line t/a\namber, birch\n";
  const auto left = suppressed(make_source("text", text));
  CHECK(left.size() == 100'000);
  CHECK(std::ranges::all_of(left, [](const auto& finding) { return finding.rule == "t/b"; }));
}

TEST_CASE("a hundred thousand comments above one line are all looked at once") {
  std::string text;
  for (int at = 0; at < 100'000; ++at) text += "caveat-disable-next-line t/a\n";
  const auto left = suppressed(make_source("text", text + "amber\namber"));
  CHECK(count_of(left, "suppression") == 99'999);
  CHECK(count_of(left, "safety") == 1);
}

TEST_CASE("a hundred thousand comments that never end are credited with the last of them") {
  std::string text;
  for (int at = 0; at < 100'000; ++at) text += "caveat-disable t/*\n";
  for (int at = 0; at < 100'000; ++at) text += "amber\n";
  for (int at = 0; at < 50'000; ++at) text += "caveat-enable fact\n";
  const auto left = suppressed(make_source("text", text));
  CHECK(left.size() == 99'999 + 49'999);
  CHECK(count_of(left, "suppression") == left.size());
}

TEST_CASE("a hundred thousand different wrong names are told, and the first hundred with a hint") {
  std::string text;
  for (int at = 0; at < 100'000; ++at) text += "caveat-disable safety" + std::to_string(at) + "\n";
  const auto left = suppressed(make_source("text", text));
  CHECK(left.size() == 100'000);
  CHECK(std::ranges::count_if(left, [](const auto& told) {
          return told.message.find("did you mean \"safety\"") != std::string::npos;
        }) == 100);
}

namespace {

/// A page at random: each line a word, a blank or a comment with its names.
struct Page {
  struct Line {
    std::string start;
    std::vector<std::string> names;
  };
  std::vector<Line> lines;

  std::string text() const {
    std::string text;
    for (const auto& line : lines) {
      text += line.start;
      for (const auto& name : line.names) text += " " + name;
      text += "\n";
    }
    return text;
  }
};

Page page_from(std::mt19937& random) {
  const std::string starts[] = {"amber",          "birch",
                                "cedar",          "",
                                "caveat-disable", "caveat-disable-next-line",
                                "caveat-enable",  "caveat-disable-file"};
  const std::string names[] = {"t/a", "t/b", "t/c", "safety", "fact", "t/*"};
  Page page;
  for (auto lines = random() % 14; lines > 0; --lines) {
    const auto kind = random() % 15;
    Page::Line line{starts[kind < 8 ? kind : kind % 7], {}};
    if (line.start.starts_with("caveat-")) {
      for (auto count = 1 + random() % 2; count > 0; --count)
        line.names.push_back(names[random() % 6]);
    }
    page.lines.push_back(line);
  }
  return page;
}

bool has_name(const Page::Line& line, const std::string& word) {
  const std::string category = word == "cedar" ? "fact" : "safety";
  const auto id = "t/" + word.substr(0, 1);
  return std::ranges::any_of(line.names, [&](const auto& name) {
    return name == id || name == category || name == "t/*";
  });
}

/// The same by looking at every comment for every finding.
bool is_silenced(const Page& page, std::size_t at) {
  bool silenced = false;
  for (std::size_t line = 0; line < page.lines.size(); ++line) {
    const auto& comment = page.lines[line];
    if (!has_name(comment, page.lines[at].start)) continue;
    if (comment.start == "caveat-disable-file") return true;
    if (comment.start == "caveat-disable" && line < at) silenced = true;
    if (comment.start == "caveat-enable" && line < at) silenced = false;
  }
  for (auto line = at; line-- > 0;) {
    const auto& before = page.lines[line];
    if (!before.start.empty() && before.names.empty()) break;
    if (before.start == "caveat-disable-next-line" && has_name(before, page.lines[at].start)) {
      return true;
    }
  }
  return silenced;
}

/// Which words of the page are told: their numbers among all words.
std::string left_of(const Page& page) {
  const auto source = make_source("text", page.text());
  const auto left = suppressed(source);
  std::string text;
  for (const auto& finding : left) {
    if (finding.category != "suppression") text += std::string(slice(source, finding.span)) + " ";
  }
  return text;
}

std::string expected(const Page& page) {
  std::string text;
  for (std::size_t at = 0; at < page.lines.size(); ++at) {
    const auto& line = page.lines[at];
    if (line.start.empty() || !line.names.empty() || is_silenced(page, at)) continue;
    text += line.start + " ";
  }
  return text;
}

/// Without the name at a place of the text, and without its comment if it was the last one.
Page without(Page page, const Source& source, Span name) {
  const auto place = place_of(source, name.begin);
  auto& line = page.lines[place.line - 1];
  std::size_t column = line.start.size() + 2;
  for (auto at = line.names.begin(); at != line.names.end(); column += at->size() + 1, ++at) {
    if (column != place.column) continue;
    line.names.erase(at);
    break;
  }
  if (line.names.empty()) line.start.clear();
  return page;
}

}  // namespace

TEST_CASE("what is silenced is what each comment says, and what is unused can go") {
  std::mt19937 random(20261122);
  std::size_t unused = 0;
  for (int round = 0; round < 5'000; ++round) {
    const auto page = page_from(random);
    const auto source = make_source("text", page.text());
    const auto left = left_of(page);
    CAPTURE(source.bytes);
    REQUIRE(left == expected(page));
    for (const auto& told : suppressed(source)) {
      if (told.rule != "suppression/unused") continue;
      ++unused;
      REQUIRE(left_of(without(page, source, told.span)) == left);
    }
  }
  CHECK(unused > 5'000);
}
