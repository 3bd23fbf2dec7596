#include "cli/fix_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/inside.hpp"
#include "cli/write_file.hpp"
#include "git/patch.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

void append_patch(const std::string& path, const Source& source, const FixedSource& better,
                  FixedFile& file) {
  const std::string& named = path == "-" ? source.path : path;
  auto patch = unified_diff(path_in_patch(named), source.bytes, better.source.bytes);
  if (!patch) {
    file.complaint = fmt::format("cannot compare '{}' with its fixed text", named);
    return;
  }
  file.text = *std::move(patch);
  file.fixed = better.fixed;
}

void put(const std::string& path, const Source& source, FixedSource better, Fixer& fixer,
         FixedFile& file) {
  const Writing writing(fixer.interrupts);
  Written written = write_file(path, fixer.roots, source.bytes, better.source.bytes);
  file.complaint = std::move(written.complaint);
  file.stale = written.stale;
  if (!file.complaint.empty()) return;
  file.fixed = better.fixed;
  file.written = std::move(better);
}

}  // namespace

FixedFile fix_file(const std::string& path, const Source& source, std::span<const Diagnostic> found,
                   const Settings& settings, Fixer& fixer, const Lint& lint) {
  FixedFile file;
  auto better = fix(source, found, settings.least_safe, lint);
  const bool prints = path == "-" && settings.fixing == Fixing::write;
  if (prints) file.text = better ? better->source.bytes : source.bytes;
  if (!better) return file;
  if (settings.fixing == Fixing::diff)
    append_patch(path, source, *better, file);
  else if (!prints)
    put(path, source, *std::move(better), fixer, file);
  else
    file.fixed = better->fixed;
  if (prints) file.written = std::move(better);
  return file;
}

bool prints_report(const Settings& settings) {
  const bool standard = std::ranges::find(settings.operands, "-") != settings.operands.end();
  return settings.fixing == Fixing::none || (settings.fixing == Fixing::write && !standard);
}

std::string never_fixed(const std::string& path) {
  std::error_code missing;  // is told when it is read
  const auto type = fs::status(path, missing).type();
  const bool odd = type == fs::file_type::fifo || type == fs::file_type::socket ||
                   type == fs::file_type::character || type == fs::file_type::block;
  return odd ? fmt::format("cannot fix '{}': it is no regular file", path) : "";
}

}  // namespace caveat
