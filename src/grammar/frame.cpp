#include "grammar/frame.hpp"

#include <algorithm>

#include "pack/problem.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

constexpr std::size_t most_frames = 64;

/// A cue that was found, while it governs.
struct Open {
  std::uint32_t frame = 0;
  std::uint8_t level = 0;           ///< of the heading with the cue; 0: any heading ends it
  std::uint32_t block = no_block;   ///< the one block that it governs; no_block: all that follow
  std::uint32_t paused = no_block;  ///< a block that `until` has freed
  bool asleep = false;              ///< `until` has freed all up to the next cue or heading
};

struct Framer {
  const FrameView& document;
  Matcher& matcher;
  const Program& program;
  const Lexicon& lexicon;
  std::span<const FrameCode> frames;
  Framing& framing;
  std::vector<Open> open;
  std::vector<std::uint64_t> by_head;  ///< frames that a head gives its cells, by block
  bool looks_back = false;             ///< some frame takes the sentence before its cue
};

const Block& block_of(const Framer& framer, std::uint32_t sentence) {
  return framer.document.blocks.blocks[framer.document.prose.sentences[sentence].block];
}

bool starts_block(const Framer& framer, std::uint32_t sentence) {
  const auto& sentences = framer.document.prose.sentences;
  return sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block;
}

bool ends_block(const Framer& framer, std::uint32_t sentence) {
  const auto& sentences = framer.document.prose.sentences;
  return sentence + 1 == sentences.size() ||
         sentences[sentence + 1].block != sentences[sentence].block;
}

/// Nothing but marks after `token`.
bool is_rest_marks(const Framer& framer, std::uint32_t token, std::uint32_t last) {
  const auto& tokens = framer.document.prose.tokens;
  while (token < last && tokens[token].kind == TokenKind::punctuation) ++token;
  return token == last;
}

/// Whether the match is all that its block says.
bool is_whole_block(const Framer& framer, std::uint32_t sentence, const Match& match) {
  return starts_block(framer, sentence) && ends_block(framer, sentence) &&
         is_rest_marks(framer, match.end, framer.matcher.subject.last);
}

void govern(Framer& framer, std::uint32_t sentence, std::uint32_t frame) {
  auto& masks = framer.framing.by_sentence;
  if (masks.empty()) masks.assign(framer.document.prose.sentences.size(), 0);
  masks[sentence] |= 1ULL << frame;
}

/// Inside a block quotation, or the last words before one.
bool at_quotation(const Framer& framer, std::uint32_t sentence) {
  if (block_of(framer, sentence).quote) return true;
  const bool more = sentence + 1 < framer.document.prose.sentences.size();
  return more && ends_block(framer, sentence) && block_of(framer, sentence + 1).quote;
}

/// The sentences of the run of quoted blocks around `sentence`, or after it.
void govern_quotation(Framer& framer, std::uint32_t sentence, std::uint32_t frame) {
  const auto count = static_cast<std::uint32_t>(framer.document.prose.sentences.size());
  auto first = block_of(framer, sentence).quote ? sentence : sentence + 1;
  while (first > 0 && block_of(framer, first - 1).quote) --first;
  for (auto at = first; at < count && block_of(framer, at).quote; ++at) govern(framer, at, frame);
}

/// The frames that hold from here on, as the block of `sentence` begins.
void enter_block(Framer& framer, std::uint32_t sentence) {
  const auto& block = block_of(framer, sentence);
  const auto index = framer.document.prose.sentences[sentence].block;
  const bool heading = block.kind == BlockKind::heading;
  std::erase_if(framer.open, [&](const Open& open) {
    if (open.block != no_block) return open.block != index;
    return heading && (open.level == 0 || block.level <= open.level);
  });
  if (!heading) return;
  for (Open& open : framer.open) open.asleep = false;
}

void free(Framer& framer, std::uint32_t sentence) {
  for (Open& open : framer.open) {
    const auto& until = framer.frames[open.frame].until;
    if (!until) continue;
    const auto found =
        match_at(framer.matcher, framer.program, *until, framer.matcher.subject.first);
    if (!found) continue;
    const bool heading = block_of(framer, sentence).kind == BlockKind::heading;
    open.paused = framer.document.prose.sentences[sentence].block;
    open.asleep = heading || is_whole_block(framer, sentence, *found);
  }
}

bool reaches(const Framer& framer, std::uint32_t frame, std::uint32_t sentence) {
  if (framer.frames[frame].over != FrameOver::items) return true;
  const auto kind = block_of(framer, sentence).kind;
  const bool item = kind == BlockKind::heading || kind == BlockKind::list_item;
  return item && starts_block(framer, sentence);
}

void govern_open(Framer& framer, std::uint32_t sentence) {
  const auto block = framer.document.prose.sentences[sentence].block;
  for (const Open& open : framer.open) {
    if (open.asleep || open.paused == block || !reaches(framer, open.frame, sentence)) continue;
    govern(framer, sentence, open.frame);
  }
}

void govern_cell(Framer& framer, std::uint32_t sentence) {
  const auto header = block_of(framer, sentence).header;
  if (header == no_block || framer.by_head.empty()) return;
  for (std::uint32_t frame = 0; frame < framer.frames.size(); ++frame) {
    if ((framer.by_head[header] >> frame & 1U) != 0) govern(framer, sentence, frame);
  }
}

