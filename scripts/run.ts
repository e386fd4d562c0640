import { TokenRejectedError } from '#gitlab/errors.ts';
import { InvalidDataError } from '#model/parse.ts';

/** Exit codes of every command. */
export const exitCodes = {
	/** Everything is fresh, or labelled as what it is. */
	fine: 0,
	/** `--strict` found something. */
	strict: 1,
	/** Settings, registry or token are wrong. */
	wrong: 2,
} as const;

/**
 * Runs a command and ends the process with its exit code. What a person can mend is said in a
 * sentence; only a mistake of the program shows its stack.
 */
export async function run(command: () => Promise<number>): Promise<never> {
	try {
		process.exit(await command());
	} catch (error) {
		if (error instanceof InvalidDataError || error instanceof TokenRejectedError) {
			console.error(error.message);
			process.exit(exitCodes.wrong);
		}
		throw error;
	}
}
