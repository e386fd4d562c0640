import type { IsoDate } from '#model/identifiers.ts';

/** What was in a milestone on a day that was kept. */
export interface KeptAmounts {
	day: IsoDate;
	/** Issues. */
	total: number;
	closed: number;
	/** Points of the issues that were weighed. */
	weight: { total: number; closed: number };
	/** Issues without a weight. They are in no point. */
	notWeighed: number;
}

/** Those of the days between two days, both included. */
export function amountsBetween<One extends Pick<KeptAmounts, 'day'>>(
	amounts: readonly One[],
	first: IsoDate,
	last: IsoDate,
): One[] {
	return amounts.filter(({ day }) => day >= first && day <= last);
}

/** The first day, the last, and those on which something was other than on the day before. */
export function amountsThatChanged(amounts: readonly KeptAmounts[]): KeptAmounts[] {
	return amounts.filter((one, index) => {
		const before = amounts[index - 1];
		return before === undefined || index === amounts.length - 1 || !isSame(one, before);
	});
}

function isSame(a: KeptAmounts, b: KeptAmounts): boolean {
	return (
		a.total === b.total &&
		a.closed === b.closed &&
		a.weight.total === b.weight.total &&
		a.weight.closed === b.weight.closed &&
		a.notWeighed === b.notWeighed
	);
}
