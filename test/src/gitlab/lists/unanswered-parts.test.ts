import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import { isAnswered, pullCurrentProjects } from '#gitlab/lists/current-projects.ts';
import { findListedGroups, pullListings, shareListings } from '#gitlab/lists/listings.ts';
import { unlessFailed } from '#gitlab/lists/part-failure.ts';
import { GitLabError } from '#gitlab/transport/errors.ts';
import { fingerprintFileRules, toFileRules } from '#core/inventory/file-rules.ts';
import { nextSnapshot } from '#core/snapshot/last-good.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import {
	aDeclaredConsumer,
	aDeclaredProject,
	aProject,
	aProjectPath,
	aRegistry,
	someFacts,
} from '../../../builders.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import type { WorldProject } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const path = 'platform/billing-api';
const others = ['platform/mailer', 'platform/printer'];
const paths = [path, ...others];
const registry = aRegistry({
	projects: paths.map((one) => aDeclaredProject({ path: one })),
	consumers: paths.map((one) => aDeclaredConsumer({ path: one })),
});
const filesFor = fingerprintFileRules(toFileRules(registry));
const days = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => `${day}T12:00:00Z`);
const projectPaths = paths.map(aProjectPath);
const { id } = aWorldProject();
const itself = /\/projects\/platform\/billing-api/;

/** A GitLab with three projects, which is pulled on one day after the other. */
async function start(graphql: 'on' | 'off' = 'off', change: Partial<WorldProject> = {}) {
	const projects = paths.map((one) =>
		aWorldProject({ path: one, ...(one === path ? change : {}) }),
	);
	const gitlab = await startSmallGitLab({ projects, graphql });
	let lastGood: Snapshot | undefined;
	let pulls = 0;
	const pull = async (lists: ListName[] = ['projects']) => {
		const now = days[pulls++]!;
		const { url, requester } = gitlab;
		const source = { url, requester, token: undefined, registry, lastGood, now };
		const pullers = createPullers(source, () => undefined);
		const outcomes = await Promise.all(lists.map((list) => pullers[list].pull(() => undefined)));
		const about = { source: url, teamSource: url, filesFor, sample: false };
		lastGood = nextSnapshot(lastGood, Object.assign({}, ...outcomes) as object, {
			...about,
			pulledAt: now,
			acceptShrunk: false,
		});
		const snapshot = lastGood!;
		const find = (list: 'projects' | 'consumers') =>
			snapshot.rows[list].find((row) => row.path === path);
		return { snapshot, row: find('projects'), state: snapshot.about.lists.projects, find };
	};
	const project = projects[0]!;
	/** Whoever asks for the project now finds that it has changed. */
	const touch = () => {
		project.lastActivityAt = '2026-03-03T11:50:00.000Z';
	};
	return { ...gitlab, [Symbol.asyncDispose]: gitlab[Symbol.asyncDispose], pull, project, touch };
}

const ofProject = (name: string) => new RegExp(`/projects/${String(id)}/${name}`);

describe('a part that GitLab fails to answer for one project', () => {
	test.each([
		{ what: 'languages', part: 'languages', value: { languages: [] } },
		{ what: 'releases', part: 'releases', value: { latestVersion: null, releaseDates: [] } },
		{ what: 'pipelines', part: 'pipelines', value: { pipeline: null } },
	] as const)('is not known where there is no older value: $what', async (given) => {
		await using gitlab = await start();
		gitlab.refuse(ofProject(given.what), 500);
		const { row, snapshot, state } = await gitlab.pull();
		const why = new RegExp(`GET /projects/:id/${given.what} answered 500: `);
		expect(row?.facts).toMatchObject({
			...given.value,
			hidden: [],
			unanswered: [{ part: given.part, keptFrom: null, why }],
		});
		expect(state).toMatchObject({ state: 'fresh', rows: 3, partial: why });
		const whole = snapshot.rows.projects.filter(({ facts }) => facts && !facts.unanswered);
		expect(whole.map((one) => one.path)).toEqual(others);
	});

	test('is so when its tags fail, where it makes no releases', async () => {
		await using gitlab = await start('off', { releases: [] });
		gitlab.refuse(ofProject('repository/tags'), 500);
		const { row } = await gitlab.pull();
		expect(row?.facts?.unanswered).toMatchObject([{ part: 'releases', keptFrom: null }]);
	});

	test.each(['off', 'on'] as const)(
		'keeps its last good value with its date, as long as it fails: GraphQL %s',
		async (graphql) => {
			await using gitlab = await start(graphql, { releases: [] });
			const first = await gitlab.pull();
			gitlab.touch();
			gitlab.project.tags = [];
			gitlab.refuse(ofProject('repository/tags'), 500);
			const second = await gitlab.pull();
			const third = await gitlab.pull();
			for (const { row, state } of [second, third]) {
				expect(row?.facts?.latestVersion).toEqual(first.row?.facts?.latestVersion);
				expect(row?.facts?.unanswered).toMatchObject([{ part: 'releases', keptFrom: days[0] }]);
				expect(state).toMatchObject({
					state: 'fresh',
					partial: expect.stringMatching(/billing-api \(releases\)/) as string,
				});
			}
			expect(third.row?.facts?.lastActivityAt).toBe('2026-03-03T11:50:00Z');
		},
	);

	test('is new when GitLab answers again, though the project has not changed since', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		gitlab.touch();
		gitlab.project.languages = { Rust: 100 };
		gitlab.gitlab.fault(ofProject('languages'), { status: 500 }, 5);
		expect((await gitlab.pull()).row?.facts?.languages[0]?.name).toBe('Go');
		const { row, state } = await gitlab.pull();
		expect(row?.facts?.languages).toEqual([{ name: 'Rust', share: 100 }]);
		expect(row?.facts).not.toHaveProperty('unanswered');
		expect(state).not.toHaveProperty('partial');
	});
});

