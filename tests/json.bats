#!/usr/bin/env bats
# json: records as JSON Lines.
load helper

# gives RECORD OBJECT: the record, with \t and the like written so, becomes the object.
gives() {
	printf "$1\n" | json | diff - <(printf '%s\n' "$2")
}

@test "every type of record has its fields under their names" {
	gives 'doc\ta.txt\ten\t2024-05-02\tThe Courier\t\thttps://a.example/\tA title' \
		'{"type":"doc","id":"a.txt","language":"en","date":"2024-05-02","outlet":"The Courier","byline":null,"url":"https://a.example/","title":"A title"}'
	gives 'text\ta.txt\t7\tbody\tA text.' \
		'{"type":"text","id":"a.txt","line":7,"role":"body","text":"A text."}'
	gives 'sentence\ta.txt\t1\t7\tbody\tA text.' \
		'{"type":"sentence","id":"a.txt","n":1,"line":7,"role":"body","text":"A text."}'
	gives 'number\ta.txt\t1\t0\t12\tcount\tatleast\t11000\t\t\tpeople\tAbout 11,000' \
		'{"type":"number","id":"a.txt","n":1,"start":0,"end":12,"kind":"count","qualifier":"atleast","low":11000,"high":null,"unit":null,"what":"people","surface":"About 11,000"}'
	gives 'attribution\ta.txt\t2\t0\t5\tdirect\tnamed\tAnn Ley\tmayor\tsaid\tIt is\t3\t7\t14\t15\t19' \
		'{"type":"attribution","id":"a.txt","n":2,"start":0,"end":5,"kind":"direct","class":"named","speaker":"Ann Ley","role":"mayor","cue":"said","content":"It is","at":3,"mention_start":7,"mention_end":14,"cue_start":15,"cue_end":19}'
	gives 'figure\tf1\tdiffer\ta.txt\t2\t5\t6.5\tkm\troad\tAnn Ley\tfive\t1\t5' \
		'{"type":"figure","cluster":"f1","verdict":"differ","id":"a.txt","n":2,"low":5,"high":6.5,"unit":"km","what":"road","speaker":"Ann Ley","surface":"five","start":1,"end":5}'
	gives 'quotation\tq1\tcut\ta.txt\t2\tAnn Ley\tIt is.\t1\t7\tquoted' \
		'{"type":"quotation","cluster":"q1","verdict":"cut","id":"a.txt","n":2,"speaker":"Ann Ley","text":"It is.","start":1,"end":7,"form":"quoted"}'
	gives 'reuse\ta.txt\t1\tb.txt\t2\tnear\t0.75\tIt is.\tIt was.' \
		'{"type":"reuse","id_a":"a.txt","n_a":1,"id_b":"b.txt","n_b":2,"kind":"near","similarity":0.75,"text_a":"It is.","text_b":"It was."}'
	gives 'origin\ta.txt\tAnn Ley\tnamed\t\t1-3' \
		'{"type":"origin","id":"a.txt","origin":"Ann Ley","class":"named","via":null,"sentences":"1-3"}'
	gives 'independent\tf1\t5\t5\t3\t2\tAnn Ley; The Courier' \
		'{"type":"independent","claim":"f1","low":5,"high":5,"reports":3,"origins":2,"names":["Ann Ley","The Courier"]}'
}

@test "what is no number in JSON is a string" {
	for low in 2024-04-09 007 .5 5. 1e9 nan 0x10 --5 -; do
		printf 'independent\tf1\t%s\t\t1\t0\t\n' "$low" | json | grep -qF "\"low\":\"$low\",\"high\":null,\"reports\":1,\"origins\":0,\"names\":[]"
	done
	for low in 0 -0.5 10 0.25 123456789012345678901234567890; do
		printf 'independent\tf1\t%s\t\t1\t0\t\n' "$low" | json | grep -qF "\"low\":$low,"
	done
}

@test "text is escaped, and bad bytes are repaired" {
	gives 'text\ta\t1\tbody\t"x" \\n \\\\ \\t\001\177é' '{"type":"text","id":"a","line":1,"role":"body","text":"\"x\" \n \\ \t\u0001\u007fé"}'
	gives 'text\ta\t1\tbody\tx\377\355\240\200y' '{"type":"text","id":"a","line":1,"role":"body","text":"x����y"}'
}

@test "fields and types that are not known, bare and empty lines" {
	gives 'origin\ta\tb\tc\td\t1\tmore\\n\t' '{"type":"origin","id":"a","origin":"b","class":"c","via":"d","sentences":"1","more":["more\n",""]}'
	gives 'zzz\ta\t' '{"type":"zzz","fields":["a",""]}'
	gives 'just text' '{"text":"just text"}'
	printf '\n\n' | json | not grep .
}

@test "crosscheck --json is all records as JSON" {
	cd "$TESTS/samples"
	crosscheck --records one.txt two.txt | json >"$BATS_TEST_TMPDIR/want"
	crosscheck --json one.txt two.txt | cmp - "$BATS_TEST_TMPDIR/want"
}
