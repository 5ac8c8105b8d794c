#include "jsonld.h"

#include <stdbool.h>
#include <stdlib.h>

#include "byline.h"
#include "json.h"
#include "map.h"
#include "normal.h"

enum {
	VALUES = 20000 /* of a script that are looked at */
};

/* How much an object of a type is the article that the page is for; 0: not at all. */
static int
rank_of_name(struct slice type)
{
	if (slice_ends(type, SLICE("NewsArticle")) || slice_is(type, "BlogPosting") ||
		slice_is(type, "LiveBlogPosting") || slice_is(type, "AdvertiserContentArticle"))
		return 4;
	if (slice_ends(type, SLICE("Article")) || slice_is(type, "Report") ||
		slice_is(type, "Review") || slice_is(type, "Recipe") ||
		slice_ends(type, SLICE("Posting")))
		return 3;
	if (slice_is(type, "VideoObject") || slice_is(type, "CreativeWork"))
		return 1;
	if (slice_ends(type, SLICE("WebPage")) || slice_is(type, "ItemPage"))
		return 2;
	return 0;
}

static int
rank_of(const json_t *object)
{
	const json_t *type = json_object_get(object, "@type");
	int rank = rank_of_name(json_text(type));
	for (size_t i = 0; i < json_array_size(type); i++) {
		int other = rank_of_name(json_text(json_array_get(type, i)));
		rank = other > rank ? other : rank;
	}
	return rank;
}

static bool
has_type(const json_t *object, const char *name)
{
	const json_t *type = json_object_get(object, "@type");
	if (slice_is(json_text(type), name))
		return true;
	for (size_t i = 0; i < json_array_size(type); i++)
		if (slice_is(json_text(json_array_get(type, i)), name))
			return true;
	return false;
}

/* The first text that a member holds: a string, or the `name` or @id of an object in it. */
static struct slice
text_of(const json_t *value, const char *member)
{
	if (json_is_array(value))
		value = json_array_get(value, 0);
	if (json_is_object(value))
		value = json_object_get(value, member);
	return json_text(value);
}

static void
add_name(struct buffer *to, struct slice name)
{
	name = trim(name);
	if (name.len == 0 || name.len > 200)
		return;
	if (to->len)
		buffer_add(to, SLICE("; "));
	buffer_add(to, name);
}

/* All objects of a script, and where among them those that have a name are, by their @id. */
struct objects {
	const json_t **items;
	size_t count;
	struct map named;
};

/* The object that a reference {"@id": …} means, among all of the script's. */
static const json_t *
resolve(const json_t *value, const struct objects *objects)
{
	struct slice id = json_text(json_object_get(value, "@id"));
	if (!id.len || json_object_get(value, "name"))
		return value;
	const uint32_t *place = map_find(&objects->named, id);
	return place ? objects->items[*place] : value;
}

static void
add_author(struct article *article, const json_t *author, struct arena *arena)
{
	struct slice name = text_of(author, "name");
	if (json_is_object(author) && json_is_array(json_object_get(author, "name"))) {
		const json_t *names = json_object_get(author, "name");
		for (size_t i = 0; i < json_array_size(names); i++)
			add_name(&article->authors,
				byline_names(json_text(json_array_get(names, i)), arena));
		return;
	}
	if (slice_starts(name, SLICE("http")))
		return;
	bool organisation =
		json_is_object(author) &&
		(has_type(author, "Organization") || has_type(author, "NewsMediaOrganization"));
	add_name(organisation ? &article->organisations : &article->authors,
		byline_names(name, arena));
}

static void
read_authors(struct article *article, const json_t *object, const struct objects *objects,
	struct arena *arena)
{
	const json_t *authors = json_object_get(object, "author");
	buffer_clear(&article->authors);
	buffer_clear(&article->organisations);
	if (!authors)
		authors = json_object_get(object, "creator");
	if (!json_is_array(authors)) {
		if (authors)
			add_author(article, resolve(authors, objects), arena);
		return;
	}
	for (size_t i = 0; i < json_array_size(authors) && i < 40; i++)
		add_author(article, resolve(json_array_get(authors, i), objects), arena);
}

