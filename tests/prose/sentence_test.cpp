// Where sentences of health text end.
#include <catch2/catch.hpp>

#include "prose/language_fixture.hpp"

namespace {

using caveat::Prose;
using caveat::Source;
using caveat::test::sentences_of;

struct Row {
  const char* text;
  const char* printed;
};

template <std::size_t count>
void check_sentences(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(sentences_of(row.text) == row.printed);
  }
}

std::string questions_of(const char* text) {
  const Prose prose = caveat::test::prose_of(caveat::test::one_block(text));
  std::string out;
  for (const auto& sentence : prose.sentences) out += sentence.question ? '?' : '.';
  return out;
}

}  // namespace

TEST_CASE("a stop, white space and a capital, figure, quote or bracket end a sentence") {
  const Row rows[] = {
      {"Tea calms. Coffee does not.", "Tea calms. | Coffee does not."},
      {"Tea calms! Does coffee? No.", "Tea calms! | Does coffee? | No."},
      {"Some felt better. 12 did not.", "Some felt better. | 12 did not."},
      {"It may help. “Maybe,” she says.", "It may help. | “Maybe,” she says."},
      {"It may help. (The trial was small.) Ask.", "It may help. | (The trial was small.) | Ask."},
      {"It may help. [Editor: no.] Ask.", "It may help. | [Editor: no.] | Ask."},
      {"It rose. pH fell.", "It rose. | pH fell."},
      {"It works. mRNA vaccines too.", "It works. | mRNA vaccines too."},
      {"It works. 5-HT1A is a receptor.", "It works. | 5-HT1A is a receptor."},
      {"Is it safe? nobody knows. Ask.", "Is it safe? | nobody knows. | Ask."},
      {"Ginger helps. – It also burns.", "Ginger helps. | – It also burns."},
      {"Ginger helps.\u00A0It burns.", "Ginger helps. | It burns."},
      {"Ginger helps: It burns; It heals.", "Ginger helps: It burns; It heals."},
      {"Ginger helps, it burns", "Ginger helps, it burns"},
      {"One died (in 2014).The rest lived in 2015.They are well.",
       "One died (in 2014). | The rest lived in 2015. | They are well."},
      {"It is safe.However, ask first.", "It is safe. | However, ask first."},
      {"Great! \U0001F600 I sleep again.", "Great! | \U0001F600 I sleep again."},
      {"чай помогает. Он горячий.", "чай помогает. | Он горячий."},
  };
  check_sentences(rows);
}

TEST_CASE("stops of titles, abbreviations and initials end no sentence") {
  const Row rows[] = {
      {"Dr. Oliver wrote it. He is sure.", "Dr. Oliver wrote it. | He is sure."},
      {"Ask Prof. Lee or Mrs. Roy first.", "Ask Prof. Lee or Mrs. Roy first."},
      {"Take herbs, e.g. Valerian or hops.", "Take herbs, e.g. Valerian or hops."},
      {"Herbs (e.g. Valerian) calm.", "Herbs (e.g. Valerian) calm."},
      {"Giving it i.v. Monday is planned.", "Giving it i.v. Monday is planned."},
      {"The U.S. Food and Drug Administration warns.",
       "The U.S. Food and Drug Administration warns."},
      {"It is sold in the U.S. The agency warns.", "It is sold in the U.S. | The agency warns."},
      {"It is sold (in the U.S.). Ask first.", "It is sold (in the U.S.). | Ask first."},
      {"It is sold in the “U.S.” The agency warns.",
       "It is sold in the “U.S.” | The agency warns."},
      {"Nausea, pain, etc. However, few left.", "Nausea, pain, etc. | However, few left."},
      {"Edward W. Boyer saw it.", "Edward W. Boyer saw it."},
      {"Roy et al. Reported it in 2019.", "Roy et al. Reported it in 2019."},
      {"Mitragyna spp. Are trees.", "Mitragyna spp. Are trees."},
      {"Leaves of M. speciosa calm. It is a tree.", "Leaves of M. speciosa calm. | It is a tree."},
      {"It is rich in vitamin C. Kratom is not.", "It is rich in vitamin C. | Kratom is not."},
      {"She has hepatitis B. It is chronic.", "She has hepatitis B. | It is chronic."},
      {"Take it at 8 a.m. In the evening rest.", "Take it at 8 a.m. | In the evening rest."},
      {"Is it safe? No. Kratom is not.", "Is it safe? | No. | Kratom is not."},
      {"Remedy No. 5 is tea.", "Remedy No. 5 is tea."},
      {"Kratom vs. Kava is a common query.", "Kratom vs. Kava is a common query."},
  };
  check_sentences(rows);
}

TEST_CASE("decimal points, quantities and links end no sentence") {
  const Row rows[] = {
      {"The effect was clear (p < 0.05). It was small.",
       "The effect was clear (p < 0.05). | It was small."},
      {"It fell by 0.5 points at p < .05. Nobody knows why.",
       "It fell by 0.5 points at p < .05. | Nobody knows why."},
      {"They took 5 mg. Others took 10 mg/kg.", "They took 5 mg. | Others took 10 mg/kg."},
      {"Drink 1.5 L. The rest is up to you.", "Drink 1.5 L. | The rest is up to you."},
      {"See https://example.org/a.b. The page is old.",
       "See https://example.org/a.b. | The page is old."},
      {"Version 2.0 of WebMD.com Is Out", "Version 2.0 of WebMD.com Is Out"},
      {"Do this daily: 1. Walk more. 2. Sleep more.",
       "Do this daily: 1. Walk more. | 2. Sleep more."},
  };
  check_sentences(rows);
}

