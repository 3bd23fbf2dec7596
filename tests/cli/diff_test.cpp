// caveat diff and --only-changed on the command line.
#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "git/scratch_repository.hpp"

using namespace caveat_test;

namespace {

const std::string before =
    "# Kratom for Pain\n\nKratom is a leaf that may ease **pain** in some people. There is no\n"
    "evidence that it cures cancer.\n\nKratom can cause dependence and withdrawal.\n";
const std::string after =
    "# Kratom for Pain\n\nKratom is a leaf that eases **pain** in everybody. It cures cancer.\n";

/// The program in the work tree of a repository.
Run in(const ScratchRepository& repository, const std::string& arguments) {
  return Folder().shell("cd '" + repository.path() + "' && \"$caveat\" " + arguments +
                        " < /dev/null");
}

}  // namespace

TEST_CASE("two files need no repository; a page shows the words that an editor typed", "[diff]") {
  const Folder folder;
  folder.write("old.md", before);
  folder.write("new.md", after);
  const Run run = folder.shell("\"$caveat\" diff --format=text old.md new.md");
  CHECK(run.out == read_bytes(CAVEAT_TESTS_DIR "/cli/diff_page.golden"));
  CHECK(run.err == "");
  CHECK(run.exit == 1);
  CHECK(read_bytes(CAVEAT_SOURCE_DIR "/docs/diff.md").find("```\n" + run.out + "```") !=
        std::string::npos);
}

TEST_CASE("lines for compilers: what changed, what it was, the summary apart", "[diff]") {
  const ScratchRepository repository;
  repository.write("page.md", before);
  repository.commit();
  CHECK(in(repository, "diff").err == "caveat: no claim changed in 0 files\n");
  repository.write("page.md",
                   "# Kratom for Pain\n\nKratom can cause dependence and withdrawal.\n"
                   "Kratom eases pain.\n");
  const Run run = in(repository, "diff --fail-on=error");
  CHECK(run.exit == 0);
  CHECK(
      run.out.find("page.md:4:8: warning: strengthened from \"possible\" to \"direct\": Kratom on "
                   "pain; evidence is very low and carries no claim [change/claim-strengthened]\n"
                   "page.md:4:8: note: was: \"Kratom is a leaf that may ease pain in some "
                   "people.\"\n"
                   "page.md:4:8: note: lost its hedge \"may\"\n") != std::string::npos);
  CHECK(in(repository, "diff -q").exit == 1);
  CHECK(in(repository, "diff -q --fail-on=never").exit == 0);
  CHECK(in(repository, "diff --staged").err == "caveat: no claim changed in 0 files\n");
  CHECK(
      in(repository, "diff -q --format=json").out.find("\"rule\":\"change/claim-strengthened\"") !=
      std::string::npos);
}

TEST_CASE("what cannot be compared is trouble, and says what was meant", "[diff]") {
  const ScratchRepository repository;
  repository.write("page.md", before);
  repository.commit();
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"diff mian", "caveat: no revision or file 'mian'; did you mean \"main\"?\n"},
      {"diff main..mian", "caveat: no revision 'mian'; did you mean \"main\"?\n"},
      {"diff HEAD~7..HEAD", "caveat: no revision 'HEAD~7'\n"},
      {"diff -- gone.md", "caveat: no file 'gone.md', then or now\n"},
      {"diff --staged main..HEAD", "caveat: '--staged' takes one revision at most\n"},
      {"diff main HEAD main --", "caveat: two revisions at most, files stand after '--'\n"},
      {"check --only-changed=a..b",
       "caveat: --only-changed takes one revision, or 'REV...' for where HEAD parted from it\n"},
      {"check --only-changed=mian", "caveat: no revision 'mian'; did you mean \"main\"?\n"},
  };
  for (const auto& [arguments, complaint] : rows) {
    CAPTURE(arguments);
    const Run run = in(repository, arguments);
    CHECK(run.exit == 2);
    CHECK(run.err == complaint);
  }
  CHECK(Folder().shell("cd / && \"$caveat\" diff").err == "caveat: '.' is in no git repository\n");
}

