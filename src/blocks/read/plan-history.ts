import type { ChangesOfDay } from '#core/plan/changes/change.ts';
import { listChanges } from '#core/plan/changes/history-changes.ts';
import { withCurrentPaths } from '#core/plan/changes/current-paths.ts';
import { listIssueRecords, type IssueRecord } from '#core/plan/changes/issue-records.ts';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import type { PlanOfDay } from '#model/history.ts';
import { siteData } from '#site-data.ts';
import { oncePerBuild } from './once-per-build.ts';

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
export const readIssueRecords = oncePerBuild(async (): Promise<IssueRecord[]> => {
	const { registry } = await siteData();
	return listIssueRecords(await readPlanHistory(), registry.plan, await readChanges());
});