describe('a listing that GitLab fails to give', () => {
	const listing = /\/groups\/platform\/projects/;

	test('costs nothing but what it alone tells, which keeps its last good value', async () => {
		await using gitlab = await start('off', { archived: true });
		await gitlab.pull();
		gitlab.project.stars = 99;
		gitlab.refuse(listing, 500);
		const { row, state, snapshot } = await gitlab.pull();
		const why = /GET \/groups\/:id\/projects answered 500: /;
		expect(row?.facts).toMatchObject({
			stars: 99,
			archived: true,
			unanswered: [{ part: 'archived', keptFrom: days[0], why }],
		});
		expect(snapshot.rows.projects).toHaveLength(3);
		expect(state).toMatchObject({
			state: 'fresh',
			partial: expect.stringMatching(/billing-api \(archived state\)/) as string,
		});
		gitlab.asked();
		expect((await gitlab.pull()).row?.facts?.unanswered).toMatchObject([{ keptFrom: days[0] }]);
		const asked = gitlab.asked();
		const source = asked.filter((one) => /\/(languages|tags|archive)/.test(one));
		expect(source, 'nothing has changed since').toEqual([]);
		const releases = asked.filter((one) => one.includes('/releases'));
		expect(releases, 'only the listing says whether strangers see them').toHaveLength(3);
	});

	test('keeps that of a project whose code is hidden, too', async () => {
		await using gitlab = await start('off', { archived: true, hidden: ['repository'] });
		await gitlab.pull();
		gitlab.refuse(listing, 500);
		expect((await gitlab.pull()).row?.facts).toMatchObject({
			archived: true,
			unanswered: [{ part: 'archived', keptFrom: days[0] }],
		});
	});

	test('leaves unknown what was not known before', async () => {
		await using gitlab = await start('off', { archived: true });
		gitlab.refuse(listing, 404);
		expect((await gitlab.pull()).row?.facts).toMatchObject({ archived: null });
		gitlab.gitlab.clearFaults();
		gitlab.refuse(listing, 500);
		expect((await gitlab.pull()).row?.facts).toMatchObject({
			archived: null,
			unanswered: [{ part: 'archived', keptFrom: null }],
		});
	});

	test('leaves it unknown on a first pull', async () => {
		await using gitlab = await start('off', { archived: true });
		gitlab.refuse(listing, 500);
		const { row } = await gitlab.pull();
		expect(row?.facts).toMatchObject({
			archived: null,
			unanswered: [{ part: 'archived', keptFrom: null }],
		});
	});

	test.each([
		{ why: 'in their order', waiting: undefined, asked: [0, 1], kept: 2 },
		{ why: 'what was kept for longest before others', waiting: 2, asked: [2, 0], kept: 1 },
	])('takes no more requests than there are: $why', async ({ waiting, asked, kept }) => {
		await using gitlab = await start();
		const { client } = gitlab;
		gitlab.refuse(listing, 400);
		const listings = () => pullListings(shareListings()(client), findListedGroups(projectPaths));
		const unanswered = [{ part: 'project' as const, keptFrom: days[0]!, why: 'It answered 500.' }];
		const rows = projectPaths.map((one, index) => {
			const facts = someFacts({ path: one, ...(index === waiting && { unanswered }) });
			return aProject({ path: one, facts });
		});
		const known = waiting === undefined ? undefined : { rows, pulledAt: days[1]! };
		const question = { client, listings, known, left: () => 2 };
		const current = await pullCurrentProjects(projectPaths, question);
		const shown = gitlab.asked().filter((one) => one.includes('/projects/platform'));
		expect(shown).toHaveLength(2);
		const answers = projectPaths.map((one) => current.get(one));
		expect(asked.every((index) => isAnswered(answers[index]))).toBe(true);
		const why = /GET \/groups\/:id\/projects answered 400/;
		expect(answers[kept]).toMatchObject({ failure: { why } });
	});

	test('shows no project for ever that became private meanwhile', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		gitlab.refuse(listing, 500);
		gitlab.project.visibility = 'private';
		expect((await gitlab.pull()).row).toMatchObject({ answer: 'missing-or-private', facts: null });
	});
});

