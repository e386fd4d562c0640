import type { LinkedStep } from '#components/onboarding/linked-step.ts';
import { dayCell, statusCell, type Cell, type Column } from '#components/data/table.ts';
import type { RuleResult } from '#core/rules/frame/rule.ts';
import type { Channel, ContactNeed } from '#model/contact.ts';
import { GroupPath, ProjectPath } from '#model/identifiers.ts';
import { stepTimes } from '#model/onboarding.ts';
import { checks, today } from './_kit-values.ts';

/** Values for what is a list in `_Kit.astro`. All are invented. */

const elsewhere = 'https://gitlab.example.com/';
const source = { title: 'Where it is written', url: elsewhere };

/** A table of facts: each row has a kind of cell. */
export const rows: { kind: string; cell: Cell }[] = [
	{ kind: 'Words', cell: { text: 'Words alone' } },
	{ kind: 'A link', cell: { text: 'A link', href: elsewhere, notes: ['and a note'] } },
	{ kind: 'A day', cell: dayCell(today) },
	{ kind: 'A computed day', cell: dayCell(today, false) },
	{ kind: 'Not known', cell: dayCell(null) },
	{ kind: 'A status', cell: statusCell({ word: 'Fails', tone: 'bad' }) },
	{ kind: 'Code', cell: { text: 'GET /widgets/:id', as: 'code' } },
	{ kind: 'Nothing to say', cell: { text: 'no weight', as: 'dash' } },
	{
		kind: 'Folded',
		cell: { text: '1.26.5', folded: { summary: '1 place', parts: [{ text: 'go.mod, line 3' }] } },
	},
];
export const columns: Column<(typeof rows)[number]>[] = [
	{
		name: 'Kind',
		width: '40%',
		cell: ({ kind }) => ({
			text: kind,
			tags: kind === 'Folded' ? [{ word: 'Archived', tone: 'quiet' }] : [],
		}),
	},
	{ name: 'Cell', cell: ({ cell }) => cell },
];

export const amounts = [
	{ name: 'Promised', issues: 17 },
	{ name: 'Delivered', issues: 9 },
];
export const amountColumns: Column<(typeof amounts)[number]>[] = [
	{ name: 'What', cell: ({ name }) => name },
	{ name: 'Issues', isNumber: true, cell: ({ issues }) => issues },
];

/** One for each answer. */
export const rules: RuleResult[] = checks.map(({ answer, observed, from, readAt, permission }) => ({
	id: 'projects-released',
	title: `A rule that is ${answer}`,
	statement: 'Projects are released in time.',
	why: 'Why it matters.',
	answer,
	observed,
	from,
	readAt,
	permission,
	evidence: { items: [{ text: 'Widget', url: elsewhere }], total: 3 },
	declared: {
		id: 'projects-released',
		place: {
			file: 'content/registry/rules.yaml',
			line: 3,
			end: 4,
			indent: 2,
			lines: {},
			ends: {},
		},
	},
	isLive: true,
	...(answer === 'exempt' && {
		exemption: { reason: 'It moves house.', by: 'engineering manager', until: '2026-12-11' },
	}),
	...(answer === 'unknown' && { needs: 'A token with the scope read_api.' }),
	...(answer === 'broken' && { fix: { text: 'Release the project.' } }),
}));

export const steps: LinkedStep[] = stepTimes.map((when, index) => ({
	id: `step-${when}`,
	title: `Join the widget ${String(index)}`,
	why: 'It is where `widgets` answer each other.',
	grants: 'engineering manager',
	target: { link: elsewhere },
	roles: index === 0 ? [] : ['engineer'],
	when,
	url: elsewhere,
	cited:
		index === 2
			? { state: 'moved', path: 'example/widget', to: 'example/new/widget' }
			: { state: 'fine' },
}));

export const channel: Channel = {
	id: 'widgets',
	name: '#widgets',
	url: elsewhere,
	source,
	asOf: today,
};
export const need: ContactNeed = {
	id: 'fault',
	title: 'A fault fixed',
	answers: 'product manager',
	text: 'Open an issue. Say which widget it is.',
	promise: 'within 2 business days',
	issue: {
		project: ProjectPath.parse('example/tools/widget'),
		ours: true,
		template: 'Bug',
		labels: ['type::bug'],
		confidential: false,
	},
	channel: 'widgets',
	mention: GroupPath.parse('example/widgets'),
	links: [{ label: 'See who reviews', to: elsewhere }],
	source,
	asOf: today,
};
