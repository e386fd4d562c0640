import { buildPlan, type Plan } from '#core/plan/plan.ts';
import { siteData } from '#site-data.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readIssueRecords } from './plan-history.ts';

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
