import type { SourceText, TextPiece, TextPurpose } from './text.ts';

/** What a text is for. */
export interface Judged extends Pick<SourceText, 'purpose' | 'method'> {
	/** What a function that it is given to puts around it. */
	readonly before?: readonly TextPiece[];
	readonly after?: readonly TextPiece[];
	/** What varies in it, by its words, where one call of the function that makes it tells. */
	readonly given?: Readonly<Record<string, readonly TextPiece[]>>;
}

export function by(purpose: TextPurpose): Judged {
	return { purpose, method: null };
}

/** Whether something is sent there. */
export function isAsked({ purpose }: Judged): boolean {
	return purpose === 'request' || purpose === 'verb';
}

/** What asks for a text, or where nothing does, what else tells of it. */
export function mostTelling(judged: readonly Judged[]): readonly Judged[] {
	const order = [['request', 'verb', 'described'], ['address'], ['other']];
	const found = order.map((some) => judged.filter(({ purpose }) => some.includes(purpose)));
	return distinct(found.find((some) => some.length > 0) ?? []);
}

export function distinct(judged: readonly Judged[]): readonly Judged[] {
	const ways = new Map(judged.map((one) => [JSON.stringify(one), one]));
	return [...ways.values()];
}

/** With all that is around the text in another one. */
export function putAround(judged: Judged, inner: Pick<Judged, 'before' | 'after'> = {}): Judged {
	return {
		...judged,
		before: [...(judged.before ?? []), ...(inner.before ?? [])],
		after: [...(inner.after ?? []), ...(judged.after ?? [])],
	};
}
