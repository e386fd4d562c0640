import { expect, test } from 'vitest';
import {
	exampleDay,
	exampleDays,
	exampleMilestone,
	exampleMilestones,
} from '#core/plan/example-days.ts';
import { buildPlan } from '#core/plan/plan.ts';
import type { Milestone } from '#model/milestone.ts';
import { aMilestone, planRules } from '../../../builders.ts';

const rules = planRules();
const planWith = (milestones: Milestone[]) =>
	buildPlan({
		milestones,
		issues: [],
		candidates: [],
		planningIssues: [],
		rules,
		today: '2026-11-23',
	});
const plan = planWith([
	aMilestone(),
	aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15' }),
]);

test('days are those of the current milestone and the next one', () => {
	expect(exampleDays.map((name) => exampleDay(name, plan, rules))).toEqual([
		'2026-12-17',
		'2026-12-11',
		'2026-12-12',
		'2026-11-12',
		'2026-12-09',
	]);
	expect(exampleDays.map((name) => exampleDay(name, planWith([]), rules))).toEqual(
		exampleDays.map(() => null),
	);
});

test('the next major version, and by when its removals are announced', () => {
	const titles = (of: typeof plan, lastMinor: number | undefined) =>
		exampleMilestones.map((name) => exampleMilestone(name, of, { lastMinor }, 3));
	expect(titles(plan, 11)).toEqual(['19.7', '19.8', '20.0', '19.9']);
	expect(titles(plan, undefined)).toEqual(['19.7', '19.8', null, null]);
	expect(titles(planWith([]), 11)).toEqual([null, null, null, null]);
});
