// Words, numbers, quantities, links and marks of health text, as they print.
#include <catch2/catch.hpp>

#include "prose/language_fixture.hpp"

namespace {

using caveat::test::kinds_of;
using caveat::test::tokens_of;

struct Row {
  const char* text;
  const char* printed;
};

template <std::size_t count>
void check_tokens(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(tokens_of(row.text) == row.printed);
  }
}

template <std::size_t count>
void check_kinds(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(kinds_of(row.text) == row.printed);
  }
}

}  // namespace

TEST_CASE("names of compounds and hyphenated words are one token") {
  const Row rows[] = {
      {"7-hydroxymitragynine binds", "[7-hydroxymitragynine][binds]"},
      {"a side-effect-free tea", "[a][side-effect-free][tea]"},
      {"the 5-HT1A receptor", "[the][5-HT1A][receptor]"},
      {"mu-opioid and μ-opioid", "[mu-opioid][and][μ-opioid]"},
      {"trauma-induced stress", "[trauma-induced][stress]"},
      {"1,4-butanediol or 2,3,7,8-dioxin", "[1,4-butanediol][or][2,3,7,8-dioxin]"},
      {"omega-3-6-9 oil", "[omega-3-6-9][oil]"},
      {"CYP2D6, COVID-19 and H1N1", "[CYP2D6][,][COVID-19][and][H1N1]"},
      {"a 5-day-old infant", "[a][5-day-old][infant]"},
      {"1,807-person trial", "[1,807-person][trial]"},
      {"short- and long-term use", "[short][-][and][long-term][use]"},
      {"non\u2011invasive, non\u2010drug", "[non\u2011invasive][,][non\u2010drug]"},
      {"anti\u00ADinflam\u00ADmatory", "[anti\u00ADinflam\u00ADmatory]"},
      {"H\u2082O and B\u2081\u2082", "[H\u2082O][and][B\u2081\u2082]"},
      {"naïve β-carotene, Sjögren", "[naïve][β-carotene][,][Sjögren]"},
      {"nai\u0308ve users", "[nai\u0308ve][users]"},
      {"3rd trimester, 2nd dose", "[3rd][trimester][,][2nd][dose]"},
      {"N-acetylcysteine (NAC)", "[N-acetylcysteine][(][NAC][)]"},
      {"ginkgo--a tree", "[ginkgo][--][a][tree]"},
      {"and/or tea", "[and][/][or][tea]"},
      {"side effect(s)", "[side][effect][(][s][)]"},
      {"Q&A", "[Q][&][A]"},
      {"薬 и чай", "[薬][и][чай]"},
  };
  check_tokens(rows);
}

TEST_CASE("a possessive ending is a token, a contraction is not") {
  const Row rows[] = {
      {"kratom's effects", "[kratom]['s][effects]"},
      {"kratom’s effects", "[kratom][’s][effects]"},
      {"KRATOM'S EFFECTS", "[KRATOM]['S][EFFECTS]"},
      {"it's safe", "[it]['s][safe]"},
      {"don't, isn’t, can't", "[don't][,][isn’t][,][can't]"},
      {"they've said we're fine", "[they've][said][we're][fine]"},
      {"users' reports", "[users]['][reports]"},
      {"mother-in-law's tea", "[mother-in-law]['s][tea]"},
      {"O'Brien o’clock", "[O'Brien][o’clock]"},
      {"Alzheimer's-like signs", "[Alzheimer]['s][-][like][signs]"},
      {"“Kratom”’s name", "[“][Kratom][”][’s][name]"},
      {"the 'natural' label", "[the]['][natural]['][label]"},
      {"rock 's", "[rock]['][s]"},
      {"kratom\u02BCs, \u02BCtis", "[kratom][\u02BCs][,][\u02BC][tis]"},
      {"the 1990's", "[the][1990]['s]"},
  };
  check_tokens(rows);
}

TEST_CASE("names that packs keep whole are one token whatever their spaces and apostrophes") {
  const Row rows[] = {
      {"St. John's wort lifts mood", "[St. John's wort][lifts][mood]"},
      {"ST. JOHN’S WORT tea", "[ST. JOHN’S WORT][tea]"},
      {"St.\u00A0John's  wort.", "[St.\u00A0John's  wort][.]"},
      {"St. John's wort's risks", "[St. John's wort]['s][risks]"},
      {"St. John's worts", "[St.][John]['s][worts]"},
      {"Crohn's disease and lion's mane", "[Crohn's disease][and][lion's mane]"},
      {"5-HTP, vitamin D3", "[5-HTP][,][vitamin D3]"},
      {"5-HTPs, vitamin D30", "[5-HTPs][,][vitamin][D30]"},
      {"Smith et al. found", "[Smith][et al.][found]"},
      {"YERBA MATÉ tea", "[YERBA MATÉ][tea]"},
      {"St. Joh\u00ADn's wort", "[St. Joh\u00ADn's wort]"},
      {"vitamin B complexes, vitamin B", "[vitamin][B][complexes][,][vitamin][B]"},
  };
  check_tokens(rows);
}

