import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readRegistry } from '#store/registry.ts';
import { findPages } from '../test/browser/pages.ts';
import { planted } from '../test/gitlab/planted.ts';
import { sampleWorld } from '../test/gitlab/sample-world.ts';
import { startGitLab } from '../test/gitlab/server.ts';
import { teamPath } from '../test/gitlab/team-file.ts';
import { measureTable, type PageFigures } from './bench-page.ts';
import { writeInventedProjects } from './bench-registry.ts';
import { measureRender, secondsSince } from './bench-render.ts';
import { renderTable } from './text-table.ts';

const run = promisify(execFile);
const today = '2026-11-23';
/** What the GitLab of the tests allows: as many requests as GitLab.com allows a token. */
export const rateLimit = { limit: 2000, windowMs: 60_000 };
const deadlineSeconds = 3600;

interface PullFigures {
	requests: number;
	refused: number;
	pullSeconds: number;
}

export interface ProjectFigures extends PullFigures, PageFigures {
	projects: number;
	renderSeconds: number;
	pages: number;
}

/** Pulls and renders a copy of this checkout with so many projects, most of them invented. */
export function measureProjects(projects: number): Promise<ProjectFigures> {
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

async function pull(root: string, url: string): Promise<void> {
	await run(
		process.execPath,
		['scripts/pull.ts', '--strict', '--deadline', String(deadlineSeconds)],
		{
			cwd: root,
			env: {
				PATH: process.env.PATH,
				GITLAB_URL: url,
				GITLAB_TOKEN: planted.token,
				TEAM_YML_URL: `${url}${teamPath}`,
				HANDBOOK_TODAY: today,
			},
		},
	);
}

export function renderProjectFigures(figures: readonly ProjectFigures[]): string {
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
