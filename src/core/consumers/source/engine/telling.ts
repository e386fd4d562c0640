import type { Judged } from './text-purpose.ts';

/** What asks for a text, or where nothing does, what else tells of it. */
export function mostTelling(judged: readonly Judged[]): readonly Judged[] {
	const order = [['request', 'verb'], ['address'], ['other']];
	const found = order.map((some) => judged.filter(({ purpose }) => some.includes(purpose)));
	return distinct(found.find((some) => some.length > 0) ?? []);
}

export function distinct(judged: readonly Judged[]): readonly Judged[] {
	const ways = new Map(judged.map((one) => [JSON.stringify(one), one]));
	return [...ways.values()];
}

/** With what stands around the text in another one. */
export function putAround(judged: Judged, inner: Pick<Judged, 'before' | 'after'> = {}): Judged {
	return {
		...judged,
		before: [...(judged.before ?? []), ...(inner.before ?? [])],
		after: [...(inner.after ?? []), ...(judged.after ?? [])],
	};
}
