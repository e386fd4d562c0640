import { buildPlan, type Plan } from '#core/plan/plan.ts';
import { siteData } from '#site-data.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { oncePerBuild } from './once-per-build.ts';
import type { ChangesOfDay } from '#core/plan/changes/change.ts';
import { listChanges } from '#core/plan/changes/compare-plans.ts';
import { withCurrentPaths } from '#core/plan/changes/current-paths.ts';
import {
	listIssueRecords,
	slippedIssues,
	type IssueRecord,
} from '#core/plan/changes/issue-records.ts';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import type { PlanOfDay } from '#model/history.ts';
import { addDays } from '#core/base/dates.ts';

/** The plan as it was on the snapshot's day. */
export const readPlan = oncePerBuild(async (): Promise<Plan> => {
	const { registry, snapshot, today } = await siteData();
	const { milestones, issues, candidates, 'planning-issues': planningIssues } = snapshot.rows;
	const seenIn = new Map(
		(await readIssueRecords()).map((record) => [
			referenceOf(record),
			record.milestones.map(({ milestone }) => milestone),
		]),
	);
	const rules = registry.plan;
	return buildPlan({ milestones, issues, candidates, planningIssues, seenIn, rules, today });
});

/**
 * The plans of the kept days, oldest first: with the paths of today, and without the issues that are
 * not seen any more.
 */
export const readPlanHistory = oncePerBuild(async (): Promise<PlanOfDay[]> => {
	const { registry, history } = await siteData();
	return withoutUnseen(withCurrentPaths(history.plans, registry.projects));
});

/** What has changed from each kept day to the next, newest last. Days without a change are left out. */
export const readChanges = oncePerBuild(async (): Promise<ChangesOfDay[]> => {
	const { registry } = await siteData();
	return listChanges(await readPlanHistory(), registry.plan);
});

/** The record of every issue that was in the plan on a kept day, by reference. */
const readIssueRecords = oncePerBuild(async (): Promise<IssueRecord[]> => {
	const { registry } = await siteData();
	return listIssueRecords(await readPlanHistory(), registry.plan, await readChanges());
});

/** How far back the page of changes goes. */
export const recentDays = 90;

/** The kept plans of the days up to the newest one, oldest first. */
export const readRecentPlans = oncePerBuild(async (): Promise<PlanOfDay[]> => {
	const plans = await readPlanHistory();
	const newest = plans.at(-1);
	return newest ? plans.filter(({ day }) => day > addDays(newest.day, -recentDays)) : [];
});

/** The issues that have slipped, by reference: the most slips first. Each has a page. */
export const readSlipped = oncePerBuild(
	async (): Promise<ReadonlyMap<string, IssueRecord>> =>
		new Map(slippedIssues(await readIssueRecords()).map((one) => [referenceOf(one), one])),
);
