import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lists } from '#model/snapshot.ts';
import { historyPath, planHistory, writeDay } from '#store/history.ts';
import { anIssueOfDay, aPlanOfDay } from '../builders.ts';
import { driftingSnapshot, registry } from './drifting.ts';
import { html } from './hostile.ts';
import { current } from './plan.ts';
import { readSite, renderPrepared, type ReadSite } from './read-site.ts';
import type { RenderedSite } from './render-site.ts';

/** Two sites below a path, each of which serves several tests: a link that forgets the path is dead. */
export const host = 'https://pages.example.com';
export const base = '/group/handbook';
const environment = { SITE_URL: host, BASE_PATH: base };

const inCurrent = { milestone: current };
const days = [
	aPlanOfDay({ day: '2026-11-20', issues: [anIssueOfDay(inCurrent)] }),
	aPlanOfDay({
		day: '2026-11-23',
		issues: [
			anIssueOfDay({ ...inCurrent, state: 'closed' }),
			anIssueOfDay({ ...inCurrent, iid: 2, title: html('title') }),
		],
	}),
	// Of another GitLab: it says nothing about this one.
	aPlanOfDay({ day: '2026-11-24', source: 'https://elsewhere.example.com', issues: [] }),
];

let drifting: Promise<ReadSite> | undefined;

/** Of data that have drifted, with these three kept days alone. Its pages are shared by the files of a worker. */
export function readDrifting(): Promise<ReadSite> {
	return (drifting ??= readSite(driftingSnapshot, environment, [], async (folder) => {
		await rm(join(folder, historyPath), { recursive: true });
		for (const day of days) await writeDay(folder, planHistory, day);
	}));
}

export const [renamed] = registry.projects;
export const earlier = 'example/earlier/widget';
/** A project of which GitLab has another path since the last pull. */
export const moved = { from: 'tea/kettle', to: 'tea/boiler' };

/**
 * Of the team as it is, but a project has had another path, and one has moved.
 *
 * @param look At the checkout that is rendered.
 */
export function renderRenamed(
	look: (folder: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<RenderedSite> {
	return renderPrepared(environment, async (folder) => {
		const file = join(folder, 'content/registry/projects.yaml');
		const text = await readFile(file, 'utf8');
		const line = `- path: ${renamed!.path}\n`;
		await writeFile(file, text.replace(line, `${line}  earlierPaths: [${earlier}]\n`));
		await moveProject(folder);
		await look(folder);
	});
}

async function moveProject(folder: string): Promise<void> {
	const file = join(folder, 'content/snapshot/projects.json');
	const rows = lists.projects.rows.parse(JSON.parse(await readFile(file, 'utf8')));
	const project = rows.find((row) => row.path === moved.from)!;
	const others = rows.map((row) =>
		row === project ? { ...row, facts: { ...project.facts, path: moved.to } } : row,
	);
	await writeFile(file, JSON.stringify(others));
}
