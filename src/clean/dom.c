#include "dom.h"

#include <gumbo.h>
#include <stdlib.h>
#include <string.h>

#include "tame.h"

static const char *const tag_names[] = {
#define X(symbol, name) name,
	DOM_TAGS(X)
#undef X
};

static uint8_t tag_of_gumbo[GUMBO_TAG_LAST + 1];

static enum dom_tag
tag_of_name(const char *name)
{
	for (int tag = 0; tag < TAG_OTHER; tag++)
		if (strcmp(tag_names[tag], name) == 0)
			return (enum dom_tag)tag;
	return TAG_OTHER;
}

static void
learn_tags(void)
{
	for (int tag = 0; tag < GUMBO_TAG_UNKNOWN; tag++)
		tag_of_gumbo[tag] =
			(uint8_t)tag_of_name(gumbo_normalized_tagname((GumboTag)tag));
	tag_of_gumbo[GUMBO_TAG_UNKNOWN] = tag_of_gumbo[GUMBO_TAG_LAST] = TAG_OTHER;
}

static void *
allocate(void *arena, size_t size)
{
	return arena_new(arena, size);
}

static void
deallocate(void *arena, void *memory)
{
	/* the arena lets go of all at once: so gumbo's tree, too, goes without recursion */
	(void)arena;
	(void)memory;
}

static enum dom_tag
tag_of_element(const GumboElement *element)
{
	if (element->tag != GUMBO_TAG_UNKNOWN)
		return (enum dom_tag)tag_of_gumbo[element->tag];
	GumboStringPiece name = element->original_tag;
	if (!name.data)
		return TAG_OTHER;
	gumbo_tag_from_original_text(&name);
	struct slice text = {name.data, name.length};
	if (slice_is(text, "amp-img"))
		return TAG_AMP_IMG;
	return slice_is(text, "picture") ? TAG_PICTURE : TAG_OTHER;
}

static void
add_attributes(struct dom *dom, struct dom_node *node, const GumboVector *attributes)
{
	node->first_attribute = (uint32_t)dom->attribute_count;
	node->attributes = attributes->length;
	dom->attributes = memory_reserve(dom->attributes, &dom->attribute_capacity,
		dom->attribute_count + attributes->length, sizeof *dom->attributes);
	for (unsigned i = 0; i < attributes->length; i++) {
		const GumboAttribute *attribute = attributes->data[i];
		dom->attributes[dom->attribute_count++] = (struct dom_attribute){
			slice_of(attribute->name), slice_of(attribute->value)};
	}
}

/* The line on which the text begins to be more than white space. */
static unsigned
line_of_text(const GumboText *text)
{
	unsigned line = text->start_pos.line;
	for (const char *at = text->text; *at == ' ' || (*at >= '\t' && *at <= '\r'); at++)
		line += *at == '\n';
	return line;
}

/* Adds a node without its children; these are returned, NULL where it can have none. */
static const GumboVector *
add_node(struct dom *dom, const GumboNode *from, uint32_t parent)
{
	struct dom_node node = {.parent = parent, .tag = TAG_OTHER};
	const GumboVector *children = NULL;
	switch (from->type) {
	case GUMBO_NODE_ELEMENT:
	case GUMBO_NODE_TEMPLATE:
		node.tag = from->type == GUMBO_NODE_TEMPLATE ? TAG_TEMPLATE
							     : tag_of_element(&from->v.element);
		node.line = from->v.element.start_pos.line;
		add_attributes(dom, &node, &from->v.element.attributes);
		children = &from->v.element.children;
		break;
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_CDATA:
	case GUMBO_NODE_WHITESPACE:
		node.tag = TAG_TEXT;
		node.text = stash_restore(&dom->stash, slice_of(from->v.text.text));
		node.line = line_of_text(&from->v.text);
		break;
	default:
		return NULL;
	}
	dom->nodes =
		memory_reserve(dom->nodes, &dom->capacity, dom->count + 1, sizeof *dom->nodes);
	node.end = (uint32_t)dom->count + 1;
	dom->nodes[dom->count++] = node;
	return children;
}

