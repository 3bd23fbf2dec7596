#include <algorithm>
#include <optional>
#include <span>

#include "check/check.hpp"
#include "check/finding.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

/// Tokens [begin, end) are a wrong form of a term.
struct WrongName {
  std::uint32_t term = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// A name that is written small takes the capitals of the words that it replaces: of a sentence's
/// first word, of a title in capitals.
std::string in_capitals_of(std::string_view wrong, std::string correct) {
  if (!is_lower(correct.front()) || !is_upper(wrong.front())) return correct;
  const bool shouted = wrong.size() > 1 && std::ranges::none_of(wrong, is_lower);
  const auto end = shouted ? correct.end() : correct.begin() + 1;
  std::transform(correct.begin(), end, correct.begin(), upper);
  return correct;
}

void report(const Checks& checks, const Document& document, const WrongName& wrong,
            std::vector<Diagnostic>& diagnostics) {
  const auto& code = checks.terms[wrong.term];
  const auto words = words_of(document, wrong.begin, wrong.end);
  auto diagnostic = finding(code.wording, place_of(document, wrong.begin, wrong.end),
                            "\"" + words + "\" is a misspelling of " + code.correct);
  const auto correct = in_capitals_of(words, code.correct);
  if (auto edits = edits_of(document, wrong.begin, wrong.end, correct); !edits.empty()) {
    diagnostic.fixes.push_back(
        {"replace with \"" + correct + "\"", FixSafety::safe, std::move(edits)});
  }
  diagnostics.push_back(std::move(diagnostic));
}

/// A wrong form that a pack lists; the longest at the token.
std::optional<WrongName> listed(const Checks& checks, const Document& document,
                                std::uint32_t token) {
  WrongName found{0, token, 0};
  for (const auto& tag : tags_at(document.tagging, token)) {
    const auto wrong = checks.wrong_names.find(tag.symbol);
    if (wrong != checks.wrong_names.end() && tag.end > found.end) {
      found = {wrong->second, token, tag.end};
    }
  }
  return found.end == 0 ? std::nullopt : std::optional(found);
}

/// The folded words from a token on, for names of several words. Reused from token to token.
struct Window {
  std::vector<std::string> folded;
  std::vector<std::string_view> words;
};

std::span<const std::string_view> words_from(const Document& document, std::uint32_t token,
                                             std::uint32_t last, std::size_t most, Window& window) {
  std::size_t count = 0;
  window.folded.resize(std::max(window.folded.size(), most));
  window.words.resize(window.folded.size());
  for (; count < most && token + count < last; ++count) {
    const auto& at = document.prose.tokens[token + count];
    if (at.kind != TokenKind::word) break;
    window.folded[count].clear();
    append_folded(text_of(document, at.span), window.folded[count]);
    window.words[count] = window.folded[count];
  }
  return {window.words.data(), count};
}

bool has_name_word(const Checks& checks, const Tagging& tagging, std::uint32_t token,
                   std::uint32_t last) {
  const auto end = std::min<std::size_t>(last, token + checks.near.longest_name);
  for (auto at = token; at < end; ++at) {
    const auto word = tagging.words[at];
    if (word < checks.name_words.size() && checks.name_words[word]) return true;
  }
  return false;
}

/// A misspelling that no pack lists. A word that some pack knows is none, whatever it looks like.
std::optional<WrongName> near_miss(const Checks& checks, const Document& document,
                                   std::uint32_t token, std::uint32_t last, Window& window) {
  if (document.prose.tokens[token].kind != TokenKind::word) return std::nullopt;
  std::optional<NearHit> hit;
  if (has_name_word(checks, document.tagging, token, last)) {
    hit = nearest_phrase(checks.near,
                         words_from(document, token, last, checks.near.longest_name, window));
  }
  if (!hit && document.tagging.words[token] == 0) {
    hit = nearest(checks.near, words_from(document, token, last, 1, window).front());
  }
  if (!hit || hit->distance == 0) return std::nullopt;
  return WrongName{hit->term, token, token + hit->words};
}

}  // namespace

void check_terms(const Checks& checks, const Document& document,
                 std::vector<Diagnostic>& diagnostics) {
  Window window;
  for (const auto& sentence : document.prose.sentences) {
    for (auto token = sentence.first; token < sentence.last; ++token) {
      auto wrong = listed(checks, document, token);
      if (!wrong) wrong = near_miss(checks, document, token, sentence.last, window);
      if (!wrong) continue;
      report(checks, document, *wrong, diagnostics);
      token = wrong->end - 1;
    }
  }
}

}  // namespace caveat
