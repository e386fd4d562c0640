/** To a page below that of the projects, to a part of a page, or a reference to an issue. */
const link = /\]\(\/(?:projects\/[^)/]+\/[^)/]+|[^)]*#)|(?<!&)#\d/;

/** Whether the text of a page may have a link of whose target something is known: others need no script. */
export function mayHavePreviews(text: string): boolean {
	return link.test(text);
}
