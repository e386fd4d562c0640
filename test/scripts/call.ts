import type { CommandFunction, Surroundings } from '../../scripts/command.ts';

/** What came of a command. */
export interface Called {
	code: number | undefined;
	stdout: string;
	stderr: string;
	/** Both, as a terminal shows them. */
	out: string;
}

/** Runs a command in this process: it knows nothing but what it is given here. */
export async function call(
	command: CommandFunction,
	args: readonly string[],
	{
		root,
		environment = {},
		ask,
	}: { root: string; environment?: Record<string, string>; ask?: Surroundings['ask'] },
): Promise<Called> {
	const written = { stdout: '', stderr: '', out: '' };
	const write = (stream: 'stdout' | 'stderr') => (text: string | Uint8Array) => {
		written[stream] += String(text);
		written.out += String(text);
		return true;
	};
	const [print, warn] = [write('stdout'), write('stderr')];
	const surroundings: Surroundings = {
		root,
		environment: { ...environment },
		print: (text) => print(`${text}\n`),
		warn: (text) => warn(`${text}\n`),
		terminal: { isTTY: false, columns: 80, cursorTo: fail, clearLine: fail, write: warn },
		ask,
	};
	const code = await command(args, surroundings);
	return { code, ...written };
}

function fail(): never {
	throw new Error('This is no terminal.');
}
