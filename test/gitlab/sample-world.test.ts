import { visitor } from './sample/people.ts';
import { describe, expect, test } from 'vitest';
import { PlanRules } from '#model/plan-rules.ts';
import type { Registry } from '#model/registry.ts';
import { Team } from '#model/roster.ts';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import { findRoster } from '#core/people/roster.ts';
import { aDeclaredProject, anApi, checkRules } from '../builders.ts';
import { ask, askGraphql, fieldOf, serve } from './ask.ts';
import { planted } from './planted.ts';
import { iterationsAround } from './sample/calendar.ts';
import { sampleWorld } from './sample-world.ts';

const today = '2026-11-23';

const registry = await readRegistry(teams.kettle);
const otherTeam: Registry = {
	site: { ...registry.site, instance: 'https://gitlab.example/' },
	projects: [aDeclaredProject({ path: 'shop/checkout', name: 'Checkout' })],
	consumers: [],
	plan: PlanRules.parse({
		...registry.plan,
		group: 'shop',
		groupLabels: ['team::shop'],
		planningIssues: { project: 'shop/planning', label: 'plan' },
		priorities: [{ label: 'now', name: 'Now', meaning: 'at once' }],
	}),
	people: [],
	contact: undefined,
	onboarding: undefined,
	jobs: { asOf: '2026-11', jobs: [], storyGroups: [] },
	team: { source: 'https://people.example/team.yml', rosters: [] },
	redirects: [],
	rules: [],
	api: anApi(),
	checks: checkRules({
		maintainers: 'shop/crew',
		codeowners: ['shop/crew'],
		completeGroups: ['shop'],
		tools: [
			{ id: 'ruby', name: 'Ruby', agreed: '3.4', language: 'Ruby', pins: { names: ['ruby'] } },
			{ id: 'lint', name: 'Lint', pins: { variables: ['LINT_VERSION'], images: ['lint/lint'] } },
		],
		exemptions: [],
	}),
};

test('is the same for the same registry and day', () => {
	expect(sampleWorld(registry, today)).toEqual(sampleWorld(registry, today));
});

describe('the schedule', () => {
	const releaseDay = { nth: 3, weekday: 'thursday' } as const;

	test.each([
		{ day: '2026-11-13', title: '19.6', start: '2026-10-10', due: '2026-11-13' },
		{ day: '2026-11-14', title: '19.7', start: '2026-11-14', due: '2026-12-11' },
		{ day: '2026-12-31', title: '19.8', start: '2026-12-12', due: '2027-01-15' },
		{ day: '2026-04-10', title: '18.11', start: '2026-03-14', due: '2026-04-10' },
		{ day: '2026-04-11', title: '19.0', start: '2026-04-11', due: '2026-05-15' },
		{ day: '2027-04-10', title: '20.0', start: '2027-04-10', due: '2027-05-14' },
	])('has $title on $day', ({ day, ...iteration }) => {
		expect(iterationsAround(day, releaseDay, 0, 0)).toEqual([iteration]);
	});
});

describe.each([
	{ team: 'the registry of a team that has all', of: registry },
	{ team: 'a small registry of another team', of: otherTeam },
])('with $team', ({ of }) => {
	const world = sampleWorld(of, today);

	test('every declared project of the instance exists, once', () => {
		const paths = world.projects.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		expect(new Set(world.projects.map(({ id }) => id)).size).toBe(paths.length);
		const asked = [...of.projects.filter(({ instance }) => !instance), ...of.consumers];
		const found = asked.filter(({ path }) => paths.includes(path) || world.moved.has(path));
		expect(found).toHaveLength(asked.length);
	});

	test('the plan has the issues of four milestones, each with a label of the group', () => {
		const titles = new Map(world.milestones.map(({ id, title }) => [id, title]));
		const counts = ['19.7', '19.8', '19.9', '19.10'].map(
			(title) =>
				world.issues.filter(({ milestoneId }) => titles.get(milestoneId ?? 0) === title).length,
		);
		expect(counts[0]).toBeGreaterThanOrEqual(30);
		expect(counts.slice(1).every((count, index) => count < (counts[index] ?? 0))).toBe(true);
		for (const { labels } of world.issues.filter(({ author }) => author !== visitor)) {
			expect(labels.some((label) => of.plan.groupLabels.includes(label))).toBe(true);
		}
		expect(new Set(world.issues.map(({ id }) => id)).size).toBe(world.issues.length);
	});

	test('nothing is dated after today but what is planned', () => {
		const dates = [
			...world.issues.flatMap(({ createdAt, updatedAt, closedAt }) => [
				createdAt,
				updatedAt,
				closedAt ?? '',
			]),
			...world.projects.flatMap(({ lastActivityAt, pipelines }) => [
				lastActivityAt,
				...pipelines.map(({ updatedAt }) => updatedAt),
			]),
			...world.projects.flatMap(({ tags }) => tags.map(({ committedAt }) => committedAt)),
		];
		expect(dates.filter((date) => date.slice(0, 10) >= today && date !== '')).toEqual([]);
	});
});

test('has iterations instead of milestones for a team that plans by them, with its issues', () => {
	const plan = { ...registry.plan, iterations: { cadence: 'Brews' } };
	const { milestones, iterations = [], issues } = sampleWorld({ ...registry, plan }, today);
	expect(milestones).toEqual([]);
	expect(new Set(iterations.map(({ cadence }) => cadence))).toEqual(new Set(['Brews']));
	const current = iterations.find(
		({ startDate, dueDate }) => startDate <= today && today <= dueDate,
	);
	expect(issues.filter(({ iterationId }) => iterationId === current?.id).length).toBeGreaterThan(
		20,
	);
	expect(issues.every(({ milestoneId }) => milestoneId === null)).toBe(true);
});

