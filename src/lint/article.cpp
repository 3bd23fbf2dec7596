#include "lint/article.hpp"

#include <algorithm>

#include "check/evidence.hpp"
#include "lint/rule_set.hpp"

namespace caveat {
namespace {

TextKind kind_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return TextKind::paragraph;
    case BlockKind::heading:
      return TextKind::heading;
    case BlockKind::list_item:
      return TextKind::list_item;
    case BlockKind::cell:
      return TextKind::cell;
    case BlockKind::head:
      return TextKind::head;
    case BlockKind::caption:
      return TextKind::caption;
    case BlockKind::alt:
      return TextKind::alt;
    case BlockKind::description:
      break;
  }
  return TextKind::description;
}

bool is_cell(const Block& block) {
  return block.kind == BlockKind::cell || block.kind == BlockKind::head;
}

/// Blocks do not tell their rows. A row starts at the start of a table, at a head after a cell, and
/// where the heads above come round again; where no head says, at a new line of the file.
struct RowReader {
  const Source& source;
  const Blocks& blocks;
  std::uint32_t first = no_block;  ///< block that opened the row; no_block: there is none

  bool is_on_new_line(std::uint32_t at) const {
    const auto line = [&](std::uint32_t block) {
      const Span place = to_source(view(blocks.passage), blocks.blocks[block].shown);
      return line_number_at(source, place.begin);
    };
    return line(at) != line(at - 1);
  }
  bool opens(std::uint32_t at) const {
    if (first == no_block) return true;
    const Block& block = blocks.blocks[at];
    const Block& before = blocks.blocks[at - 1];
    const bool after_cell = before.kind == BlockKind::cell;
    if (block.kind == BlockKind::head) return after_cell;
    if (block.header == no_block || (after_cell && before.header == no_block))
      return is_on_new_line(at);
    if (block.header >= first) return !after_cell && block.header != at - 1;  // or the row's own
    return after_cell && block.header <= before.header;
  }
};

std::vector<TextBlock> blocks_of(const Source& source, const Blocks& blocks) {
  std::vector<TextBlock> shown;
  RowReader rows{source, blocks};
  for (std::uint32_t at = 0; at < blocks.blocks.size(); ++at) {
    const Block& block = blocks.blocks[at];
    bool opens_row = false;
    if (!is_cell(block)) {
      rows.first = no_block;
    } else {
      opens_row = rows.opens(at);
      if (opens_row) rows.first = at;
    }
    shown.push_back({kind_of(block.kind), block.level, block.quote, opens_row, block.shown});
  }
  return shown;
}

std::string_view finds(Effect effect) {
  switch (effect) {
    case Effect::benefit:
      return "benefit";
    case Effect::none:
      return "no effect";
    case Effect::harm:
      return "harm";
    default:
      return "";
  }
}

std::optional<ClaimEvidence> evidence_on(const Work& work, const ClaimReading& claim) {
  if (claim.harm || claim.intervention_token == no_id) return std::nullopt;
  const auto* row = weigh_outcome(work, claim.intervention_token, claim.outcome_tokens);
  if (row == nullptr) return std::nullopt;
  return ClaimEvidence{static_cast<std::uint8_t>(row->certainty),
                       static_cast<std::uint8_t>(carried_by(*row)), finds(row->effect)};
}

ClaimMark mark_of(const Work& work, const ClaimReading& claim) {
  ClaimMark mark;
  mark.span = claim.span;
  if (claim.intervention_token != no_id)
    mark.intervention = name_at(work, claim.intervention_token);
  const Capture& outcome = claim.outcome_tokens;
  if (!is_empty(outcome)) mark.outcome = words_of(work.document, outcome.begin, outcome.end);
  mark.strength = static_cast<std::uint8_t>(claim.strength);
  mark.negative = claim.negative;
  if (claim.voice != Voice::author) mark.voice = name_of(claim.voice);
  mark.evidence = evidence_on(work, claim);
  return mark;
}

}  // namespace

Article article_of(const Source& source, const RuleSet& rules, Desk& desk,
                   const LintOptions& options) {
  read_document(source, *options.format, rules, desk);
  const Document& document = desk.document;
  Article article{document.blocks.passage, blocks_of(source, document.blocks), {}};
  std::vector<Claim> unused_claims;
  std::vector<Said> unused_said;
  std::vector<Diagnostic> unused;
  Work work{rules.checks, rules.program,   rules.lexicon,   document, desk.due,
            desk.matcher, desk.scope_uses, options.profile, 0,        unused_claims,
            unused_said,  unused};
  for (; work.sentence < document.prose.sentences.size(); ++work.sentence) {
    open_sentence(rules, desk, work.sentence);
    mark_sentence(rules, desk, work.sentence);
    mark_wording(rules, desk);
    if (is_silent(rules, document, work.sentence)) continue;
    const auto sentence = read_sentence(reader_of(rules, desk, work.sentence), rules.checks.cues);
    for (const ClaimReading& claim : sentence.claims)
      if (!claim.statement) article.claims.push_back(mark_of(work, claim));
  }
  std::ranges::stable_sort(article.claims, {},
                           [](const ClaimMark& mark) { return mark.span.begin; });
  return article;
}

}  // namespace caveat
