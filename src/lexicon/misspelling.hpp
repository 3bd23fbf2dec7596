// Whether a word is a misspelt name. Edit distance alone does not tell: carnosine and carnitine,
// ubiquinone and ubiquinol, creative and creatine are two edits apart or fewer, and all are words.
// What people misspell is what sounds alike (vowels, doubled letters, c and k, ph and f) and
// letters lost or swapped; what chemists change to name another compound is consonants and the
// ending. So an edit counts by its kind, and the more letters agree, the more kinds are allowed:
//
//   fewer letters of the two   one edit                                two edits
//   under 7                    never                                   never
//   7 or 8                     lost, added, swapped; replaced by one   never
//                              that sounds alike, before the last 3
//   9                          lost, added, swapped, sounding alike    sounding alike
//   10 to 12                   any                                     sounding alike
//   13 and more                any                                     any
//
// and first and last letter agree (or are swapped with their neighbour; a lost final e counts from
// 10 letters on, as thiamin is a spelling of thiamine and mitragynin not of mitragynine).
//
// Measured with 222 names of drugs, supplements and compounds on the 235,000 words of two spelling
// dictionaries (tests/lexicon/words_test.cpp). The plain rule, two edits from 9 letters and one
// from 7, takes 78 of them for a name. This one takes 12, seven of them errors of the dictionaries,
// and still finds 88 of 100 random single slips in those names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace caveat {

/// Beside the other words of its name ("mitragyna …"), a word needs less likeness: one edit is
/// allowed from 6 letters on, and the end may differ.
enum class Company : bool { alone, in_name };

/// The most edits that a misspelling of these letters may have. Digits and hyphens do not count.
std::uint32_t edits_allowed(std::string_view word, Company company);

/// How many edits make `word` of `name`: 0 for the name itself, another spelling or the plural of
/// it; nothing for another word. Both folded; a digit, which in chemistry is a position, is never
/// a slip, nor is a hyphen too many or too few.
std::optional<std::uint32_t> misspelling(std::string_view word, std::string_view name,
                                         Company company);

}  // namespace caveat
