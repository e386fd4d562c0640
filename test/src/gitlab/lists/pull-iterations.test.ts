import { describe, expect, test } from 'vitest';
import { planPullers } from '#gitlab/lists/plan-pullers.ts';
import { pullDepartedIssues } from '#gitlab/lists/pull-departed-issues.ts';
import { pullIssues, pullMilestones } from '#gitlab/lists/pull-plan.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aMilestone, anIssue, aRegistry, aSnapshot, planRules } from '../../../builders.ts';
import { aWorldGroup, aWorldIssue, aWorldIteration } from '../../../gitlab/small-world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const today = '2026-03-04';
const rulesOf = (group: string) =>
	planRules({
		group,
		groupLabels: ['group::platform'],
		iterations: { cadence: 'Billing weeks' },
		milestonePattern: '.',
	});
const rules = rulesOf('platform');
const thisWeek = aWorldIteration();
const nextWeek = aWorldIteration({ startDate: '2026-03-09', dueDate: '2026-03-15' });
const named = aWorldIteration({ title: 'Spring', startDate: '2026-03-16', dueDate: '2026-03-22' });
const nothing = () => undefined;
const titlesOf = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);

describe('iterations', () => {
	test('are milestones, named by their days where they have no title', async () => {
		await using gitlab = await startSmallGitLab({ iterations: [named, nextWeek, thisWeek] });
		const rows = await pullMilestones(gitlab.client, rules, today);
		expect(titlesOf(rows)).toEqual([
			'2026-03-02 to 2026-03-08',
			'2026-03-09 to 2026-03-15',
			'Spring',
		]);
		expect(rows[0]).toMatchObject({
			startDate: '2026-03-02',
			dueDate: '2026-03-08',
			state: 'active',
			webUrl: `https://gitlab.example/groups/platform/-/iterations/${String(thisWeek.id)}`,
		});
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('that are over are closed', async () => {
		const over = aWorldIteration({ startDate: '2026-02-23', dueDate: '2026-03-01' });
		await using gitlab = await startSmallGitLab({ iterations: [over] });
		expect(await pullMilestones(gitlab.client, rules, today)).toMatchObject([{ state: 'closed' }]);
	});

	test('are those of the cadence alone, from the groups above too', async () => {
		const other = aWorldIteration({ id: 7, cadence: 'Shop months' });
		await using gitlab = await startSmallGitLab({
			groups: [aWorldGroup(), aWorldGroup({ path: 'platform/bills' })],
			iterations: [thisWeek, other],
		});
		const rows = await pullMilestones(gitlab.client, rulesOf('platform/bills'), today);
		expect(titlesOf(rows)).toEqual(['2026-03-02 to 2026-03-08']);
	});

	test('of one name fail, with words on what to do', async () => {
		const other = aWorldIteration({ id: 7, cadence: 'Shop weeks' });
		await using gitlab = await startSmallGitLab({ iterations: [thisWeek, other] });
		const pull = pullMilestones(gitlab.client, { ...rules, iterations: {} }, today);
		await expect(pull).rejects.toThrow(InvalidDataError);
		await expect(pull).rejects.toThrow(
			/"2026-03-02 to 2026-03-08"[^]*name the cadence in content\/registry\/plan\.yaml/,
		);
	});

	test('without title and days are left out, and counted', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/iterations/, [{ id: 1 }, { id: 2, title: 'Spring' }]);
		const counts: number[] = [];
		const rows = await pullMilestones(gitlab.client, rules, today, (count) => counts.push(count));
		expect(titlesOf(rows)).toEqual(['Spring']);
		expect(counts).toEqual([1]);
	});
});

describe('issues of iterations', () => {
	const issues = [
		aWorldIssue({ iid: 1, iterationId: thisWeek.id }),
		aWorldIssue({ iid: 2, iterationId: named.id }),
		aWorldIssue({ iid: 3 }),
	];
	const world = { iterations: [thisWeek, nextWeek, named], issues };

	test('are asked for by the number of the iteration, and are in it', async () => {
		await using gitlab = await startSmallGitLab(world);
		const milestones = await pullMilestones(gitlab.client, rules, today);
		gitlab.asked();
		const rows = await pullIssues(gitlab.client, rules, milestones, nothing);
		expect(rows.map(({ iid, milestone }) => [iid, milestone])).toEqual([
			[1, '2026-03-02 to 2026-03-08'],
			[2, 'Spring'],
		]);
		// The questions are asked at the same time, so any of them may arrive first.
		expect(gitlab.asked()).toContainEqual(
			expect.stringContaining(`iteration_id=${String(thisWeek.id)}`),
		);
	});

	test('that have left one are where they are now', async () => {
		await using gitlab = await startSmallGitLab(world);
		const was = anIssue({ project: 'platform/billing-api', iid: 2, milestone: 'Week 1' });
		const known = { issues: [was], departedIssues: [] };
		const { rows } = await pullDepartedIssues(gitlab.client, known, ['Week 1'], [], 'iteration');
		expect(rows).toMatchObject([{ iid: 2, milestone: 'Spring', formerMilestone: 'Week 1' }]);
	});

	test('fail with their iterations, whose numbers no snapshot keeps', async () => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.refuse(/\/iterations/, 500);
		const source = {
			url: gitlab.url,
			token: undefined,
			requester: gitlab.requester,
			registry: aRegistry({ plan: rules }),
			lastGood: aSnapshot({ rows: { milestones: [aMilestone({ title: 'Week 1' })] } }),
			now: `${today}T08:00:00Z`,
		} as const;
		const pullers = planPullers(
			source,
			() => gitlab.client,
			() => Promise.resolve([]),
		);
		await expect(pullers.issues.pull(nothing)).rejects.toThrow('answered 500');
	});
});
