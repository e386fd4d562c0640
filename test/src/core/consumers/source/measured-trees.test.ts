import { expect, test } from 'vitest';
import { readMarked } from './marked-trees.ts';
import { measuredTrees } from './measured-trees.ts';

function measure() {
	const trees = Object.entries(measuredTrees).map(([name, tree]) => ({
		name,
		...readMarked(tree),
	}));
	const missing = trees.flatMap(({ name, found, marked }) =>
		marked.filter((one) => !found.includes(one)).map((one) => `${name}: ${one}`),
	);
	const wrong = trees.flatMap(({ name, found, marked }) =>
		found.filter((one) => !marked.includes(one)).map((one) => `${name}: ${one}`),
	);
	const count = trees.reduce((sum, { marked }) => sum + marked.length, 0);
	const found = trees.reduce((sum, one) => sum + one.found.length, 0);
	const right = count - missing.length;
	return { missing, wrong, count, precision: right / found, recall: right / count };
}

test('what is found in trees that the search was not made for is right, and next to all', () => {
	const { missing, wrong, count, precision, recall } = measure();
	const told = JSON.stringify({ count, missing, wrong });
	expect(precision, told).toBeGreaterThanOrEqual(0.99);
	expect(recall, told).toBeGreaterThanOrEqual(0.97);
});
