import { formatCount } from '#core/words/formats.ts';

export interface ImpactCounts {
	/** Endpoints that are chosen. 0: none, which shows the answer for all. */
	chosen: number;
	total: number;
	breaking: number;
	/** Consumers that may break, since not all of their calls are known. */
	unknown: number;
}

/** Where a script can choose, nothing is said of consumers before. */
export const nothingChosen =
	'Nothing chosen yet: tick the endpoints that you want to change, deprecate or remove.';

/** `For 2 chosen endpoints: 1 consumer breaks, and 1 more may.` */
export function describeImpact({ chosen, total, breaking, unknown }: ImpactCounts): string {
	const what =
		chosen === 0
			? `For all ${formatCount(total, 'endpoint')}`
			: `For ${formatCount(chosen, 'chosen endpoint')}`;
	const who =
		breaking === 0
			? 'no consumer breaks, as far as we know'
			: `${formatCount(breaking, 'consumer')} ${breaking === 1 ? 'breaks' : 'break'}`;
	const more = breaking === 0 ? `but ${String(unknown)} may` : `and ${String(unknown)} more may`;
	const others = unknown === 0 ? '' : `, ${more}`;
	return `${what}: ${who}${others}.`;
}
