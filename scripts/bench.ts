import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InvalidDataError } from '#model/parse.ts';
import { readRegistry } from '#store/registry.ts';
import { findPages } from '../test/browser/pages.ts';
import { planted } from '../test/gitlab/planted.ts';
import { sampleWorld } from '../test/gitlab/sample-world.ts';
import { startGitLab } from '../test/gitlab/server.ts';
import { teamPath } from '../test/gitlab/team-file.ts';
import { measureLedger, renderLedgerFigures } from './bench-ledger.ts';
import { measureLargeHandbook, renderLargeFigures } from './bench-pages.ts';
import { measureTable, type PageFigures } from './bench-page.ts';
import { measureRender, secondsSince } from './bench-render.ts';
import { writeInventedProjects } from './bench-registry.ts';
import { measureAgainstStarlight, renderStarlightFigures } from './bench-starlight.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './run.ts';
import { renderTable } from './text-table.ts';
import { renderWeights, weighPages } from './bench-weights.ts';

const today = '2026-11-23';
/** What the GitLab of the tests allows: as many requests as GitLab.com allows a token. */
const rateLimit = { limit: 2000, windowMs: 60_000 };
const deadlineSeconds = 3600;

interface PullFigures {
	requests: number;
	refused: number;
	pullSeconds: number;
}

interface Figures extends PullFigures, PageFigures {
	projects: number;
	renderSeconds: number;
	pages: number;
}

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
				help: 'Lets Lighthouse look at each kind of page, which npx downloads.',
			},
		},
	},
	async ({ only, against, lighthouse }, { root, print, warn }) => {
		const { projects } = await readRegistry(root);
		const sizes = pickSizes([projects.length, 250, 1000], only);
		if (only === undefined || only === source) {
			// Its figures are printed by itself.
			await runScript(['scripts/bench-source.ts'], { stdio: 'inherit' });
		}
		const figures: Figures[] = [];
		for (const size of sizes) {
			warn(`Measuring ${String(size)} projects.`);
			figures.push(await measure(size));
		}
		print(
			`Node ${process.version}, ${String(availableParallelism())} cores, a GitLab on this machine that allows ${String(rateLimit.limit)} requests in ${String(rateLimit.windowMs / 1000)} s`,
		);
		if (figures.length > 0) print(renderFigures(figures));
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

function measure(projects: number): Promise<Figures> {
	return measureRender(
		async (root) => {
			for (const written of ['content/snapshot', 'content/history']) {
				await rm(join(root, written), { recursive: true, force: true });
			}
			const own = await readRegistry(root);
			if (projects !== own.projects.length) await writeInventedProjects(root, own.site, projects);
			return measurePull(root);
		},
		async ({ dist, seconds }, pulled) => {
			const pages = (await findPages(dist)).length;
			const table = await measureTable(dist);
			return { projects, ...pulled, renderSeconds: seconds, pages, ...table };
		},
	);
}

async function measurePull(root: string): Promise<PullFigures> {
	const world = { ...sampleWorld(await readRegistry(root), today), rateLimit };
	const gitlab = await startGitLab(world);
	try {
		const start = performance.now();
		await pull(root, gitlab.url);
		return {
			requests: gitlab.requests.length,
			refused: gitlab.requests.filter(({ status }) => status === 429).length,
			pullSeconds: secondsSince(start),
		};
	} finally {
		await gitlab.close();
	}
}

function pull(root: string, url: string): Promise<void> {
	return runScript(['scripts/pull.ts', '--strict', '--deadline', String(deadlineSeconds)], {
		cwd: root,
		// Its table is for people who pull: here it is told apart from the figures.
		stdio: ['ignore', process.stderr, process.stderr],
		env: {
			PATH: process.env.PATH,
			GITLAB_URL: url,
			GITLAB_TOKEN: planted.token,
			TEAM_YML_URL: `${url}${teamPath}`,
			HANDBOOK_TODAY: today,
		},
	});
}

async function runScript(args: readonly string[], options: SpawnOptions): Promise<void> {
	const exit: unknown[] = await once(spawn(process.execPath, args, options), 'exit');
	if (exit[0] === 0) return;
	throw new Error(`${String(args[0])} ended with ${String(exit[0])}: see what it says above.`);
}

function renderFigures(figures: readonly Figures[]): string {
	const head = [
		'Projects',
		'Requests',
		'of them 429',
		'Pull s',
		'Render s',
		'Pages',
		'Table KB',
		'gzip KB',
		'Filter ms',
		'Sort ms',
	];
	const rows = figures.map((one) => [
		String(one.projects),
		String(one.requests),
		String(one.refused),
		one.pullSeconds.toFixed(1),
		one.renderSeconds.toFixed(1),
		String(one.pages),
		(one.bytes / 1024).toFixed(0),
		(one.gzipBytes / 1024).toFixed(0),
		one.filterMs.toFixed(0),
		one.sortMs.toFixed(0),
	]);
	return renderTable(head, rows, () => false).join('\n');
}

await run(import.meta.filename, bench);