TEST_CASE("only what a change answers for is found", "[diff]") {
  const ScratchRepository repository;
  repository.write("page.md", "# Tea\n\nKratom cures pain.\n\nPeople chew it.\n");
  repository.commit();
  CHECK(in(repository, "check --only-changed").exit == 0);
  repository.write("page.md",
                   "# Tea\n\nKratom cures pain.\n\nPeople chew it.\n\nKratom treats\n"
                   "anxiety.\n");
  repository.write("new.md", "Kratom cures cancer.\n");
  const Run run = in(repository, "check -q --only-changed");
  CHECK(run.exit == 1);
  CHECK(run.out.find("page.md:7:8: error: \"treats anxiety\"") != std::string::npos);
  CHECK(run.out.find("cures pain") == std::string::npos);
  CHECK(run.out.find("new.md:1:8: ") != std::string::npos);
  CHECK(in(repository, "check -q --only-changed new.md").out.find("page.md") == std::string::npos);
  CHECK(in(repository, "check -q --only-changed typo.md").exit == 2);
}

TEST_CASE("a caveat counts where the change took it out", "[diff]") {
  const ScratchRepository repository;
  const std::string page = "# Kratom\n\nKratom can cause dependence and withdrawal.\n\nA leaf.\n";
  repository.write("page.md", page);
  repository.commit();
  const std::string missing = "[kratom/dependence-withdrawal]";
  repository.write("page.md", page + "\nMore.\n");
  CHECK(in(repository, "check -q --only-changed").out.find(missing) == std::string::npos);
  repository.write("page.md", "# Kratom\n\nA leaf.\n");
  CHECK(in(repository, "check -q --only-changed").out.find(missing) != std::string::npos);
  repository.commit();
  repository.write("page.md", "# Kratom\n\nA leaf, no more.\n");
  CHECK(in(repository, "check -q --only-changed").out.find(missing) == std::string::npos);
}

namespace {

/// A shell command in the work tree.
Run shell_in(const ScratchRepository& repository, const std::string& command) {
  return Folder().shell("cd '" + repository.path() + "' && " + command);
}

}  // namespace

TEST_CASE("a patch tells what changed as the repository would, without its history", "[diff]") {
  const ScratchRepository repository;
  const std::string covered = "Kratom can cause dependence and withdrawal.\n";
  const std::string leaf =
      "# Kratom\n\nIt is a leaf of Asia. People chew it, and some brew a tea of it.\n"
      "It grows in Thailand, in Malaysia and in Indonesia.\n";
  const std::string quoted = "caf\u00E9-\"new\".md";
  repository.write("page.md", "# Tea\n\nKratom cures pain.\n\nPeople chew it.\n");
  repository.write("old-name.md", leaf + "\n" + covered);
  repository.write("gone.md", "Kratom cures colds.\n");
  repository.write("same.md", "Kratom cures asthma.\n");
  repository.write("crlf.md", "# Tea\r\n\r\nKratom cures pain.\r\n");
  repository.write("open.md", "Kratom cures pain.\n\nA leaf.");
  repository.commit();
  repository.write("page.md",
                   "# Tea\n\nKratom cures pain.\n\nPeople chew it.\n\nKratom treats\nanxiety.\n");
  shell_in(repository, "git mv 'old-name.md' '" + quoted + "' && git rm -q gone.md");
  repository.write(quoted, leaf);
  repository.write("crlf.md", "# Tea\r\n\r\nKratom cures pain.\r\n\r\nIt cures flu.\r\n");
  repository.write("open.md", "Kratom cures pain.\n\nA leaf that cures cancer.");
  repository.write("new/page.md", "Kratom cures cancer.\n");
  repository.write("photo.png", std::string("\0PNG", 4));
  shell_in(repository, "git add -A");
  const Run by_git = in(repository, "check -q --only-changed");
  CHECK(by_git.exit == 1);
  CHECK(by_git.out.find("[kratom/dependence-withdrawal]") != std::string::npos);
  CHECK(by_git.out.find("cures pain") == std::string::npos);
  CHECK(by_git.out.find("cures asthma") == std::string::npos);
  for (const std::string flags :
       {"", "-U0", "--binary", "-U99", "--src-prefix=i/ --dst-prefix=w/"}) {
    CAPTURE(flags);
    const Run by_patch = shell_in(
        repository, "git diff -M --cached " + flags + " | \"$caveat\" check -q --diff-base=-");
    CHECK(by_patch.err == "");
    CHECK(by_patch.exit == 1);
    CHECK(by_patch.out == by_git.out);
  }
  const Run below = shell_in(repository,
                             "git diff --cached > .git/patch; cd new && \"$caveat\" check -q "
                             "--diff-base=../.git/patch page.md ../same.md");
  CHECK(below.exit == 1);
  CHECK(below.out.starts_with("page.md:1:"));
  CHECK(below.out.find("same.md") == std::string::npos);
  CHECK(shell_in(repository, "\"$caveat\" check --diff-base=/dev/null .").err ==
        "caveat: 0 errors, 0 warnings, 0 notes in 0 of 0 files\n");
}

