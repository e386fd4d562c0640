import { dayOf } from '#core/dates.ts';
import { findMissing } from '#core/plan-changes/find-missing.ts';
import type { Issue } from '#model/issue.ts';
import type { ListName } from '#model/snapshot.ts';
import type { AnonymousClient } from './client.ts';
import { findAskedMilestones, findPlannedMilestones } from '#core/milestones.ts';
import { pullDropped } from './pull-dropped.ts';
import { pullCandidates, pullIssues, pullMilestones, pullPlanningIssues } from './pull-plan.ts';
import { once, type Puller, type Source } from './source.ts';

/** The lists of the plan, which need its milestones. */
export function planPullers(
	{ registry: { plan }, lastGood, lastPlan, now }: Source,
	clientFor: (list: ListName) => AnonymousClient,
): Record<'milestones' | 'issues' | 'candidates' | 'planning-issues', Puller> {
	const pulled = once(() => pullMilestones(clientFor('milestones'), plan, dayOf(now)));
	// Milestones change once a month: those of the last pull do when GitLab fails to list them now.
	const milestones = () =>
		pulled().catch((error: unknown) => {
			if (lastGood?.rows.milestones.length) return lastGood.rows.milestones;
			throw error;
		});
	const issues = once(async (onStep: () => void) => {
		const asked = findAskedMilestones(await milestones(), plan, dayOf(now));
		return { asked, rows: await pullIssues(clientFor('issues'), plan, asked, onStep) };
	});
	/** When the issues of the milestones are unknown, so is what is missing among them. */
	const dropped = async (candidates: readonly Issue[]): Promise<Issue[]> => {
		if (!lastPlan) return [];
		const planned = await issues(() => undefined).catch(() => null);
		if (!planned) return [];
		const asked = planned.asked.map(({ title }) => title);
		const missing = findMissing(lastPlan, asked, [...planned.rows, ...candidates]);
		return pullDropped(clientFor('candidates'), missing);
	};
	return {
		milestones: {
			of: 1,
			pull: async (onStep) => {
				const rows = await pulled();
				onStep();
				return { milestones: { kind: 'rows', rows } };
			},
		},
		issues: {
			of: plan.groupLabels.length * (plan.nextMilestones + 2),
			pull: async (onStep) => {
				const { rows } = await issues(onStep);
				return { issues: { kind: 'rows', rows } };
			},
		},
		candidates: {
			of: plan.groupLabels.length * plan.nextMilestones,
			pull: async (onStep) => {
				// The plan of the current milestone is made: what it had candidates for is decided.
				const [, ...next] = findPlannedMilestones(await milestones(), plan, dayOf(now));
				const rows = await pullCandidates(clientFor('candidates'), plan, next, onStep);
				const all = [...rows, ...(await dropped(rows))];
				return { candidates: { kind: 'rows', rows: all, mayShrink: true } };
			},
		},
		'planning-issues': {
			of: 1,
			pull: async (onStep) => {
				const client = clientFor('planning-issues');
				const answer = await pullPlanningIssues(client, plan, await milestones());
				onStep();
				return { 'planning-issues': { kind: 'rows', ...answer } };
			},
		},
	};
}
