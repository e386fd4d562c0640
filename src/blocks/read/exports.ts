import { href } from '#href.ts';
import { site } from '#site.ts';
import type { AddressOf } from '#core/publish/exports/addresses.ts';
import { toChangesExport } from '#core/publish/exports/changes-export.ts';
import { toConsumersExport } from '#core/publish/exports/consumers-export.ts';
import { toPlanExport } from '#core/publish/exports/plan-export.ts';
import { toProjectsExport } from '#core/publish/exports/projects-export.ts';
import type { ChangesExport } from '#model/exported-changes.ts';
import type { ConsumersExport } from '#model/exported-consumers.ts';
import type { PlanExport } from '#model/exported-plan.ts';
import type { ProjectsExport } from '#model/exports.ts';
import { readApi, readConsumers } from './api.ts';
import { readCheckHistory, readCheckRules, readProjectChecks } from './checks.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readChanges, readPlanHistory } from './plan-history.ts';
import { readAbout, readPlan, readPlanRules } from './snapshot.ts';

/** What the exports hold. */
export const readProjectsExport = oncePerBuild(makeProjectsExport);

/** The consumers of the API for machines. */
export const readConsumersExport = oncePerBuild(async (): Promise<ConsumersExport> => {
	const [about, api, consumers] = await Promise.all([readAbout(), readApi(), readConsumers()]);
	return toConsumersExport({ site, about, api, consumers, addressOf: publishedAddress });
});

/** The plan for machines. */
export const readPlanExport = oncePerBuild(async (): Promise<PlanExport> => {
	const [about, rules, plan] = await Promise.all([readAbout(), readPlanRules(), readPlan()]);
	return toPlanExport({ site, about, rules, plan, addressOf: publishedAddress });
});

/** The changes of the plan for machines. */
export const readChangesExport = oncePerBuild(async (): Promise<ChangesExport> => {
	const [about, rules, plans, changes] = await Promise.all([
		readAbout(),
		readPlanRules(),
		readPlanHistory(),
		readChanges(),
	]);
	const days = plans.map(({ day }) => day);
	return toChangesExport({ site, about, rules, days, changes, addressOf: publishedAddress });
});

/** For readers outside of the site: whole where its address is known, else from the host's root. */
export const publishedAddress: AddressOf = (path) => {
	const { SITE } = import.meta.env;
	return SITE ? new URL(href(path), SITE).href : href(path);
};

async function makeProjectsExport(): Promise<ProjectsExport> {
	const [about, checkRules, history, checked] = await Promise.all([
		readAbout(),
		readCheckRules(),
		readCheckHistory(),
		readProjectChecks(),
	]);
	return toProjectsExport({
		site,
		about,
		checkRules,
		history,
		addressOf: publishedAddress,
		projects: [...checked.values()],
	});
}
