import type { IsoDate } from '#model/identifiers.ts';
import { chance, numberFor, pick } from '../seed.ts';
import { addDays, type Iteration } from './calendar.ts';
import { titleOf } from './titles.ts';

/** An issue of the sample from its beginning to its end. On each day it is at some place of that. */
export interface Story {
	/** Whatever is invented about it follows from this. */
	key: string;
	iid: number;
	project: string;
	title: string;
	created: IsoDate;
	/** The milestones it is in, each from a day on, in the order of time. `null`: in none. */
	stays: { milestone: Iteration | null; from: IsoDate }[];
	/** From each of these days on it is closed, then open again, and so on. */
	turns: IsoDate[];
	/** The days on which what its labels and fields say changes. */
	revisions: { priority: IsoDate; commitment: IsoDate; weight: IsoDate; health: IsoDate };
	/** The day on which it gets its title. Before, it has another one. */
	titled: IsoDate;
}

export const storiesPerMilestone = 30;
/** So often an issue is carried on. */
const mostTurns = 4;
/** Far above the numbers of true issues, so that no link of the sample leads to one. */
const firstIid = 900_001;
/** So many numbers for each milestone: those that its stories leave are for its planning issue. */
const iidsPerMilestone = 40;

/** The number of an issue that belongs to a milestone: the same on every day. */
export function iidOf({ title }: Pick<Iteration, 'title'>, index: number): number {
	const [major = 0, minor = 0] = title.split('.').map(Number);
	return firstIid + (major * 12 + minor) * iidsPerMilestone + index;
}

/** A milestone has the same ones on every day of a sample. */
const known = new Map<string, readonly Story[]>();

/**
 * The issues that are planned for a milestone first.
 *
 * @param iterations In order: the one before it, and enough after it to carry an issue on.
 */
export function storiesOf(
	iterations: readonly Iteration[],
	at: number,
	homes: readonly [string, ...string[]],
): readonly Story[] {
	const key = JSON.stringify([iterations.slice(at - 1, at + 2 + mostTurns), homes]);
	const stories = known.get(key) ?? inventStories(iterations, at, homes);
	known.set(key, stories);
	return stories;
}

function inventStories(
	iterations: readonly Iteration[],
	at: number,
	homes: readonly [string, ...string[]],
): Story[] {
	const origin = iterations[at];
	if (origin === undefined) return [];
	return Array.from({ length: storiesPerMilestone }, (_, index) => {
		const key = `issue ${origin.title} ${String(index)}`;
		const planned = addDays(origin.start, -leadOf(key, index));
		const created = addDays(planned, -5 - numberFor(`created ${key}`, 90));
		const iid = iidOf(origin, index);
		const { stays, end } = stayingOf(key, iterations, at, planned);
		const sometime = (what: string, percent: number) =>
			chance(`${what} ${key}`, percent)
				? addDays(planned, 2 + numberFor(`${what} day ${key}`, 60))
				: created;
		return {
			key,
			iid,
			project: chance(`main ${key}`, 65) ? homes[0] : pick(`home ${key}`, homes),
			title: titleOf(iid),
			created,
			stays,
			turns: turnsOf(key, end),
			revisions: {
				priority: sometime('ranked', 12),
				commitment: sometime('decided', 12),
				weight: sometime('weighed anew', 25),
				health: addDays(origin.start, 4 + numberFor(`health day ${key}`, 20)),
			},
			titled: sometime('titled', 5),
		};
	});
}

/** How many days before the milestone starts an issue is planned: a few early, some when it is on. */
function leadOf(key: string, index: number): number {
	const [least, range] =
		index < 2
			? [112, 14]
			: index < 6
				? [84, 18]
				: index < 12
					? [56, 20]
					: index < 20
						? [20, 30]
						: [-8, 26];
	return least + numberFor(`lead ${key}`, range);
}

/** Where an issue is planned, where it is carried, and when it is done. */
function stayingOf(
	key: string,
	iterations: readonly Iteration[],
	at: number,
	planned: IsoDate,
): { stays: Story['stays']; end: IsoDate | null } {
	const [origin, ...later] = iterations.slice(at);
	const stays: Story['stays'] = [{ milestone: origin ?? null, from: planned }];
	const fate = numberFor(`fate ${key}`, 100);
	const sometime = addDays(planned, 3 + numberFor(`fate day ${key}`, 25));
	if (fate < 5) return { stays: [...stays, { milestone: null, from: sometime }], end: null };
	const earlier = iterations[at - 1];
	if (fate < 9 && earlier && sometime < earlier.start) {
		return { stays: [...stays, { milestone: earlier, from: sometime }], end: doneIn(key, earlier) };
	}
	let current = origin;
	for (const [turn, next] of later.entries()) {
		if (
			!current ||
			turn === mostTurns ||
			chance(`done ${String(turn)} ${key}`, turn === 0 ? 80 : 60)
		)
			break;
		stays.push({ milestone: next, from: addDays(current.due, 5) });
		current = next;
	}
	return { stays, end: current ? doneIn(key, current) : null };
}

/** From a few days after the start up to the cutoff: most towards the end. */
function doneIn(key: string, { start, due }: Iteration): IsoDate {
	const length = Math.round((Date.parse(due) - Date.parse(start)) / 86_400_000);
	const day = Math.max(...['a', 'b'].map((part) => numberFor(`done ${part} ${key}`, length - 2)));
	return addDays(start, 3 + day);
}

/** A few that were closed are opened again for some days. */
function turnsOf(key: string, end: IsoDate | null): IsoDate[] {
	if (end === null) return [];
	return chance(`again ${key}`, 5) ? [addDays(end, -9), addDays(end, -5), end] : [end];
}
