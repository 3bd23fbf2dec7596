#include "lint/identity.hpp"

#include <algorithm>
#include <optional>

#include "text/hash.hpp"
#include "text/utf8.hpp"

namespace caveat {

namespace {

/// Where a sentence begins in the file. Sorted by place, since metadata of a page can stand
/// anywhere.
struct Start {
  std::uint32_t offset = 0;
  std::uint32_t sentence = 0;
};

std::vector<Start> starts_of(const Document& document) {
  std::vector<Start> starts;
  for (std::uint32_t at = 0; at < document.prose.sentences.size(); ++at) {
    const auto& sentence = document.prose.sentences[at];
    if (sentence.first == sentence.last) continue;
    starts.push_back({place_of(document, sentence.first, sentence.first + 1).begin, at});
  }
  std::ranges::stable_sort(starts, {}, &Start::offset);
  return starts;
}

std::optional<std::uint32_t> sentence_at(const std::vector<Start>& starts, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(starts, offset, {}, &Start::offset);
  if (after == starts.begin()) return std::nullopt;
  return (after - 1)->sentence;
}

std::string folded_words(const Document& document, std::uint32_t begin, std::uint32_t end) {
  std::string folded;
  if (begin < end) append_folded(words_of(document, begin, end), folded);
  return folded;
}

/// The words of the sentence that the finding points at.
std::string words_in(const Document& document, const Sentence& sentence, Span span) {
  std::uint32_t begin = sentence.last;
  std::uint32_t end = sentence.first;
  for (auto token = sentence.first; token < sentence.last; ++token) {
    if (!overlaps(place_of(document, token, token + 1), span)) continue;
    begin = std::min(begin, token);
    end = token + 1;
  }
  return folded_words(document, begin, end);
}

std::uint64_t identity_of(const Document& document, const Source& source,
                          const std::vector<Start>& starts, const Diagnostic& diagnostic) {
  const auto hash = fnv1a(diagnostic.rule);
  if (diagnostic.category == "caveat") return hash;
  const auto at = sentence_at(starts, diagnostic.span.begin);
  const auto* sentence = at ? &document.prose.sentences[*at] : nullptr;
  const auto words = sentence ? words_in(document, *sentence, diagnostic.span) : "";
  if (words.empty()) return fnv1a(slice(source, diagnostic.span), hash);
  return fnv1a(words, fnv1a(folded_words(document, sentence->first, sentence->last), hash));
}

}  // namespace

void identify(const Document& document, const Source& source,
              std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.empty()) return;
  const auto starts = starts_of(document);
  for (auto& diagnostic : diagnostics)
    diagnostic.identity = identity_of(document, source, starts, diagnostic);
}

}  // namespace caveat
