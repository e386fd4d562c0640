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
	/** Whether it is YAML that people write, of which the message may quote what was found. Never what may be a secret. */
	quotes?: boolean;
	/** So many mismatches are named. Absent: all. */
	most?: number;
}

/**
 * Turns something from outside into a value of the model.
 *
 * @throws {InvalidDataError} that names every mismatch with its place, what was expected, and what to do.
 */
export function parseOrExplain<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown,
	{ source, hint, lineOf, quotes = false, most }: Explanation,
): z.output<Schema> {
	const error = (issue: z.core.$ZodRawIssue) => explainMismatch(issue, quotes);
	const result = schema.safeParse(value, { error, reportInput: quotes });
	if (result.success) return result.data;
	const all = eachOnce(result.error.issues).flatMap(oneForEachKey);
	// A key that is misspelt is not missing, too.
	const meant = new Set(
		all.flatMap(({ path, meant: key }) => (key ? [keyOf([...path, key])] : [])),
	);
	const told = all.filter(({ path, meant: key }) => key !== undefined || !meant.has(keyOf(path)));
	const mismatches = told.slice(0, most).map(({ message, path, place }) => {
		const line = lineOf?.(place);
		const where = z.core.toDotPath(path) || 'the top level';
		return `✖ ${message}\n  → at ${where}${line ? ` (line ${String(line)})` : ''}`;
	});
	const more = told.length - mismatches.length;
	if (more > 0) mismatches.push(`✖ ${String(more)} more like these`);
	throw new InvalidDataError([`${source} is not valid.`, ...mismatches, hint].join('\n'));
}

/** What is of another kind has no wrong length, too. */
export function eachOnce(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
	const ofOtherKind = issues.filter(({ code }) => code === 'invalid_type');
	const places = new Set(ofOtherKind.map(({ path }) => keyOf(path)));
	return issues.filter(({ code, path }) => code !== 'too_small' || !places.has(keyOf(path)));
}

/** Of a text that has not the form that is expected, or is none of a few. */
function describeQuoted({ code, input }: z.core.$ZodIssue): string {
	const isForm = code === 'invalid_format' || code === 'invalid_value';
	return isForm && typeof input === 'string' ? `. Found ${JSON.stringify(input.slice(0, 60))}` : '';
}

function keyOf(path: readonly PropertyKey[]): string {
	return z.core.toDotPath(path);
}

/** In the words of those who write YAML. `undefined`: zod's own do. */
export function explainMismatch(issue: z.core.$ZodRawIssue, isYaml = true): string | undefined {
	if (issue.code === 'invalid_type') return explainType(issue.expected, issue.input, isYaml);
	if (issue.code === 'too_small') return explainSmall(issue);
	if (issue.code === 'too_big' && typeof issue.input === 'number') {
		return `Expected a number of at most ${String(issue.maximum)}, found ${String(issue.input)}`;
	}
	if (issue.code === 'invalid_value') return `Expected one of ${issue.values.join(', ')}`;
	if (issue.code === 'invalid_union' && 'options' in issue) return explainKind(issue);
	return issue.code === 'unrecognized_keys' ? explainUnknownKeys(issue) : undefined;
}

function explainSmall(issue: z.core.$ZodRawIssue & { code: 'too_small' }): string {
	const { origin, minimum, inclusive = true, input } = issue;
	const kind = types[origin] ?? origin;
	if (typeof input !== 'number') return `Expected ${kind} that isn't empty`;
	const least = `${inclusive ? 'of at least' : 'above'} ${String(minimum)}`;
	return `Expected ${kind} ${least}, found ${String(input)}`;
}

/** Of an entry that one of its keys gives a kind. */
function explainKind(issue: z.core.$ZodRawIssue & { code: 'invalid_union' }): string {
	const { options, discriminator = '', input } = { options: [], ...issue };
	const kind = new Map<string, unknown>(Object.entries(input ?? {})).get(discriminator);
	const expected = `expected one of ${options.join(', ')}`;
	return kind === undefined
		? `Missing: ${expected}`
		: `Unknown ${discriminator}: ${expected}. Found ${describeFound(kind)}`;
}

const types: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'keys with values',
	record: 'keys with values',
};

function explainType(type: string, input: unknown, isYaml: boolean): string {
	const expected = types[type] ?? type;
	if (input === undefined) return `Missing: expected ${expected}`;
	const advice = isYaml ? adviseQuotes(expected, input) : '';
	return `Expected ${expected}, found ${describeFound(input)}${advice}`;
}

function describeFound(input: unknown): string {
	if (typeof input === 'string') return `the text ${JSON.stringify(input.slice(0, 60))}`;
	if (typeof input === 'number') return `the number ${String(input)}`;
	if (typeof input === 'boolean') return String(input);
	if (input === null) return 'nothing';
	return (Array.isArray(input) ? types.array : types.object) ?? '';
}

/** YAML reads `1.10` as a number, `true` as a truth, `#1` as a comment, and anything in quotes as text. */
function adviseQuotes(expected: string, input: unknown): string {
	if (expected === types.string && input === null) return '. Put a text with # in quotes';
	if (expected === types.string && typeof input !== 'object') return '. Put it in quotes';
	const isNumber = typeof input === 'string' && /^-?\d+(\.\d+)?$/.test(input);
	return isNumber && expected.endsWith('number') ? '. Write it without quotes' : '';
}

/** A line for each unknown key, with the known key that was probably meant. */
function explainUnknownKeys(issue: z.core.$ZodRawIssue & { code: 'unrecognized_keys' }): string {
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

/** What says which form it wants says the same of nothing at all. */
function toMissing(message: string): string {
	return message.replace(/^Invalid /, 'Missing ').replace(/^Expected/, 'Missing: expected');
}

/** Unknown keys are reported together, on the object that holds them; each key itself is the better place. */
function oneForEachKey({ message, path, ...issue }: z.core.$ZodIssue) {
	if (issue.code !== 'unrecognized_keys') {
		const isMissing = 'input' in issue && issue.input === undefined;
		const said = isMissing ? toMissing(message) : message;
		const found = `${said}${describeQuoted({ ...issue, message, path })}`;
		return [{ message: found, path, place: path, meant: undefined }];
	}
	const messages = message.split('\n');
	return issue.keys.map((key, index) => {
		const own = messages[index] ?? message;
		const [, meant] = /did you mean "(.+)"\?$/.exec(own) ?? [];
		return { message: own, path, place: [...path, key], meant };
	});
}
