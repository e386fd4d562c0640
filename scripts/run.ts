import { realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { InvalidDataError } from '#model/parse.ts';
import { fail, type CommandFunction, type Surroundings } from './command.ts';
import { finishOutput, print, watchOutput } from './output.ts';

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
