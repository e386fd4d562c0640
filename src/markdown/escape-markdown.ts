/** Signs that act wherever they are in a line. */
const signs = new RegExp(
	[
		// A text that ends with a backslash comes before a sign of ours, and not before its space.
		String.raw`\\(?=[!-/:-@[-\x60{-~]| ?$)`,
		'[*`~[]',
		String.raw`(?<=\]|^)\(`,
		'!(?=\\[|$)',
		'<(?=\\S|$)',
		'&(?=#?\\w+;)',
		// Inside a word underscores are what they are.
		String.raw`(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])`,
	].join('|'),
	'giu',
);

/** What readers of GitHub's Markdown make links of. */
const bareLink = /(?<=[-+.\w])@(?=[-.\w])|(?<=www)\.|(?<=https?):(?=\/)/gi;

/** Signs that make of a line something else than text when it begins with them. */
const beginning = /^(?:[#>=]|[-+](?=[\s:|-]|$)|\|(?=[\s:-])|:(?=-)|\d+(?<last>[.)])(?=\s|$))/;

interface Surroundings {
	/** Nothing comes before it in its line. */
	isFirst: boolean;
	/** It's in a link, where there are no others. */
	isLinked: boolean;
	isInCell: boolean;
}

/** A text, on one line, in which no sign of Markdown acts. */
export function escapeMarkdown(
	text: string,
	{ isFirst, isLinked, isInCell }: Surroundings,
): string {
	let escaped = text.replaceAll(signs, (found) => found.replaceAll(/./g, '\\$&'));
	if (isLinked) escaped = escaped.replaceAll(']', '\\]');
	else escaped = escaped.replaceAll(bareLink, '\\$&');
	if (isInCell) escaped = escapePipes(escaped);
	if (!isFirst) return escaped;
	return escaped.replace(beginning, (start, last?: string) =>
		last === undefined ? `\\${start}` : `${start.slice(0, -1)}\\${last}`,
	);
}

/** Tables are cut into cells before anything else is read, code included. */
export function escapePipes(markdown: string): string {
	return markdown.replaceAll('|', '\\|');
}

/** An address as the destination of a link. */
export function escapeAddress(address: string): string {
	return address
		.replaceAll(/[\s\p{Cc}<>`]/gu, (sign) => encodeURIComponent(sign))
		.replaceAll(/[()\\]|&(?=#?\w+;)/g, '\\$&');
}
