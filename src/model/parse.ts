import { z } from 'zod';

/** Something from outside does not have the shape it must have. The message is for people. */
export class InvalidDataError extends Error {
	override name = 'InvalidDataError';
}

interface Explanation {
	/** What was read, as the subject of a sentence: `content/registry/projects.yaml`. */
	source: string;
	/** What to do about it, in one sentence. */
	hint: string;
	/** Finds the line of a part of the source, counted from 1. */
	lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

/**
 * Turns something from outside into a value of the model.
 *
 * @throws {InvalidDataError} that names every mismatch with its place, what was expected, and what to do.
 */
export function parseOrExplain<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown,
	{ source, hint, lineOf }: Explanation,
): z.output<Schema> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const mismatches = result.error.issues.map((issue) => {
		const line = lineOf?.(placeOf(issue));
		const place = z.core.toDotPath(issue.path) || 'the top level';
		return `✖ ${issue.message}\n  → at ${place}${line ? ` (line ${String(line)})` : ''}`;
	});
	throw new InvalidDataError([`${source} is not valid.`, ...mismatches, hint].join('\n'));
}

/** An unknown key is reported on the object that holds it; the key itself is the better place. */
function placeOf(issue: z.core.$ZodIssue): PropertyKey[] {
	return issue.code === 'unrecognized_keys'
		? [...issue.path, ...issue.keys.slice(0, 1)]
		: issue.path;
}
