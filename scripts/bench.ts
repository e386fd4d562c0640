import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { InvalidDataError } from '#model/parse.ts';
import { readRegistry } from '#store/registry.ts';
import { measureLedger, renderLedgerFigures } from './bench-ledger.ts';
import { measureLargeHandbook, renderLargeFigures } from './bench-pages.ts';
import {
	measureProjects,
	rateLimit,
	renderProjectFigures,
	type ProjectFigures,
} from './bench-projects.ts';
import { measureAgainstStarlight, renderStarlightFigures } from './bench-starlight.ts';
import { renderWeights, weighPages } from './bench-weights.ts';
import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';

/** Options of some parts. */
interface Asked {
	against: string | undefined;
	lighthouse: boolean;
}

/** The source of a consumer is searched in a process of its own. */
const source = 'source';

/** What `--only` names beside that and a number of projects. */
const parts: Readonly<Record<string, { of: string; measure: (asked: Asked) => Promise<string> }>> =
	{
		ledger: {
			of: 'a year of saved plans',
			measure: async () => renderLedgerFigures(await measureLedger()),
		},
		pages: {
			of: 'a handbook of many pages',
			measure: async () => renderLargeFigures(await measureLargeHandbook()),
		},
		starlight: {
			of: 'stock Starlight beside this handbook',
			measure: async () => renderStarlightFigures(await measureAgainstStarlight()),
		},
		weights: {
			of: 'the first view of a page of each kind',
			measure: async (asked) => renderWeights(await weighPages(asked)),
		},
	};

/** The README's figures. */
export const bench = defineCommand(
	{
		name: 'bench',
		does: 'Measures the search for calls, pull, render, the table of projects, a year of saved plans, many pages, stock Starlight, and the first view of each kind of page.',
		options: {
			only: {
				type: 'string',
				value: 'PART',
				help: `Measures one part: ${[source, ...Object.keys(parts)].join(', ')}, or a number of projects.`,
			},
			against: {
				type: 'string',
				value: 'DIR',
				help: 'Measures the first view of the same pages of another rendered site, too.',
			},
			lighthouse: {
				type: 'boolean',
				default: false,
				help: 'Runs Lighthouse on each kind of page, too: npx downloads it.',
			},
		},
	},
	async ({ only, against, lighthouse }, { root, print, warn }) => {
		const { projects } = await readRegistry(root);
		const sizes = pickSizes([projects.length, 250, 1000], only);
		if (only === undefined || only === source) {
			const { stdout } = await promisify(execFile)(process.execPath, ['scripts/bench-source.ts']);
			print(stdout.trim());
		}
		const figures: ProjectFigures[] = [];
		for (const size of sizes) {
			warn(`Measuring ${String(size)} projects.`);
			figures.push(await measureProjects(size));
		}
		print(
			`Node ${process.version}, ${String(availableParallelism())} cores, a GitLab on this machine that allows ${String(rateLimit.limit)} requests in ${String(rateLimit.windowMs / 1000)} s`,
		);
		if (figures.length > 0) print(renderProjectFigures(figures));
		for (const [name, part] of Object.entries(parts)) {
			if (only !== undefined && only !== name) continue;
			warn(`Measuring ${part.of}.`);
			print(await part.measure({ against, lighthouse }));
		}
		return exitCodes.fine;
	},
);

function pickSizes(sizes: readonly number[], only: string | undefined): readonly number[] {
	if (only === undefined) return sizes;
	const names = [source, ...Object.keys(parts)];
	if (names.includes(only)) return [];
	const picked = sizes.filter((size) => String(size) === only);
	if (picked.length > 0) return picked;
	throw new InvalidDataError(
		`--only names "${only}".\nExpected one of ${[...names, ...sizes].join(', ')}.`,
	);
}

await run(import.meta.filename, bench);
