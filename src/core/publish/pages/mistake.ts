/** What keeps a page, or a part of it, from being published. */
export interface PageMistake {
	/** From the root of the checkout: `content/handbook/work/health.mdx`. */
	file: string;
	/** Counted from 1. `undefined`: it is the file itself, its name or its place. */
	line?: number | undefined;
	/** What follows the file in a sentence, and what was expected: without the last full stop. */
	what: string;
	/** What to do about it, in a sentence. */
	advice: string;
	/** In development, too, it keeps its page from being shown, or Astro from starting. */
	stops?: 'page' | 'start' | undefined;
}

/** The mistakes in their order, what is said of several once, and what to do about several of a kind once. */
export function describeMistakes(folder: string, mistakes: readonly PageMistake[]): string {
	const alike = [...Map.groupBy(mistakes, ({ what, advice }) => `${what}\n${advice}`).values()];
	const lines = alike.flatMap((group, index) => {
		const [{ what, advice } = { what: '', advice: '' }] = group;
		const [first = '', ...others] = new Set(group.map(placeOf));
		const isLast = alike[index + 1]?.[0]?.advice !== advice;
		return [
			`✖ ${first} ${what}.`,
			...others.map((other) => `  → also ${other}`),
			...(isLast ? [advice] : []),
		];
	});
	return [`${folder} can't be published as it is.`, ...lines].join('\n');
}

function placeOf({ file, line }: PageMistake): string {
	return line === undefined ? file : `${file}:${String(line)}`;
}