describe('what strangers do not see is not kept', () => {
	test('of a part that is hidden now', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		gitlab.touch();
		gitlab.refuse(ofProject('(languages|releases)'), 403);
		gitlab.refuse(ofProject('repository/tags'), 403);
		const { facts } = (await gitlab.pull()).row!;
		expect(facts).toMatchObject({
			languages: [],
			latestVersion: null,
			releaseDates: [],
			hidden: ['languages', 'releases'],
		});
		expect(facts).not.toHaveProperty('unanswered');
	});

	test('of a part that fails while the code is hidden now', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		gitlab.touch();
		const short = { id, path_with_namespace: path };
		gitlab.say(itself, short);
		gitlab.say(/\/groups\//, [short]);
		gitlab.refuse(ofProject('languages'), 500);
		const { facts } = (await gitlab.pull()).row!;
		expect(facts).toMatchObject({ languages: [], hidden: ['code'] });
		expect(facts?.unanswered).toMatchObject([{ part: 'languages', keptFrom: null }]);
	});

	test('of another project at the same path', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		gitlab.project.id = 4711;
		gitlab.refuse(/\/projects\/4711\/languages/, 500);
		const { facts } = (await gitlab.pull()).row!;
		expect(facts).toMatchObject({ id: 4711, languages: [] });
		expect(facts?.unanswered).toMatchObject([{ part: 'languages', keptFrom: null }]);
	});
});

describe('a project of which GitLab fails to answer', () => {
	test('keeps its last good row, and its source', async () => {
		await using gitlab = await start();
		const first = await gitlab.pull(['projects', 'consumers', 'evidence']);
		gitlab.touch();
		gitlab.refuse(itself, 500);
		const { snapshot, row, find } = await gitlab.pull(['projects', 'consumers', 'evidence']);
		for (const [now, before] of [
			[row, first.row],
			[find('consumers'), first.find('consumers')],
		]) {
			const unanswered = [
				{ part: 'project', keptFrom: days[0], why: expect.any(String) as string },
			];
			expect(now?.facts).toEqual({ ...before?.facts, unanswered });
		}
		const readings = snapshot.rows.evidence.find((one) => one.path === path);
		expect(readings?.reading).toEqual(
			first.snapshot.rows.evidence.find((one) => one.path === path)?.reading,
		);
		expect(readings?.trouble).toBeNull();
	});

	test('has no row where nothing is known of it, and the list says why', async () => {
		await using gitlab = await start();
		gitlab.refuse(itself, 500);
		const { snapshot, state } = await gitlab.pull();
		expect(snapshot.rows.projects.map((row) => row.path)).toEqual(others);
		expect(state).toMatchObject({
			state: 'fresh',
			partial: expect.stringMatching(
				/^GitLab failed to answer for 1 project: platform\/billing-api \(the project itself\)\. GET /,
			) as string,
		});
	});
});

describe('the list fails', () => {
	test('when GitLab fails to answer for most of the projects', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/languages/, 500);
		await expect(gitlab.pull()).rejects.toThrow('answered 500');
	});

	test.each([
		{ why: 'GitLab was given up', change: { kind: 'gave-up' } },
		{ why: 'the time is over', change: { kind: 'deadline' } },
		{ why: 'a rate limit is used up', change: { kind: 'status', status: 429 } },
	] as const)('when $why, which concerns more than one project', async ({ change }) => {
		const error = aGitLabError(change);
		await expect(unlessFailed(() => Promise.reject(error))).rejects.toBe(error);
	});

	test('when this program has a mistake', async () => {
		await expect(unlessFailed(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
	});
});

function aGitLabError(change: Partial<GitLabError>): GitLabError {
	return new GitLabError('GET /projects/1 failed.', {
		kind: 'status',
		status: null,
		reason: 'It failed.',
		ownAnswer: true,
		lastKind: 'status',
		lasting: 'It failed.',
		...change,
	});
}
