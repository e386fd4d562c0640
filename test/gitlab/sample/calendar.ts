import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { weekdays } from '#model/weekday.ts';
import { numberFor } from '../seed.ts';

const friday = 5;
/** 19.7 is released in December 2026; each month has one version, and each major twelve. */
const anchor = { version: 19 * 12 + 7, month: 2026 * 12 + 11 };

/** A version's milestone, as the rule of the schedule has it. */
export interface Iteration {
	title: string;
	start: IsoDate;
	/** The code cutoff: the Friday before the release. */
	due: IsoDate;
}

export function addDays(date: IsoDate, days: number): IsoDate {
	const instant = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
	return new Date(instant).toISOString().slice(0, 10);
}

/** Some time of that day, as GitLab writes instants. */
export function instantOn(date: IsoDate, key: string): string {
	const second = 6 * 3600 + numberFor(`time ${key}`, 12 * 3600);
	const time = new Date(second * 1000).toISOString().slice(11, 19);
	return `${date}T${time}.${String(numberFor(`ms ${key}`, 1000)).padStart(3, '0')}Z`;
}

/** The iterations around a day: `before` of them, the one that is on, and `after`. */
export function iterationsAround(
	today: IsoDate,
	releaseDay: PlanRules['releaseDay'] = { nth: 3, weekday: 'thursday' },
	before: number,
	after: number,
): Iteration[] {
	const thisMonth = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
	const isOver = cutoffOf(thisMonth, releaseDay) < today;
	const current = isOver ? thisMonth + 1 : thisMonth;
	return Array.from({ length: before + 1 + after }, (_, index) => {
		const month = current - before + index;
		const version = anchor.version + month - anchor.month;
		return {
			title: `${String(Math.floor(version / 12))}.${String(version % 12)}`,
			start: addDays(cutoffOf(month - 1, releaseDay), 1),
			due: cutoffOf(month, releaseDay),
		};
	});
}

/** @param month Months since the year 0. */
function cutoffOf(month: number, { nth, weekday }: NonNullable<PlanRules['releaseDay']>): IsoDate {
	const first = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
	const toWeekday = (weekdays.indexOf(weekday) - first.getUTCDay() + 7) % 7;
	const release = addDays(first.toISOString().slice(0, 10), toWeekday + (nth - 1) * 7);
	const day = new Date(`${release}T00:00:00Z`).getUTCDay();
	return addDays(release, -((day - friday + 6) % 7) - 1);
}
