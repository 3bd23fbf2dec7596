#include "claim/subject.hpp"

namespace caveat {
namespace {

bool is_named(const ClaimReader& reader, std::uint32_t token) {
  return means(reader.document.tagging, token, reader.forms.names.intervention);
}

/// The first, or last, token in [from, to) that names an intervention, or no_id.
std::uint32_t first_named(const ClaimReader& reader, std::uint32_t from, std::uint32_t to) {
  for (auto token = from; token < to; ++token) {
    if (is_named(reader, token)) return token;
  }
  return no_id;
}

std::uint32_t last_named(const ClaimReader& reader, std::uint32_t from, std::uint32_t to) {
  for (auto token = to; token-- > from;) {
    if (is_named(reader, token)) return token;
  }
  return no_id;
}

/// "it" is whatever the nearest clause before spoke of first: its subject, most often.
std::uint32_t named_in_sentence(const ClaimReader& reader, std::uint32_t before) {
  const auto& subject = reader.matcher.subject;
  for (auto end = before; end > subject.first;) {
    const auto begin = clause_begin(subject, end - 1);
    const auto token = first_named(reader, begin, end);
    if (token != no_id) return token;
    end = begin;
  }
  return no_id;
}

bool is_unproven(const ClaimReader& reader, std::uint32_t token) {
  return means(reader.document.tagging, token, reader.forms.names.unproven);
}

/// The first words of a sentence hold its subject; what is named later is spoken of in passing
/// ("a safer option than aspirin"), and only a remedy is taken up from there.
constexpr std::uint32_t subject_reach = 6;

bool may_be_carried(const ClaimReader& reader, std::uint32_t first, std::uint32_t token) {
  return token - first < subject_reach || is_unproven(reader, token);
}

std::uint32_t block_of(const Document& document, std::uint32_t sentence) {
  return document.prose.sentences[sentence].block;
}

/// What is shown beside the text and not in it: alternative texts, captions.
bool stands_aside(const Document& document, std::uint32_t sentence) {
  const auto kind = document.blocks.blocks[block_of(document, sentence)].kind;
  return kind == BlockKind::alt || kind == BlockKind::caption;
}

bool is_item(const Document& document, std::uint32_t sentence) {
  return document.blocks.blocks[block_of(document, sentence)].kind == BlockKind::list_item;
}

/// Items of a list speak of what stands before the list, and of each other's remedies only where
/// these are what the text sells: "natural alternative to opioids; relieves pain".
bool is_passing(const ClaimReader& reader, std::uint32_t at, std::uint32_t token) {
  const auto& document = reader.document;
  const bool other = block_of(document, at) != block_of(document, reader.sentence);
  return other && is_item(document, at) && is_item(document, reader.sentence) &&
         !is_unproven(reader, token);
}

/// Carried from the sentences before: three back at most, never past a heading.
std::uint32_t carried(const ClaimReader& reader) {
  const auto& document = reader.document;
  const auto& sentences = document.prose.sentences;
  const auto here = block_of(document, reader.sentence);
  auto left = 3;
  for (auto at = reader.sentence; left > 0 && at-- > 0;) {
    if (stands_aside(document, at) && block_of(document, at) != here) continue;
    const auto& sentence = sentences[at];
    const auto token = first_named(reader, sentence.first, sentence.last);
    if (token != no_id && is_passing(reader, at, token)) continue;
    if (token != no_id && may_be_carried(reader, sentence.first, token)) return token;
    if (is_heading(document, at)) break;
    --left;
  }
  return no_id;
}

/// The unproven remedy that the document is about, if it is about one.
std::uint32_t topic_of(const ClaimReader& reader) {
  const auto& topics = reader.document.topics;
  const auto unproven = reader.forms.names.unproven;
  if (unproven == no_id || !is_topic(topics, unproven)) return no_id;
  return topics.by_symbol[unproven].first;
}

/// ", which eases pain" may speak of what its whole clause takes up; "clots that block" do not.
bool is_set_off(const ClaimReader& reader, const Match& match) {
  const auto* slot = capture_of(match, reader.forms.names.relative_slot);
  const auto& tokens = reader.document.prose.tokens;
  return slot != nullptr && slot->begin > reader.matcher.subject.first &&
         tokens[slot->begin - 1].kind == TokenKind::punctuation;
}

}  // namespace

// "which" stands for the nearest name of its sentence and for nothing before it, any other word for
// the subject of what went before.
std::uint32_t subject_of(const ClaimReader& reader, const Match& match, std::uint32_t before) {
  const auto& names = reader.forms.names;
  if (const auto* slot = capture_of(match, names.intervention_slot)) {
    const auto token = last_named(reader, slot->begin, slot->end);
    if (token != no_id) return token;
  }
  const bool relative = capture_of(match, names.relative_slot) != nullptr;
  const auto here = relative ? last_named(reader, reader.matcher.subject.first, before)
                             : named_in_sentence(reader, before);
  if (here != no_id || (relative && !is_set_off(reader, match))) return here;
  const auto back = carried(reader);
  return back != no_id ? back : topic_of(reader);
}

}  // namespace caveat
