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
		const what = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
		const known = Object.entries(options).map(
			([name, { type }]) => `--${name}${type === 'string' ? ' VALUE' : ''}`,
		);
		throw new InvalidDataError(
			`npm run ${command} does not understand its arguments.\n✖ ${String(what)}\n` +
				`Expected ${known.length > 0 ? known.join(', ') : 'none'}. Put -- before them: npm run ${command} -- --strict`,
			{ cause },
		);
	}
}

/**
 * A number of an argument that counts something: seconds, requests.
 *
 * @throws {InvalidDataError} when it is none, or not above zero.
 */
export function parseCount(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const count = Number(text);
	if (Number.isFinite(count) && count > 0) return count;
	throw new InvalidDataError(
		`--${name} is "${text}".\nExpected a number above 0, such as --${name} 20.`,
	);
}
