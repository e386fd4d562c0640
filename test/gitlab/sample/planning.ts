import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { WorldMilestone } from '../world.ts';
import { planted } from '../planted.ts';
import { addDays } from './calendar.ts';
import type { Draft } from './issue-drafts.ts';
import { groupLabels } from './labels.ts';
import type { SampleMilestones } from './milestones.ts';
import { iidOf, storiesPerMilestone } from './stories.ts';

/** The planning issues of the last, the current and the next three milestones: one is absent. */
export function planningIssues(
	plan: PlanRules,
	{ past, current, next }: SampleMilestones,
	today: IsoDate,
): Draft[] {
	const { planningIssues: asked } = plan;
	if (!asked) return [];
	const [last] = past;
	const [first, , third] = next;
	return [last, current, first, third]
		.filter((milestone) => milestone !== undefined)
		.map((milestone) => planningIssue({ plan, asked }, milestone, milestone === last, today));
}

function planningIssue(
	{ plan, asked }: { plan: PlanRules; asked: NonNullable<PlanRules['planningIssues']> },
	{ id, title, startDate }: WorldMilestone,
	isOver: boolean,
	today: IsoDate,
): Draft {
	const key = `planning ${title}`;
	const due = addDays(startDate ?? today, -21);
	const created = due < today ? due : addDays(today, -3);
	return {
		key,
		iid: iidOf({ title }, storiesPerMilestone),
		project: asked.project,
		title: `${title} planning issue`,
		description: [
			`## ${title}`,
			'',
			`Notes: ${planted.mention}, @sample-ada-example, ${plan.group}/${planted.privateProject}!12`,
			'',
			'```glql',
			`query: milestone = "${title}" AND label = "${plan.priorities[0]?.label ?? ''}"`,
			'```',
			'',
		].join('\n'),
		created,
		updated: created,
		closed: isOver ? addDays(today, -5) : null,
		milestoneId: id,
		labels: [asked.label, 'type::ignore', ...groupLabels(plan, key).slice(-1)],
		weight: null,
		healthStatus: null,
		dueDate: null,
		type: 'ISSUE',
	};
}
