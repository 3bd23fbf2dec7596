// What a person, an editor and a CI log get to see, byte for byte. The golden files are made with
//   CAVEAT_UPDATE_GOLDEN=1 caveat_tests '[golden]'
// and read by eye before they are committed.
#include "report/report.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/sample.hpp"

using namespace caveat;
using namespace caveat_test;

namespace {

/// `text` reported once for each of `marked`.
std::string excerpts(std::string path, std::string text, const std::vector<std::string>& marked) {
  const Source source = make_source(std::move(path), std::move(text));
  FileReport file{&source, {}};
  for (const std::string& words : marked)
    file.diagnostics.push_back(finding(source, words, "stated as certain"));
  std::string out;
  report_gcc(std::span(&file, 1), with_excerpt, out);
  return out;
}

std::string gcc(const FileReport& file, const ReportStyle& style) {
  std::string out;
  report_gcc(std::span(&file, 1), style, out);
  return out;
}

std::string json(std::span<const FileReport> files) {
  std::string out;
  report(*reporter_named("json"), files, bare, out);
  return out;
}

}  // namespace

TEST_CASE("a finding is one line that compilers' readers know", "[golden]") {
  const Source source = make_source("articles/kratom.md", article);
  check_golden("gcc", gcc({&source, {full_finding(source)}}, bare));
}

TEST_CASE("with excerpts the words in question are underlined", "[golden]") {
  const Source source = make_source("articles/kratom.md", article);
  check_golden("excerpt", gcc({&source, {full_finding(source)}}, with_excerpt));
}

TEST_CASE("colours are those of gcc", "[golden]") {
  const Source source = make_source("articles/kratom.md", article);
  Diagnostic weaker = finding(source, "really", "empty emphasis", Severity::note);
  Diagnostic middle = finding(source, "depression", "of what degree?");
  check_golden("color", gcc({&source, {full_finding(source), weaker, middle}}, coloured));
}

TEST_CASE("a rule is a link where the terminal knows links, to nothing but plain addresses") {
  const Source source = make_source("articles/kratom.md", article);
  ReportStyle linking = coloured;
  linking.links = Links::on;
  Diagnostic diagnostic = full_finding(source);
  CHECK(gcc({&source, {diagnostic}}, linking).find("[\x1B]8;;https://example.org/trial\x1B\\") !=
        std::string::npos);
  for (const char* url :
       {"", "javascript:alert(1)", "https://x\x1B[2J", "https://x y", "https://β"}) {
    diagnostic.url = url;
    CHECK(gcc({&source, {diagnostic}}, linking) == gcc({&source, {diagnostic}}, coloured));
  }
}

TEST_CASE("the caret stands under the words whatever came before them", "[golden]") {
  std::string out;
  out += excerpts("tabs.txt", "\tIt\tcures\tcolds\nno\ttab\tcures\n", {"cures", "cures\tcolds"});
  out += excerpts("wide.txt", "クラトムは鬱病を治す、cures it\n", {"鬱病", "cures"});
  out += excerpts("combining.txt", "Cafe\xCC\x81 et the\xCC\x81 cures\n", {"the\xCC\x81", "cures"});
  out +=
      excerpts("emoji.txt", "😀 \xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95 cures\n", {"😀", "cures"});
  out += excerpts("greek.txt", "β-carotene ≥ 5 µg cures\n", {"≥ 5 µg", "cures"});
  check_golden("width", out);
}

TEST_CASE("line ends and a byte order mark are not part of the line", "[golden]") {
  std::string out;
  out += excerpts("crlf.txt", "It\r\ncures colds\r\nand flu\r\n", {"cures", "colds\r\nand"});
  out += excerpts("bom.txt", "\xEF\xBB\xBFIt cures\n", {"\xEF\xBB\xBFIt", "It", "cures"});
  out += excerpts("bom-alone.txt", "\xEF\xBB\xBF", {""});
  out += excerpts("empty.txt", "", {""});
  out += excerpts("no-end.txt", "first\nIt cures", {"cures"});
  out += excerpts("only-the-line-end.txt", "first\n\nIt cures", {"\n\n"});
  check_golden("line_end", out);
}

