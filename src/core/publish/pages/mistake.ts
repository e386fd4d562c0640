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

/** The mistakes in their order, what to do about several of a kind once. */
export function describeMistakes(folder: string, mistakes: readonly PageMistake[]): string {
	const lines = mistakes.flatMap(({ file, line, what, advice }, index) => {
		const place = line === undefined ? file : `${file}:${String(line)}`;
		const isLast = mistakes[index + 1]?.advice !== advice;
		return [`✖ ${place} ${what}.`, ...(isLast ? [advice] : [])];
	});
	return [`${folder} can't be published as it is.`, ...lines].join('\n');
}
