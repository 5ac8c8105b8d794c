/*
 * transcript: paragraphs that name their speaker in front, as transcripts and news in brief do
 * ("MAYOR LOPEZ: Nobody asked us.", "Source: …", "Quote: …").
 */
#ifndef TRANSCRIPT_H
#define TRANSCRIPT_H

#include "article.h"
#include "finding.h"

/* What was labelled further up. */
struct transcript {
	bool spoken;          /* the document has labels of speakers */
	bool speaks;          /* the last label's speech may go on: its paragraph was quoted */
	struct range speaker; /* that the last label named */
	struct range source;  /* of the last "Source:"; empty where there is none */
};

/* Looks whether the article is, or holds, a transcript. */
void transcript_begin(struct transcript *transcript, const struct article *article);

/*
 * Adds what a paragraph says by its label. Returns how many words the label takes; 0 where
 * there is none, or where it names no speaker: then the paragraph is for others to read.
 */
uint32_t transcript_find(struct transcript *transcript, const struct article *article,
	const struct paragraph *paragraph, struct findings *findings);

#endif
