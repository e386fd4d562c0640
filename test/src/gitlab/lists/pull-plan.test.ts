import { describe, expect, test } from 'vitest';
import { findCoveredRoles } from '#core/people/covered-roles.ts';
import { findPlannedMilestones } from '#core/base/milestones.ts';
import {
	pullIssues,
	pullMilestones,
	pullPlanningIssues,
	pullRoadmapIssues,
} from '#gitlab/lists/pull-plan.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aMilestone, aPlanningIssue, aRosterRow, planRules } from '../../../builders.ts';
import {
	aWorldGroup,
	aWorldIssue,
	aWorldMilestone,
	aWorldProject,
} from '../../../gitlab/small-world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const today = '2026-03-04';
const rules = planRules({
	group: 'platform',
	groupLabels: ['group::platform', 'group::platform core'],
	planningIssues: { project: 'platform/billing-api', label: 'Planning Issue' },
});
const current = aMilestone({ title: '18.6', startDate: '2026-03-02', dueDate: '2026-03-06' });
const next = aMilestone({ title: '18.7', startDate: null, dueDate: null });
const milestoneOfWorld = aWorldMilestone();
const inMilestone = milestoneOfWorld.id;
const nothing = () => undefined;

const titlesOf = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);

describe('milestones', () => {
	test('are those of the plan alone, by number', async () => {
		const titles = ['18.10', '18.9', 'Backlog', '18.6', '18', '18.6.1', 'Next 1-3 releases'];
		await using gitlab = await startSmallGitLab({
			milestones: titles.map((title) => aWorldMilestone({ title })),
		});
		expect(titlesOf(await pullMilestones(gitlab.client, rules, today))).toEqual([
			'18.6',
			'18.9',
			'18.10',
		]);
	});

	test('that all have another title are a mistake of the registry, and none is no mistake', async () => {
		const milestones = ['Sprint 1', 'Sprint 2'].map((title) => aWorldMilestone({ title }));
		await using gitlab = await startSmallGitLab({ milestones });
		await expect(pullMilestones(gitlab.client, rules, today)).rejects.toThrow(
			/No milestone of platform has a title that fits milestonePattern, .+; one is called "Sprint 1"\.\nCorrect milestonePattern in content\/registry\/plan\.yaml/,
		);
		await using empty = await startSmallGitLab({ milestones: [] });
		expect(await pullMilestones(empty.client, rules, today)).toEqual([]);
	});

	test('are cut to what pages read, in one question', async () => {
		await using gitlab = await startSmallGitLab();
		expect(await pullMilestones(gitlab.client, rules, today)).toEqual([
			{
				title: '18.6',
				startDate: '2026-03-02',
				dueDate: '2026-03-06',
				state: 'active',
				webUrl: 'https://gitlab.example/groups/platform/-/milestones/1',
			},
		]);
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('without dates are milestones too', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/milestones/, [{ title: '18.6', start_date: null, due_date: 'soon' }]);
		expect(await pullMilestones(gitlab.client, rules, today)).toEqual([
			{ title: '18.6', startDate: null, dueDate: null, state: 'unknown', webUrl: null },
		]);
	});

	test('that come twice, from two pages, are there once', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/milestones/, [{ title: '18.6' }, { title: '18.7' }, { title: ' 18.6 ' }]);
		expect(titlesOf(await pullMilestones(gitlab.client, rules, today))).toEqual(['18.6', '18.7']);
	});

	test('may be of a group above: of one title the own one counts', async () => {
		const own = aWorldMilestone({ parent: 'platform/crew', title: '18.6', dueDate: '2026-03-20' });
		const above = [
			aWorldMilestone({ title: '18.6', dueDate: '2026-03-31' }),
			aWorldMilestone({ title: '18.7', startDate: '2026-04-01', dueDate: '2026-04-30' }),
		];
		const groups = ['platform', 'platform/crew'].map((path) => aWorldGroup({ path }));
		for (const milestones of [
			[own, ...above],
			[...above, own],
		]) {
			await using gitlab = await startSmallGitLab({ groups, milestones });
			const pulled = await pullMilestones(
				gitlab.client,
				planRules({ group: 'platform/crew' }),
				today,
			);
			expect(pulled.map(({ title, dueDate }) => [title, dueDate])).toEqual([
				['18.6', '2026-03-20'],
				['18.7', '2026-04-30'],
			]);
		}
	});

	test('are three before the current one, and six after', async () => {
		await using gitlab = await startSmallGitLab({
			milestones: Array.from({ length: 12 }, (_, number) =>
				aWorldMilestone({
					title: `18.${String(number)}`,
					startDate: `2026-${String(number + 1).padStart(2, '0')}-01`,
					dueDate: `2026-${String(number + 1).padStart(2, '0')}-28`,
				}),
			),
		});
		const titles = titlesOf(await pullMilestones(gitlab.client, rules, '2026-05-10'));
		expect(titles[0]).toBe('18.1');
		expect(titles[3]).toBe('18.4');
		expect(titles.at(-1)).toBe('18.10');
	});

	test('fail when the group is not there: a plan without milestones is none', async () => {
		await using gitlab = await startSmallGitLab({ groups: [] });
		await expect(pullMilestones(gitlab.client, rules, today)).rejects.toThrow(
			/answered 404: "404 Group Not Found" .+; check that the group is still called platform, as in content\/registry, and is public\.$/,
		);
	});

	test('fail on a row without title, with words for people', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/milestones/, [{ title: '18.6' }, { id: 7 }]);
		await expect(pullMilestones(gitlab.client, rules, today)).rejects.toThrow(
			/GitLab's answer to the milestones of platform is not valid\.[^]*\[1\]\.title/,
		);
	});

	test('name three of many rows that fail alike', async () => {
		await using gitlab = await startSmallGitLab();
		const rows = Array.from({ length: 100 }, (_, id) => ({ id }));
		gitlab.say(/\/milestones/, rows);
		await expect(pullMilestones(gitlab.client, rules, today)).rejects.toThrow(
			/\[2\]\.title\n✖ 97 more like these\nCompare/,
		);
	});
});