TEST_CASE("a span over several lines is marked in each, of many in the first and last",
          "[golden]") {
  std::string out;
  out += excerpts("a.txt", "It cures\n  all kinds\nof colds.\n", {"cures\n  all kinds\nof"});
  out += excerpts("gaps.md", "> It cures  \r\n> \t\r\n\r\n>\tcolds and more\r\n",
                  {"cures  \r\n> \t\r\n\r\n>\tcolds"});
  out += excerpts("nine.html", std::string(7, '\n') + "a cure <br>\nfor<br>\nall<br>\nof<br>\nus.",
                  {"cure <br>\nfor<br>\nall<br>\nof<br>\nus"});
  out += excerpts("four.txt", "a cure\nfor\n\nus", {"cure\nfor\n\nus"});
  check_golden("several_lines", out);
}

TEST_CASE("markup inside the words in question is shown, and all of them if they fit", "[golden]") {
  std::string out;
  const std::string link =
      "[cures](https://example.org/a/long/way/to/some/page/about/remedies.html)";
  out += excerpts("link.md", "Some people say that kratom " + link + " depression in days.\n",
                  {"kratom " + link + " depression"});
  const std::string filler(3000, 'x');
  out += excerpts("page.html",
                  "<p>" + filler + "</p><p>krat<b class=\"" + filler + "\">om</b> cures</p>",
                  {"krat<b class=\"" + filler + "\">om</b> cures"});
  check_golden("markup", out);
}

TEST_CASE("a long line is cut around the words in question", "[golden]") {
  std::string filler;
  while (filler.size() < 2500) filler += "a word, ";
  std::string wide;
  while (wide.size() < 5000) wide += "鬱病";
  std::string out;
  out += excerpts("middle.txt", filler + "cures" + filler, {"cures"});
  out += excerpts("start.txt", "cures " + filler, {"cures"});
  out += excerpts("end.txt", filler + "cures", {"cures"});
  out += excerpts("all.txt", filler, {filler});
  out += excerpts("wide.txt", wide + "cures" + wide, {"cures"});
  out += excerpts("tab.txt", filler + "\tcures\t" + filler, {"cures"});
  out += excerpts("fits.txt", std::string(95, 'x') + "cures", {"cures"});
  out += excerpts("fits-not.txt", std::string(96, 'x') + "cures", {"cures"});
  check_golden("long_line", out);
}

TEST_CASE("a line of combining marks is cut too") {
  std::string marks;
  for (int i = 0; i < 100000; ++i) marks += "\xCC\x81";
  CHECK(excerpts("zalgo.txt", "e" + marks + " cures " + marks, {"cures"}).size() < 2000);
}

TEST_CASE("a line of a megabyte with a thousand findings is reported at once") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += std::string(1000, 'x') + " cures ";
  const Source source = make_source("one-line.txt", text);
  FileReport file{&source, {}};
  for (std::size_t at = text.find("cures"); at != std::string::npos;
       at = text.find("cures", at + 1)) {
    Diagnostic found = finding(source, "cures", "stated as certain");
    found.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 5)};
    file.diagnostics.push_back(found);
  }
  const std::string out = gcc(file, with_excerpt);
  CHECK(out.size() < 400 * file.diagnostics.size());
}

TEST_CASE("line numbers of six digits push the bar, and the caret with it", "[golden]") {
  check_golden("line_number", excerpts("a.txt", std::string(123455, '\n') + "It cures", {"cures"}));
}

