import { realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { InvalidDataError } from '#model/parse.ts';
import manifest from '../package.json' with { type: 'json' };
import { parseArguments, type Command, type OptionTable } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { explainFailure } from './failure.ts';
import { renderHelp } from './help.ts';
import { finishOutput, print, watchOutput } from './output.ts';

/** All that a command knows of where it runs, and where it can say something. */
export interface Surroundings {
	/** The checkout. */
	root: string;
	environment: NodeJS.ProcessEnv;
	/** Writes lines to the standard output. */
	print: (text: string) => void;
	/** Writes lines to the standard error. */
	warn: (text: string) => void;
	/** Where progress is shown. */
	terminal: Terminal;
	/** Asks who has called the command. `undefined`: nobody is there to answer. */
	ask: ((question: string) => Promise<string>) | undefined;
}

export type Terminal = Pick<
	NodeJS.WriteStream,
	'isTTY' | 'columns' | 'cursorTo' | 'clearLine' | 'write'
>;

/**
 * A command as a function. It resolves to its exit code, whatever fails, and to `undefined` when it
 * serves until somebody ends it.
 */
export type CommandFunction = (
	args: readonly string[],
	surroundings: Surroundings,
) => Promise<number | undefined>;

/** @param work What the command does when it is not asked about itself. It may throw. */
export function defineCommand<const Options extends OptionTable>(
	command: Command<Options>,
	work: (
		options: ReturnType<typeof parseArguments<Options>>['options'],
		surroundings: Surroundings,
		args: readonly string[],
	) => Promise<number | undefined>,
): CommandFunction {
	return async (args, surroundings) => {
		try {
			const { options, help, version } = parseArguments(command, args);
			if (!help && !version) return await work(options, surroundings, args);
			surroundings.print(help ? renderHelp(command) : `${manifest.name} ${manifest.version}`);
			return exitCodes.fine;
		} catch (error) {
			return fail(error, surroundings);
		}
	};
}

/**
 * Says what has failed.
 *
 * @returns the exit code.
 */
export function fail(error: unknown, { root, warn }: Pick<Surroundings, 'root' | 'warn'>): number {
	const { message, code } = explainFailure(error, root);
	warn(message);
	return code;
}

/** This process: only `run` knows it. */
const surroundings: Surroundings = {
	root: process.cwd(),
	environment: process.env,
	print,
	warn: (text) => {
		console.error(text);
	},
	terminal: process.stderr,
	ask: process.stdin.isTTY ? ask : undefined,
};

function ask(question: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const lines = createInterface({ input: process.stdin, output: process.stderr });
		lines.once('close', () => {
			reject(new InvalidDataError('\nThere was no answer. Nothing was changed.'));
		});
		lines.question(question, (answer) => {
			resolve(answer.trim());
			lines.close();
		});
	});
}

/**
 * Runs a command when its file is the program and not imported, and ends the process with its exit
 * code when all that was printed has arrived.
 *
 * @param file Where the command is: `import.meta.filename`.
 */
export async function run(file: string, command: CommandFunction): Promise<void> {
	const [, program = ''] = process.argv;
	// Node 22 has no `import.meta.main`.
	if (program === '' || realpathSync(program) !== file) return;
	watchOutput();
	// What no command has waited for. A rejection that nobody handles comes here, too.
	process.on('uncaughtException', (error) => void end(fail(error, surroundings)));
	const code = await command(process.argv.slice(2), surroundings);
	if (code !== undefined) await end(code);
}

/** Sockets and workers that are left open must not keep the process: what was printed is awaited. */
async function end(code: number): Promise<never> {
	const lost = await finishOutput();
	if (!lost) process.exit(code);
	const failure = fail(lost, surroundings);
	await finishOutput();
	process.exit(failure);
}
