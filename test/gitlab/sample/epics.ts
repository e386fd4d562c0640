import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { planted } from '../planted.ts';
import { idFor } from '../seed.ts';
import type { WorldEpic, WorldMilestone } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';

const daysAfter = 20;

/** After each major version, an epic for the next one. The public doesn't see another, which is older. */
export function sampleEpics(
	{ nextMajorEpic }: PlanRules,
	milestones: readonly Pick<WorldMilestone, 'title' | 'dueDate'>[],
	today: IsoDate,
): WorldEpic[] {
	if (nextMajorEpic === undefined) return [];
	const { group, title } = nextMajorEpic;
	return milestones.flatMap((milestone, index) => {
		const [major, minor] = milestone.title.split('.').map(Number);
		const day = milestone.dueDate && addDays(milestone.dueDate, daysAfter);
		if (day === null || day > today || major === undefined || minor !== 0) return [];
		const name = `${title} ${String(major + 1)}.0`;
		return [
			anEpic(group, name, 2 * index + 1, day, false),
			anEpic(group, `${name}: ${planted.confidentialTitle}`, 2 * index + 2, addDays(day, -1), true),
		];
	});
}

function anEpic(
	group: string,
	title: string,
	iid: number,
	day: IsoDate,
	confidential: boolean,
): WorldEpic {
	const key = `epic ${group} ${title}`;
	const createdAt = instantOn(day, key);
	return { id: idFor(key), iid, group, title, state: 'opened', createdAt, confidential };
}
