import type { IssueOfDay, MilestoneOfDay, PlanOfDay } from '#model/history.ts';
import { compareReferences, compareTitles } from '#model/order.ts';

/** Raised when the shape changes: a page may be open while the site is published anew. */
export const packedFormat = 1;

/** What something was, from a day on and until the next entry. `null`: it was not there. */
type Course<Value> = [day: number, value: Value | null][];

/**
 * Plans of many days without what stays the same from one day to the next, so that a page can carry
 * them. Days are named by their index.
 */
export interface PackedPlans {
	packed: typeof packedFormat;
	/** Oldest first. */
	days: Omit<PlanOfDay, 'milestones' | 'asked' | 'issues'>[];
	milestones: Course<MilestoneOfDay>[];
	asked: Course<string[]>;
	issues: Course<IssueOfDay>[];
}

/** @param plans Oldest first, no day twice, each with its lists in the order of the history. */
export function packPlans(plans: readonly PlanOfDay[]): PackedPlans {
	return {
		packed: packedFormat,
		days: plans.map(({ format, sample, source, day, pulledAt, rules }) => ({
			format,
			sample,
			source,
			day,
			pulledAt,
			...(rules && { rules }),
		})),
		milestones: packRows(
			plans.map(({ milestones }) => milestones),
			(a, b) => compareTitles(a.title, b.title),
		),
		asked: toCourse(plans.map(({ asked }) => asked)),
		issues: packRows(
			plans.map(({ issues }) => issues),
			compareReferences,
		),
	};
}

/** The plan of one of the packed days, as it was before. `undefined`: that day is none of them. */
export function unpackPlan(
	{ days, milestones, asked, issues }: PackedPlans,
	day: string,
): PlanOfDay | undefined {
	const index = days.findIndex((one) => one.day === day);
	const kept = days[index];
	if (kept === undefined) return undefined;
	const rowsOf = <Row>(courses: readonly Course<Row>[]): Row[] =>
		courses.flatMap((course) => valueOn(course, index) ?? []);
	return {
		...kept,
		milestones: rowsOf(milestones),
		asked: valueOn(asked, index) ?? [],
		issues: rowsOf(issues),
	};
}

/** One course for each row, whatever days it is on. Two rows are the same when neither is first. */
function packRows<Row>(
	days: readonly (readonly Row[])[],
	compare: (a: Row, b: Row) => number,
): Course<Row>[] {
	const sorted = days.flatMap((rows, day) => rows.map((row) => ({ day, row })));
	sorted.sort((a, b) => compare(a.row, b.row));
	const courses: Course<Row>[] = [];
	let seen: (Row | null)[] = [];
	for (const [at, { day, row }] of sorted.entries()) {
		seen[day] = row;
		const next = sorted[at + 1];
		if (next !== undefined && compare(row, next.row) === 0) continue;
		courses.push(toCourse(Array.from(days, (_, index) => seen[index] ?? null)));
		seen = [];
	}
	return courses;
}

function toCourse<Value>(values: readonly (Value | null)[]): Course<Value> {
	const course: Course<Value> = [];
	let last = JSON.stringify(null);
	for (const [day, value] of values.entries()) {
		const written = JSON.stringify(value);
		if (written !== last) course.push([day, value]);
		last = written;
	}
	return course;
}

function valueOn<Value>(course: Course<Value>, day: number): Value | null {
	return course.findLast(([from]) => from <= day)?.[1] ?? null;
}
