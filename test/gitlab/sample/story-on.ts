import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { chance, numberFor, pick } from '../seed.ts';
import type { WorldMilestone } from '../world.ts';
import { addDays } from './calendar.ts';
import type { Draft } from './issue-drafts.ts';
import { planLabels } from './labels.ts';
import type { Story } from './stories.ts';

/** An issue as a story has it on a day. `undefined`: it is not there yet. */
export function storyOn(
	story: Story,
	plan: PlanRules,
	milestones: ReadonlyMap<string, WorldMilestone>,
	today: IsoDate,
): Draft | undefined {
	const { key, project, iid, created } = story;
	if (created >= today) return undefined;
	const past = story.stays.filter(({ from }) => from < today);
	const milestone = past.at(-1)?.milestone ?? null;
	const turns = story.turns.filter((day) => day < today);
	const isClosed = turns.length % 2 === 1;
	const hasBegun = milestone !== null && milestone.start <= today;
	const closed = isClosed ? (turns.at(-1) ?? null) : null;
	return {
		key,
		iid,
		project,
		title: story.titled < today ? story.title : `Proposal: ${story.title}`,
		created,
		closed,
		updated: addDays(today, -1),
		milestoneId: milestone === null ? null : (milestones.get(milestone.title)?.id ?? null),
		labels: planLabels(plan, key, {
			isClosed,
			hasBegun,
			hasMilestone: milestone !== null,
			missed: missedBy(past),
			candidate: candidateFor(story, today),
			isRanked: story.revisions.priority < today,
			isDecided: story.revisions.commitment < today,
		}),
		weight: weightOn(story, today),
		healthStatus: hasBegun ? healthOn(story, today) : null,
		dueDate: chance(`due ${key}`, 10) ? (milestone?.due ?? null) : null,
		type: chance(`task ${key}`, 10) ? 'TASK' : 'ISSUE',
	};
}

/** The milestones from which an issue was carried after their end. */
function missedBy(past: Story['stays']): string[] {
	return past.flatMap(({ milestone }, index) => {
		const next = past[index + 1];
		const isMissed = milestone && next?.milestone && next.from > milestone.due;
		return isMissed ? [milestone.title] : [];
	});
}

/** Some are proposed before they are planned, and some of those that are dropped once more. */
function candidateFor({ key, stays }: Story, today: IsoDate): string | null {
	const [first] = stays;
	const isPlanned = first !== undefined && first.from < today;
	const isDropped = isPlanned && stays.findLast(({ from }) => from < today)?.milestone === null;
	const isKept = isDropped && chance(`kept ${key}`, 60);
	const proposed = isPlanned ? isKept : chance(`proposed ${key}`, 40);
	return proposed ? (first?.milestone?.title ?? null) : null;
}

function weightOn({ key, revisions }: Story, today: IsoDate): number | null {
	const when = revisions.weight < today ? 'now' : 'before';
	if (!chance(`weighed ${when} ${key}`, when === 'now' ? 75 : 40)) return null;
	return pick(`weight ${when} ${key}`, [1, 1, 2, 3, 3, 5, 8, 0]);
}

/** Nobody reports on work that has not begun, nor always on work that has. */
function healthOn({ key, revisions }: Story, today: IsoDate): string | null {
	const isLater = revisions.health < today && numberFor(`health changes ${key}`, 3) === 0;
	return pick(`health ${isLater ? 'later' : ''} ${key}`, [
		'on_track',
		'on_track',
		'on_track',
		'needs_attention',
		'at_risk',
		null,
		null,
	]);
}