TEST_CASE("nothing of a file or its name acts on a terminal or a CI runner", "[golden]") {
  std::string out;
  out += excerpts("esc\x1B[31m.txt", "\x1B[2J\x07 cures \x7F\b\n", {"cures"});
  out += excerpts("c1\xC2\x9B.txt",
                  "\xC2\x9B"
                  "31m cures \xC2\x85\n",
                  {"cures"});
  out += excerpts("bidi\xE2\x80\xAE.txt", "\xE2\x80\xAE\xE2\x81\xA6\xD8\x9C cures \xE2\x80\x8F\n",
                  {"cures", "\xE2\x81\xA6"});
  out += excerpts("bytes\xFF.txt", "\xFF\xC3 \xED\xA0\x80 cures \xF0\x9F\x98\n", {"cures"});
  out += excerpts("lone-cr.txt", "safe\rIt cures\n", {"cures"});
  out += excerpts("inner-bom.txt", "a\xEF\xBB\xBF cures \xE2\x80\xA8\n", {"cures"});
  out += excerpts("nul.txt", std::string("a\0b cures", 9), {"cures"});
  out += excerpts("new\n::error::line.txt", "It cures\n", {"cures"});
  out += excerpts("::error file=x::y", "It cures\n", {"cures"});
  out += excerpts(" \xC2\xA0::warning::y", "It cures\n", {"cures"});
  out += excerpts("man/File::Find.txt", "It cures\n", {"cures"});
  out += excerpts("##[error]x", "##[add-mask]x ##vso[task] ###[a] # #[ok] ##ok cures\n", {"cures"});
  check_golden("hostile", out);
}

TEST_CASE("no control character gets through, wherever it stands") {
  std::string every;
  for (int c = 0; c < 256; ++c) every += static_cast<char>(c);
  for (int c = 0x80; c < 0xA0; ++c) every += {'\xC2', static_cast<char>(c)};
  const Source source = make_source(every, every);
  Diagnostic found = finding(source, every, every);
  found.rule = every;
  found.notes = {{every, Span{1, 2}}};
  found.fixes = {{every, FixSafety::safe, {{{0, 1}, every}, {{3, 9}, ""}, {{3, 3}, every}}}};
  for (const std::string& out :
       {gcc({&source, {found}}, with_excerpt), json(std::vector{FileReport{&source, {found}}})})
    for (const char c : out) CHECK((c == '\n' || (c >= ' ' && c != '\x7F') || c < 0));
  CHECK(gcc({&source, {found}}, with_excerpt).find("\xC2\x9B") == std::string::npos);
}

TEST_CASE("what cannot be seen is spelt out", "[printable]") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"plain β ≥ 鬱", "plain β ≥ 鬱"},
      {"a\tb\nc\r", "a\\x09b\\x0Ac\\x0D"},
      {"\x1B[31m", "\\x1B[31m"},
      {"\x7F", "\\x7F"},
      {"\xC2\x9B", "\\u{009B}"},
      {"\xE2\x80\xAE", "\\u{202E}"},
      {"\xE2\x81\xA9", "\\u{2069}"},
      {"\xE2\x80\x8E", "\\u{200E}"},
      {"\xEF\xBB\xBF", "\\u{FEFF}"},
      {"\xFF\xFE", "\\xFF\\xFE"},
      {"\xC3", "\\xC3"},
      {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
      {"##[error]", "#\\x23[error]"},
      {"##VSO[x]", "#\\x23VSO[x]"},
      {"## [heading]", "## [heading]"},
      {"", ""},
  };
  for (const auto& [text, shown] : table) CHECK(printable(text) == shown);
}

TEST_CASE("a message that quotes two lines is printed on one") {
  const Source source = make_source("a.txt", article);
  const Diagnostic found = finding(source, "cures", "\"cures\r\n\tdepression\" is strong");
  CHECK(gcc({&source, {found}}, bare) ==
        "a.txt:3:15: warning: \"cures depression\" is strong [kratom/efficacy]\n");
}