TEST_CASE("a patch of no repository counts from the folder at hand", "[diff]") {
  const Folder folder;
  folder.write("a/page.md", "Kratom cures pain.\n");
  folder.write("b/page.md", "Kratom cures pain.\n\nKratom cures flu.\n");
  const Run run = folder.shell(
      "git diff --no-index a b | sed 's,[ab]/[ab]/,x/,g' > p; "
      "cp b/page.md .; \"$caveat\" check -q --diff-base=p");
  CHECK(run.exit == 1);
  CHECK(run.out.find("page.md:3:8: ") != std::string::npos);
  CHECK(run.out.find("page.md:1:") == std::string::npos);
}

TEST_CASE("a patch that cannot be trusted is trouble, and says why", "[diff]") {
  const Folder folder;
  const auto head = [](const std::string& name) {
    return "diff --git a/" + name + " b/" + name + "\n--- a/" + name + "\n+++ b/" + name + "\n";
  };
  folder.write("page.md", "Kratom cures flu.\n");
  folder.write("prose", "Kratom cures flu.\n");
  folder.write("cut", head("page.md") + "@@ -1,3 +1,3 @@\n-Kratom\n");
  folder.write("other", head("page.md") + "@@ -1 +1 @@\n-Kratom.\n+Kratom cures colds.\n");
  folder.write("away", head("x/page.md") + "@@ -1 +1 @@\n-a\n+b\n");
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"--diff-base=none page.md", "cannot read 'none'"},
      {"--diff-base=prose page.md", "cannot read the patch 'prose': it is no patch"},
      {"--diff-base=- page.md < prose", "cannot read the patch 'standard input': it is no patch"},
      {"--diff-base=cut page.md", "cannot read the patch 'cut': "},
      {"--diff-base=other page.md", "'page.md' is not what the patch of --diff-base makes of it"},
      {"--diff-base=away page.md", "the patch changes 'x/page.md', which is not here"},
      {"--diff-base=away", "'x/page.md'"},
      {"--diff-base=- - < other", "cannot be a text too"},
      {"--diff-base=other --only-changed page.md", "one of the two"},
      {"--diff-base=other --fix page.md", "--diff-base reports, it does not go with --fix"},
      {"--diff-base=other --baseline=b --write-baseline page.md", "does not go with --diff-base"},
  };
  for (const auto& [arguments, complaint] : rows) {
    CAPTURE(arguments);
    const Run run = folder.shell("\"$caveat\" check " + arguments);
    CHECK(run.exit == 2);
    CHECK(run.err.find(complaint) != std::string::npos);
  }
  // What may be new is told rather than lost.
  CHECK(folder.shell("\"$caveat\" check --diff-base=other page.md").out.find("cures flu") !=
        std::string::npos);
}
