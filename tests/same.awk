# same.awk WANT GOT: whether the lines are the same, where a line `...` stands for any lines.
FNR == NR { want[++count] = $0; next }
{ got[++lines] = $0 }
END {
	at = 1
	for (i = 1; i <= count; i++) {
		if (want[i] == "...") {
			skipping = 1
			continue
		}
		while (skipping && at <= lines && got[at] != want[i])
			at++
		if (at > lines || got[at] != want[i]) {
			print "want: " want[i]
			print "got:  " got[at]
			exit 1
		}
		at++
		skipping = 0
	}
	if (at <= lines && !skipping) {
		print "more: " got[at]
		exit 1
	}
}