describe('the milestones whose issues are asked for', () => {
	const later = ['18.8', '18.9', '18.10'].map((title) => aMilestone({ title }));

	test('are the current one and as many as are shown beside it', () => {
		const planned = findPlannedMilestones([...later, next, current], rules, today);
		expect(titlesOf(planned)).toEqual(['18.6', '18.7', '18.8', '18.9']);
	});

	test('are none when all are over', () => {
		expect(findPlannedMilestones([current], rules, '2026-04-01')).toEqual([]);
	});
});

describe('issues', () => {
	const issue = aWorldIssue({ milestoneId: inMilestone });

	test('are asked for once for each milestone and label, and the public ones alone', async () => {
		await using gitlab = await startSmallGitLab();
		const { steps, step } = counter();
		await pullIssues(gitlab.client, rules, [current, next], step);
		const asked = gitlab.asked();
		expect(asked).toHaveLength(4);
		expect(steps.count).toBe(4);
		for (const path of asked) {
			expect(path).toMatch(/^\/groups\/platform\/issues\?/);
			expect(path).toContain('confidential=false');
		}
		expect(asked.filter((path) => path.includes('labels=group::platform core'))).toHaveLength(2);
		expect(asked.filter((path) => path.includes('milestone=18.7'))).toHaveLength(2);
	});

	test('are none when no milestone is planned', async () => {
		await using gitlab = await startSmallGitLab();
		expect(await pullIssues(gitlab.client, rules, [], nothing)).toEqual([]);
		expect(gitlab.asked()).toEqual([]);
	});

	test('of both labels are there once', async () => {
		await using gitlab = await startSmallGitLab({
			issues: [{ ...issue, labels: rules.groupLabels }],
		});
		const rows = await pullIssues(gitlab.client, rules, [current], nothing);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ project: 'platform/billing-api', iid: 1, milestone: '18.6' });
	});

	test('of one number in two projects are two', async () => {
		const other = aWorldProject({ path: 'platform/web' });
		await using gitlab = await startSmallGitLab({
			projects: [aWorldProject(), other],
			issues: [issue, aWorldIssue({ project: other.path, milestoneId: inMilestone })],
		});
		expect(await pullIssues(gitlab.client, rules, [current], nothing)).toHaveLength(2);
	});

	test('are followed over their pages', async () => {
		const issues = Array.from({ length: 101 }, (_, index) =>
			aWorldIssue({ iid: index + 1, milestoneId: inMilestone }),
		);
		await using gitlab = await startSmallGitLab({ issues });
		expect(await pullIssues(gitlab.client, rules, [current], nothing)).toHaveLength(101);
	});

	test.each([
		{ confidential: true, why: 'is' },
		{ confidential: undefined, why: 'may be' },
		{ confidential: 'no', why: 'says something else' },
	])('that GitLab sends though one $why confidential are left out', async ({ confidential }) => {
		await using gitlab = await startSmallGitLab();
		const row = { iid: 1, references: { full: 'platform/billing-api#1' } };
		gitlab.say(/\/issues/, [
			{ ...row, confidential, title: 'Planted' },
			{ ...row, iid: 2, references: { full: 'platform/billing-api#2' }, confidential: false },
		]);
		const rows = await pullIssues(gitlab.client, rules, [current], nothing);
		expect(rows.map(({ iid }) => iid)).toEqual([2]);
	});

	test('that were moved to another project are left out where they were', async () => {
		await using gitlab = await startSmallGitLab();
		const row = { confidential: false, state: 'closed' };
		gitlab.say(/\/issues/, [
			{ ...row, iid: 1, references: { full: 'platform/billing-api#1' }, moved_to_id: 77 },
			{ ...row, iid: 2, references: { full: 'platform/billing-api#2' }, moved_to_id: null },
			{ ...row, iid: 3, references: { full: 'platform/billing-api#3' } },
		]);
		const rows = await pullIssues(gitlab.client, rules, [current], nothing);
		expect(rows.map(({ iid }) => iid)).toEqual([2, 3]);
	});

	test('that are confidential need not say where they belong', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/issues/, [{ iid: 1, confidential: true }]);
		expect(await pullIssues(gitlab.client, rules, [current], nothing)).toEqual([]);
	});

	test.each([
		{ row: { confidential: false }, why: 'without number' },
		{ row: { iid: 1, confidential: false }, why: 'without project' },
	])('fail on one $why', async ({ row }) => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/issues/, [row]);
		const pull = pullIssues(gitlab.client, rules, [current], nothing);
		await expect(pull).rejects.toThrow(InvalidDataError);
	});

	test('fail as a whole when one question fails', async () => {
		await using gitlab = await startSmallGitLab({ issues: [issue] });
		gitlab.refuse(/labels=group::platform core/, 403);
		const pull = pullIssues(gitlab.client, rules, [current, next], nothing);
		await expect(pull).rejects.toThrow('answered 403');
	});
});

