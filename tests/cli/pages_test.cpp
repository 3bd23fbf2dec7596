// Pages for readers and the counts, over small packs and over those that are built in.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;
namespace fs = std::filesystem;

namespace {

const fs::path data = fs::path(CAVEAT_TESTS_DIR) / "cli/pages";

/// A folder with the pack of a remedy and one with marks of Markdown and HTML in all its fields.
struct Packs : Folder {
  Packs() {
    write("willow.toml", read_bytes(data / "willow.toml"));
    write("hostile.toml", read_bytes(data / "hostile.toml"));
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Of the headings of a page, as GitHub makes them: "## Wrong names" is wrong-names.
std::set<std::string> anchors_in(const fs::path& page) {
  std::set<std::string> anchors;
  std::ifstream in(page);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) continue;
    std::string anchor;
    for (const char c : line.substr(line.find(' ') + 1))
      anchor += c == ' ' ? '-' : static_cast<char>(std::tolower(c));
    anchors.insert(anchor);
  }
  return anchors;
}

/// "a/b.md -> missing.md" for each link to a page or heading that is not there.
std::vector<std::string> broken_links(const fs::path& root) {
  const std::regex link(R"([^\\]\]\(<?([^)>#]*)(#([^)>]*))?>?\))");
  std::map<fs::path, std::set<std::string>> anchors;
  for (const auto& file : fs::recursive_directory_iterator(root))
    if (file.is_regular_file()) anchors[file.path()] = anchors_in(file.path());
  std::vector<std::string> broken;
  for (const auto& [page, own_anchors] : anchors) {
    const std::string text = read_bytes(page);
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
      const std::string target = (*at)[1];
      const std::string anchor = (*at)[3];
      if (target.starts_with("http")) continue;
      const auto there = anchors.find((page.parent_path() / target).lexically_normal());
      if (there == anchors.end() || (!anchor.empty() && !there->second.contains(anchor)))
        broken.push_back(page.string() + " -> " + at->str());
    }
  }
  return broken;
}

std::size_t files_in(const fs::path& root) {
  std::size_t number = 0;
  for (const auto& file : fs::recursive_directory_iterator(root)) number += file.is_regular_file();
  return number;
}

const std::string willow =
    "SOURCE_DATE_EPOCH=1798761600 \"$caveat\" rules --no-default-packs "
    "--pack=willow.toml ";  // 2027-01-01

}  // namespace

TEST_CASE("a rule and a topic have a page that says all that their pack says") {
  const Packs folder;
  const Run run = folder.shell(willow + "--pages=pages");
  CHECK(run.err == "");
  REQUIRE(run.exit == 0);
  CHECK(run.out == std::to_string(files_in(folder / "pages")) + " pages in pages\n");
  CHECK(read_bytes(folder / "pages/willow/no-aspirin.md") ==
        read_bytes(data / "willow_no_aspirin.golden"));
  CHECK(read_bytes(folder / "pages/willow/README.md") == read_bytes(data / "willow.golden"));
  const std::string caveat = read_bytes(folder / "pages/willow/children.md");
  CHECK(contains(caveat, "What is known of willow bark stands in [the table"));
  CHECK(contains(caveat, "Unverified: nobody has compared this entry with its source yet"));
  CHECK(contains(read_bytes(folder / "pages/README.md"),
                 "| [willow](<willow/README.md>) | Willow bark | 2 | 1 | 0 | 1 | 2 |\n"));
}

TEST_CASE("the same packs give the same pages, whatever the day and the folder") {
  const Packs folder;
  folder.write("elsewhere/w.toml", read_bytes(folder / "willow.toml"));
  CHECK(folder
            .shell(willow + "--pages one && SOURCE_DATE_EPOCH=1 \"$caveat\" rules "
                            "--no-default-packs --pack=elsewhere/w.toml --pages=deep/two > log && "
                            "diff -r one deep/two > log")
            .exit == 0);
  CHECK(files_in(folder / "one") > 5);
}

TEST_CASE("text of a pack is shown on its page and does nothing there") {
  const Packs folder;
  REQUIRE(folder.shell("\"$caveat\" rules --no-default-packs --pack=hostile.toml --pages=p").exit ==
          0);
  const std::string page = read_bytes(folder / "p/bad/hostile.md");
  for (const std::string part : {
           R"(> \<script>alert(1)\</script> \*\*bold\*\* \&lt; \$x\$ \# not a heading)",
           R"(\- no list http\://evil.example www\.evil.example \{\{ x \}\} \\u\{202E\}\\x1B\[31m)",
           R"(12\. no list)",
           R"([t\](\<javascript:x>)\|](<https://example.org/a%29b%3E%20%3Cx%3E%7C%22q%22>))",
           "- \\<!-- a thing<br>\n  \\# thing<br>\n  \\- thing\n- thing \\| thing\n",
           R"(- a \~\~thing\~\~)",
           R"(- !\[i\](http\://x))",
           R"(- \_a\_)",
           R"(- \\a)",
       }) {
    CAPTURE(part);
    CHECK(contains(page, part));
  }
  CHECK(contains(read_bytes(folder / "p/bad/README.md"),
                 R"(\# \<img src=x onerror=alert(1)> \| \[x\](javascript:alert(1)))"));
  const std::string script = read_bytes(folder / "p/bad/script-link.md");
  CHECK(contains(script, "\nclick javascript:alert(1)\n"));
  CHECK(broken_links(folder / "p").empty());
}