TEST_CASE("closing quotes, brackets and reference marks belong to the sentence before") {
  const Row rows[] = {
      {"He said, “It helps.” They agreed.", "He said, “It helps.” | They agreed."},
      {"He said, \"It helps.\" They agreed.", "He said, \"It helps.\" | They agreed."},
      {"\"Does it help?\" asked one of them.", "\"Does it help?\" asked one of them."},
      {"“Does it help?” They asked often.", "“Does it help?” | They asked often."},
      {"(It may help.) They agreed.", "(It may help.) | They agreed."},
      {"It may help.[12] Ask first.", "It may help.[12] | Ask first."},
      {"It may help.[1,4][7] Ask first.", "It may help.[1,4][7] | Ask first."},
      {"It may help.\u00B9\u00B2 Ask first.", "It may help.\u00B9\u00B2 | Ask first."},
      {"It may help.12 Ask first.", "It may help.12 | Ask first."},
      {"It may help [12]. Ask first.", "It may help [12]. | Ask first."},
      {"It helps.** Ask first.", "It helps.** | Ask first."},
      {"Really?! Yes!!! Good.", "Really?! | Yes!!! | Good."},
      {"Well... it may. Or… Maybe not.", "Well... it may. | Or… | Maybe not."},
  };
  check_sentences(rows);
}

TEST_CASE("the end of a block ends a sentence, with or without a stop") {
  const Row rows[] = {
      {"Side Effects\n\nNausea is common.", "Side Effects | Nausea is common."},
      {"- nausea\n- dry mouth\n- low mood", "nausea | dry mouth | low mood"},
      {"Ask Dr.\n\nNobody knows.", "Ask Dr. | Nobody knows."},
      {"1. Rest\n2. Drink tea", "Rest | Drink tea"},
      {"...\n\n?", "... | ?"},
  };
  check_sentences(rows);
}

TEST_CASE("a sentence goes on over the line ends of wrapped text") {
  CHECK(sentences_of("People who take the herb for more than a few weeks may find that they\n"
                     "cannot stop. It is safer to taper slowly, says the physician Edward W.\r\n"
                     "Boyer, who treats them. Read more in the guide that was written by Dr.\n"
                     "Roy.") ==
        "People who take the herb for more than a few weeks may find that they\ncannot stop. | "
        "It is safer to taper slowly, says the physician Edward W.\r\nBoyer, who treats them. | "
        "Read more in the guide that was written by Dr.\nRoy.");
}

TEST_CASE("a question is known by its closing mark") {
  const Row rows[] = {
      {"Is kratom safe?", "?"},
      {"Is it safe? It is not.", "?."},
      {"“Is it safe?” They asked.", "?."},
      {"(Is it safe?)", "?"},
      {"Really?! No!", "?."},
      {"Is it safe?[3] No.", "?."},
      {"It asks “why?” and waits.", "."},
      {"Is kratom safe", "."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(questions_of(row.text) == row.printed);
  }
}

TEST_CASE("a heading that lost its line ends where its first sentence begins") {
  const Row rows[] = {
      {"Don't Smoke Smoking injures vessels.", "Don't Smoke | Smoking injures vessels."},
      {"Be active. Kidney Stones Kidney stones hurt.",
       "Be active. | Kidney Stones | Kidney stones hurt."},
      {"Risk Factors Anyone can fall ill.", "Risk Factors | Anyone can fall ill."},
      {"Living With Asthma You can run.", "Living With Asthma | You can run."},
      {"Side effects Nausea is common.", "Side effects | Nausea is common."},
      {"SIDE EFFECTS Nausea is common.", "SIDE EFFECTS | Nausea is common."},
      {"Prevention Is it a leaf?", "Prevention | Is it a leaf?"},
  };
  check_sentences(rows);
}

TEST_CASE("a name is no heading of what it does") {
  const Row rows[] = {
      {"South America exports maca.", "South America exports maca."},
      {"Vitamin A helps.", "Vitamin A helps."},
      {"The Mayo Clinic warns of kratom.", "The Mayo Clinic warns of kratom."},
      {"The NHS and NHS Scotland agree.", "The NHS and NHS Scotland agree."},
      {"Smoking harms smokers.", "Smoking harms smokers."},
      {"Why It works is unknown.", "Why It works is unknown."},
      {"Doctors prescribe The Pill often.", "Doctors prescribe The Pill often."},
      {"Side effects of Prozac include nausea.", "Side effects of Prozac include nausea."},
      {"Side effects, You know, are rare.", "Side effects, You know, are rare."},
      {"Kratom For depression", "Kratom For depression"},
  };
  check_sentences(rows);
}

TEST_CASE("a sentence without end is cut, so that hostile text costs no more per word") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "tea ";
  const Prose prose = caveat::test::prose_of(caveat::test::one_block(text));
  REQUIRE(prose.sentences.size() == 3);
  CHECK(prose.sentences[0].last == caveat::max_sentence_tokens);
  CHECK(prose.sentences[2].last == 1000);
}

TEST_CASE("a dump shows one sentence a line") {
  const std::string_view text = "Kratom helps. Does it?";
  const Prose prose = caveat::test::prose_of(caveat::test::one_block(text));
  CHECK(caveat::dump(text, prose) == "[Kratom][helps][.]\n[Does][it][?]\n");
}
