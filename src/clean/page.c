#include "page.h"

void
page_read(struct document *document, const struct dom *dom, struct furniture_book *book)
{
	(void)book;
	for (uint32_t i = 0; i < dom->count; i++)
		if (dom->nodes[i].tag == TAG_TEXT && dom_around(dom, i, TAG_P))
			document_add(
				document, ROLE_BODY, dom->nodes[i].line, dom->nodes[i].text);
}
