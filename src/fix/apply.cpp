#include "fix/apply.hpp"

#include <algorithm>
#include <cstdint>

namespace caveat {
namespace {

/// An edit that is to be made, and where what it writes stands in the new text.
struct Placed {
  Span span;
  const std::string* text = nullptr;
  std::uint32_t written = 0;  ///< offset in the new text
};

struct ByPlace {
  bool operator()(const Placed& a, const Placed& b) const {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  }
};
using Edits = std::set<Placed, ByPlace>;

/// Two insertions at one place would have no order.
bool collide(Span a, Span b) {
  return overlaps(a, b) || a.begin == b.begin;
}

bool is_free(const Edits& edits, const Placed& wanted) {
  const auto next = edits.lower_bound(wanted);
  if (next != edits.end() && collide(next->span, wanted.span)) return false;
  return next == edits.begin() || !collide(std::prev(next)->span, wanted.span);
}

bool changes(const Edit& edit, std::string_view bytes) {
  const bool inside = edit.span.begin <= edit.span.end && edit.span.end <= bytes.size();
  return inside && bytes.substr(edit.span.begin, size(edit.span)) != edit.text;
}

/// Takes all edits of a fix, or none.
bool take(const Fix& fix, std::string_view bytes, Edits& edits) {
  std::vector<Edits::iterator> taken;
  for (const Edit& edit : fix.edits) {
    const Placed wanted{edit.span, &edit.text};
    if (changes(edit, bytes) && is_free(edits, wanted)) {
      taken.push_back(edits.insert(wanted).first);
      continue;
    }
    for (const auto& at : taken) edits.erase(at);
    return false;
  }
  return !taken.empty();
}

const Fix* chosen_of(const Diagnostic& diagnostic, FixSafety least) {
  const auto fix = std::ranges::find_if(
      diagnostic.fixes, [&](const Fix& one) { return !one.edits.empty() && one.safety >= least; });
  return fix == diagnostic.fixes.end() ? nullptr : &*fix;
}

/// Old text between the edits, new text in their places.
std::vector<Placed> write(std::string_view bytes, const Edits& edits, std::string& out) {
  std::vector<Placed> placed(edits.begin(), edits.end());
  std::size_t at = 0;
  for (Placed& edit : placed) {
    out += bytes.substr(at, edit.span.begin - at);
    edit.written = static_cast<std::uint32_t>(out.size());
    out += *edit.text;
    at = edit.span.end;
  }
  out += bytes.substr(at);
  return placed;
}

std::uint32_t written_end(const Placed& edit) {
  return edit.written + static_cast<std::uint32_t>(edit.text->size());
}

bool is_insertion_at(const Placed& edit, std::uint32_t offset) {
  return edit.span == Span{offset, offset};
}

/// Where the first byte of a place went.
std::uint32_t moved_begin(std::span<const Placed> edits, std::uint32_t offset) {
  auto next = std::ranges::upper_bound(edits, offset, {}, [](auto& edit) { return edit.span.end; });
  if (next != edits.begin() && is_insertion_at(*std::prev(next), offset)) --next;
  if (next != edits.end() && next->span.begin <= offset) return next->written;
  if (next == edits.begin()) return offset;
  const Placed& last = *std::prev(next);
  return written_end(last) + (offset - last.span.end);
}

/// Where the end of a place went.
std::uint32_t moved_end(std::span<const Placed> edits, std::uint32_t offset) {
  auto next =
      std::ranges::lower_bound(edits, offset, {}, [](auto& edit) { return edit.span.begin; });
  if (next != edits.end() && is_insertion_at(*next, offset)) ++next;
  if (next == edits.begin()) return offset;
  const Placed& last = *std::prev(next);
  return written_end(last) + (std::max(offset, last.span.end) - last.span.end);
}

Span place_of(const Diagnostic& diagnostic, const Fix& fix) {
  Span span = diagnostic.span;
  for (const Edit& edit : fix.edits) span = hull(span, edit.span);
  return span;
}

}  // namespace

FixedText apply_fixes(std::string_view bytes, std::span<const Diagnostic> diagnostics,
                      FixSafety least, const std::set<std::size_t>& refused) {
  FixedText fixed;
  Edits edits;
  for (std::size_t at = 0; at < diagnostics.size(); ++at) {
    const Fix* fix = refused.contains(at) ? nullptr : chosen_of(diagnostics[at], least);
    if (fix == nullptr) continue;
    if (take(*fix, bytes, edits))
      fixed.applied.push_back({at, fix->safety, place_of(diagnostics[at], *fix), {}});
    else
      ++fixed.skipped;
  }
  const auto placed = write(bytes, edits, fixed.bytes);
  for (AppliedFix& one : fixed.applied)
    one.after = {moved_begin(placed, one.before.begin), moved_end(placed, one.before.end)};
  return fixed;
}

}  // namespace caveat