TEST_CASE("abbreviations keep their stops, initials too, but a vitamin's letter does not") {
  const Row rows[] = {
      {"Dr. Oliver, e.g. tea", "[Dr.][Oliver][,][e.g.][tea]"},
      {"the U.S. market", "[the][U.S.][market]"},
      {"U.S.A. and U.K. rules", "[U.S.A.][and][U.K.][rules]"},
      {"non-U.S. users", "[non-U.S.][users]"},
      {"given i.v. or b.i.d. here", "[given][i.v.][or][b.i.d.][here]"},
      {"e.g, nausea", "[e.g][,][nausea]"},
      {"a Ph.D. student", "[a][Ph.D.][student]"},
      {"Edward W. Boyer", "[Edward][W.][Boyer]"},
      {"J. R. Singh, A. B. Cole", "[J.][R.][Singh][,][A.][B.][Cole]"},
      {"J.R. Singh", "[J.R.][Singh]"},
      {"Cole A., Singh J. (2020)", "[Cole][A.][,][Singh][J.][(][2020][)]"},
      {"leaves of M. speciosa", "[leaves][of][M.][speciosa]"},
      {"leaves of m. speciosa", "[leaves][of][m.][speciosa]"},
      {"E. coli grew", "[E.][coli][grew]"},
      {"high in vitamin C.", "[high][in][vitamin][C][.]"},
      {"take vitamin C. Kratom has none", "[take][vitamin][C][.][Kratom][has][none]"},
      {"Hepatitis B. The vaccine", "[Hepatitis][B][.][The][vaccine]"},
      {"nausea, etc., in all", "[nausea][,][etc.][,][in][all]"},
      {"Kratom is safe.", "[Kratom][is][safe][.]"},
      {"written by J.-P. Roy", "[written][by][J.][-][P.][Roy]"},
  };
  check_tokens(rows);
}

TEST_CASE("numbers keep their separators, decimals, percent signs and plurals") {
  const Row rows[] = {
      {"1,807 users", "number [1,807], word [users]"},
      {"p < 0.05", "word [p], punctuation [<], number [0.05]"},
      {"p<.05", "word [p], punctuation [<], number [.05]"},
      {"p=-0.5", "word [p], punctuation [=], number [-0.5]"},
      {"about 33% or 33 %", "word [about], number [33%], word [or], number [33 %]"},
      {"a change of -5", "word [a], word [change], word [of], number [-5]"},
      {"a change of \u22125", "word [a], word [change], word [of], number [\u22125]"},
      {"in the 1990s", "word [in], word [the], number [1990s]"},
      {"2\u20133 cups", "number [2], punctuation [\u2013], number [3], word [cups]"},
      {"5-10 cups", "number [5], punctuation [-], number [10], word [cups]"},
      {"½ cup, 1½ cups", "number [½], word [cup], punctuation [,], number [1½], word [cups]"},
      {"1/2 cup", "number [1/2], word [cup]"},
      {"1,2 and 3", "number [1], punctuation [,], number [2], word [and], number [3]"},
      {"HR 0\u00B785", "capital word [HR], number [0\u00B785]"},
      {"10\u202F000 men", "number [10\u202F000], word [men]"},
      {"10\u2079 cells", "number [10\u2079], word [cells]"},
      {"I\u00B2 was 40%", "capital word [I\u00B2], word [was], number [40%]"},
      {"helps\u00B9\u00B2", "word [helps], number [\u00B9\u00B2]"},
      {"mood [12]", "word [mood], punctuation [[], number [12], punctuation []]"},
      {"$5, No 5.",
       "punctuation [$], number [5], punctuation [,], capital word [No], number [5], "
       "punctuation [.]"},
      {"24/7", "number [24], punctuation [/], number [7]"},
      {"-5-HT", "punctuation [-], capital word [5-HT]"},
      {"12,5000", "number [12], punctuation [,], number [5000]"},
      {"٣ cups", "number [٣], word [cups]"},
  };
  check_kinds(rows);
}