describe('issues of the roadmap', () => {
	const roadmapLabels = ['now', 'later'].map((name) => ({ label: `roadmap::${name}`, name }));
	const columns = { ...rules, groupLabels: ['group::platform'], roadmapLabels };
	const labelled = (iid: number, change: Parameters<typeof aWorldIssue>[0] = {}) =>
		aWorldIssue({ iid, labels: ['group::platform', 'roadmap::now'], ...change });

	test('are the open public ones with a label of a column and one of the group', async () => {
		await using gitlab = await startSmallGitLab({
			issues: [
				labelled(1),
				labelled(2, { labels: ['group::platform', 'roadmap::later'] }),
				labelled(3, { state: 'closed' }),
				labelled(4, { confidential: true }),
				labelled(5, { labels: ['group::platform', 'roadmap::never'] }),
				labelled(6, { labels: ['roadmap::now'] }),
			],
		});
		const { steps, step } = counter();
		const rows = await pullRoadmapIssues(gitlab.client, columns, step);
		expect(rows.map(({ iid }) => iid)).toEqual([1, 2]);
		expect(steps.count).toBe(2);
	});

	test('are the hundred of each column that changed last', async () => {
		await using gitlab = await startSmallGitLab({
			issues: Array.from({ length: 101 }, (_, index) =>
				labelled(index + 1, {
					updatedAt: index === 0 ? '2026-01-01T08:00:00.000Z' : '2026-03-01T08:00:00.000Z',
				}),
			),
		});
		const rows = await pullRoadmapIssues(gitlab.client, columns, nothing);
		expect(rows).toHaveLength(100);
		expect(rows.some(({ iid }) => iid === 1)).toBe(false);
		expect(gitlab.asked()).toHaveLength(2);
	});
});

