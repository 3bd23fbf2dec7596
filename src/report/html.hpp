// The parts of the HTML report; private to this room. The page is made here, whole, so that it can
// be read, printed and searched without any script; page.js only moves what is already there. All
// that is not ours goes through xml_text(), between tags and in quotes alike. Turned down: findings
// as JSON in the page and elements made by the script, which needs a second escape and shows
// nothing where scripts are off.
//
// Findings, claims and files are numbered through the page. Of finding 12 the card is #f12 and the
// place in the text #m12; of claim 7 the row is #r7, the place #c7; the second note of finding 12
// points to #n12-1; file 3 is #file3, what is said of rule 2 #k2.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/place.hpp"
#include "report/report.hpp"

namespace caveat {

/// As it stands in its element, and its hash for the policy of the page: "sha256-…".
struct PageAsset {
  std::string_view text;
  std::string_view hash;
};
PageAsset page_style();
PageAsset page_script();

inline constexpr std::array<std::string_view, 6> told_strengths = {
    "none", "association", "possible", "probable", "direct", "absolute"};
inline constexpr std::array<std::string_view, 4> told_certainties = {"very low", "low", "moderate",
                                                                     "high"};

/// How the wording of a claim stands to its evidence. Only a finding calls it too strong or too
/// weak: a label, a quotation or what a comment answers for is open.
enum class Fit : std::uint8_t { open, fits, over, under };

/// The bytes of a file from `begin` to the next stretch, and what is said of them.
struct Stretch {
  std::uint32_t begin = 0;
  std::vector<std::uint32_t> findings;  ///< of the file
  std::vector<std::uint32_t> claims;

  bool says_same(const Stretch& other) const {
    return findings == other.findings && claims == other.claims;
  }
};

/// Something that links lead to: stands before the byte.
struct Anchor {
  std::uint32_t offset = 0;
  std::string element;
  char* placed = nullptr;  ///< set where the byte is shown; not owned
};

/// One file on the page.
struct PageFile {
  const FileReport& report;
  std::string path;  ///< as it is shown
  Ruler ruler;
  std::size_t number = 0;
  std::size_t first_finding = 0;  ///< number of its first one
  std::size_t first_claim = 0;
  const std::map<std::string, std::size_t, std::less<>>& rules;  ///< number of each that is told
};

struct FileMarks {
  std::vector<Stretch> stretches;  ///< in order of place; the first begins at 0
  std::vector<Fit> fits;           ///< of each claim
};
FileMarks marks_of(const FileReport& report);

/// Whether a finding is about what the evidence of a claim carries.
bool is_on_evidence(const Diagnostic& finding);

/// Claims in the same words as a finding.
std::vector<std::uint32_t> claims_under(const FileMarks& marks, std::uint32_t finding, Span place);

/// Which findings and notes have a place in the text that is shown; std::vector<bool> gives out no
/// pointers.
struct Shown {
  std::vector<char> findings;
  std::vector<char> claims;
  std::vector<std::vector<char>> notes;  ///< of each finding
};

Shown append_text(const PageFile& file, const FileMarks& marks, std::string& out);
void append_cards(const PageFile& file, const FileMarks& marks, const Shown& shown,
                  std::string& out);
void append_claims(const PageFile& file, const FileMarks& marks, const Shown& shown,
                   std::string& out);

/// Words a link may show, as a link if `url` is one of the web.
std::string link_to(std::string_view url, std::string_view words);

}  // namespace caveat
