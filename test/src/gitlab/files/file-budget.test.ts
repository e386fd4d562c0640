import { expect, test } from 'vitest';
import { fileBudget } from '#gitlab/files/file-budget.ts';
import { Ledger } from '#gitlab/transport/ledger.ts';

const ask = (ledger: Ledger, count: number) => {
	for (let index = 0; index < count; index += 1) {
		ledger.note(new URL(`https://gitlab.example/${String(ledger.count)}`));
	}
};
const of = (planned: number, taken = 0) => {
	const ledger = new Ledger();
	const resolve = (count: number) => () => Promise.resolve(count);
	return { ledger, budget: fileBudget(resolve(planned), ledger, resolve(taken)) };
};

test('what was asked for before the files does not count', async () => {
	const { ledger, budget } = of(10);
	ask(ledger, 50);
	const left = await budget.begin();
	expect(left()).toBe(10);
	ask(ledger, 4);
	expect(left()).toBe(6);
	expect(await budget.unused()).toBe(6);
});

test('what another list has left counts, and is never handed on', async () => {
	const { ledger, budget } = of(10, 5);
	const left = await budget.begin();
	expect(left()).toBe(15);
	ask(ledger, 12);
	expect(left()).toBe(3);
	expect(await budget.unused()).toBe(0);
});

test('all is unused when no file is asked for', async () => {
	const { ledger, budget } = of(10, 5);
	ask(ledger, 50);
	expect(await budget.unused()).toBe(10);
});

test('less than nothing is never left', async () => {
	const { ledger, budget } = of(10);
	const left = await budget.begin();
	ask(ledger, 20);
	expect(left()).toBe(0);
	expect(await budget.unused()).toBe(0);
});