TEST_CASE("a number and a unit of the language are one quantity") {
  const Row rows[] = {
      {"10 mg of", "quantity [10 mg], word [of]"},
      {"10\u00A0mg", "quantity [10\u00A0mg]"},
      {"400mg", "quantity [400mg]"},
      {"1.5 L.", "quantity [1.5 L], punctuation [.]"},
      {"5 mg/kg twice", "quantity [5 mg/kg], word [twice]"},
      {"5 mg/kg/day", "quantity [5 mg/kg/day]"},
      {"5 mg/week", "quantity [5 mg], punctuation [/], word [week]"},
      {"a 10-mg dose", "word [a], quantity [10-mg], word [dose]"},
      {"10 mg-dose", "number [10], word [mg-dose]"},
      {"5–10 mg", "number [5], punctuation [–], quantity [10 mg]"},
      {"2,000 IU", "quantity [2,000 IU]"},
      {"25 µg or 25 μg", "quantity [25 µg], word [or], quantity [25 μg]"},
      {"38.5 °C, 38°C", "quantity [38.5 °C], punctuation [,], quantity [38°C]"},
      {"30 kg/m²", "quantity [30 kg/m²]"},
      {"8 fl oz daily", "quantity [8 fl oz], word [daily]"},
      {"60 mL/min/1.73m2", "quantity [60 mL/min/1.73m2]"},
      {"120/80 mmHg", "number [120], punctuation [/], quantity [80 mmHg]"},
      {"3-D scan", "capital word [3-D], word [scan]"},
      {"12 grams", "number [12], word [grams]"},
      {"mg/kg doses", "word [mg/kg], word [doses]"},
      {"30 s rest, 20s, 1990s",
       "quantity [30 s], word [rest], punctuation [,], number [20s], "
       "punctuation [,], number [1990s]"},
      {"10\t\t\t\tmg", "number [10], word [mg]"},
  };
  check_kinds(rows);
}

TEST_CASE("links are one token without the punctuation around them") {
  const Row rows[] = {
      {"see https://example.org/a-b.html.",
       "word [see], link [https://example.org/a-b.html], "
       "punctuation [.]"},
      {"(www.example.org)", "punctuation [(], link [www.example.org], punctuation [)]"},
      {"https://example.org/Tea_(drink)", "link [https://example.org/Tea_(drink)]"},
      {"doi:10.1234/abc.5", "link [doi:10.1234/abc.5]"},
      {"DOI: 10.1234/abc.5;", "link [DOI: 10.1234/abc.5], punctuation [;]"},
      {"10.1234/abc-5", "link [10.1234/abc-5]"},
      {"10.5 g", "quantity [10.5 g]"},
      {"mail jane.doe@example.org.", "word [mail], link [jane.doe@example.org], punctuation [.]"},
      {"info@example.org", "link [info@example.org]"},
      {"on Example.com today", "word [on], link [Example.com], word [today]"},
      {"example.org/tea, now", "link [example.org/tea], punctuation [,], word [now]"},
      {"safe.however", "word [safe], punctuation [.], word [however]"},
      {"@example", "punctuation [@], word [example]"},
      {"www. is no link", "word [www], punctuation [.], word [is], word [no], word [link]"},
      {"“https://example.org”", "punctuation [“], link [https://example.org], punctuation [”]"},
      {"HTTP://EXAMPLE.ORG/x", "link [HTTP://EXAMPLE.ORG/x]"},
  };
  check_kinds(rows);
}

TEST_CASE("each mark is a token; dots, dashes and pictures stay together") {
  const Row rows[] = {
      {"wait... or wait…", "[wait][...][or][wait][…]"},
      {"really?!", "[really][?][!]"},
      {"tea—the leaf – dried", "[tea][—][the][leaf][–][dried]"},
      {"“good” ‘bad’", "[“][good][”][‘][bad][’]"},
      {"great \U0001F44D\U0001F3FD news", "[great][\U0001F44D\U0001F3FD][news]"},
      {"\u2764\uFE0F it", "[\u2764\uFE0F][it]"},
      {"*very* _nice_", "[*][very][*][_][nice][_]"},
      {"a\u00A0b\u200Bc\uFEFFd", "[a][b][c][d]"},
      {"", ""},
      {" \t\r\n", ""},
  };
  check_tokens(rows);
}

TEST_CASE("bytes that are not UTF-8 are marks between words") {
  const Row rows[] = {
      {"krat\xFFom", "[krat][\xFF][om]"},         {"tea \xC3", "[tea][\xC3]"},
      {"\xE2\x80 safe", "[\xE2\x80][safe]"},      {"10\xFFmg", "[10][\xFF][mg]"},
      {"a\xED\xA0\x80z", "[a][\xED\xA0\x80][z]"},
  };
  check_tokens(rows);
}

TEST_CASE("a word has a capital when its first letter is one") {
  const Row rows[] = {
      {"Kratom", "capital word [Kratom]"},
      {"kratom", "word [kratom]"},
      {"5-HT1A", "capital word [5-HT1A]"},
      {"7-hydroxy", "word [7-hydroxy]"},
      {"Éclair", "capital word [Éclair]"},
      {"mRNA", "word [mRNA]"},
      {"“Tea", "punctuation [“], capital word [Tea]"},
  };
  check_kinds(rows);
}
