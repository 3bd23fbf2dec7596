// Packs of laws: silent unless their jurisdiction is asked for; which claims each law forbids.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace {

using caveat_test::Folder;
using Json = nlohmann::json;

const std::string page =
    "Kratom relieves depression. Vitamin C prevents scurvy.\nTurmeric reduces the risk of heart "
    "disease. Sertraline treats depression.\nBerberine is natural Ozempic, and Dr Weber recommends "
    "spirulina.\n";

/// Standard output of a command on `text`; the rules of findings alone where `only_rules`.
std::string run(const std::string& text, const std::string& command) {
  const Folder folder;
  folder.write("page.txt", text);
  return folder.shell("\"$caveat\" " + command + " page.txt").out;
}

std::string rules(const std::string& text, const std::string& flags) {
  const auto json = Json::parse(run(text, "check --format=json " + flags));
  std::string ids;
  for (const auto& one : json["diagnostics"]) ids += one["rule"].get<std::string>() + "\n";
  return ids;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a law speaks only where it is asked for, or where the profile brings it") {
  const auto none = rules(page, "");
  for (const auto* pack : {"us-fda/", "us-ftc/", "uk-cap/", "eu-nhc/", "au-tga/", "disease-claim"})
    CHECK_FALSE(has(none, pack));
  CHECK(has(rules(page, "--jurisdiction us"), "us-fda/substitute-for-a-drug"));
  CHECK_FALSE(has(rules(page, "--jurisdiction us"), "eu-nhc/"));
  CHECK(has(rules(page, "--jurisdiction eu"), "eu-nhc/individual-doctor"));
  CHECK_FALSE(has(rules(page, "--jurisdiction eu"), "us-fda/"));
  const auto both = rules(page, "--jurisdiction us,eu");
  CHECK(has(both, "us-fda/substitute-for-a-drug"));
  CHECK(has(both, "eu-nhc/individual-doctor"));
  CHECK(has(rules(page, "--profile marketing"), "us-fda/substitute-for-a-drug"));
  CHECK_FALSE(has(rules(page, "--profile clinical"), "us-fda/"));
}

TEST_CASE("a finding names the provisions of the laws that were asked for") {
  const auto found = run("Kratom relieves depression.\n", "check --jurisdiction us,uk");
  CHECK(has(found, "21 CFR 101.93(g)(2)(i); CAP Code 15.6.2; CAP Code 12.11 [core/disease-claim]"));
  CHECK(has(found, "note: source: CAP Code 12.11, "));
  CHECK_FALSE(has(found, "1169/2011"));
}

TEST_CASE("what a law says of a benefit is told beside what its evidence says") {
  const auto found = rules("Ashwagandha promotes wellness.\n", "--jurisdiction eu");
  CHECK(has(found, "core/efficacy-without-evidence"));
  CHECK(has(found, "eu-nhc/general-benefit"));
}

TEST_CASE("a claim to lower a risk is weighed less: some are authorised") {
  const auto found =
      run("Turmeric reduces the risk of heart disease.\n", "check --jurisdiction eu");
  CHECK(has(found, "warning: "));
  CHECK(has(found, "authorised: Regulation (EC) No 1924/2006 Art 14(1)(a) [core/disease-claim]"));
}

TEST_CASE("the disclaimer belongs to what is sold, and cures no claim of a disease") {
  const std::string sold = "# Ashwagandha\n\nAshwagandha supports a calm mood. Order now!\n\n";
  const std::string disclaimer =
      "This statement has not been evaluated by the Food and Drug Administration. This product is "
      "not intended to diagnose, treat, cure, or prevent any disease.\n\n";
  const std::string us = "--jurisdiction us";
  CHECK(has(rules(sold, us), "us-fda/dshea-disclaimer"));
  CHECK_FALSE(has(rules(sold + disclaimer, us), "us-fda/"));
  CHECK_FALSE(has(rules(sold + disclaimer, us), "core/disease-claim"));
  CHECK(has(rules(sold + disclaimer + "Ashwagandha may treat depression.\n", us),
            "core/disease-claim"));
}

TEST_CASE("a comment that silences the rule of a law is not unused where the law is off") {
  const std::string text =
      "<!-- caveat-disable-next-line us-fda/substitute-for-a-drug -- quoted in court -->\n"
      "Berberine is natural Ozempic.\n";
  const Folder folder;
  folder.write("page.md", text);
  for (const std::string flag : {"", "--jurisdiction us", "--jurisdiction eu"}) {
    const auto found = folder.shell("\"$caveat\" check " + flag + " page.md").out;
    CHECK_FALSE(has(found, "suppression/"));
    CHECK_FALSE(has(found, "us-fda/"));
  }
}

