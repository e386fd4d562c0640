import { expect, test } from 'vitest';
import { arrangeColumns } from '#core/plan/roadmap-columns.ts';
import { anIssue, planRules } from '../../../builders.ts';

const rules = planRules({
	roadmapLabels: [
		{ label: 'roadmap::now', name: 'Now' },
		{ label: 'roadmap::next', name: 'Next' },
	],
	priorities: [
		{ label: 'P1', name: 'P1', meaning: 'first' },
		{ label: 'P2', name: 'P2', meaning: 'then' },
	],
});
const labelled = (iid: number, ...labels: string[]) => anIssue({ iid, labels });

test('issues are in the columns of their labels, in any case, by priority and then by reference', () => {
	const columns = arrangeColumns(
		[
			labelled(1, 'roadmap::now'),
			labelled(2, 'Roadmap::Now', 'P2'),
			labelled(3, 'roadmap::now', 'P1'),
			labelled(4, 'roadmap::now', 'P2'),
			labelled(5, 'roadmap::never'),
		],
		rules,
	);
	expect(columns.map(({ name, issues }) => [name, issues.map(({ issue }) => issue.iid)])).toEqual([
		['Now', [3, 2, 4, 1]],
		['Next', []],
	]);
});

test('without labels of a roadmap there is no column', () => {
	expect(arrangeColumns([labelled(1, 'roadmap::now')], planRules())).toEqual([]);
});
