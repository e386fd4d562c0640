import { expect, test } from 'vitest';
import { Spending } from '#gitlab/lists/spending.ts';

const address = (path: string) => new URL(path, 'https://gitlab.example');

test('counts each address once, the source of consumers apart', () => {
	const spending = new Spending();
	spending.note('projects', address('/a'));
	spending.note('consumers', address('/a'));
	spending.note('issues', address('/b'));
	spending.note('evidence', address('/c'));
	expect(spending.ofOthers).toBe(2);
	expect(spending.ofAll).toBe(3);
});

test('is settled when every list that has begun has what it needs', async () => {
	const spending = new Spending();
	const done = [spending.begin(), spending.begin()];
	let isSettled = false;
	const settled = spending.settle().then(() => {
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

test('is settled when nothing has begun', async () => {
	await expect(new Spending().settle()).resolves.toBeUndefined();
});
