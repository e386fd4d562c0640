import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { toPlanTable, toPlanExport } from '#core/publish/exports/plan-export.ts';
import { buildPlan, type PlanSource } from '#core/plan/plan.ts';
import { PlanExport } from '#model/exports/plan.ts';
import {
	aMilestone,
	anIssue,
	aPlanningIssue,
	aSite,
	aSnapshot,
	planRules,
	source,
} from '../../../../builders.ts';
import { hostileTexts } from '../feeds/hostile-texts.ts';

const rules = planRules();
const milestones = [
	aMilestone({ title: '19.7', webUrl: `${source}/-/milestones/7` }),
	aMilestone({ title: '19.8', startDate: null, dueDate: null }),
];
const inCurrent = { milestone: '19.7' };

type Overrides = Partial<PlanSource> & Pick<NonNullable<Parameters<typeof aSnapshot>[0]>, 'lists'>;

function exportOf({ lists = {}, ...plan }: Overrides = {}): PlanExport {
	const whole = toPlanExport({
		site: aSite(),
		about: aSnapshot({ lists }).about,
		rules,
		plan: buildPlan({
			milestones,
			issues: [],
			candidates: [],
			planningIssues: [],
			rules,
			today: '2026-11-23',
			...plan,
		}),
		addressOf: (path) => path,
	});
	// Strict: a field that the shape does not know is a mistake of ours.
	return PlanExport.parse(whole);
}

const rowsOf = (plan: PlanExport): Record<string, string>[] =>
	parse(renderCsv(toPlanTable(plan)), { columns: true });

/** Everything that an issue of the plan can have. */
const full = anIssue({
	...inCurrent,
	iid: 3,
	labels: [
		'Widget::P2',
		'deliverable',
		'missed-deliverable',
		'missed:19.6',
		'missed:19.10',
		'workflow::blocked',
	],
	weight: 5,
	healthStatus: 'at_risk',
});

describe('an issue', () => {
	test('has what its labels say, and its number to look it up by', () => {
		expect(exportOf({ issues: [full] }).issues).toEqual([
			{
				reference: 'example/tools/widget#3',
				project: 'example/tools/widget',
				iid: 3,
				title: 'Teach the widget to wait',
				webUrl: `${source}/example/tools/widget/-/issues/3`,
				milestone: '19.7',
				state: 'opened',
				commitment: 'deliverable',
				priority: 'P2',
				workflow: 'blocked',
				health: 'at_risk',
				weight: 5,
				blocked: true,
				carriedFrom: ['19.6', '19.10'],
				missedDeliverable: true,
			},
		]);
	});

	test('of which little is known has null, and no 0', () => {
		const [issue] = exportOf({ issues: [anIssue({ ...inCurrent, webUrl: null })] }).issues;
		expect(issue).toMatchObject({
			webUrl: null,
			commitment: 'stretch',
			priority: null,
			workflow: null,
			health: null,
			weight: null,
			blocked: false,
			carriedFrom: [],
			missedDeliverable: false,
		});
	});

	test('with a weight of 0 keeps it', () => {
		expect(exportOf({ issues: [anIssue({ ...inCurrent, weight: 0 })] }).issues[0]!.weight).toBe(0);
	});

	test('is in the order of the page: milestone, priority, commitment', () => {
		const issues = [
			anIssue({ milestone: '19.8', iid: 9, labels: ['Widget::P1'] }),
			anIssue({ ...inCurrent, iid: 1 }),
			anIssue({ ...inCurrent, iid: 2, labels: ['Widget::P1'] }),
			full,
			anIssue({ ...inCurrent, iid: 4, labels: ['Widget::P1', 'Deliverable'] }),
			anIssue({ milestone: '18.0', iid: 5 }),
		];
		expect(exportOf({ issues }).issues.map(({ iid }) => iid)).toEqual([4, 2, 3, 1, 9]);
	});
});

