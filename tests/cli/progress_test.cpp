// The line that tells how far a long run is, as a terminal gets it. Python holds the other end of
// the terminal, and standard input open until the line has been seen.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

/// terminal.py COLUMNS KEY COMMAND: runs a shell command on a terminal, its standard input a pipe
/// that brings a text when the line is there, or after 1.5 s. With a KEY that is typed, and no text
/// comes. Prints what the terminal got, and how the command ended.
const std::string terminal =
    "import fcntl, os, pty, select, struct, sys, termios, time\n"
    "columns, key, command = int(sys.argv[1]), sys.argv[2], sys.argv[3]\n"
    "there, here = os.pipe()\n"
    "pid, screen = pty.fork()\n"
    "if pid == 0:\n"
    "  os.close(here)\n"
    "  os.dup2(there, 0)\n"
    "  fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))\n"
    "  os.execvp('sh', ['sh', '-c', 'exec ' + command])\n"
    "os.close(there)\n"
    "start, seen, fed = time.time(), b'', False\n"
    "while True:\n"
    "  ready = select.select([screen], [], [], 0.05)[0]\n"
    "  try: got = os.read(screen, 65536) if ready else None\n"
    "  except OSError: got = b''\n"
    "  if got == b'': break\n"
    "  seen += got or b''\n"
    "  if not fed and (b'files' in seen or time.time() > start + 1.5):\n"
    "    fed = True\n"
    "    if key: os.write(screen, key.encode())\n"
    "    else:\n"
    "      os.write(here, b'It cures.\\n')\n"
    "      os.close(here)\n"
    "status = os.waitpid(pid, 0)[1]\n"
    "sys.stdout.write(seen.decode().replace('\\r\\n', '\\n').replace('\\r', '<CR>')"
    ".replace('\\x1b', '<ESC>'))\n"
    "sys.stderr.write('signal %d' % os.WTERMSIG(status) if os.WIFSIGNALED(status)\n"
    "                 else 'exit %d' % os.WEXITSTATUS(status))\n";

struct Terminal {
  Folder folder;

  Terminal() {
    folder.write("terminal.py", terminal);
    folder.write("a.txt", "He cures.\n");
    folder.write("b.txt", "It is wholly safe.\n");
  }

  Run run(const std::string& arguments, const std::string& key = "") const {
    return folder.shell(command("unset CI PRE_COMMIT", "80", arguments, key));
  }

  static std::string command(const std::string& setup, const std::string& columns,
                             const std::string& arguments, const std::string& key = "") {
    return setup + "; python3 terminal.py " + columns + " '" + key +
           "' \"\\\"$caveat\\\" check $demo --color=never --excerpt=never " + arguments + "\"";
  }
};

/// Where a row looks, how wide that is, and what is asked.
struct Row {
  std::string setup;
  std::string columns;
  std::string flags;
};

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

const std::string one_of_three =
    "caveat: [################                                 ] 1 of 3 files<CR><ESC>[K";

}  // namespace

TEST_CASE("a long run shows how far it is and leaves nothing of that on the terminal") {
  const Terminal terminal;
  for (const std::string format : {"gcc", "json"}) {
    CAPTURE(format);
    const std::string arguments = "-j1 --format=" + format + " a.txt - b.txt";
    const Run with = terminal.run(arguments);
    const Run without = terminal.run("--progress=never " + arguments);
    CHECK(with.err == "exit 1");
    CHECK(without.err == "exit 1");
    std::string screen = with.out;
    const auto at = screen.find(one_of_three);
    CHECK((at != screen.npos) == (format == "gcc"));  // the other does not end its line
    if (at != screen.npos) screen.erase(at, one_of_three.size());
    CHECK(screen == without.out);
    CHECK(count_of(screen, "<ESC>") == 0);
  }
}

TEST_CASE("what arrives on standard output is the same with and without") {
  const Terminal terminal;
  const Run with = terminal.run("-j1 --format=json a.txt - b.txt > with");
  const Run without = terminal.run("-j1 --format=json --progress=never a.txt - b.txt > without");
  CHECK(count_of(with.out, "of 3 files<CR><ESC>[K") > 0);
  CHECK(count_of(without.out, "of 3 files<CR>") == 0);
  CHECK(read_bytes(terminal.folder / "with") == read_bytes(terminal.folder / "without"));
}

TEST_CASE("a run that is interrupted takes the line away and ends by the signal") {
  const Terminal terminal;
  for (const std::string flags : {"", "--diff "}) {
    const Run run = terminal.run(flags + "-j1 a.txt - b.txt", "\x03");
    CHECK(run.err == "signal 2");
    CHECK(run.out.ends_with("] 1 of 3 files^C<CR><ESC>[K"));
  }
}

TEST_CASE("nothing is shown where nobody looks, or where a log is kept") {
  const Terminal terminal;
  const std::vector<Row> table = {
      {"export CI=true", "80", ""},
      {"export PRE_COMMIT=1; unset CI", "80", ""},
      {"export TERM=dumb; unset CI PRE_COMMIT", "80", ""},
      {"unset TERM CI PRE_COMMIT", "80", ""},
      {"unset CI PRE_COMMIT", "80", "-q "},
      {"unset CI PRE_COMMIT", "80", "--progress=never "},
      {"unset CI PRE_COMMIT", "80", "2> err "},
      {"unset CI PRE_COMMIT", "33", ""},
      {"unset CI PRE_COMMIT", "0", ""},
  };
  std::string all;
  for (const Row& row : table) {
    const std::string command =
        Terminal::command(row.setup, row.columns, row.flags + "-j1 a.txt - b.txt");
    all += "( " + command + "; echo ) &\n";
  }
  const Run run = terminal.folder.shell(all + "wait");
  CHECK(count_of(run.err, "exit 1") == table.size());
  CHECK(count_of(run.out, "error: cures") == 2 * table.size());
  CHECK(count_of(run.out, "<CR>") == 0);
}

TEST_CASE("on a narrow terminal the line leaves the last cell free") {
  const Terminal terminal;
  const Run run =
      terminal.folder.shell(Terminal::command("unset CI PRE_COMMIT", "34", "-j1 a.txt - b.txt"));
  CHECK(count_of(run.out, "caveat: [###       ] 1 of 3 files<CR><ESC>[K") == 1);
}