void open_frame(Framer& framer, std::uint32_t sentence, std::uint32_t frame, const Match& cue) {
  const auto& block = block_of(framer, sentence);
  const auto index = framer.document.prose.sentences[sentence].block;
  govern(framer, sentence, frame);
  if (!is_whole_block(framer, sentence, cue)) {
    framer.open.push_back({frame, 0, index});
  } else if (block.kind == BlockKind::head) {
    framer.by_head.resize(framer.document.blocks.blocks.size());
    framer.by_head[index] |= 1ULL << frame;
  } else {
    std::erase_if(framer.open, [&](const Open& open) {
      return open.frame == frame && open.block == no_block && open.level == block.level;
    });
    framer.open.push_back({frame, block.level});
  }
}

/// Whether a cue of this kind may stand in the sentence.
bool may_stand(const Framer& framer, std::uint32_t sentence, FrameOver over) {
  const bool first = starts_block(framer, sentence);
  if (over == FrameOver::before) return !first;
  return over == FrameOver::quotation ? at_quotation(framer, sentence) : first;
}

void look_for_cue(Framer& framer, std::uint32_t sentence, std::uint32_t frame) {
  const auto& code = framer.frames[frame];
  if (!may_stand(framer, sentence, code.over)) return;
  if (!may_match(framer.matcher, framer.program.patterns[code.cue])) return;
  const auto& subject = framer.matcher.subject;
  const bool quotation = code.over == FrameOver::quotation;
  const auto cue =
      quotation ? find_match(framer.matcher, framer.program, code.cue, subject.first, subject.last)
                : match_at(framer.matcher, framer.program, code.cue, subject.first);
  if (!cue || cue->end == cue->begin) return;
  if (code.over == FrameOver::before) return govern(framer, sentence - 1, frame);
  if (quotation) return govern_quotation(framer, sentence, frame);
  open_frame(framer, sentence, frame, *cue);
}

void frame_sentence(Framer& framer, std::uint32_t sentence) {
  const bool first = starts_block(framer, sentence);
  if (first) enter_block(framer, sentence);
  const bool cues = first || framer.looks_back || at_quotation(framer, sentence);
  if (cues || !framer.open.empty()) {
    begin_sentence(framer.matcher, framer.program, framer.lexicon,
                   subject_of(framer.document, sentence));
    free(framer, sentence);
  }
  govern_open(framer, sentence);
  govern_cell(framer, sentence);
  if (!cues) return;
  for (std::uint32_t frame = 0; frame < framer.frames.size(); ++frame) {
    look_for_cue(framer, sentence, frame);
  }
}

std::uint64_t scope_bit(const FrameDef& def, const GrammarBuilder& grammar,
                        std::vector<PackDiagnostic>& diagnostics) {
  if (def.scope.value.empty()) return 0;
  const auto scope = grammar.scopes.find(def.scope.value);
  if (scope != grammar.scopes.end()) return 1ULL << scope->second;
  std::vector<std::string> names;
  for (const auto& [name, index] : grammar.scopes) names.push_back(name);
  std::ranges::sort(names);
  report(diagnostics, def.scope.origin, "unknown-scope",
         "no loaded pack has a scope \"" + def.scope.value + '"' +
             did_you_mean(def.scope.value, names));
  return 0;
}

}  // namespace

std::vector<FrameCode> compile_frames(std::span<const Pack> packs, GrammarBuilder& grammar,
                                      LexiconBuilder& lexicon,
                                      std::vector<PackDiagnostic>& diagnostics) {
  std::vector<FrameCode> frames;
  for (const auto& pack : packs) {
    for (const auto& def : pack.frames) {
      const auto cue = add_pattern(grammar, lexicon, def.cue, diagnostics);
      if (!cue || frames.size() == most_frames) continue;
      FrameCode code{def.id.value, *cue,      {}, scope_bit(def, grammar, diagnostics),
                     def.over,     def.silent};
      if (!def.until.value.empty()) {
        code.until = add_pattern(grammar, lexicon, def.until, diagnostics);
      }
      frames.push_back(std::move(code));
    }
  }
  return frames;
}

Subject subject_of(const FrameView& document, std::uint32_t sentence) {
  const auto& at = document.prose.sentences[sentence];
  const auto& block = document.blocks.blocks[at.block];
  const bool heading = block.kind == BlockKind::heading;
  return {&document.prose,
          &document.tagging,
          &document.marks,
          document.blocks.passage.text,
          at.first,
          at.last,
          at.question,
          heading,
          heading && block.level == 1,
          block.kind == BlockKind::list_item,
          block.quote};
}

void frame_sentences(const FrameView& document, Matcher& matcher, const Program& program,
                     const Lexicon& lexicon, std::span<const FrameCode> frames, Framing& framing) {
  framing.by_sentence.clear();
  if (frames.empty()) return;
  Framer framer{document, matcher, program, lexicon, frames, framing, {}, {}};
  framer.looks_back =
      std::ranges::find(frames, FrameOver::before, &FrameCode::over) != frames.end();
  const auto count = static_cast<std::uint32_t>(document.prose.sentences.size());
  for (std::uint32_t sentence = 0; sentence < count; ++sentence) frame_sentence(framer, sentence);
}

std::uint64_t scopes_of(std::span<const FrameCode> frames, std::uint64_t governing) {
  std::uint64_t scopes = 0;
  for (std::size_t frame = 0; governing != 0; ++frame, governing >>= 1U) {
    if ((governing & 1U) != 0) scopes |= frames[frame].scopes;
  }
  return scopes;
}

bool any_silent(std::span<const FrameCode> frames, std::uint64_t governing) {
  for (std::size_t frame = 0; governing != 0; ++frame, governing >>= 1U) {
    if ((governing & 1U) != 0 && frames[frame].silent) return true;
  }
  return false;
}

}  // namespace caveat