static void
take(struct slice *field, struct slice text, struct arena *arena)
{
	text = trim(text);
	if (text.len > 0 && field->len == 0)
		*field = arena_copy(arena, text);
}

static void
read_object(struct article *article, const json_t *object, int rank,
	const struct objects *objects, struct arena *arena)
{
	if (rank > article->rank) { /* what a lesser object said goes */
		struct buffer authors = article->authors;
		struct buffer organisations = article->organisations;
		struct slice published = rank >= 3 ? SLICE("") : article->published;
		*article = (struct article){.rank = rank,
			.published = published,
			.authors = authors,
			.organisations = organisations,
			.publisher = article->publisher,
			.language = article->language};
		buffer_clear(&article->authors);
		buffer_clear(&article->organisations);
	}
	struct slice headline = text_of(json_object_get(object, "headline"), "@value");
	if (!headline.len && rank != 2)
		headline = text_of(json_object_get(object, "name"), "@value");
	take(&article->headline, headline, arena);
	take(&article->published, text_of(json_object_get(object, "datePublished"), "@value"),
		arena);
	take(&article->modified, text_of(json_object_get(object, "dateModified"), "@value"),
		arena);
	take(&article->language,
		text_of(json_object_get(object, "inLanguage"), "alternateName"), arena);
	take(&article->url, text_of(json_object_get(object, "mainEntityOfPage"), "@id"), arena);
	take(&article->url, text_of(json_object_get(object, "url"), "@id"), arena);
	const json_t *publisher = json_object_get(object, "publisher");
	if (publisher && !json_is_array(publisher))
		publisher = resolve(publisher, objects);
	take(&article->publisher, text_of(publisher, "name"), arena);
	take(&article->body, text_of(json_object_get(object, "articleBody"), "@value"), arena);
	if (article->authors.len == 0 && article->organisations.len == 0)
		read_authors(article, object, objects, arena);
}

static void
add_object(struct objects *objects, const json_t *object)
{
	struct slice id = json_text(json_object_get(object, "@id"));
	if (id.len > 0 && json_object_get(object, "name"))
		map_add(&objects->named, id, (uint32_t)objects->count, NULL);
	objects->items[objects->count++] = object;
}

/* All objects of a value, in order, those within objects behind them. */
static void
collect(json_t *root, struct objects *objects)
{
	json_t **queue = memory_new(VALUES * sizeof *queue);
	size_t first = 0, last = 0;
	queue[last++] = root;
	while (first < last) {
		json_t *value = queue[first++];
		for (size_t i = 0; i < json_array_size(value) && last < VALUES; i++)
			queue[last++] = json_array_get(value, i);
		if (!json_is_object(value))
			continue;
		add_object(objects, value);
		const char *key;
		json_t *member;
		json_object_foreach(value, key, member)
		{
			if ((json_is_object(member) || json_is_array(member)) && last < VALUES)
				queue[last++] = member;
		}
	}
	free(queue);
}

void
jsonld_read(struct article *article, struct slice script, struct arena *arena)
{
	json_t *root = json_read(script, NULL);
	if (!root)
		return;
	struct objects objects = {.items = memory_new(VALUES * sizeof *objects.items)};
	collect(root, &objects);
	for (size_t i = 0; i < objects.count; i++) {
		const json_t *object = objects.items[i];
		int rank = rank_of(object);
		/* objects within an article (its video, articles it links) come behind it */
		if (rank > 0 && rank > article->rank)
			read_object(article, object, rank, &objects, arena);
		else if (rank >= 3 && rank == article->rank && !article->published.len)
			read_object(article, object, rank, &objects, arena);
	}
	free(objects.items);
	map_free(&objects.named);
	json_decref(root);
}
