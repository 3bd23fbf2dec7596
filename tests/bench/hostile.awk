# Writes one row of hostile.tsv as a file: awk -f hostile.awk -v row=12 -v times=10000 hostile.tsv
# With times=0: the number of rows, or "ending<tab>name" of the row.
BEGIN { FS = "\t"; ORS = "" }
/^#/ || NF < 7 { next }
{ ++rows }
rows == row {
  if (times == 0) { print $1 "\t" $2 "\n"; exit }
  for (i = 3; i <= 7; i++) gsub(/\\n/, "\n", $i)
  # Text that grows with each part is as long as the square of their number: 1 and 2 MB are enough.
  if (($4 $6) ~ /{(indent|ticks)}/) times = int(1000 * (times / 10000) ^ 0.15)
  print $3; repeat($4, times, 1); print $5; repeat($6, times, 0); print $7
  exit
}
END { if (row == 0) print rows "\n" }

function repeat(part, count, up,   i, text, pad) {
  for (i = 1; i <= count && part != ""; i++) {
    text = part
    if (index(part, "{i}")) gsub(/{i}/, up ? i : count + 1 - i, text)
    if (index(part, "{indent}")) { gsub(/{indent}/, pad, text); pad = pad "  " }
    if (index(part, "{ticks}")) { pad = pad "`"; gsub(/{ticks}/, pad, text) }
    print text
  }
}
