// From the tree of one file to the structs of its pack: one reader for each kind of table. None of
// them knows another pack or file; what needs those is checked in check_names.hpp and
// order_packs.hpp.
#pragma once

#include <cstdint>

#include "pack/fields.hpp"
#include "pack/pack.hpp"
#include "pack/problem.hpp"
#include "pack/toml_tree.hpp"

namespace caveat {

/// Only one file of a pack has the table [pack].
enum class HasHead : bool { no, yes };

/// Adds to `pack` all that stands in the file.
void read_tables(const TomlValue& root, HasHead has_head, Pack& pack, Problems& problems);

void read_head(Fields fields, Pack& pack);
void read_language(Fields fields, Pack& pack);
void read_inflection(Fields fields, Pack& pack);
void read_productions(Fields fields, Pack& pack);
void read_scope(Fields fields, Pack& pack);
void read_frame(Fields fields, Pack& pack);
void read_claim(Fields fields, Pack& pack);
void read_statement(Fields fields, Pack& pack);
void read_sentence(Fields fields, Pack& pack);
void read_concept(Fields fields, Pack& pack);
void read_evidence(Fields fields, Pack& pack);
void read_term(Fields fields, Pack& pack);
void read_rule(Fields fields, Pack& pack);
void read_fact(Fields fields, Pack& pack);
void read_caveat(Fields fields, Pack& pack);
void read_override(Fields fields, Pack& pack);
void read_provision(Fields fields, Pack& pack);

}  // namespace caveat
