import { describe, expect, test } from 'vitest';
import { describePlace } from '#core/inventory/place.ts';
import type { DeclaredProject } from '#model/declared.ts';
import { base, readDrifting } from './below-path.ts';
import { newPath, registry, roles } from './drifting.ts';
import { html } from './hostile.ts';
import { allIn, firstIn, hrefOf, textOf } from './page.ts';
import { current } from './plan.ts';

const { priorities, nextMilestones } = registry.plan;
const { instance } = registry.site;

const site = await readDrifting();
const roadmap = site.page('/roadmap/');

describe('the current milestone', () => {
	const headings = () => roadmap.all('#issue-rows [scope="rowgroup"]').map(textOf);
	/** The rows below a heading that begins so. */
	const rowsOf = (heading: string) => {
		const group =
			roadmap.all('#issue-rows tbody')[headings().findIndex((one) => one.startsWith(heading))]!;
		return allIn(group, 'tr[data-is]');
	};
	const titlesOf = (heading: string) => rowsOf(heading).map((row) => textOf(firstIn(row, '.name')));
	/** Commitment, health, weight, state of the work. */
	const wordsOf = (heading: string) => rowsOf(heading).map((row) => allIn(row, 'td').map(textOf));
	const [first, second] = priorities.map(({ name, meaning }) => `${name} ${meaning}`);

	test('is the one of the snapshot’s day, with its days and their origins', () => {
		expect(textOf(roadmap.first('.eyebrow'))).toBe(`Now: milestone ${current}`);
		const facts = allIn(roadmap.first('.data-block .facts'), '.fact').map((fact) =>
			['dt', 'time', 'small'].map((part) => textOf(firstIn(fact, part))),
		);
		expect(facts).toEqual([
			['Plan final', '11 November 2026', 'computed: 3 business days before the kickoff'],
			['Start', '14 November 2026', 'from GitLab'],
			['Kickoff', '16 November 2026', 'computed: the first Monday of the milestone'],
			['Cutoff', '11 December 2026', 'from GitLab: the due date'],
			['Release', '17 December 2026', 'computed: the next third Thursday after the cutoff'],
		]);
	});

	test('has the highest priority first, and what has none last', () => {
		expect(headings()).toEqual([
			`${first!}: 2 issues, 1 committed`,
			`${second!}: 2 issues, 1 committed`,
			'Without a priority 1 issue, 0 committed',
		]);
	});

	test('tells commitments from stretch, and says in words what is not set or not known', () => {
		expect(titlesOf(first!)).toEqual(['First, as stretch', 'First, and committed']);
		expect(wordsOf(first!)).toEqual([
			['Stretch', 'no health status', '– no weight', '– no state'],
			['Committed', 'Closed', '5 points', '– no state'],
		]);
		expect(titlesOf(second!)).toEqual(['Second, and committed', html('title')]);
		expect(wordsOf(second!)).toEqual([
			['Committed', 'At risk', '1 point', html('workflow')],
			['Stretch', 'paused_for_now', '0 points', '– no state'],
		]);
	});

	test('links what has an address, and nothing else', () => {
		const linksOf = (heading: string) => rowsOf(heading).flatMap((row) => allIn(row, 'a'));
		expect(linksOf(first!).map(hrefOf)).toEqual(
			[4, 5].map(
				(iid) => `https://gitlab.example.com/example/tools/widget/-/issues/${String(iid)}`,
			),
		);
		expect(titlesOf('Without a priority')).toEqual(['No priority, no address']);
		expect(linksOf('Without a priority')).toEqual([]);
	});

	test('has its planning issue, with its link', () => {
		const planning = roadmap.all('p').find((p) => textOf(p).startsWith('Planning issue: '))!;
		expect(textOf(planning)).toContain('Plan of 19.7');
		expect(hrefOf(planning)).toMatch(/\/-\/issues\/70$/);
	});

	test('counts what is closed, and says what has no weight', () => {
		expect(roadmap.all('.progress-head').map(textOf)).toEqual([
			'Committed 1 of 2 closed 5 of 6 points',
			'Stretch 0 of 3 closed 0 of 0 points, 2 with no weight',
		]);
		expect(['all-issues', 'closed'].map((id) => textOf(roadmap.first(`.chip#${id}`)))).toEqual([
			'All 5',
			'Closed 1',
		]);
	});
});

