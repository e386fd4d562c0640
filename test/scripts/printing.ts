import { defineCommand, run } from '../../scripts/command.ts';

export const printed = Array.from({ length: 20_000 }, (_, line) => `line ${String(line)}`).join(
	'\n',
);

const ways: Record<string, () => number | Promise<number>> = {
	strict: () => 1,
	busy: () => {
		setInterval(() => undefined, 60_000);
		return 0;
	},
	bug: () => {
		throw new TypeError('nobody has thought of this');
	},
	forgotten: () => {
		void Promise.reject(new TypeError('nobody has waited for this'));
		return new Promise(() => undefined);
	},
	late: () => {
		setTimeout(() => {
			throw new TypeError('nobody has called this');
		});
		return new Promise(() => undefined);
	},
};

/** A command that prints more than a pipe holds, and ends in one of several ways. */
const printing = defineCommand(
	{
		name: 'printing',
		does: 'Prints.',
		options: {
			as: { type: 'string', value: 'WAY', default: 'strict', help: 'How it ends.' },
		},
	},
	async ({ as }, { print }) => {
		if (as === 'waiting') return new Promise(() => setInterval(() => undefined, 60_000));
		if (as === 'killed') process.kill(process.pid, 'SIGKILL');
		print(printed);
		return (ways[as] ?? ways.strict)!();
	},
);

await run(import.meta.filename, printing);
