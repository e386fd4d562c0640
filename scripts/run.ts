import manifest from '../package.json' with { type: 'json' };
import { parseArguments, type Command, type OptionTable } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { explainFailure } from './failure.ts';
import { renderHelp } from './help.ts';
import { finishOutput, print, watchOutput } from './output.ts';

/**
 * Runs a command, and ends the process with its exit code when all that was printed has arrived.
 *
 * @param work Given the command's options. `undefined` instead of an exit code: it serves until
 * somebody ends it.
 */
export async function run<Options extends OptionTable>(
	command: Command<Options>,
	work: (
		options: ReturnType<typeof parseArguments<Options>>['options'],
	) => Promise<number | undefined>,
): Promise<void> {
	watchOutput();
	// What no command has waited for. A rejection that nobody handles comes here, too.
	process.on('uncaughtException', (error) => void end(fail(error)));
	try {
		const { options, help, version } = parseArguments(command);
		if (help) print(renderHelp(command));
		else if (version) print(`${manifest.name} ${manifest.version}`);
		const code = help || version ? exitCodes.fine : await work(options);
		if (code !== undefined) await end(code);
	} catch (error) {
		await end(fail(error));
	}
}

/** @returns the exit code. */
function fail(error: unknown): number {
	const { message, code } = explainFailure(error);
	console.error(message);
	return code;
}

/** Sockets and workers that are left open must not keep the process: what was printed is awaited. */
async function end(code: number): Promise<never> {
	const lost = await finishOutput();
	if (!lost) process.exit(code);
	const failure = fail(lost);
	await finishOutput();
	process.exit(failure);
}
