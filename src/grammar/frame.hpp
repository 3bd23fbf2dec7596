// What a heading, the head of a column, a label or a block quotation makes of the text under it:
// "Common myths", a column "Claim", "Myth:" over a paragraph, "— Jane D." under a quotation,
// "References". A frame is a cue and the scope under which it puts whole sentences, data of a
// language pack like the scopes themselves; here is only how far each kind of place reaches.
// Rejected: scopes with longer reaches, whose cue would be looked for in every sentence of a text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "format/block.hpp"
#include "grammar/compile.hpp"
#include "grammar/match.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct FrameCode {
  std::string id;
  PatternId cue = 0;
  std::optional<PatternId> until;
  std::uint64_t scopes = 0;  ///< bits as in Marks::scopes
  FrameOver over = FrameOver::text;
  bool silent = false;  ///< nothing that is said there is the author's
};

/// By bit of Framing::by_sentence; at most 64.
std::vector<FrameCode> compile_frames(std::span<const Pack> packs, GrammarBuilder& grammar,
                                      LexiconBuilder& lexicon,
                                      std::vector<PackDiagnostic>& diagnostics);

/// Bit f of `by_sentence[s]`: frame f governs sentence s. Empty where no frame governs anything.
struct Framing {
  std::vector<std::uint64_t> by_sentence;
};

/// A document as frames see it.
struct FrameView {
  const Blocks& blocks;
  const Prose& prose;
  const Tagging& tagging;
  const Marks& marks;
};

/// A sentence with what its block says of it.
Subject subject_of(const FrameView& document, std::uint32_t sentence);

/// Where a cue stands says what it governs. It must start a block. If it is all of the block: under
/// a heading what stands below it, up to the next heading of its level or above; under the head of
/// a column or row its cells; under a label ("Myth:") what follows, up to the next heading. If the
/// block says more: the block. A frame for quotations governs the one in which its cue stands
/// anywhere, or before which it ends. One for what stands before takes the last sentence of its
/// block before the one that starts with its cue. What starts with `until` is free: its block, or
/// where that says no more what follows it too, up to the next cue or heading.
void frame_sentences(const FrameView& document, Matcher& matcher, const Program& program,
                     const Lexicon& lexicon, std::span<const FrameCode> frames, Framing& framing);

inline std::uint64_t frames_of(const Framing& framing, std::uint32_t sentence) {
  return framing.by_sentence.empty() ? 0 : framing.by_sentence[sentence];
}

/// The scopes that govern all tokens of a sentence.
std::uint64_t scopes_of(std::span<const FrameCode> frames, std::uint64_t governing);
bool any_silent(std::span<const FrameCode> frames, std::uint64_t governing);

}  // namespace caveat
