import { startScan } from '#core/consumers/source/source-scan.ts';
import { readRegistry } from '#store/registry.ts';
import type { Api } from '#model/api.ts';
import { writeGoFile, type Program } from './bench-go-file.ts';
import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { renderTable } from './text-table.ts';

const files = 4000;

const programs: Readonly<Record<string, Program>> = {
	'one in twenty calls': { functionsPerFile: 24, callingEvery: 20 },
	'half of them call': { functionsPerFile: 46, callingEvery: 2 },
};

/**
 * The README's figures of the search for calls: the source of invented consumers. It has a process of
 * its own, so that its memory is that of nothing else.
 */
const benchSource = defineCommand(
	{ name: 'bench', does: 'Measures the search for calls alone.', options: {} },
	async (_, { root, print }) => {
		const { api } = await readRegistry(root);
		const rows = Object.entries(programs).map(([name, program]) => [
			name,
			...measure(program, api),
		]);
		const figures = ['MB', 'Calls found', 'Scan s', 'Processor s', 'Memory MB', 'before it'];
		const head = [`${String(files)} Go files`, ...figures];
		print(renderTable(head, rows, () => false).join('\n'));
		return exitCodes.fine;
	},
);

function measure(program: Program, api: Api): string[] {
	const before = process.resourceUsage().maxRSS;
	const scan = startScan(api);
	let characters = 0;
	let milliseconds = 0;
	// What the processor worked for it: a machine that does other things at the same time takes longer.
	let processorMicroseconds = 0;
	const time = <Value>(step: () => Value): Value => {
		const start = performance.now();
		const processor = process.cpuUsage();
		const value = step();
		const { user, system } = process.cpuUsage(processor);
		processorMicroseconds += user + system;
		milliseconds += performance.now() - start;
		return value;
	};
	for (let index = 0; index < files; index += 1) {
		const { path, text } = writeGoFile(index, api, program);
		characters += text.length;
		time(() => {
			if (scan.wants(path)) scan.add(path, text);
		});
	}
	const { uses, more } = time(() => scan.finish());
	const counted = Object.values(more?.endpoints ?? {}).reduce((sum, count) => sum + count, 0);
	return [
		(characters / 1024 / 1024).toFixed(1),
		String(uses.length + counted),
		(milliseconds / 1000).toFixed(2),
		(processorMicroseconds / 1e6).toFixed(2),
		(process.resourceUsage().maxRSS / 1024).toFixed(0),
		(before / 1024).toFixed(0),
	];
}

await run(import.meta.filename, benchSource);
