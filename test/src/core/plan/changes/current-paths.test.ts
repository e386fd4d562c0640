import { expect, test } from 'vitest';
import { comparePlans } from '#core/plan/changes/compare-plans.ts';
import { withCurrentPaths } from '#core/plan/changes/current-paths.ts';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import { aDeclaredProject, aPlanOfDay, anIssueOfDay, planRules } from '../../../../builders.ts';

const projects = [
	aDeclaredProject({ path: 'example/cars/wheel', earlierPaths: ['example/tools/widget'] }),
];
const plan = (day: string, ...paths: string[]) =>
	aPlanOfDay({ day, issues: paths.map((project) => anIssueOfDay({ project })) });

test('an issue stays the same one when its project has moved, and is seen', () => {
	const days = [
		plan('2026-11-22', 'example/seats', 'Example/tools/Widget'),
		plan('2026-11-23', 'example/cars/wheel', 'example/seats'),
	];
	const [before, after, ...others] = withoutUnseen(withCurrentPaths(days, projects));
	expect(others).toEqual([]);
	expect(before!.issues).toEqual(after!.issues);
	expect(comparePlans(before!, after!, planRules())).toEqual([]);
	expect(withoutUnseen(days)[0]!.issues).toHaveLength(1);
});

test('days without such a project are as they were', () => {
	const days = [plan('2026-11-22', 'example/seats')];
	expect(withCurrentPaths(days, projects)).toEqual(days);
});
