/** What a piece of prose refers to, in GitLab's notation. Paths are as they were written. */
export type Reference =
	| { kind: 'label'; label: string }
	| { kind: 'milestone'; milestone: string }
	/** `project` is `null` in the short form: `#12`, `!45`. */
	| { kind: 'issue' | 'merge-request'; project: string | null; iid: number }
	/** `group` is `null` in the short form: `&3`. */
	| { kind: 'epic'; group: string | null; iid: number }
	| { kind: 'project'; project: string }
	/** A user or a group: GitLab writes both in the same way. */
	| { kind: 'mention'; path: string };

/** A piece of prose. The `text` of all tokens together is the text that was parsed. */
export type Token =
	| { kind: 'text'; text: string }
	/** `shown`: what a reader sees instead, without the quotes and without a label's `~`. */
	| (Reference & { text: string; shown: string });

/** What may come before a reference; a slash is looked at again, since addresses have it too. */
const opening = String.raw`\s(\[{<>"'“”„‘’«»‹›–—|,;:…`;
const afterOpening = `(?<![^${opening}])`;
const afterOpeningOrJoint = `(?<![^${opening}/-])`;

const segment = String.raw`\w(?:[\w.-]*\w)?`;
const namespace = String.raw`[A-Za-z_](?:[\w.-]*\w)?(?:/${segment})*`;
const number = String.raw`[1-9]\d{0,8}`;
const word = String.raw`(?:[\w&?.-]*\w)?`;
const labelName = String.raw`[A-Za-z_]${word}(?:::\w${word})*`;
const milestoneName = String.raw`\d+(?:\.\d+)+|[A-Za-z_][\w.-]*\w`;

/** Typographic quotes, too: they are made of straight ones before a page's references are read. */
const quote = '["“”„]';
const quotable = String.raw`[^"“”„\s](?:[^"“”„]{0,250}[^"“”„\s])?`;

/** What would make the reference a part of something else: `#12a`, `#1.5`, `~ada/notes`, `~a~`. */
const ended = String.raw`(?![\w@~]|[.,:&?-]+\w|/\w|::|[#!%]\w)`;
const numberEnded = String.raw`(?![\w@~]|[.,:/]\d|/\w|[#!&%]\w)`;

const pattern = new RegExp(
	[
		// Addresses are matched so that nothing inside of them is.
		String.raw`${afterOpening}(?<address>[A-Za-z][A-Za-z\d+.-]*://\S+|(?:www\.|mailto:)\S+|(?:[\w-]+\.)+[A-Za-z]+/\S*)`,
		String.raw`${afterOpening}(?<!<)(?<project>${segment}(?:/${segment})+)(?:(?<kind>[#!])(?<iid>${number})${numberEnded}|>(?![\w=]))`,
		String.raw`${afterOpening}(?<group>${segment}(?:/${segment})*)&(?<groupEpic>${number})${numberEnded}`,
		String.raw`${afterOpeningOrJoint}(?<shortKind>[#!&])(?<shortIid>${number})${numberEnded}`,
		String.raw`${afterOpeningOrJoint}~(?:${quote}(?<quotedLabel>${quotable})${quote}|(?<label>${labelName})${ended})`,
		String.raw`${afterOpeningOrJoint}%(?:${quote}(?<quotedMilestone>${quotable})${quote}|(?<milestone>${milestoneName})${ended}(?!%))`,
		String.raw`${afterOpeningOrJoint}@(?<mention>${namespace})${ended}`,
	].join('|'),
	'g',
);

/**
 * Finds GitLab's references in plain text: `~bug`, `~"team::engine"`, `#12`, `group/project#12`,
 * `!45`, `&3`, `group/sub&3`, `%19.7`, `%"Next releases"`, `@ada`, `@group/sub`, `group/project>`.
 *
 * What only looks like one stays text: addresses, e-mail addresses, `C#1`, `R&D`, `100%`, `a~b`,
 * `#fff`, `~5`, `~/notes`. A name in quotes may hold any character but quotes and may be wrapped.
 *
 * @param before The character in front of the text, where there is one: `C` in `**C**#1`.
 * @see https://docs.gitlab.com/user/markdown/#gitlab-specific-references
 */
