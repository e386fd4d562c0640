/** Start tags of links to a host, without quotation marks that never end, and without `rel`. */
const outside =
	/<a(?=\s)((?:\s+(?!rel[\s=>])[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*>/gi;
const toHost = /\shref=(["']?)(?:https?:)?\/\//i;

/**
 * A page whose links to other sites do not hand it to them, where they say nothing of that themselves:
 * components and Markdown write links in many places, so it is done once, in what they have made.
 */
export function closeOutsideLinks(html: string): string {
	return html.replace(outside, (tag, attributes: string) =>
		toHost.test(attributes) ? `<a rel="noopener"${attributes}>` : tag,
	);
}
