import { describe, expect, test } from 'vitest';
import { RequestBudget } from '#gitlab/lists/request-budget.ts';
import type { ListName } from '#model/snapshot.ts';

function budgetOf(consumers: number, sent: Partial<Record<ListName, number>>): RequestBudget {
	const budget = new RequestBudget(consumers);
	for (const [list, count] of Object.entries(sent)) {
		for (let index = 0; index < count; index += 1) budget.note(list as ListName);
	}
	return budget;
}

describe('the requests that may still be made', () => {
	test.each<{ sent: Partial<Record<ListName, number>>; left: number; why: string }>([
		{ sent: { projects: 200, issues: 50 }, left: 40, why: 'the source of consumers has its own' },
		{ sent: { projects: 250, evidence: 3 }, left: 40, why: 'which count once when they are made' },
		{ sent: { projects: 250, evidence: 24 }, left: 20, why: 'those that it makes besides count' },
		{ sent: { projects: 400 }, left: 0, why: 'less than none is never left' },
	])('and all others stay below 300: $why', ({ sent, left }) => {
		expect(budgetOf(2, sent).left).toBe(left);
	});
});

test('however many were made, a quarter of the projects may be asked for one by one', () => {
	expect(budgetOf(2, { projects: 400 }).leftFor(10)).toBe(3);
	expect(budgetOf(2, { projects: 200 }).leftFor(10)).toBe(90);
});

test('it is settled when every list that has begun has what it needs', async () => {
	const budget = new RequestBudget(0);
	const done = [budget.begin(), budget.begin()];
	let isSettled = false;
	const settled = budget.settle().then(() => {
		isSettled = true;
	});
	done[0]!();
	done[0]!();
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(isSettled).toBe(false);
	done[1]!();
	await settled;
	expect(isSettled).toBe(true);
});

test('it is settled when nothing has begun', async () => {
	await expect(new RequestBudget(0).settle()).resolves.toBeUndefined();
});