describe('a milestone', () => {
	test('has its days, worked out by hand, and its planning issue', () => {
		const planningIssues = [aPlanningIssue({ iid: 70, title: 'Plan of 19.7', ...inCurrent })];
		const issues = [
			full,
			anIssue({ ...inCurrent, state: 'closed', weight: 2 }),
			anIssue(inCurrent),
		];
		expect(exportOf({ planningIssues, issues }).milestones[0]).toEqual({
			title: '19.7',
			place: 'current',
			state: 'active',
			webUrl: `${source}/-/milestones/7`,
			start: '2026-11-14',
			cutoff: '2026-12-11',
			planningIssueDue: '2026-10-15',
			scopeFinal: '2026-11-11',
			kickoff: '2026-11-16',
			release: '2026-12-17',
			planningIssue: {
				reference: 'example/tools/widget#70',
				title: 'Plan of 19.7',
				state: 'opened',
				webUrl: `${source}/example/tools/widget/-/issues/70`,
			},
			issueCounts: { total: 3, closed: 1, notWeighed: 1 },
			weights: { total: 7, closed: 2 },
		});
	});

	test('without dates, planning issue and weights has null for them', () => {
		expect(exportOf({ issues: [anIssue({ milestone: '19.8' })] }).milestones[1]).toMatchObject({
			title: '19.8',
			place: 'next',
			start: null,
			cutoff: null,
			planningIssueDue: null,
			scopeFinal: null,
			kickoff: null,
			release: null,
			planningIssue: null,
			issueCounts: { total: 1, closed: 0, notWeighed: 1 },
			weights: null,
		});
	});

	test('is absent, and so are issues, when none has dates to come', () => {
		const { milestones: none, issues } = exportOf({ milestones: [], issues: [full] });
		expect([none, issues]).toEqual([[], []]);
	});
});

test('the stamp tells a missing list from an empty one', () => {
	const { snapshot } = exportOf({
		lists: { issues: { state: 'missing', reason: 'Not pulled yet.' } },
	});
	expect(snapshot.issues).toEqual({
		state: 'missing',
		pulledAt: null,
		reason: 'Not pulled yet.',
	});
	expect(snapshot.milestones.state).toBe('fresh');
});

describe('the CSV file', () => {
	test('has a row for each issue, with the days of its milestone', () => {
		const [row] = rowsOf(exportOf({ issues: [full] }));
		expect(row).toEqual({
			blocked: 'true',
			carried_from: '19.6; 19.10',
			commitment: 'deliverable',
			health: 'at_risk',
			iid: '3',
			list_state: 'fresh',
			milestone: '19.7',
			milestone_cutoff: '2026-12-11',
			milestone_kickoff: '2026-11-16',
			milestone_place: 'current',
			milestone_planning_issue_due: '2026-10-15',
			milestone_release: '2026-12-17',
			milestone_scope_final: '2026-11-11',
			milestone_start: '2026-11-14',
			missed_deliverable: 'true',
			priority: 'P2',
			project: 'example/tools/widget',
			pulled_at: '2026-11-23T08:30:00Z',
			reference: 'example/tools/widget#3',
			sample: 'false',
			source: 'https://gitlab.example.com',
			state: 'opened',
			title: 'Teach the widget to wait',
			web_url: 'https://gitlab.example.com/example/tools/widget/-/issues/3',
			weight: '5',
			workflow: 'blocked',
		});
	});

	test('has an empty cell for what is unknown', () => {
		const row = rowsOf(exportOf({ issues: [anIssue({ milestone: '19.8', webUrl: null })] }))[0]!;
		const empty = Object.keys(row).filter((name) => row[name] === '');
		expect(empty).toEqual(
			(
				'priority workflow health weight carried_from web_url milestone_start milestone_cutoff ' +
				'milestone_planning_issue_due milestone_scope_final milestone_kickoff milestone_release'
			).split(' '),
		);
	});
});

describe('whatever GitLab answers is text in both files', () => {
	test.each(hostileTexts)('an issue called $name', ({ text, shown }) => {
		const hostile = anIssue({
			...inCurrent,
			title: text,
			labels: [`workflow::${text}`],
			healthStatus: text,
			state: text,
		});
		const plan = exportOf({ issues: [hostile] });
		const { title, workflow, health, state } = plan.issues[0]!;
		for (const value of [title, health!, state]) expect(value.startsWith(shown)).toBe(true);
		expect(workflow).not.toBeNull();
		expect(title.length).toBeLessThanOrEqual(text.length);
		expect(JSON.stringify(plan).isWellFormed()).toBe(true);
		const harmful = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
		const row = rowsOf(plan)[0]!;
		for (const cell of Object.values(row)) {
			expect(cell).not.toMatch(harmful);
			expect(cell).not.toMatch(/^[=+\-@]/);
		}
		expect(row.title!.replace(/^'/, '')).toBe(title);
	});
});
