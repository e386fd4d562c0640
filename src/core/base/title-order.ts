import type { Milestone } from '#model/milestone.ts';
import { compareText, compareTitles } from '#model/order.ts';

/** What a milestone's place among others follows from. */
export type Dated = Pick<Milestone, 'title' | 'startDate' | 'dueDate'>;

/** Compares two titles. */
export type TitleOrder = (a: string, b: string) => number;

const numbers = /^\d+(\.\d+)*$/;
/** Sorts after every day. */
const never = '~';

/**
 * How the milestones of a plan follow each other: by their numbers where every title is one, as in
 * 19.7, else by their dates. Those without a date come last.
 */
export function titleOrder(milestones: readonly Dated[]): TitleOrder {
	if (milestones.every(({ title }) => numbers.test(title))) return compareTitles;
	const days = new Map(
		milestones.map(({ title, startDate, dueDate }) => [
			title,
			`${startDate ?? dueDate ?? never} ${dueDate ?? never}`,
		]),
	);
	const dayOf = (title: string) => days.get(title) ?? never;
	return (a, b) => compareText(dayOf(a), dayOf(b)) || compareTitles(a, b);
}

export function sortMilestones<One extends Dated>(milestones: readonly One[]): One[] {
	const order = titleOrder(milestones);
	return milestones.toSorted((a, b) => order(a.title, b.title));
}