TEST_CASE("no page of the packs that are built in leads nowhere, and every id has one") {
  const Folder folder;
  REQUIRE(folder.shell("\"$caveat\" rules --pages=pages").exit == 0);
  CHECK(broken_links(folder / "pages") == std::vector<std::string>{});
  std::istringstream listed(folder.shell("\"$caveat\" rules").out);
  std::size_t ids = 0;
  for (std::string line; std::getline(listed, line);) {
    const std::string id = line.substr(0, line.find(' '));
    if (!contains(id, "/")) continue;
    CAPTURE(id);
    ++ids;
    CHECK(fs::is_regular_file(folder / ("pages/" + id + ".md")));
  }
  CHECK(ids > 100);
}

TEST_CASE("the pages in docs/rules are those of the packs: ./dev pages makes them anew") {
  const Folder folder;
  REQUIRE(folder.shell("\"$caveat\" rules --pages=pages").exit == 0);
  const fs::path kept = fs::path(CAVEAT_SOURCE_DIR) / "docs/rules";
  std::size_t pages = 0;
  for (const auto& file : fs::recursive_directory_iterator(kept)) {
    if (!file.is_regular_file()) continue;
    ++pages;
    const auto name = fs::relative(file.path(), kept);
    CAPTURE(name);
    CHECK(read_bytes(file.path()) == read_bytes(folder / ("pages/" + name.string())));
  }
  std::size_t made = 0;
  for (const auto& file : fs::recursive_directory_iterator(folder / "pages"))
    made += file.is_regular_file() ? 1 : 0;
  CHECK(pages == made);
}

TEST_CASE("pages that cannot be written are trouble") {
  const Folder folder;
  folder.write("taken", "a file");
  const Run run = folder.caveat("rules --pages=taken");
  CHECK(run.exit == 2);
  CHECK(contains(run.err, "taken"));
  CHECK(run.out == "");
}

TEST_CASE("the packs are counted one by one and in all") {
  const Packs folder;
  const std::string two = willow + "--pack=demo.toml --counts";
  CHECK(folder.shell(two).out ==
        "pack    evidence  supported  facts  rules  caveats  concepts  names  wrong names  "
        "unverified  past review\n"
        "demo           0          0      0      3        0         0      0            0  "
        "         0            0\n"
        "willow         2          1      1      0        1         2      3            2  "
        "         2            0\n"
        "in all         2          1      1      3        1         2      3            2  "
        "         2            0\n");
  const auto json = nlohmann::json::parse(folder.shell(two + " --format=json").out);
  CHECK(json["packs"].size() == 2);
  CHECK(json["packs"][1]["pack"] == "willow");
  CHECK(json["packs"][1]["well_supported"] == 1);
  CHECK(json["total"]["rules"] == 3);
  CHECK(json["total"]["names"] == 3);
}

TEST_CASE("what is past its review is listed the day after") {
  const Packs folder;
  CHECK(folder.shell(willow + "--stale").out == "0 of 5 entries are past their review\n");
  CHECK(folder
            .shell("SOURCE_DATE_EPOCH=1798848000 \"$caveat\" rules --stale --no-default-packs "
                   "--pack=willow.toml")
            .out ==
        "willow.toml:18: evidence for willow-bark on back-pain\n"
        "1 of 5 entries are past their review\n");
}

TEST_CASE("caveat rules does one thing at a time") {
  const Folder folder;
  for (const std::string arguments :
       {"--counts --stale", "--unverified --counts", "--pages=p --counts", "--format=json",
        "--counts --format=gcc", "--stale --format=json"}) {
    CAPTURE(arguments);
    CHECK(folder.caveat("rules " + arguments).exit == 2);
  }
}

TEST_CASE("an explanation names the evidence, and the page of what is built in") {
  const Packs folder;
  const std::string alone = "\"$caveat\" explain --no-default-packs --pack=willow.toml ";
  CHECK(contains(folder.shell(alone + "no-aspirin").out,
                 "  evidence - willow-bark on back-pain: certainty moderate, effect benefit,\n"
                 "           carries up to probable; A review (2016)\n"));
  CHECK(contains(folder.shell(alone + "children").out,
                 "  evidence on willow-bark: caveat explain willow/efficacy\n"));
  CHECK_FALSE(contains(folder.shell(alone + "children").out, "docs/rules"));
  CHECK(contains(folder.shell("\"$caveat\" explain kratom/dependence-withdrawal").out,
                 "  page     docs/rules/kratom/dependence-withdrawal.md\n"));
  CHECK(contains(folder.shell("\"$caveat\" explain input/invalid-utf8").out,
                 "  page     docs/rules/input/invalid-utf8.md\n"));
}
