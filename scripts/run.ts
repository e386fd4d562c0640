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
		const message = explain(error);
		if (message === undefined) throw error;
		console.error(message);
		process.exit(exitCodes.wrong);
	}
}

/** `undefined`: a mistake of the program, which its stack explains best. */
function explain(error: unknown): string | undefined {
	const invalid = findInvalidData(error);
	if (invalid) return invalid.message;
	if (!(error instanceof TokenRejectedError)) return undefined;
	return (
		`GitLab rejects the token: ${error.message}\n` +
		'Nothing was changed. Set GITLAB_TOKEN to a valid token with the scope read_api, or unset it to ask as a stranger.'
	);
}

/**
 * By its name: what Astro loads, our collections among it, has a class of its own of that name. The
 * bundler hands over what a page has thrown as one of its `errors`, and its cause with it.
 */
function findInvalidData(error: unknown): Error | undefined {
	if (!(error instanceof Error)) return undefined;
	if (error.name === InvalidDataError.name) return error;
	const thrown: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
	return [...thrown, error.cause].map(findInvalidData).find((one) => one !== undefined);
}
