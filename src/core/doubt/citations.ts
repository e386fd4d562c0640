import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { parseReferences } from '#core/base/references.ts';
import { projectOfAddress } from '#core/inventory/cited-project.ts';

/** What a page can speak of, and GitLab can have changed. */
type Target =
	| { kind: 'project'; path: string }
	| { kind: 'label'; title: string }
	/** By its title, or by the address of its page on this site. */
	| { kind: 'milestone'; title: string }
	| { kind: 'milestone-page'; slug: string }
	/** By the block that states it. */
	| { kind: 'rule'; id: string }
	/** By the address of its page. */
	| { kind: 'endpoint'; id: string };

/** With the line of its first mention. */
export type Citation = Target & { line: number };

interface Found {
	target: Target;
	/** Where in the text. */
	index: number;
}

/** Code, and comments: nothing in them is said of anything. */
const unspoken = [
	/^(```|~~~).*?^\1/gms,
	/\{\/\*.*?\*\/\}/gs,
	/(?<!`)(`+)(?!`)[^`\n]+(?:`+[^`\n]+)*?(?<!`)\1(?!`)/g,
];
const address = /https?:\/\/[^\s<>"'`)\]]+|(?<=\]\(|\]: ?|href=")\/[^\s"')]*/g;
/** A block that is about a project. */
const blockOfProject = /\bproject="([^"]+)"/g;
const blockOfRule = /<Rule id="([^"]+)"/g;

/**
 * What a page links to, refers to in GitLab's notation, and has blocks of. Each once.
 *
 * @param text MDX without its front matter.
 * @param instance Address of GitLab.
 */
export function findCitations(text: string, instance: string): Citation[] {
	const prose = unspoken.reduce((rest, one) => rest.replaceAll(one, blank), text);
	const lineOf = (index: number) => prose.slice(0, index).split('\n').length;
	const found: Found[] = [
		...[...prose.matchAll(address)].flatMap(({ 0: to, index }) => {
			const target = targetOf(to.replace(/[.,;:!?]+$/, ''), instance);
			return target ? [{ target, index }] : [];
		}),
		...[...prose.matchAll(blockOfProject)].map(({ 1: path = '', index }) => ({
			target: { kind: 'project' as const, path },
			index,
		})),
		...[...prose.matchAll(blockOfRule)].map(({ 1: id = '', index }) => ({
			target: { kind: 'rule' as const, id },
			index,
		})),
		...findReferences(prose),
	];
	const citations = new Map<string, Citation>();
	for (const { target, index } of found.toSorted((a, b) => a.index - b.index)) {
		const key = keyOf(target);
		if (!citations.has(key)) citations.set(key, { ...target, line: lineOf(index) });
	}
	return [...citations.values()];
}

function targetOf(to: string, instance: string): Target | undefined {
	const slug = /^\/roadmap\/milestones\/([^/#?]+)/.exec(to)?.[1];
	if (slug !== undefined) return { kind: 'milestone-page', slug };
	const id = /^\/api\/([^/#?]+)\//.exec(to)?.[1];
	if (id !== undefined) return { kind: 'endpoint', id };
	const path = projectOfAddress(to, instance);
	return path === undefined ? undefined : { kind: 'project', path };
}

function findReferences(prose: string): Found[] {
	let end = 0;
	return parseReferences(prose).flatMap((token): Found[] => {
		const index = end;
		end += token.text.length;
		if (token.kind === 'milestone') {
			return [{ target: { kind: 'milestone', title: token.milestone }, index }];
		}
		if (token.kind === 'label') return [{ target: { kind: 'label', title: token.label }, index }];
		const path = 'project' in token ? token.project : null;
		return path === null ? [] : [{ target: { kind: 'project', path }, index }];
	});
}

/** GitLab tells labels apart by small and capital letters, and nothing else. */
function keyOf(target: Target): string {
	const key = Object.values(target).join(' ');
	return target.kind === 'label' ? key : key.toLowerCase();
}

/** Lines stay where they are. */
function blank(text: string): string {
	return text.replaceAll(/[^\n]/g, ' ');
}

/** Whether a citation is of the milestone with this title. */
export function isOfMilestone(citation: Citation, title: string): boolean {
	if (citation.kind === 'milestone') return citation.title === title;
	return citation.kind === 'milestone-page' && citation.slug === toMilestoneSlug(title);
}