test('the next milestones stand in the order of their numbers, and say what is computed', () => {
	const cards = site.page('/roadmap/next/').all('.milestones > .card');
	expect(cards.map((card) => textOf(firstIn(card, 'h2')))).toEqual(
		['19.8', '19.9', '19.10', '19.11', '20.0'].slice(0, nextMilestones),
	);
	const [prepared, without, undated] = cards.map(textOf);
	expect(prepared).toContain(`Planning issue: ${html('plan')}`);
	expect(prepared).toContain('Deliverables Committed for later');
	expect(without).toContain('No planning issue found.');
	expect(without).toContain('No issue is planned yet.');
	// GitLab has no dates of it: they follow from those of the milestone before.
	expect(undated).toContain('Cutoff, computed 12 Mar 2027');
});

describe('a project', () => {
	const pageOf = ({ path }: DeclaredProject) => site.page(`/projects/${path}/`);
	const rowOf = ({ path }: DeclaredProject) => {
		const rows = site.page('/projects/').rows('.project-table');
		return rows.find(([project]) => project?.split(' ').includes(path)) ?? [];
	};
	const unseen = 'not visible without signing in';

	test.each([
		{ role: 'moved' as const, state: 'Moved', row: [], says: [`- path: ${newPath}`] },
		{ role: 'archived' as const, state: 'Archived', row: [], says: ['archived: true'] },
		{
			role: 'missing' as const,
			state: 'Missing or private',
			row: ['8 not checked', 'Without signing in, GitLab shows no such project'],
			says: ['Sign in to GitLab and follow the link'],
		},
		{
			role: 'elsewhere' as const,
			state: 'On another instance',
			row: ['No check applies', 'Not pulled: only the registry knows it'],
			says: ["which we don't read"],
		},
		{
			role: 'notPulled' as const,
			state: 'Not pulled yet',
			row: ['9 not checked', 'Not known until the next pull'],
			says: ['The next pull asks GitLab for it'],
		},
		{
			role: 'hidden' as const,
			state: 'Archived: not known',
			row: ['6 not checked', unseen, unseen, unseen, 'not known'],
			says: ['Latest version', 'Go, agreed: 1.26.5', 'Languages', 'Default branch'].map(
				(fact) => `${fact} ${unseen}`,
			),
		},
		{
			role: 'odd' as const,
			state: null,
			row: [
				'1 fails 2 not checked',
				'v0.1.0 highest tag date not known',
				'1.26.5',
				'in_quarantine',
			],
			says: ['Last pipeline of main in_quarantine Date not known'],
		},
	])('that is $role says so in its row and on its page', ({ role, state, row, says }) => {
		const [project, ...cells] = rowOf(roles[role]);
		const { name, path } = roles[role];
		expect(project).toContain(state === null ? `${name} ${path}` : `${name} ${state} ${path}`);
		expect(cells.slice(0, row.length)).toEqual(row);
		for (const words of says) expect(pageOf(roles[role]).text).toContain(words);
	});

	test.each([
		{ role: 'moved' as const, to: `https://gitlab.example.com/${newPath}` },
		{ role: 'missing' as const, to: `${instance}/${roles.missing.path}` },
		{ role: 'hidden' as const, to: `${instance}/${roles.hidden.path}` },
		{
			role: 'elsewhere' as const,
			to: `${roles.elsewhere.instance!}/${roles.elsewhere.path}`,
		},
	])('that is $role is linked where it is', ({ role, to }) => {
		const page = pageOf(roles[role]);
		const link = page.all('.buttons a').find((one) => textOf(one) === 'Open on GitLab')!;
		expect(hrefOf(link)).toBe(to);
	});

	test('is in the inventory once, in its group, with a link to its page', () => {
		const links = site.page('/projects/').all('.project-table th a').map(hrefOf);
		expect(links.toSorted()).toEqual(
			registry.projects.map(({ path }) => `${base}/projects/${path}/`).toSorted(),
		);
		const groups = site.page('/projects/').all('.project-table tbody[id] th[scope="rowgroup"]');
		expect(groups.map((group) => textOf(group).replace(/(: .*)? \d+ projects?$/, ''))).toEqual(
			registry.site.projectGroups.map(({ title }) => title),
		);
	});

	test('leads to the people who review and merge there', () => {
		const links = pageOf(roles.moved).all('main a');
		const names = links.find((link) => textOf(link) === 'Who is in these groups');
		expect(hrefOf(names!)).toBe(`${base}/team/people/`);
	});

	test('says where it is declared', () => {
		const [first] = registry.projects;
		const line = describePlace(first!.place);
		expect(pageOf(first!).text).toContain(`Declared at ${line}`);
		expect(line).toMatch(/\.yaml:\d+$/);
	});
});
