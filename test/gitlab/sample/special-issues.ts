import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { planted } from '../planted.ts';
import { addDays } from './calendar.ts';
import type { Draft } from './issue-drafts.ts';
import { groupLabels, missedLabels, planLabels } from './labels.ts';
import type { SampleMilestones } from './milestones.ts';

/** As long as GitLab allows. */
const longTitle = 'Collect everything that is known about slow answers of the search '
	.concat('and about their many causes '.repeat(8))
	.slice(0, 255)
	.trim();

const marks = { isClosed: false, hasBegun: true, hasMilestone: true };
const firstIid = 900_001;

/** Issues of the current milestone that are hard to show, or that must not be shown. */
export function specialIssues(
	plan: PlanRules,
	{ current, past }: SampleMilestones,
	project: string,
	today: IsoDate,
): Draft[] {
	let count = 0;
	const issue = (title: string, change: Partial<Draft> = {}): Draft => {
		const key = `special ${title}`;
		return {
			key,
			iid: firstIid + count++,
			project,
			title,
			created: addDays(today, -25),
			updated: addDays(today, -2),
			closed: null,
			milestoneId: current.id,
			labels: planLabels(plan, key, marks),
			weight: 2,
			healthStatus: 'on_track',
			dueDate: null,
			type: 'ISSUE',
			...change,
		};
	};
	const missed = past[0]?.title ?? '0.0';
	return [
		issue('Escape <img src=x onerror=alert(1)> in the log'),
		issue('Ring the bell \u0007when a test \u001b[31mfails'),
		issue(longTitle),
		issue('Carry over what the last milestone has missed', {
			created: addDays(today, -150),
			healthStatus: 'at_risk',
			labels: [
				...groupLabels(plan, 'missed'),
				'type::bug',
				...(plan.deliverableLabel === undefined ? [] : [plan.deliverableLabel]),
				...missedLabels(plan, [missed], true),
				...plan.priorities.slice(0, 1).map(({ label }) => label),
			],
		}),
		issue('Look after an issue that has both labels of the group', {
			labels: [...plan.groupLabels, ...plan.priorities.slice(-1).map(({ label }) => label)],
			weight: null,
			healthStatus: 'needs_attention',
		}),
		issue(planted.confidentialTitle, { confidential: true }),
		issue(planted.privateTitle, { project: `${plan.group}/${planted.privateProject}` }),
	];
}
