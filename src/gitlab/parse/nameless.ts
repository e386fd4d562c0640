import { z } from 'zod';

/** Whether a text has nothing to be seen: only spaces, and characters that take no space. */
export function isBlank(text: string): boolean {
	return /^[\s\p{Cc}\p{Cf}]*$/u.test(text);
}

const Row = z.record(z.string(), z.unknown());

/**
 * The rows of an answer without those whose name is blank: there is nothing by which they could be
 * known or shown. What has another shape is for the schemas to refuse.
 *
 * @param onLeftOut Called with the number of those rows when there are any.
 */
export function withoutNameless(
	answer: unknown,
	name: string,
	onLeftOut: (count: number) => void = () => undefined,
): unknown {
	if (!Array.isArray(answer)) return answer;
	const named = answer.filter((row: unknown) => {
		const value = Row.safeParse(row).data?.[name];
		return typeof value !== 'string' || !isBlank(value);
	});
	if (named.length < answer.length) onLeftOut(answer.length - named.length);
	return named;
}