export function parseReferences(text: string, before = ''): Token[] {
	// Most texts of data have none, and the pattern is slow to say so.
	if (!/[#!&~%@>]/.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
	const tokens: Token[] = [];
	let end = 0;
	for (const match of text.matchAll(pattern)) {
		const reference = toReference(match.groups ?? {});
		if (!reference) continue;
		const previous = match.index === 0 ? before : text.charAt(match.index - 1);
		const follows = tokens.length > 0 && match.index === end + 1;
		if (!(previous === '/' ? follows : isOpening(previous))) continue;
		if (match.index > end) tokens.push({ kind: 'text', text: text.slice(end, match.index) });
		const [written] = match;
		tokens.push({ ...reference, text: written, shown: toShown(reference, written) });
		end = match.index + written.length;
	}
	if (end < text.length) tokens.push({ kind: 'text', text: text.slice(end) });
	return tokens;
}

const openingOrJoint = new RegExp(`^[${opening}-]?$`);

function isOpening(character: string): boolean {
	return openingOrJoint.test(character);
}

/** Named groups of the pattern. */
type Groups = Readonly<Record<string, string | undefined>>;

function toReference(groups: Groups): Reference | undefined {
	const { label, quotedLabel, milestone, quotedMilestone, mention } = groups;
	const labelName = label ?? quotedLabel;
	if (labelName !== undefined) return { kind: 'label', label: asTyped(labelName) };
	const title = milestone ?? quotedMilestone;
	if (title !== undefined) return { kind: 'milestone', milestone: asTyped(title) };
	if (mention === undefined) return toNumbered(groups);
	return isNobody(mention) ? undefined : { kind: 'mention', path: mention };
}

function toNumbered(groups: Groups): Reference | undefined {
	const { project, kind, iid, group, groupEpic, shortKind, shortIid } = groups;
	const sigil = kind ?? shortKind;
	const digits = iid ?? groupEpic ?? shortIid;
	if (digits === undefined) return project === undefined ? undefined : { kind: 'project', project };
	if (sigil === '#') return { kind: 'issue', project: project ?? null, iid: Number(digits) };
	if (sigil === '!')
		return { kind: 'merge-request', project: project ?? null, iid: Number(digits) };
	// Prose joins single words with the sign: S&P500.
	if (group !== undefined && !/[/-]/.test(group)) return undefined;
	return { kind: 'epic', group: group ?? null, iid: Number(digits) };
}

/** Words that chats and GitLab keep for everybody, and the ends of e-mail addresses. */
function isNobody(mention: string): boolean {
	return /^(all|here|channel|everyone)$|^[\w.-]+\.(com|org|net|io|dev)$/i.test(mention);
}

/** A name in prose has been wrapped and typeset; GitLab knows it as it was typed. */
function asTyped(name: string): string {
	return name.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replaceAll('…', '...');
}

function toShown({ kind }: Reference, written: string): string {
	if (kind === 'label') return unquoted(written.slice(1));
	return kind === 'milestone' ? `%${unquoted(written.slice(1))}` : written;
}

function unquoted(name: string): string {
	return name.replace(/^["“”„]|["“”„]$/g, '');
}

export interface ScopedLabel {
	scope: string;
	value: string;
}

/** The scope is all before the last `::`. `undefined`: the label has none. */
export function parseScopedLabel(label: string): ScopedLabel | undefined {
	const end = label.lastIndexOf('::');
	const value = label.slice(end + '::'.length);
	return end > 0 && value !== '' ? { scope: label.slice(0, end), value } : undefined;
}
