import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InvalidDataError } from '#model/parse.ts';

/**
 * The arguments of a command.
 *
 * @throws {InvalidDataError} that names the unknown argument and the ones there are.
 */
export function parseArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
	command: string,
	options: Options,
	args: readonly string[] = process.argv.slice(2),
) {
	try {
		return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
	} catch (cause) {
		const what = cause instanceof Error ? cause.message.split(/\.\s/)[0] : String(cause);
		const known = Object.entries(options).map(
			([name, { type }]) => `--${name}${type === 'string' ? ' VALUE' : ''}`,
		);
		throw new InvalidDataError(
			`npm run ${command} does not understand its arguments.\n✖ ${String(what)}\n` +
				(known[0] === undefined
					? 'Expected none.'
					: `Expected ${known.join(', ')}. Put -- before them: npm run ${command} -- ${known[0]}`),
			{ cause },
		);
	}
}

/** Seconds beyond it are more than a timer can hold: it would ring at once. */
const highestCount = 1_000_000;

/**
 * A number of an argument that counts something: seconds, or, as a whole number, requests.
 *
 * @throws {InvalidDataError} when it is none, not above zero, or beyond all reason.
 */
export function parseCount(
	name: string,
	text: string | undefined,
	kind: 'number' | 'whole number' = 'number',
): number | undefined {
	if (text === undefined) return undefined;
	const count = Number(text);
	const fits = kind === 'number' || Number.isInteger(count);
	if (fits && count > 0 && count <= highestCount) return count;
	throw new InvalidDataError(
		`--${name} is "${text}".\nExpected a ${kind} above 0 and up to ${String(highestCount)}, such as --${name} 20.`,
	);
}