struct open_node {
	const GumboVector *children;
	unsigned next;
	uint32_t node;
};

static void
flatten(struct dom *dom, const GumboNode *root)
{
	struct open_node *open = NULL;
	size_t depth = 0, capacity = 0;
	const GumboVector *children = add_node(dom, root, 0);
	open = memory_reserve(open, &capacity, 1, sizeof *open);
	open[depth++] = (struct open_node){children, 0, 0};
	while (depth > 0) {
		struct open_node *top = &open[depth - 1];
		if (top->next == top->children->length) {
			dom->nodes[top->node].end = (uint32_t)dom->count;
			depth--;
			continue;
		}
		uint32_t node = (uint32_t)dom->count;
		children = add_node(dom, top->children->data[top->next++], top->node);
		if (!children)
			continue;
		open = memory_reserve(open, &capacity, depth + 1, sizeof *open);
		open[depth++] = (struct open_node){children, 0, node};
	}
	free(open);
}

void
dom_parse(struct dom *dom, char *page, size_t len)
{
	if (tag_of_gumbo[GUMBO_TAG_UNKNOWN] == 0)
		learn_tags();
	arena_clear(&dom->arena);
	dom->count = dom->attribute_count = 0;
	stash_begin(&dom->stash, (struct slice){page, len}, &dom->arena);
	len = tame(page, len, &dom->stash, &dom->full);
	GumboOptions options = kGumboDefaultOptions;
	options.allocator = allocate;
	options.deallocator = deallocate;
	options.userdata = &dom->arena;
	options.max_errors = 0;
	GumboOutput *output = gumbo_parse_with_options(&options, page, len);
	flatten(dom, output->root);
}

struct slice
dom_attribute(const struct dom *dom, uint32_t node, const char *name)
{
	const struct dom_attribute *attribute =
		dom->attributes + dom->nodes[node].first_attribute;
	for (uint32_t i = 0; i < dom->nodes[node].attributes; i++)
		if (slice_is(attribute[i].name, name))
			return attribute[i].value;
	return SLICE("");
}

bool
dom_has_attribute(const struct dom *dom, uint32_t node, const char *name)
{
	const struct dom_attribute *attribute =
		dom->attributes + dom->nodes[node].first_attribute;
	for (uint32_t i = 0; i < dom->nodes[node].attributes; i++)
		if (slice_is(attribute[i].name, name))
			return true;
	return false;
}

bool
dom_is_block(enum dom_tag tag)
{
	switch (tag) {
	case TAG_A:
	case TAG_B:
	case TAG_CITE:
	case TAG_EM:
	case TAG_I:
	case TAG_IMG:
	case TAG_AMP_IMG:
	case TAG_PICTURE:
	case TAG_INPUT:
	case TAG_LABEL:
	case TAG_OTHER:
	case TAG_SCRIPT:
	case TAG_SPAN:
	case TAG_STRONG:
	case TAG_STYLE:
	case TAG_SUP:
	case TAG_SVG:
	case TAG_TEXT:
	case TAG_TIME:
	case TAG_WBR:
	case TAG_BR:
	case TAG_NOSCRIPT:
	case TAG_TEMPLATE:
	case TAG_TD:
	case TAG_TH:
	case TAG_LINK:
	case TAG_META:
	case TAG_BUTTON:
	case TAG_SELECT:
		return false;
	default:
		return true;
	}
}

uint32_t
dom_around(const struct dom *dom, uint32_t node, enum dom_tag tag)
{
	while (node > 0 && dom->nodes[node].tag != tag)
		node = dom->nodes[node].parent;
	return node;
}

uint32_t
dom_next(const struct dom *dom, uint32_t from, uint32_t end, enum dom_tag tag)
{
	while (from < end && dom->nodes[from].tag != tag)
		from++;
	return from < end ? from : (uint32_t)dom->count;
}

void
dom_free(struct dom *dom)
{
	arena_free(&dom->arena);
	stash_free(&dom->stash);
	free(dom->nodes);
	free(dom->attributes);
	*dom = (struct dom){0};
}
