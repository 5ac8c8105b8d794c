/*
 * How the page looks. Colours are pairs for light and dark; each has a contrast of 4.5 to 1 or
 * more to its ground, and nothing is told by colour alone.
 */
#include "page.h"

/* clang-format off */
const char *const page_style[] = {
	":root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--faint:#59636e;"
	"--line:#d4d9df;--raised:#f5f7f9;--bad:#b3261e;--bad-ground:#fdecea;--note:#8a5300;"
	"--note-ground:#fff4e0;--good:#1a6b3a;--good-ground:#e8f5ec;--link:#0b57b0;"
	"--number:#fff1b8;--said:#6f9bd8}",
	"@media(prefers-color-scheme:dark){:root{--ground:#15181c;--ink:#e6e9ec;"
	"--faint:#9aa4af;--line:#343b43;--raised:#1d2126;--bad:#ff8a80;"
	"--bad-ground:#3b1b19;--note:#f2b65a;--note-ground:#36290f;--good:#7fd19b;"
	"--good-ground:#163222;--link:#8ab8ff;--number:#4d4210;--said:#4b79b8}}",
	"*{box-sizing:border-box}",
	"body{margin:0 auto;padding:1.5rem;max-width:76rem;background:var(--ground);"
	"color:var(--ink);"
	"font:1rem/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif;"
	"overflow-wrap:break-word}",
	"a{color:var(--link);text-underline-offset:.15em}",
	"a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{"
	"outline:3px solid var(--link);outline-offset:2px}",
	"h1{font-size:1rem;letter-spacing:.08em;text-transform:uppercase;"
	"color:var(--faint);margin:0}",
	"h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .5rem;padding-top:1rem;"
	"border-top:1px solid var(--line)}",
	"h3{font-size:1.1rem;margin:1.5rem 0 .5rem}",
	".summary{font-size:1.5rem;line-height:1.35;margin:.25rem 0 1rem;max-width:48rem}",
	"nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;"
	"padding:0}",
	".note,.more,.facts,.form,small{color:var(--faint)}",
	".note{margin:.25rem 0 1rem;max-width:48rem}",
	"small{font-size:.85em;font-weight:400}",
	"abbr{text-decoration:none}",
	".letter{font-weight:700}",
	".reports,.versions{list-style:none;padding:0;margin:0}",
	".reports li{padding:.5rem 0;border-bottom:1px solid var(--line)}",
	".wide{overflow-x:auto;margin:0 0 1.5rem}",
	"table{border-collapse:collapse;min-width:100%}",
	"caption{text-align:left;font-weight:700;padding:.25rem 0}",
	"th,td{padding:.4rem .75rem;border-bottom:1px solid var(--line);text-align:left;"
	"vertical-align:top}",
	"thead th{background:var(--raised);font-weight:600;vertical-align:bottom}",
	".figures thead small{display:block}",
	".figures td,.count{font-variant-numeric:tabular-nums}",
	".figures td{white-space:nowrap}",
	".figures td small{display:block}",
	"th[scope=row],th[scope=rowgroup]{font-weight:400;min-width:12rem;max-width:24rem}",
	".differ caption{color:var(--bad)}",
	".unit caption{color:var(--note)}",
	".agree caption{color:var(--good)}",
	".apart{color:var(--bad);font-weight:700}",
	".apart a{color:inherit}",
	".figures .apart{display:inline-block;background:var(--bad-ground);padding:0 .4em;"
	"border-radius:.25em}",
	".unit .apart{color:var(--note);background:var(--note-ground)}",
	".side th{padding-left:2rem}",
	"figure{margin:0 0 1.5rem;padding:1rem;background:var(--raised);"
	"border-radius:.5rem}",
	"blockquote{margin:0;font-size:1.15rem}",
	"figcaption{color:var(--faint);margin:0 0 .5rem}",
	".versions li{padding:.25rem 0 .25rem 2rem;text-indent:-2rem}",
	".versions .letter{display:inline-block;min-width:2rem;text-indent:0}",
	"ins{background:var(--good-ground);color:var(--good);text-decoration:underline;"
	"text-decoration-thickness:2px}",
	"del{background:var(--bad-ground);color:var(--bad)}",
	"svg{max-width:100%;height:auto;font:14px system-ui,sans-serif}",
	".node rect{fill:var(--raised);stroke:var(--line);stroke-width:1.5}",
	".outside rect{fill:var(--ground);stroke-dasharray:5 4}",
	".node text,.edge text{fill:var(--ink)}",
	".edge path{fill:none;stroke:var(--faint)}",
	".edge text{font-size:12px;paint-order:stroke;stroke:var(--ground);"
	"stroke-width:4px}",
	".edge.silent path{stroke:var(--bad)}",
	".edge.credited path{stroke:var(--good)}",
	".edge.mutual path{stroke-dasharray:6 5}",
	"marker path{fill:var(--faint)}",
	".key{border-bottom:3px solid var(--faint)}",
	".key.silent{border-color:var(--bad)}",
	".key.credited{border-color:var(--good)}",
	"details{border-bottom:1px solid var(--line)}",
	"summary{padding:.5rem 0;cursor:pointer}",
	".pairs td{width:46%}",
	".pairs td:last-child{width:8%;color:var(--faint)}",
	"article{max-width:44rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}",
	"article p{margin:.6rem 0}",
	"article .title{font-weight:700;font-size:1.15rem}",
	"article .heading{font-weight:700}",
	"article .byline,article .dateline,article .caption{color:var(--faint)}",
	".number{background:var(--number);font-weight:600;border-radius:.2em;"
	"padding:0 .1em}",
	".said{border-bottom:2px solid var(--said)}",
	".said.anonymous{border-bottom-style:dashed;border-bottom-color:var(--note)}",
	"span:target{background:var(--note-ground);outline:2px solid var(--note);"
	"outline-offset:2px;scroll-margin-top:30vh}",
	"@media print{:root{--ground:#fff;--ink:#000;--faint:#444;--line:#bbb;"
	"--raised:#fff;--link:#000}nav{display:none}body{max-width:none;padding:0;"
	"font-size:10pt}.wide{overflow:visible}figure,tr,details{break-inside:avoid}*{"
	"print-color-adjust:exact}}",
	NULL};
