import { closestMatch } from 'leven';
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
	const result = schema.safeParse(value, { error: explainUnknownKeys });
	if (result.success) return result.data;
	const mismatches = result.error.issues.flatMap(oneForEachKey).map(({ message, path, place }) => {
		const line = lineOf?.(place);
		const where = z.core.toDotPath(path) || 'the top level';
		return `✖ ${message}\n  → at ${where}${line ? ` (line ${String(line)})` : ''}`;
	});
	throw new InvalidDataError([`${source} is not valid.`, ...mismatches, hint].join('\n'));
}

/** A line for each unknown key, with the known key that was probably meant. */
function explainUnknownKeys(issue: z.core.$ZodRawIssue): string | undefined {
	if (issue.code !== 'unrecognized_keys') return undefined;
	const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
	return issue.keys
		.map((key) => {
			const nearest = closestMatch(key, known, { maxDistance: Math.ceil(key.length / 3) });
			const advice =
				nearest === undefined
					? `expected one of ${known.map((name) => JSON.stringify(name)).join(', ')}`
					: `did you mean ${JSON.stringify(nearest)}?`;
			return `Unrecognized key: ${JSON.stringify(key)}: ${advice}`;
		})
		.join('\n');
}

/** Unknown keys are reported together, on the object that holds them; each key itself is the better place. */
function oneForEachKey({ message, path, ...issue }: z.core.$ZodIssue) {
	if (issue.code !== 'unrecognized_keys') return [{ message, path, place: path }];
	const messages = message.split('\n');
	return issue.keys.map((key, index) => ({
		message: messages[index] ?? message,
		path,
		place: [...path, key],
	}));
}
