import { addDays } from '#core/base/dates.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { slippedIssues, type IssueRecord } from '#core/plan/changes/issue-records.ts';
import type { PlanOfDay } from '#model/history.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readIssueRecords, readPlanHistory } from './plan-history.ts';

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