TEST_CASE("a span beyond the file is cut to it") {
  const Source source = make_source("a.txt", "It cures");
  Diagnostic found = finding(source, "cures", "here");
  found.span = {900, 4000};
  CHECK(gcc({&source, {found}}, with_excerpt) ==
        "a.txt:1:9: warning: here [kratom/efficacy]\n    1 | It cures\n      |         ^\n");
  found.span = {6, 2};
  CHECK(nlohmann::json::parse(
            json(std::vector{FileReport{&source, {found}}}))["diagnostics"][0]["length"] == 0);
}

TEST_CASE("the JSON document keeps its contract", "[golden]") {
  const Source kratom = make_source("articles/kratom.md", article);
  const Source clean = make_source("articles/clean.md", "Nothing here.\n");
  const Source greek = make_source("articles/β.md", "β-carotene \x1B[0m cures\ncolds ##[error]\n");
  const std::vector<FileReport> files = {
      {&kratom, {full_finding(kratom)}},
      {&clean, {}},
      {&greek,
       {finding(greek, "cures\ncolds", "##[x] \xE2\x80\xAE said"),
        finding(greek, "colds", "of what kind?", Severity::note)}}};
  check_golden("json", without_version(json(files)));
  check_golden("json_empty", without_version(json({})));
}

TEST_CASE("JSON says what a file is called even if the name is not UTF-8") {
  const Source source = make_source("a\xFF\n.txt", "It \xFF cures\n");
  const std::vector<FileReport> files = {{&source, {finding(source, "cures", "\xC3 wrong")}}};
  const auto document = nlohmann::json::parse(json(files));
  CHECK(document["diagnostics"][0]["file"] == "a\xEF\xBF\xBD\n.txt");
  CHECK(document["diagnostics"][0]["message"] == "\xEF\xBF\xBD wrong");
  CHECK(document["diagnostics"][0]["column"] == 6);
}

TEST_CASE("JSON carries the true text of what it breaks up or escapes") {
  const std::string text = "##[error] ###### \x1B \xE2\x80\xAE \x7F \xF0\x9F\x98\x80";
  const Source source = make_source(text, "It cures");
  const std::string out = json(std::vector{FileReport{&source, {finding(source, "cures", text)}}});
  CHECK(out.find("##") == std::string::npos);
  CHECK(nlohmann::json::parse(out)["diagnostics"][0]["message"] == text);
}

TEST_CASE("a report made in pieces has the bytes of one made at once") {
  const Source first = make_source("first.txt", article);
  const Source clean = make_source("clean.txt", "Nothing here.\n");
  const Source last = make_source("last.txt", "It cures colds.\n");
  const std::vector<FileReport> files = {{&first, {full_finding(first)}},
                                         {&clean, {}},
                                         {&last, {finding(last, "cures", "stated as certain")}}};
  for (const Reporter& reporter : reporters()) {
    if (reporter.whole != nullptr) continue;
    std::string whole;
    report(reporter, files, with_excerpt, whole);
    std::string pieces;
    reporter.open(with_excerpt, pieces);
    reporter.file(files[0], with_excerpt, pieces);
    pieces += reporter.between;
    reporter.file(files[2], with_excerpt, pieces);
    Counts sum = count(std::span(files).first(1));
    sum += count(std::span(files).subspan(1));
    reporter.close(sum, pieces);
    CHECK(pieces == whole);
  }
}

TEST_CASE("findings are counted by severity, files by whether they have any") {
  const Source source = make_source("a.txt", article);
  const std::vector<FileReport> files = {
      {&source, {full_finding(source), finding(source, "Kratom", "x", Severity::note)}},
      {&source, {}},
      {&source, {finding(source, "cures", "x"), finding(source, "cures", "x")}}};
  const Counts counts = count(files);
  CHECK(counts.errors == 1);
  CHECK(counts.warnings == 2);
  CHECK(counts.notes == 1);
  CHECK(counts.files == 3);
  CHECK(counts.files_with_any == 2);
}
