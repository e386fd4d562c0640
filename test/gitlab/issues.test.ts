import { describe, expect, test } from 'vitest';
import { ask, fieldOf, serve } from './ask.ts';
import { aWorldIssue, aWorldMilestone, smallToken } from './small-world.ts';

const current = aWorldMilestone({ title: '18.6' });
const past = aWorldMilestone({ title: '18.5', startDate: '2026-02-01', dueDate: '2026-03-01' });
const undated = aWorldMilestone({ title: 'Backlog', startDate: null, dueDate: null });

describe('an issue list', () => {
	const issues = [
		aWorldIssue({ iid: 1, labels: ['group::platform', 'Deliverable'], milestoneId: current.id }),
		aWorldIssue({ iid: 2, labels: ['group::platform'], milestoneId: past.id, state: 'closed' }),
		aWorldIssue({ iid: 3, labels: ['deliverable'], weight: 3 }),
		aWorldIssue({ iid: 4, labels: [], createdAt: '2026-03-02T08:00:00.000Z' }),
	];

	test.each([
		{ query: '', iids: [1, 2, 3, 4], why: 'everything, whatever its state' },
		{ query: 'state=opened', iids: [1, 3, 4], why: 'one state' },
		{ query: 'labels=group%3A%3Aplatform', iids: [1, 2], why: 'one label' },
		{ query: 'labels=group%3A%3Aplatform,Deliverable', iids: [1], why: 'labels are joined by AND' },
		{ query: 'labels=Deliverable', iids: [1], why: 'label names are exact' },
		{ query: 'labels=None', iids: [4], why: 'no label' },
		{ query: 'labels=Any', iids: [1, 2, 3], why: 'any label' },
		{ query: 'not[labels]=Deliverable,deliverable', iids: [2, 4], why: 'none of the labels' },
		{ query: 'milestone=18.6', iids: [1], why: 'title of a milestone' },
		{ query: 'milestone=None', iids: [3, 4], why: 'no milestone' },
		{ query: 'milestone_id=Any', iids: [1, 2], why: 'any milestone' },
		{ query: 'iids[]=2&iids[]=3', iids: [2, 3], why: 'numbers' },
		{ query: 'created_after=2026-03-01', iids: [4], why: 'date' },
		{ query: 'weight=3', iids: [3], why: 'weight' },
	])('?$query: $why', async ({ query, iids }) => {
		const gitlab = await serve({ issues, milestones: [current, past] });
		for (const parent of ['groups/platform', 'projects/platform%2Fbilling-api']) {
			const answer = await ask(gitlab, `${parent}/issues?${query}`);
			expect(fieldOf(answer, 'iid').toSorted()).toEqual(iids);
		}
		const all = await ask(gitlab, `issues?scope=all&${query}`);
		expect(fieldOf(all, 'iid').toSorted()).toEqual(iids);
	});

	test.each([
		{ query: 'state=open', error: 'state does not have a valid value' },
		{ query: 'milestone_id=12', error: 'milestone_id does not have a valid value' },
		{
			query: 'milestone=1&milestone_id=Any',
			error: 'milestone_id, milestone are mutually exclusive',
		},
		{ query: 'order_by=iid', error: 'order_by does not have a valid value' },
		{ query: 'created_after=yesterday', error: 'created_after is invalid' },
		{ query: 'confidential=perhaps', error: 'confidential is invalid' },
	])('refuses ?$query', async ({ query, error }) => {
		const answer = await ask(await serve(), `groups/platform/issues?${query}`);
		expect([answer.status, answer.json]).toEqual([400, { error }]);
	});

	test('has labels as names, or as objects on demand', async () => {
		const gitlab = await serve();
		const names = await ask(gitlab, 'groups/platform/issues');
		expect(fieldOf(names, 'labels')).toEqual([['group::platform']]);
		const details = await ask(gitlab, 'groups/platform/issues?with_labels_details=true');
		expect(fieldOf(details, 'labels')).toEqual([
			[expect.objectContaining({ name: 'group::platform' })],
		]);
	});

	test('counts by state, confidential ones for those who see them', async () => {
		const gitlab = await serve({
			issues: [...issues, aWorldIssue({ iid: 5, confidential: true })],
		});
		const question = 'groups/platform/issues_statistics?state=closed';
		expect((await ask(gitlab, question)).json).toEqual({
			statistics: { counts: { all: 4, closed: 1, opened: 3 } },
		});
		expect((await ask(gitlab, question, { token: smallToken })).json).toMatchObject({
			statistics: { counts: { all: 5 } },
		});
	});
});

describe('the milestones of a group', () => {
	test.each([
		{ query: '', titles: ['18.5', '18.6', 'Backlog'], why: 'by due date, undated last' },
		{ query: 'containing_date=2026-03-04', titles: ['18.6'], why: 'those that include a day' },
		{ query: 'title=18.6', titles: ['18.6'], why: 'an exact title' },
		{ query: 'search=back', titles: ['Backlog'], why: 'a part of the title' },
		{ query: 'state=closed', titles: [], why: 'a state' },
	])('?$query: $why', async ({ query, titles }) => {
		const gitlab = await serve({ milestones: [undated, current, past], issues: [] });
		const answer = await ask(gitlab, `groups/platform/milestones?${query}`);
		expect(fieldOf(answer, 'title')).toEqual(titles);
	});

	test('are expired from the day after they are due', async () => {
		const gitlab = await serve({ milestones: [past] });
		const expired = async () => fieldOf(await ask(gitlab, 'groups/platform/milestones'), 'expired');
		expect(await expired()).toEqual([true]);
		gitlab.world.today = '2026-03-01';
		expect(await expired()).toEqual([false]);
	});

	test('have dates in pairs', async () => {
		const answer = await ask(await serve(), 'groups/platform/milestones?start_date=2026-01-01');
		expect(answer.status).toBe(400);
	});
});