test('shows a stranger the kinds of projects that a page must cope with', async () => {
	const world = sampleWorld(registry, today);
	const gitlab = await serve(world);
	const at = (path: string) => `projects/${encodeURIComponent(path)}`;
	const statuses = new Map<string, number>();
	for (const { path, instance } of registry.projects) {
		if (!instance) statuses.set(path, (await ask(gitlab, at(path))).status);
	}
	const withStatus = (status: number) =>
		[...statuses].filter(([, given]) => given === status).map(([path]) => path);
	expect(withStatus(404)).toEqual(
		registry.projects.filter((one) => one.private).map(({ path }) => path),
	);
	expect(withStatus(301)).toEqual([...world.moved.keys()]);
	expect(world.moved.size).toBe(2);
	const archived = await ask(gitlab, 'groups/tea/projects?include_subgroups=true&archived=true');
	expect(fieldOf(archived, 'path').toSorted()).toEqual(['old-boiler', 'sample-retired']);
});

test('keeps its secrets from strangers where GitLab does, and gives them to the token', async () => {
	const gitlab = await serve(sampleWorld(registry, today));
	const lists = [
		'groups/tea/issues?per_page=100',
		'groups/tea/issues?per_page=100&page=2',
		'groups/tea/projects?include_subgroups=true&per_page=100',
	];
	const textFor = async (options: { token?: string }) =>
		(await Promise.all(lists.map((path) => ask(gitlab, path, options))))
			.map(({ text }) => text)
			.join('\n');
	const [stranger, token] = [await textFor({}), await textFor({ token: planted.token })];
	const { privateProject, undeclaredProject, privateGroup, runnersToken } = planted;
	const { confidentialTitle, privateTitle } = planted;
	for (const secret of [
		undeclaredProject,
		privateGroup,
		runnersToken,
		confidentialTitle,
		privateTitle,
	]) {
		expect(token).toContain(secret);
		expect(stranger).not.toContain(secret);
	}
	expect(token).toContain(`"path_with_namespace":"tea/${privateProject}"`);
	// What GitLab shows to everybody, and a consumer must cut: descriptions, people's addresses.
	for (const secret of [planted.mention, planted.email]) expect(stranger).toContain(secret);
});

test('has an epic for the next major version, and one that only members see', async () => {
	const { group, title } = registry.plan.nextMajorEpic!;
	const gitlab = await serve(sampleWorld(registry, today));
	const query = `query($group: ID!, $title: String!) {
		group(fullPath: $group) {
			workItems(types: [EPIC], search: $title, in: [TITLE], first: 20) { nodes { title } }
		}
	}`;
	const textFor = async (more: object) =>
		JSON.stringify((await askGraphql(gitlab, query, { group, title, ...more })).data);
	const [stranger, token] = [await textFor({}), await textFor({ token: planted.token })];
	for (const text of [stranger, token]) expect(text).toContain('New leaves 20.0"');
	expect(token).toContain(planted.confidentialTitle);
	expect(stranger).not.toContain(planted.confidentialTitle);
});

test.each(registry.people)(
	'$path has people, a blocked one, a bot and a service account',
	async ({ path }) => {
		const gitlab = await serve(sampleWorld(registry, today));
		const url = `groups/${encodeURIComponent(path)}/members?per_page=100`;
		const members = await ask(gitlab, url, { token: planted.token });
		const usernames = fieldOf(members, 'username').join('\n');
		expect(usernames).toMatch(/^project_1_bot_/m);
		expect(usernames).toMatch(/^service_account_group_/m);
		expect(fieldOf(members, 'state')).toContain('blocked');
		expect(usernames.match(/^sample-/gm)?.length).toBeGreaterThanOrEqual(8);
	},
);

test('the list of people has somebody for patterns of other teams too', () => {
	const rosters = [
		{ id: 'a', title: 'A', kind: 'team-by-manager-role', role: '(?i)manager.*[,&] Checkout$' },
		{
			id: 'b',
			title: 'B',
			kind: 'stable-counterparts',
			role: String.raw`Shop\:Checkout|Shop\:Basket`,
			managerRole: 'Manager',
		},
		{ id: 'c', title: 'C', kind: 'team-by-departments', departments: ['Shop Team'] },
	];
	const team = Team.parse({ source: otherTeam.team.source, rosters });
	const { team: people } = sampleWorld({ ...otherTeam, team }, today);
	for (const roster of team.rosters) {
		expect(findRoster(people, roster).length, roster.id).toBeGreaterThan(1);
	}
	expect(new Set(people.map(({ slug }) => slug)).size).toBe(people.length);
});

test('the titles of a milestone differ, and no word of them is of a team', () => {
	const world = sampleWorld(registry, today);
	const inMilestone = Map.groupBy(world.issues, ({ milestoneId }) => milestoneId);
	for (const issues of inMilestone.values()) {
		const titles = issues.map(({ title }) => title);
		expect(new Set(titles).size).toBe(titles.length);
	}
	expect(world.issues.filter(({ title }) => /runner|job|pod|fleet/i.test(title))).toEqual([]);
});
