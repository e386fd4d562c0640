import { describe, expect, test } from 'vitest';
import { ask, fieldOf, serve } from './ask.ts';
import { aWorldGroup, aWorldIssue, aWorldIteration } from './small-world.ts';

const now = aWorldIteration();
const later = aWorldIteration({ startDate: '2026-03-09', dueDate: '2026-03-15', title: 'Spring' });
const over = aWorldIteration({ startDate: '2026-02-23', dueDate: '2026-03-01' });
const other = aWorldIteration({ id: 7, cadence: 'Shop months' });

describe('the iterations of a group', () => {
	test.each([
		{ query: '', ids: [over, now, other, later], why: 'all' },
		{ query: 'state=opened', ids: [now, other, later], why: 'current and upcoming' },
		{ query: 'state=closed', ids: [over], why: 'one state' },
		{ query: 'search=spring', ids: [later], why: 'titles alone, in any case' },
		{ query: 'search=shop&in[]=cadence_title', ids: [other], why: 'titles of cadences' },
		{ query: 'include_ancestors=false', ids: [], why: "the group's own" },
	])('?$query: $why', async ({ query, ids }) => {
		const groups = [aWorldGroup(), aWorldGroup({ path: 'platform/bills' })];
		const gitlab = await serve({ groups, iterations: [now, later, over, other] });
		const answer = await ask(gitlab, `groups/platform%2Fbills/iterations?${query}`);
		expect(fieldOf(answer, 'id').toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
	});

	test('have numbers for their states, and no title where the cadence makes them', async () => {
		const gitlab = await serve({ iterations: [over, now, later] });
		const answer = await ask(gitlab, 'groups/platform/iterations');
		expect(fieldOf(answer, 'state')).toEqual([3, 2, 1]);
		expect(fieldOf(answer, 'title')).toEqual([null, null, 'Spring']);
	});

	test.each([
		{ query: `iteration_id=${String(now.id)}`, iids: [1] },
		{ query: 'iteration_id=None', iids: [2] },
		{ query: 'iteration_id=Any', iids: [1, 3] },
		{ query: 'iteration_title=Spring', iids: [3] },
	])('have the issues of ?$query', async ({ query, iids }) => {
		const gitlab = await serve({
			iterations: [now, later],
			issues: [
				aWorldIssue({ iid: 1, iterationId: now.id }),
				aWorldIssue({ iid: 2 }),
				aWorldIssue({ iid: 3, iterationId: later.id }),
			],
		});
		const answer = await ask(gitlab, `groups/platform/issues?${query}`);
		expect(fieldOf(answer, 'iid').toSorted()).toEqual(iids);
	});
});
