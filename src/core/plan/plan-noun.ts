import type { PlanRules } from '#model/plan-rules.ts';

/** Says a sentence of ours about milestones. Names within a tagged template are GitLab's: they stay. */
export type Say = (text: string | TemplateStringsArray, ...names: (string | number)[]) => string;

/** A word of a sentence with its article, but no part of a label, a path, an address or a file's name. */
const noun = /(?:\b(a) )?(?<![\w/:."“`~%-])milestone(?=s?(?![\w/"”`-]|[.:]\w))/gi;

/**
 * What a team plans by, in its own words: who plans by iterations reads of iterations wherever we
 * write of milestones. The addresses of pages and the keys of exports are the same for all.
 */
export function sayingOf({ iterations }: Pick<PlanRules, 'iterations'>): Say {
	const sayText = iterations === undefined ? (text: string) => text : sayIterations;
	return (text, ...names) =>
		typeof text === 'string'
			? sayText(text)
			: text.map((part, index) => sayText(part) + String(names[index] ?? '')).join('');
}

function sayIterations(text: string): string {
	return text.replace(noun, (found, article?: string) => {
		const word = found.includes('M') ? 'Iteration' : 'iteration';
		return article === undefined ? word : `${article}n ${word}`;
	});
}
