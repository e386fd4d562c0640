import { isPlanMilestone } from '#core/base/milestones.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { WorldMilestone } from '../world.ts';
import { type Iteration, addDays, instantOn, iterationsAround } from './calendar.ts';
import { idFor } from '../seed.ts';

const before = 19;
const after = 8;

export interface SampleMilestones {
	all: WorldMilestone[];
	/** The one that is on. */
	current: WorldMilestone;
	/** The versions that are over, newest first. */
	past: WorldMilestone[];
	/** The versions to come, nearest first. */
	next: WorldMilestone[];
}

/** The plan's milestones: one each month, some without dates, and a patch where it doesn't count. */
export function sampleMilestones(plan: PlanRules, today: IsoDate): SampleMilestones {
	const iterations = iterationsAround(today, plan.releaseDay, before, after);
	const versions = iterations.map((iteration, index) =>
		versionMilestone(plan.group, iteration, index, today),
	);
	const current = versions[before];
	const previous = iterations[before - 1];
	if (current === undefined || previous === undefined) throw new RangeError('No milestones.');
	const extra = [
		...['Backlog', 'Next 1-3 releases'].map((title, index) => ({
			...blank(plan.group, title, 100 + index, addDays(today, -900)),
			description: 'Not a version.',
		})),
		// Where it counts, it would be the current one, with no issue.
		...(isPlanMilestone(`${previous.title}.1`, plan.milestonePattern)
			? []
			: [
					{
						...blank(plan.group, `${previous.title}.1`, 102, previous.due),
						startDate: addDays(previous.due, 7),
						dueDate: addDays(previous.due, 20),
					},
				]),
	];
	return {
		all: [...versions, ...extra],
		current,
		past: versions.slice(0, before).toReversed(),
		next: versions.slice(before + 1),
	};
}

/** Until so many days before it starts, the cutoff of every third milestone is a week too early. */
const roughDays = 61;
const isRough = (title: string) => Number(title.split('.')[1]) % 3 === 0;

function versionMilestone(
	group: string,
	{ title, start, due }: Iteration,
	index: number,
	today: IsoDate,
): WorldMilestone {
	return {
		...blank(group, title, index + 1, addDays(start, -120)),
		startDate: start,
		dueDate: isRough(title) && today < addDays(start, -roughDays) ? addDays(due, -7) : due,
		// Somebody closes a milestone some weeks after it is due: the last one is expired, but active.
		state: due < addDays(today, -20) ? 'closed' : 'active',
	};
}

function blank(group: string, title: string, iid: number, created: IsoDate): WorldMilestone {
	const key = `${group}%${title}`;
	return {
		id: idFor(key),
		iid,
		parent: group,
		kind: 'group',
		title,
		description: null,
		state: 'active',
		startDate: null,
		dueDate: null,
		createdAt: instantOn(created, key),
		updatedAt: instantOn(created, key),
	};
}
