// Where a finding is, as programs that count differently read it. Ahead of the words in question
// stands all that makes bytes, code points and UTF-16 units differ, and what moves a cursor.
#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;
using Json = nlohmann::json;

namespace {

const std::string mark = "\xEF\xBB\xBF";  // a byte order mark

/// Each stands on one line with a claim and a misspelt name.
const std::vector<std::string> prefixes = {
    "On the first line, naïve 鬱病.",
    "Tabs\tstand\there\t.",
    "Cafe\xCC\x81 na\xC3\xAFve Z\xCC\xA7\xCC\x8Clo.",
    "鬱病と睡眠のための草本。",
    "👩🏽‍⚕️ 👨‍👩‍👧‍👦 🇯🇵 👍🏿 said so.",
    "שלום עולם \xE2\x80\x8Fمرحبا بالعالم\xE2\x80\x8E said so.",
    "No\xC2\xA0"
    "break, soft\xC2\xADly, zero\xE2\x80\x8Bwide\xE2\x80\xAF.",
    "𝒦𝓇𝒶𝓉ℴ𝓂 \t é鬱\t👩🏽‍⚕️ שלום Z\xCC\xA7 said so.",
};

/// The same sentences in a format: `open`, a line, `close`.
struct Page {
  std::string file;
  std::string open;
  std::string words;  ///< that are found; wrapped once
  std::string close;
};

const std::array<Page, 3> pages = {{
    {"a.txt", "",
     " Kratom cures depression. It holds 7-hydroxmitragynine, and kratom cures\r\npain.", ""},
    {"a.md", "- **é** ",
     " Kra**tom** _cures_ [depression](/鬱 \"é\"). It holds 7-hydrox&shy;mitragynine, and kratom "
     "*cures*\r\n  pain.",
     ""},
    {"a.html", "<p class=\"鬱\"><!-- é --><q>é</q> ",
     " Kra<b>tom</b> <i>cures</i> depression. It holds 7-hydrox&shy;mitragynine,&#32;and kratom "
     "cures\r\n<b title='鬱'>pain</b>.",
     "</p>"},
}};

std::string text_of(const Page& page) {
  std::string text = mark;
  for (const std::string& prefix : prefixes)
    text += page.open + prefix + page.words + page.close + "\r\n\r\n";
  return text;
}

/// Lines without their ends.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines = {""};
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else if (c != '\r')
      lines.back() += c;
  }
  return lines;
}

/// Decoded by hand: what is tested must not test itself. Valid UTF-8 only.
std::u32string code_points(const std::string& text) {
  std::u32string points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80)
      points.back() = (points.back() << 6U) | (byte & 0x3FU);
    else
      points += byte < 0x80 ? byte : byte & (byte < 0xE0 ? 0x1FU : byte < 0xF0 ? 0xFU : 0x7U);
  }
  return points;
}

/// The text as the units that a column counts.
std::u32string in_units(const std::string& text, const std::string& unit) {
  std::u32string units;
  if (unit == "byte") {
    for (const char c : text) units += static_cast<unsigned char>(c);
    return units;
  }
  for (const char32_t point : code_points(text)) {
    if (unit == "code-point" || point < 0x10000)
      units += point;
    else
      units += {0xD800 + ((point - 0x10000) >> 10U), 0xDC00 + (point & 0x3FFU)};
  }
  return units;
}

Json found_in(const Folder& folder, const Page& page, const std::string& unit) {
  return Json::parse(
      folder.shell("\"$caveat\" --format=json --column-unit=" + unit + " " + page.file).out);
}

std::string words_at(const std::string& text, const Json& place) {
  return text.substr(place["offset"], place["length"]);
}

/// What is wrong with the place of a finding or note; empty if it is where its words are.
std::string mistake_in(const std::string& text, const Json& place, const std::string& unit) {
  const auto lines = lines_of(text);
  const auto words = lines_of(words_at(text, place));
  const auto first = in_units(lines.at(place["line"].get<std::size_t>() - 1), unit);
  const auto last = in_units(lines.at(place["endLine"].get<std::size_t>() - 1), unit);
  const std::size_t begin = place["column"].get<std::size_t>() - 1;
  const std::size_t end = place["endColumn"].get<std::size_t>() - 1;
  if (begin > first.size() || !first.substr(begin).starts_with(in_units(words.front(), unit)))
    return "does not begin at its words: " + place.dump();
  if (end > last.size() || !last.substr(0, end).ends_with(in_units(words.back(), unit)))
    return "does not end after its words: " + place.dump();
  return "";
}

std::string place_text(const Json& place) {
  return std::to_string(place["line"].get<int>()) + ":" +
         std::to_string(place["column"].get<int>());
}

/// "12:29 " of every line of a report in gcc's format that is no note.
std::string places_in(const std::string& report) {
  const std::regex line("(^|\n)[^:\n]+:([0-9]+:[0-9]+): (error|warning): ");
  std::string places;
  for (std::sregex_iterator at(report.begin(), report.end(), line), end; at != end; ++at)
    places += (*at)[2].str() + " ";
  return places;
}

std::size_t count_starting(const std::string& text, const Json& found, const std::string& words) {
  std::size_t count = 0;
  for (const Json& finding : found["diagnostics"])
    if (words_at(text, finding).starts_with(words)) ++count;
  return count;
}

/// Reads a report into the quickfix list as a user of vim would, goes to each entry that is no
/// note, and writes down the word under the cursor and all from there to the end of the line.
const std::string vim_script =
    "set encoding=utf-8 iskeyword=@,48-57,-\n"
    "cfile report\n"
    "let seen = []\n"
    "for number in range(1, len(getqflist()))\n"
    "  let entry = getqflist()[number - 1]\n"
    "  if !entry.valid || entry.text =~ '^ note:' | continue | endif\n"
    "  execute 'cc' number\n"
    "  call add(seen, expand('<cword>'))\n"
    "  call add(seen, strpart(getline('.'), col('.') - 1))\n"
    "endfor\n"
    "call writefile(seen, 'seen')\n"
    "qall!\n";

