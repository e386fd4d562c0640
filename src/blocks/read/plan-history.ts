import { getCollection, getEntry } from 'astro:content';
import type { ChangesOfDay } from '#core/plan/changes/change.ts';
import { listChanges } from '#core/plan/changes/history-changes.ts';
import { withCurrentPaths } from '#core/plan/changes/current-paths.ts';
import { listIssueRecords, type IssueRecord } from '#core/plan/changes/issue-records.ts';
import { unpackPlan } from '#core/plan/changes/pack-plans.ts';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import type { PlanOfDay } from '#model/history.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readAbout, readPlanRules } from './snapshot.ts';

/**
 * The plans of the kept days, oldest first: of the same kind of snapshot from the same GitLab, with
 * the paths of today, and without the issues that are not seen any more.
 */
export const readPlanHistory = oncePerBuild(async (): Promise<PlanOfDay[]> => {
	const { sample, source } = await readAbout();
	const packed = (await getEntry('planHistory', 'all'))?.data.packed;
	if (!packed) return [];
	const plans = packed.days
		.filter((kept) => kept.sample === sample && kept.source === source)
		.flatMap(({ day }) => unpackPlan(packed, day) ?? []);
	const projects = (await getCollection('declaredProjects')).map(({ data }) => data);
	return withoutUnseen(withCurrentPaths(plans, projects));
});

/** What has changed from each kept day to the next, newest last. Days without a change are left out. */
export const readChanges = oncePerBuild(async (): Promise<ChangesOfDay[]> => {
	const [days, rules] = await Promise.all([readPlanHistory(), readPlanRules()]);
	return listChanges(days, rules);
});

/** The record of every issue that was in the plan on a kept day, by reference. */
export const readIssueRecords = oncePerBuild(async (): Promise<IssueRecord[]> => {
	const [days, rules, changes] = await Promise.all([
		readPlanHistory(),
		readPlanRules(),
		readChanges(),
	]);
	return listIssueRecords(days, rules, changes);
});
