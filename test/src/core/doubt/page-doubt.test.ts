import { describe, expect, test } from 'vitest';
import { findPageDoubts } from '#core/doubt/page-doubt.ts';
import { findDoubtFindings } from '#core/findings/doubt-findings.ts';
import { findFailingRules } from '#core/rules/failing-rules.ts';
import { describeDoubts } from '#core/words/doubt-words.ts';
import { ChecksOfDay, historyFormat, RulesOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import {
	aDeclaredProject,
	aMilestone,
	anApi,
	anEndpoint,
	aProject,
	aRegistry,
	aSnapshot,
	pulledAt,
	someFacts,
	source,
} from '../../../builders.ts';

const path = 'example/tools/widget';
const moved = aProject({ path, facts: someFacts({ path: 'example/new' }) });
const archived = aProject({ path, facts: someFacts({ path, archived: true }) });
const text = `\nIt's in [Widget](${source}/${path}).`;
const closed = aMilestone({ title: '19.5', state: 'closed', dueDate: '2026-10-09' });

/** Of a day on which the check of the path was broken, or not. */
function checksOn(day: IsoDate, answer: 'holds' | 'broken'): ChecksOfDay {
	const projects = { [path]: { path: answer, archived: answer } };
	return ChecksOfDay.parse({
		format: historyFormat,
		sample: false,
		source,
		day,
		pulledAt,
		projects,
	});
}

const { group: place } = aRegistry().site.references;
const named = [
	{ kind: 'label' as const, place, name: 'old label', exists: false },
	{ kind: 'label' as const, place, name: 'new', exists: true },
	{ kind: 'milestone' as const, place, name: 'Someday', exists: false },
];
const kept = (day: IsoDate, rules: RulesOfDay['rules']): RulesOfDay =>
	RulesOfDay.parse({ format: historyFormat, sample: false, source, day, pulledAt, rules });
const failing = findFailingRules(
	[
		kept('2026-11-01', { 'milestones-ahead': 'holds', 'one-priority': 'broken' }),
		kept('2026-11-10', { 'milestones-ahead': 'broken', 'labels-exist': 'broken' }),
		kept('2026-11-20', { 'milestones-ahead': 'broken', 'one-priority': 'holds' }),
	],
	[{ id: 'milestones-ahead' }, { id: 'one-priority' }],
);

interface Case {
	why: string;
	project?: ReturnType<typeof aProject>;
	declared?: Parameters<typeof aDeclaredProject>[0];
	text?: string;
	touched?: IsoDate;
	checks?: ChecksOfDay[];
	doubts: object[];
}

const isMoved = [{ kind: 'project', line: 2, cited: { state: 'moved', to: 'example/new' } }];
const since = (day: IsoDate) => [checksOn('2026-10-26', 'holds'), checksOn(day, 'broken')];

test.each<Case>([
	{ why: 'all is in its place', doubts: [] },
	{ why: 'a project has moved', project: moved, doubts: isMoved },
	{
		why: 'a project has moved after the text was touched',
		project: moved,
		touched: '2026-11-01',
		checks: since('2026-11-02'),
		doubts: isMoved,
	},
	{
		why: 'a project had moved when the text was touched',
		project: moved,
		touched: '2026-11-03',
		checks: since('2026-11-02'),
		doubts: [],
	},
	{
		why: 'nobody knows when a project has moved',
		project: moved,
		touched: '2026-11-03',
		doubts: isMoved,
	},
	{
		why: 'nobody knows when the text was touched',
		project: moved,
		checks: since('2026-11-02'),
		doubts: isMoved,
	},
	{
		why: 'a project was archived',
		project: archived,
		doubts: [{ kind: 'project', cited: { state: 'archived' } }],
	},
	{
		why: 'a project is archived, and the registry says so',
		project: archived,
		declared: { archived: true },
		doubts: [],
	},
	{
		why: 'a project is gone',
		project: aProject({ path, answer: 'missing-or-private' }),
		doubts: [{ kind: 'project', cited: { state: 'gone' } }],
	},
	{
		why: 'a project is private, and the registry says so',
		project: aProject({ path, answer: 'missing-or-private' }),
		declared: { private: true },
		doubts: [],
	},
	{ why: 'a milestone is closed', text: '%19.5', doubts: [{ kind: 'milestone', title: '19.5' }] },
	{ why: 'a milestone was closed before', text: '%19.5', touched: '2026-10-09', doubts: [] },
	{
		why: 'GitLab has no such label',
		text: 'Add ~"old label" and ~new.',
		touched: '2026-11-22',
		doubts: [{ kind: 'gone', what: 'label', title: 'old label', line: 1 }],
	},
	{
		why: 'GitLab has no such milestone',
		text: '%Someday',
		doubts: [{ kind: 'gone', what: 'milestone', title: 'Someday' }],
	},
	{
		why: 'a rule of the page fails',
		text: '<Rule id="milestones-ahead" /> <Rule id="one-priority" /> <Rule id="labels-exist" />',
		doubts: [{ kind: 'rule', title: 'Milestones exist ahead' }],
	},
	{
		why: 'a rule failed already when the text was touched',
		text: '<Rule id="milestones-ahead" />',
		touched: '2026-11-10',
		doubts: [],
	},
	{
		why: 'an endpoint is deprecated',
		text: 'As [ever](/api/old-cars/), and [new](/api/cars/).',
		doubts: [{ kind: 'endpoint', title: 'GET /old/cars' }],
	},
	{ why: 'a milestone is active', text: '%19.7', doubts: [] },
	{ why: 'nobody knows the milestone', text: '%18.1', doubts: [] },
])('when $why', ({ project = aProject({ path }), declared, checks = [], doubts, ...page }) => {
	const registry = aRegistry({
		projects: [aDeclaredProject({ path, ...declared })],
		api: anApi({
			endpoints: [
				anEndpoint({ id: 'old-cars', path: '/old/cars', status: 'deprecated', deprecation: {} }),
				anEndpoint({ id: 'cars' }),
			],
		}),
	});
	const rows = { projects: [project], milestones: [aMilestone(), closed], named };
	const sources = { registry, snapshot: aSnapshot({ rows }), checks, failing };
	const found = findPageDoubts({ text, touched: undefined, ...page }, sources);
	expect(found).toMatchObject(doubts);
	expect(found).toHaveLength(doubts.length);
});

describe('of a page in doubt', () => {
	const registry = aRegistry({ projects: [aDeclaredProject({ path })] });
	const sources = {
		registry,
		snapshot: aSnapshot({ rows: { projects: [moved] } }),
		checks: [],
		failing: [],
	};

	test('a finding names the file and the line, and of others there is none', () => {
		const page = { text, touched: undefined, file: 'content/handbook/a.mdx' };
		const other = { ...page, text: 'Nothing.', file: 'content/handbook/b.mdx' };
		expect(findDoubtFindings([page, other], sources)).toMatchObject([
			{ rule: 'page-in-doubt', place: { file: 'content/handbook/a.mdx', line: 2 } },
		]);
	});

	test('the page says what it names, and of many only how many', () => {
		const milestone = (title: string) => ({ kind: 'milestone' as const, title });
		const [doubt] = findPageDoubts({ text, touched: undefined }, sources);
		expect(describeDoubts([])).toBeNull();
		expect(describeDoubts([doubt!, milestone('19.5')])).toBe(
			`It names ${path}, which is now at example/new; %19.5, which is closed.`,
		);
		expect(describeDoubts([{ kind: 'gone', what: 'label', title: 'a b' }])).toBe(
			`It names ~"a b", which GitLab doesn't have.`,
		);
		expect(
			describeDoubts([
				{ kind: 'rule', title: 'The labels exist' },
				{ kind: 'endpoint', title: 'GET /cars' },
			]),
		).toBe('It names the rule “The labels exist”, which fails; GET /cars, which is deprecated.');
		expect(describeDoubts(['1', '2', '3', '4', '5'].map(milestone))).toContain('; and 2 more.');
	});
});