/// Goes to the line and column of each finding that is no note, as Emacs does from a compilation
/// buffer, and writes down the rest of that line.
const std::string emacs_script =
    "(let ((seen \"\"))\n"
    "  (with-temp-buffer\n"
    "    (insert-file-contents \"report\")\n"
    "    (while (re-search-forward \"^\\\\([^:\\n]+\\\\):\\\\([0-9]+\\\\):\\\\([0-9]+\\\\): "
    "\\\\(error\\\\|warning\\\\):\" nil t)\n"
    "      (let ((line (string-to-number (match-string 2)))\n"
    "            (column (string-to-number (match-string 3))))\n"
    "        (with-current-buffer (find-file-noselect (match-string 1))\n"
    "          (goto-char (point-min))\n"
    "          (forward-line (1- line))\n"
    "          (move-to-column (1- column))\n"
    "          (setq seen (concat seen (buffer-substring (point) (line-end-position)) "
    "\"\\n\"))))))\n"
    "  (let ((coding-system-for-write 'utf-8-unix)) (write-region seen nil \"seen\")))\n";

}  // namespace

TEST_CASE("a column in any unit is that of the first character of the words in question") {
  const Folder folder;
  for (const Page& page : pages) {
    const std::string text = text_of(page);
    folder.write(page.file, text);
    for (const std::string unit : {"byte", "code-point", "utf16"}) {
      CAPTURE(page.file, unit);
      const Json found = found_in(folder, page, unit);
      for (const Json& finding : found["diagnostics"]) {
        CHECK(mistake_in(text, finding, unit) == "");
        for (const Json& note : finding["notes"])
          if (note.contains("line")) CHECK(mistake_in(text, note, unit) == "");
      }
      CHECK(count_starting(text, found, "cures") == 2 * prefixes.size());
      CHECK(count_starting(text, found, "7-hydrox") == prefixes.size());
      CHECK(found.value("columnUnit", "byte") == unit);
      CHECK(found.contains("columnUnit") == (unit != "byte"));
    }
  }
}

TEST_CASE("the compiler format has the places of JSON, and the units differ where they should") {
  const Folder folder;
  for (const Page& page : pages) {
    folder.write(page.file, text_of(page));
    std::vector<std::string> of_units;
    for (const std::string unit : {"byte", "code-point", "utf16"}) {
      std::string places;
      const Json found = found_in(folder, page, unit);
      for (const Json& finding : found["diagnostics"])
        if (finding["severity"] != "note") places += place_text(finding) + " ";
      CAPTURE(page.file, unit);
      CHECK(places_in(folder.shell("\"$caveat\" --column-unit=" + unit + " " + page.file).out) ==
            places);
      of_units.push_back(places);
    }
    CHECK(of_units[0] == places_in(folder.shell("\"$caveat\" " + page.file).out));
    CHECK(of_units[0] != of_units[1]);
    CHECK(of_units[1] != of_units[2]);
  }
}

TEST_CASE("an editor that reads the report goes to the words in question") {
  const Folder folder;
  if (folder.shell("vim --version | grep -q +quickfix").exit != 0) {
    WARN("no vim with quickfix here");
    return;
  }
  folder.write("script.vim", vim_script);
  for (const Page& page : pages) {
    const std::string text = text_of(page);
    folder.write(page.file, text);
    const Run run = folder.shell("\"$caveat\" " + page.file +
                                 " > report; LC_ALL=C.UTF-8 vim -N -u NONE -i NONE -n -es -S "
                                 "script.vim < /dev/null");
    CAPTURE(page.file, run.err);
    const auto seen = lines_of(read_bytes(folder / "seen"));
    std::size_t at = 0;
    const Json found = found_in(folder, page, "byte");
    for (const Json& finding : found["diagnostics"]) {
      if (finding["severity"] == "note") continue;
      const std::string words = lines_of(words_at(text, finding)).front();
      REQUIRE(at + 1 < seen.size());
      // Vim takes the byte order mark off the line that it counts in: three bytes on, in the word.
      const std::size_t off = finding["line"] == 1 ? mark.size() : 0;
      CHECK(seen[at + 1].starts_with(words.substr(off)));
      CHECK(!seen[at].empty());
      CHECK(words.find(seen[at]) != std::string::npos);
      at += 2;
    }
    CHECK(at + 1 == seen.size());
  }
}

TEST_CASE("Emacs, which counts cells of the screen, goes to the words in question") {
  const Folder folder;
  if (folder.shell("emacs --version").exit != 0) {
    WARN("no emacs here");
    return;
  }
  folder.write("script.el", emacs_script);
  for (const Page& page : pages) {
    const std::string text = text_of(page);
    folder.write(page.file, text);
    const Run run = folder.shell("\"$caveat\" --column-unit=display " + page.file +
                                 " > report; LC_ALL=C.UTF-8 emacs -Q --batch -l script.el");
    CAPTURE(page.file, run.err);
    const auto seen = lines_of(read_bytes(folder / "seen"));
    std::size_t at = 0;
    const Json found = found_in(folder, page, "byte");
    for (const Json& finding : found["diagnostics"]) {
      if (finding["severity"] == "note") continue;
      REQUIRE(at + 1 < seen.size());
      CHECK(seen[at].starts_with(lines_of(words_at(text, finding)).front()));
      ++at;
    }
    CHECK(at + 1 == seen.size());
  }
}
