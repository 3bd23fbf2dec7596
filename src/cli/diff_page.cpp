#include "cli/diff_page.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/page.hpp"
#include "cli/styled.hpp"
#include "lint/change_report.hpp"
#include "lint/word_change.hpp"
#include "report/paint.hpp"

namespace caveat {

namespace {

constexpr std::size_t indent = 8;

struct Kind {
  const char* title;
  const char* noun;
  const char* done;
};

/// In the order of the enumeration.
constexpr std::array<Kind, 9> kinds = {{{"new claim", "claim", "added"},
                                        {"strengthened", "claim", "strengthened"},
                                        {"weakened", "claim", "weakened"},
                                        {"removed claim", "claim", "removed"},
                                        {"turned round", "claim", "turned"},
                                        {"citation lost", "citation", "removed"},
                                        {"citation given", "citation", "added"},
                                        {"caveat lost", "caveat", "removed"},
                                        {"caveat given", "caveat", "added"}}};

const Kind& kind_of(ChangeKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

/// A strength in the colour of its step, a denial apart from all of them.
Piece standing(const ToldClaim& claim) {
  if (claim.negative) return {"denied", Ink::place};
  const auto step = static_cast<int>(Ink::faint) + static_cast<int>(claim.strength);
  return {name_of(claim.strength), static_cast<Ink>(step)};
}

/// "possible -> direct", or the one that there is.
void append_course(const ClaimChange& change, Pieces& pieces) {
  const bool both = change.before && change.after;
  if (change.before) pieces.push_back(standing(*change.before));
  if (both) pieces.push_back({" -> ", Ink::plain});
  if (change.after) pieces.push_back(standing(*change.after));
}

Pieces head_of(const ClaimChange& change) {
  Pieces pieces = {{kind_of(change.kind).title, ink_of(change.severity)}, {": ", Ink::plain}};
  const bool of_claim = change.caveat.empty();
  pieces.push_back({of_claim ? subject_of(change) : change.caveat, Ink::place});
  if (!of_claim) return pieces;
  pieces.push_back({", ", Ink::plain});
  append_course(change, pieces);
  return pieces;
}

/// Without colours, as git marks words.
void append_piece(const WordChange& word, bool removed, Color color, Pieces& pieces) {
  if (!word.changed || color == Color::on) {
    const Ink changed = removed ? Ink::error : Ink::caret;
    pieces.push_back({word.text, word.changed ? changed : Ink::plain});
    return;
  }
  pieces.push_back({removed ? "[-" + word.text + "-]" : "{+" + word.text + "+}", Ink::plain});
}

void append_sentence(const std::vector<WordChange>& words, bool removed, Color color,
                     std::string& page) {
  Pieces pieces;
  for (const WordChange& word : words) append_piece(word, removed, color, pieces);
  append_styled({removed ? "      -" : "      +", removed ? Ink::hot : Ink::mild}, indent, pieces,
                color, page);
}

void append_whole(const std::string& text, bool removed, Color color, std::string& page) {
  append_styled({removed ? "      -" : "      +", removed ? Ink::hot : Ink::mild}, indent,
                {{text, removed ? Ink::hot : Ink::mild}}, color, page);
}

/// A sentence that is the same in both says something else for what stands around it.
void append_sentences(const EditedText& text, const ClaimChange& change, Color color,
                      std::string& page) {
  const auto& olds = text.old_account.sentences;
  const auto& news = text.new_account.sentences;
  const std::string before = change.old_sentence ? olds[*change.old_sentence].text : "";
  const std::string after = change.new_sentence ? news[*change.new_sentence].text : "";
  if (before == after) {
    append_styled({"      ="}, indent, {{after}}, color, page);
    return;
  }
  if (before.empty()) return append_whole(after, false, color, page);
  if (after.empty()) return append_whole(before, true, color, page);
  const WordChanges words = compare_words(before, after);
  append_sentence(words.before, true, color, page);
  append_sentence(words.after, false, color, page);
}

void append_line(const std::string& text, Color color, std::string& page) {
  if (!text.empty()) append_styled({"", Ink::plain}, indent, {{text}}, color, page);
}

void append_head(const EditedText& text, const ClaimChange& change, Color color,
                 std::string& page) {
  const auto line = line_number_at(*text.after, change.place.begin);
  append_styled({fmt::format("{:>6}", line), Ink::faint}, indent, head_of(change), color, page);
  append_line(evidence_of(change), color, page);
  if (change.kind == ChangeKind::caveat_removed) append_line(change.message, color, page);
}

bool in_same_sentences(const ClaimChange& a, const ClaimChange& b) {
  return a.old_sentence == b.old_sentence && a.new_sentence == b.new_sentence;
}

}  // namespace

void append_changes(const EditedText& text, Color color, std::string& page) {
  paint(color, Ink::place, printable(text.title), page);
  page += '\n';
  std::string remarks;
  for (std::size_t at = 0; at < text.changes.size(); ++at) {
    const ClaimChange& change = text.changes[at];
    append_head(text, change, color, page);
    for (const auto& remark : change.remarks) remarks += (remarks.empty() ? "" : "; ") + remark;
    const bool more = at + 1 < text.changes.size();
    if (more && in_same_sentences(change, text.changes[at + 1])) continue;
    append_sentences(text, change, color, page);
    append_line(remarks, color, page);
    remarks.clear();
    if (more) page += '\n';
  }
}

std::string summary_of(const ChangeCounts& counts) {
  std::string told;
  for (const auto& [kind, count] : counts.of_kind) {
    told += told.empty() ? "" : ", ";
    told += fmt::format("{} {}", counted(count, kind_of(kind).noun), kind_of(kind).done);
  }
  if (told.empty()) return fmt::format("no claim changed in {}", counted(counts.files, "file"));
  return fmt::format("{} in {} of {}", told, counts.files_with_any,
                     counted(counts.files, "changed file"));
}

}  // namespace caveat