TEST_CASE("the inventory tells which laws forbid the claim of a supplement or food") {
  CHECK(run("Kratom relieves depression.\nVitamin C prevents scurvy.\nSertraline treats "
            "depression.\n",
            "claims --jurisdiction us,uk") ==
        "page.txt:1:8   direct  author  Kratom      relieves depression  us: 21 CFR "
        "101.93(g)(2)(i); uk: CAP Code 15.6.2, CAP Code 12.11\n"
        "page.txt:2:11  direct  author  Vitamin C   prevents scurvy      uk: CAP Code 12.11\n"
        "page.txt:3:12  direct  author  Sertraline  treats depression\n");
}

TEST_CASE("an everyday condition is no disease, and yet a medicine is for it") {
  CHECK(run("Ashwagandha eases stress.\n", "claims --jurisdiction us,uk,eu") ==
        "page.txt:1:13  direct  author  Ashwagandha  eases stress  uk: CAP Code 12.11\n");
}

TEST_CASE("programs get the provisions one by one, and nothing where no law was asked for") {
  const auto json = Json::parse(run(page, "claims --format=json --jurisdiction us,eu,uk,au"));
  const auto& bans = json["claims"][0]["forbidden"];
  REQUIRE(bans.size() == 5);
  CHECK(bans[0]["jurisdiction"] == "us");
  CHECK(bans[0]["forbids"] == "disease");
  CHECK(bans[0]["article"] == "21 CFR 101.93(g)(2)(i)");
  CHECK(bans[0]["url"] == "https://www.ecfr.gov/current/title-21/section-101.93");
  CHECK(bans[4]["jurisdiction"] == "au");
  CHECK_FALSE(has(run(page, "claims --format=json"), "forbidden"));
  CHECK_FALSE(has(run(page, "claims --format=csv"), "forbidden"));
  const auto csv = run("Kratom eases pain.\n", "claims --format=csv --jurisdiction us");
  CHECK(has(csv, ",citation,forbidden\r\n"));
  CHECK(has(csv, ",us: 21 CFR 101.93(g)(2)(i)\r\n"));
}

TEST_CASE("what is denied, asked, doubted or said of a medicine breaks no law") {
  const auto json = Json::parse(run(
      "Kratom does not treat depression. Does kratom treat depression? Ibuprofen treats pain. It "
      "is very uncertain whether kratom treats anxiety. Acupuncture relieves migraine.\n",
      "claims --format=json --jurisdiction us,eu,uk,au"));
  for (const auto& claim : json["claims"]) CHECK(claim["forbidden"].empty());
}

TEST_CASE("a pipe hears of laws too, and a list of the rules says which are on") {
  const Folder folder;
  const std::string record = "echo '{\"id\":1,\"text\":\"Berberine is natural Ozempic.\"}' | ";
  CHECK(has(folder.shell(record + "\"$caveat\" stream --jurisdiction us").out, "us-fda/"));
  CHECK_FALSE(has(folder.shell(record + "\"$caveat\" stream").out, "us-fda/"));
  CHECK(has(folder.shell("\"$caveat\" rules").out, "us-fda/rules.toml  us, off\n"));
  CHECK(
      has(folder.shell("\"$caveat\" rules --jurisdiction us").out, "us-fda/rules.toml  us, on\n"));
}

TEST_CASE("a jurisdiction that nobody has is a mistake") {
  const Folder folder;
  folder.write("page.txt", page);
  const auto found = folder.shell("\"$caveat\" check --jurisdiction us,eur page.txt");
  CHECK(found.exit == 2);
  CHECK(has(found.err, "--jurisdiction cannot be 'eur', it is one of us, uk, eu, au"));
}

TEST_CASE("a pack of a law holds nothing that could not be switched off") {
  const Folder folder;
  folder.write("law.toml",
               "[pack]\nname = \"law\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n"
               "jurisdiction = \"us\"\n[[concept]]\nid = \"sloe\"\nclass = \"intervention\"\n"
               "terms = [\"sloe\"]\n");
  const auto found = folder.shell("\"$caveat\" rules --no-default-packs --pack law.toml");
  CHECK(found.exit == 2);
  CHECK(has(found.err, "and no [[concept]] [pack/law-only]"));
  folder.write(
      "law.toml",
      "[pack]\nname = \"law\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n"
      "[[provision]]\nforbids = \"disease\"\narticle = \"1\"\ntitle = \"t\"\nurl = \"u\"\n");
  CHECK(has(folder.shell("\"$caveat\" rules --no-default-packs --pack law.toml").err,
            "needs the key \"jurisdiction\""));
}
