import { parseArgs } from 'node:util';
import { InvalidDataError } from '#model/parse.ts';

/** An option of a command. Its help is one sentence: what it does, not what it is. */
type Option =
	| { type: 'boolean'; default: false; help: string }
	| { type: 'string'; value: string; default?: string; help: string };
export type OptionTable = Readonly<Record<string, Option>>;

/** What a command is called, what it does, and its options: for its parser and for its help alike. */
export interface Command<Options extends OptionTable = OptionTable> {
	name: string;
	/** One sentence without a subject: "Asks GitLab and …". */
	does: string;
	options: Options;
}

/** What every command can be asked. */
export const commonOptions: Record<'help' | 'version', Option & { type: 'boolean' }> = {
	help: { type: 'boolean', default: false, help: 'Shows this text.' },
	version: { type: 'boolean', default: false, help: 'Shows the version of the handbook.' },
};

export function callOf({ name }: Command): string {
	return name === 'start' ? 'npm start' : `npm run ${name}`;
}

/** An option as it is written on a command line: `--only LIST`. */
export function spell(name: string, option: Option): string {
	return option.type === 'string' ? `--${name} ${option.value}` : `--${name}`;
}

/**
 * The arguments of a command, and what it is asked about itself.
 *
 * @throws {InvalidDataError} that names the unknown argument and the ones there are.
 */
export function parseArguments<Options extends OptionTable>(
	command: Command<Options>,
	args: readonly string[],
) {
	const options = { ...command.options, ...commonOptions };
	try {
		const known = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
		const asked = parseArgs({ args: [...args], options: commonOptions, strict: false });
		const isAsked = (name: keyof typeof commonOptions) => asked.values[name] === true;
		return { options: known.values, help: isAsked('help'), version: isAsked('version') };
	} catch (cause) {
		const what = cause instanceof Error ? cause.message.split(/\.\s/)[0] : String(cause);
		const spelled = Object.entries<Option>(options).map(([name, one]) => spell(name, one));
		throw new InvalidDataError(
			`${callOf(command)} does not understand its arguments.\n✖ ${String(what)}\n` +
				`Expected ${spelled.join(', ')}. Put -- before them: ${callOf(command)} -- ${spelled[0] ?? ''}`,
			{ cause },
		);
	}
}

/**
 * The value of an argument that is one of a few words.
 *
 * @throws {InvalidDataError} that names the words there are.
 */
export function parseChoice<Word extends string>(
	name: string,
	text: string,
	words: readonly Word[],
): Word {
	const word = words.find((one) => one === text);
	if (word !== undefined) return word;
	throw new InvalidDataError(`--${name} names "${text}".\nExpected one of ${words.join(', ')}.`);
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
