/** The sites of three invented teams: one that has all, one with prose and an inventory, one by weeks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import type { PlanOfDay } from '#model/history.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { readRegistry } from '#store/registry.ts';
import { check } from '../../scripts/check.ts';
import { aMilestone, anIssue, anIssueOfDay, aPlanOfDay, aRosterRow } from '../builders.ts';
import { teams } from '../fixtures/teams.ts';
import { call, type Called } from '../scripts/call.ts';
import { goodSnapshot } from './good-data.ts';
import { changeHabits, prepareGood } from './habits.ts';
import { textOf } from './page.ts';
import { readSite, type ReadSite } from './read-site.ts';
import { checkLinks } from './site-links.ts';

/** Iterations, as a pull has them: one is named by its days, and the last has no days yet. */
const weeks = [
	aMilestone({ title: 'Week of 16 Nov', startDate: '2026-11-16', dueDate: '2026-11-22' }),
	aMilestone({ title: 'Week of 23 Nov', startDate: '2026-11-23', dueDate: '2026-11-29' }),
	aMilestone({ title: '2026-12-07 to 2026-12-13', startDate: '2026-12-07', dueDate: '2026-12-13' }),
	aMilestone({ title: 'Week of 30 Nov', startDate: '2026-11-30', dueDate: '2026-12-06' }),
	aMilestone({ title: 'Week of snow', startDate: null, dueDate: null }),
];
const [lastWeek, thisWeek] = weeks.map(({ title }) => title);
const project = 'city/tram';
const weekIssues = [
	anIssue({ project, iid: 1, title: 'Ring the bell', milestone: thisWeek! }),
	anIssue({ project, iid: 2, title: 'Oil the wheels', milestone: 'Week of 30 Nov' }),
];
const roadmapIssues = [
	anIssue({ project, iid: 2, title: 'Oil the wheels', labels: ['roadmap::now', 'state::oiling'] }),
	anIssue({ project, iid: 3, title: 'Paint the tram', labels: ['roadmap::later'] }),
	anIssue({ project, iid: 4, title: 'Fly', labels: ['roadmap::never'] }),
];
const crew = [
	aRosterRow({ roster: 'crew', position: 1, name: 'Ada Example', role: 'Tram Manager' }),
	aRosterRow({ roster: 'crew', position: 2, name: 'Bo Example', role: 'Driver' }),
];
const tramSnapshot = async () =>
	goodSnapshot(await readRegistry(teams.tram), {
		milestones: weeks,
		issues: weekIssues,
		'roadmap-issues': roadmapIssues,
		team: crew,
	});
const weekPlans = [
	{ day: '2026-11-20', milestone: lastWeek! },
	{ day: '2026-11-23', milestone: thisWeek! },
].map(({ day, milestone }) =>
	aPlanOfDay({
		day,
		source: 'https://gitlab.example.net',
		pulledAt: `${day}T08:30:00Z`,
		milestones: weeks.map(({ title, startDate, dueDate, state }) => ({
			title,
			startDate,
			dueDate,
			state,
		})),
		asked: weeks.map(({ title }) => title),
		issues: [anIssueOfDay({ project, iid: 1, title: 'Ring the bell', milestone })],
	}),
);

interface Team {
	name: keyof typeof teams;
	snapshot: () => Promise<Snapshot>;
	plans?: PlanOfDay[];
	prepare?: (root: string) => Promise<void>;
	/** All of them, or some where there are many. */
	pages: string[];
	/** What is on no page, and what is in no file, because the team has not asked for it. */
	without: RegExp | null;
}

const some: Team[] = [
	{
		name: 'kettle',
		// It can have other habits, without a warning.
		snapshot: prepareGood,
		prepare: changeHabits,
		pages: [
			'/strategy/jobs/',
			'/team/members/',
			'/api/list-kettles/',
			'/consumers/tea/cup/',
			'/roadmap/',
		],
		without: null,
	},
	{
		name: 'stove',
		snapshot: async () => goodSnapshot(await readRegistry(teams.stove)),
		pages: [
			'/',
			'/404.html',
			'/inventory/',
			'/inventory/data/',
			'/projects/hearth/pan/',
			'/projects/hearth/stove/',
			'/work/fire/',
		],
		without:
			/consumer|\bAPI\b|endpoint|milestone|roadmap|issues? of the plan|roster|member|CODEOWNERS|maintainer/i,
	},
	{
		name: 'tram',
		snapshot: tramSnapshot,
		plans: weekPlans,
		pages: [
			'/',
			'/404.html',
			'/projects/',
			'/projects/checks/',
			'/projects/city/rails/',
			'/projects/city/tram/',
			'/projects/data/',
			'/roadmap/',
			'/roadmap/changes/',
			'/roadmap/columns/',
			'/roadmap/issues/',
			'/roadmap/issues/city/tram/1/',
			'/roadmap/milestones/',
			...weeks.map(({ title }) => `/roadmap/milestones/${toMilestoneSlug(title)}/`),
			'/roadmap/snapshots/',
			'/roadmap/snapshots/2026-11-20/',
			'/roadmap/snapshots/2026-11-23/',
			'/team/crew/',
			'/team/people/',
		],
		without:
			/consumer|\bAPI\b|endpoint|planning issue|candidate|kickoff|retrospective|reliability|commit|deliverable|stretch/i,
	},
];