describe('planning issues', () => {
	test('have the roles of those to whom they are assigned, and not their names', async () => {
		await using gitlab = await startSmallGitLab({
			issues: [
				aWorldIssue({
					iid: 1,
					title: '18.6 plan',
					labels: ['Planning Issue'],
					assignees: ['ada.example'],
				}),
				aWorldIssue({ iid: 2, title: '18.7 plan', labels: ['Planning Issue'], assignees: [] }),
			],
		});
		const team = [
			aRosterRow({ role: 'Senior Technical Writer', username: 'Ada.Example' }),
			aRosterRow({ role: 'Product Designer', username: 'bo.example' }),
		];
		const roles = ['Technical Writer', 'Product Designer'];
		const covers = (names: readonly string[]) => findCoveredRoles(roles, team, names);
		const { rows } = await pullPlanningIssues(gitlab.client, rules, [current, next], [], covers);
		expect(rows.map((row) => row.covers)).toEqual([['Technical Writer'], []]);
		expect(JSON.stringify(rows)).not.toMatch(/ada|bo\./i);
	});

	const planning = (iid: number, title: string, milestoneId: number | null = null) =>
		aWorldIssue({ iid, title, milestoneId, labels: ['Planning Issue'] });

	async function pull(issues: ReturnType<typeof planning>[], milestones = [current, next]) {
		await using gitlab = await startSmallGitLab({ issues });
		const { rows, mayBeEmpty } = await pullPlanningIssues(gitlab.client, rules, milestones);
		return { iids: rows.map(({ iid }) => iid), mayBeEmpty, asked: gitlab.asked() };
	}

	test('that strangers do not see any more are gone, those without the label are not', async () => {
		await using gitlab = await startSmallGitLab({
			issues: [
				planning(1, '18.6 plan'),
				{ ...planning(2, '18.7 plan'), confidential: true },
				{ ...planning(3, '18.8 plan'), labels: [] },
			],
		});
		const known = [1, 2, 3].map((iid) => aPlanningIssue({ project: 'platform/billing-api', iid }));
		const answer = await pullPlanningIssues(gitlab.client, rules, [current], known);
		expect([...(answer.gone ?? [])]).toEqual(['platform/billing-api#2']);
		expect(gitlab.asked()).toHaveLength(2);
	});

	test.each([
		{
			issues: [planning(1, 'Plan', inMilestone), planning(2, '18.7 plan')],
			iids: [1, 2],
			why: 'of a milestone, or with its number in the title',
		},
		{
			issues: [planning(1, '18.60 plan'), planning(2, '18.6.1 plan'), planning(3, '118.7')],
			iids: [],
			why: 'of another number',
		},
		{ issues: [planning(1, 'Plan of 18.6 and 18.7')], iids: [1], why: 'of two milestones, once' },
		{
			issues: [aWorldIssue({ title: '18.6 plan', milestoneId: inMilestone })],
			iids: [],
			why: 'without the label',
		},
		{
			issues: [{ ...planning(1, '18.6 plan'), confidential: true }],
			iids: [],
			why: 'that are confidential',
		},
		{
			issues: [{ ...planning(1, '18.6 plan'), state: 'closed' as const }],
			iids: [1],
			why: 'that are closed',
		},
	])('$why: $iids', async ({ issues, iids }) => {
		expect((await pull(issues)).iids).toEqual(iids);
	});

	test('are asked for once, in their project, the public ones alone', async () => {
		const { asked } = await pull([]);
		expect(asked).toHaveLength(1);
		expect(asked[0]).toMatch(/^\/projects\/platform\/billing-api\/issues\?/);
		expect(asked[0]).toContain('labels=Planning Issue');
		expect(asked[0]).toContain('confidential=false');
	});

	test('may be none for these milestones only where there are any', async () => {
		expect((await pull([planning(1, '17.0 plan')])).mayBeEmpty).toBe(true);
		expect((await pull([])).mayBeEmpty).toBe(false);
	});

	test('may not be none for the reason that the list of milestones came empty', async () => {
		const { iids, mayBeEmpty } = await pull([planning(1, 'Plan', inMilestone)], []);
		expect(iids).toEqual([]);
		expect(mayBeEmpty).toBe(false);
	});
});