describe.each(some)(
	'the site of the $name',
	({ name, snapshot, plans, prepare, pages, without }) => {
		let site: ReadSite;
		let checked: Called;

		beforeAll(async () => {
			site = await readSite(
				await snapshot(),
				{},
				plans,
				async (root) => {
					await prepare?.(root);
					checked = await call(check, ['--strict'], { root });
				},
				teams[name],
			);
		});

		test('has the pages of what the team declares, and no others', () => {
			const paths = site.pages.map(({ path }) => path);
			if (without === null) expect(paths).toEqual(expect.arrayContaining(pages));
			else expect(paths).toEqual(pages.toSorted());
		});

		test('has no dead link', async () => {
			const { links, dead } = await checkLinks(site);
			expect(links.length).toBeGreaterThan(pages.length);
			expect(dead).toEqual([]);
		});

		test('says nothing of what the team does not have', () => {
			if (without === null) return;
			const said = site.pages.flatMap(({ path, lines }) =>
				lines.filter((line) => without.test(line)).map((line) => `${path}: ${line}`),
			);
			expect(said).toEqual([]);
		});

		test('has no word of another team', () => {
			const others = some.filter((other) => other.name !== name).map((other) => other.name);
			const words = new RegExp(String.raw`\b(${['runner', ...others].join('|')})`, 'i');
			const said = site.pages.flatMap(({ path, html }) => {
				const [word] = words.exec(html) ?? [];
				return word === undefined ? [] : [`${path}: ${word}`];
			});
			expect(said).toEqual([]);
		});

		test('is rendered without a warning', () => {
			expect(site.log).toBe('dist is rendered.\n');
		});

		test('is as GitLab has it, by a strict check', () => {
			expect(checked.out).not.toMatch(/\[broken\]/);
			expect(checked.code).toBe(0);
		});
	},
);

const readTram = async () => readSite(await tramSnapshot(), {}, weekPlans, undefined, teams.tram);

test('a team that plans by iterations reads of iterations, wherever others read of milestones', async () => {
	const site = await readTram();
	const texts = [
		...site.pages.flatMap((page) => [...page.lines, ...page.attributes]),
		...(await readFile(join(site.dist, 'llms.txt'), 'utf8')).split('\n'),
	].map((text) => text.replace(/\S*\/\S*/g, ''));
	expect(texts.filter((text) => /milestone/i.test(text))).toEqual([]);
	expect(site.page('/roadmap/milestones/').all('main table th').map(textOf)).toContain('Iteration');
});

test('everyone of a department is listed, after their manager', async () => {
	const site = await readTram();
	const crew = site.page('/team/crew/');
	expect(crew.rows('main table').map(([name, role]) => [name, role])).toEqual([
		[expect.stringContaining('Ada Example'), 'Tram Manager'],
		[expect.stringContaining('Bo Example'), 'Driver'],
	]);
});

test('weeks follow each other by their days, and labels of the roadmap are columns, and projects without groups one list', async () => {
	const site = await readTram();
	expect(site.page('/projects/').all('th[scope="rowgroup"]')).toEqual([]);
	const roadmap = site.page('/roadmap/');
	expect(roadmap.text).toContain('Now: iteration Week of 23 Nov');
	expect(roadmap.all('.card h2').length).toBe(2);
	expect(
		roadmap.lines
			.filter((line) => /^(Week of 30 Nov|2026-12-07 to 2026-12-13)$/.test(line))
			.slice(0, 2),
	).toEqual(['Week of 30 Nov', '2026-12-07 to 2026-12-13']);
	const columns = site.page('/roadmap/columns/').all('main .columns > section');
	expect(columns.map(textOf)).toEqual([
		expect.stringMatching(/^Now 1 open issue with roadmap::now Oil the wheels tram#2 .*oiling/),
		expect.stringMatching(/^Later 1 open issue with roadmap::later Paint the tram/),
	]);
});
