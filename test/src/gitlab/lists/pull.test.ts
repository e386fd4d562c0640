import { findUnusedLists } from '#core/snapshot/configured-lists.ts';
import { describe, expect, test } from 'vitest';
import { TokenRejectedError } from '#gitlab/transport/errors.ts';
import { pullSnapshot, type Progress, type PullOptions } from '#gitlab/lists/pull.ts';
import { createRequester } from '#gitlab/transport/requester.ts';
import { InvalidDataError } from '#model/parse.ts';
import { listNames, type ListName } from '#model/snapshot.ts';
import {
	aDeclaredGroup,
	aDeclaredProject,
	anApi,
	aRegistry,
	aSnapshot,
	planRules,
} from '../../../builders.ts';
import { aWorldProject, aWorldToken, smallToken } from '../../../gitlab/small-world.ts';
import type { World, WorldToken } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const path = 'platform/billing-api';
const registry = aRegistry({
	projects: [
		aDeclaredProject({ path }),
		aDeclaredProject({ path: 'platform/ops', instance: 'https://ops.example.com' }),
	],
	plan: planRules({
		group: 'platform',
		groupLabels: ['group::platform'],
		planningIssues: { project: path, label: 'Planning Issue' },
	}),
	people: [aDeclaredGroup({ path: 'platform' })],
	api: anApi({
		surface: { project: 'platform/docs', pages: ['doc/cars.md'], pattern: '^/cars(/|$)' },
	}),
});
const docs = aWorldProject({
	path: 'platform/docs',
	files: { 'doc/cars.md': '```plaintext\nGET /cars\n```\n' },
});

/** Those for which the registry of these tests declares nothing. */
const unused = findUnusedLists(registry);
const used = listNames.filter((list) => !unused.has(list));

async function start(world: Partial<World> = {}) {
	const gitlab = await startSmallGitLab({ projects: [aWorldProject(), docs], ...world });
	const progress: Progress[] = [];
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		progress,
		pull: (change: Partial<PullOptions> = {}) =>
			pullSnapshot({
				url: gitlab.url,
				requester: gitlab.requester,
				token: undefined,
				registry,
				lastGood: undefined,
				now: '2026-03-04T12:00:00Z',
				onProgress: (one) => progress.push(one),
				...change,
			}),
	};
}

const kindsOf = ({ outcomes }: Awaited<ReturnType<typeof pullSnapshot>>) =>
	Object.fromEntries(Object.entries(outcomes).map(([list, { kind }]) => [list, kind]));

describe('every list has an outcome', () => {
	const fresh = Object.fromEntries(
		listNames.map((list) => [list, unused.has(list) ? 'not-configured' : 'rows']),
	);

	test('with a token: rows', async () => {
		await using gitlab = await start();
		const report = await gitlab.pull({ token: smallToken });
		expect(kindsOf(report)).toEqual(fresh);
		expect(report.failures).toEqual([]);
		expect(Object.keys(report.seconds).toSorted()).toEqual(used.toSorted());
	});

	test('without one: members are impossible, which is no failure', async () => {
		await using gitlab = await start();
		const report = await gitlab.pull();
		expect(kindsOf(report)).toEqual({ ...fresh, members: 'impossible' });
		expect(report.failures).toEqual([]);
		expect(report.requests.token).toBe(0);
	});

	test.each([
		{ match: /\/groups\/platform\/issues/, failed: ['issues', 'former-issues'] },
		{ match: /\/projects\/platform\/billing-api\?/, failed: ['projects'] },
		{
			match: /\/groups\/platform\/projects|\/projects\/platform\/billing-api\?/,
			failed: ['projects', 'access'],
		},
		{ match: /\/projects\/\d+\/languages/, failed: ['projects'], graphql: 'off' as const },
		{ match: /\/groups\/example\/tools\/projects/, failed: ['group-projects'] },
		{
			match: /\/groups\/platform\/milestones/,
			failed: ['milestones', 'issues', 'former-issues', 'candidates', 'planning-issues'],
		},
		{ match: /\/projects\/example\/car-go\/repository\/tags/, failed: ['libraries'] },
		{ match: /\/projects\/platform\/docs\/repository\/commits/, failed: ['surface'] },
		{
			match: /\/projects\/platform\/docs\/repository\/files/,
			failed: ['surface'],
			graphql: 'off' as const,
		},
		{ match: /\/groups\/platform\?/, failed: ['groups', 'access', 'members'] },
		{ match: /\/members/, failed: ['members'] },
	])('$failed fail alone', async ({ match, failed, graphql }) => {
		await using gitlab = await start({ graphql });
		gitlab.refuse(match, 400);
		const report = await gitlab.pull({ token: smallToken });
		expect(kindsOf(report)).toEqual({
			...fresh,
			...Object.fromEntries(failed.map((list) => [list, 'failed'])),
			...(graphql === 'off' && { named: 'impossible' }),
		});
		expect(report.failures).toHaveLength(failed.length);
	});

	test('nothing answered: all of them failed', async () => {
		await using gitlab = await start();
		gitlab.refuse(/./, 400);
		const report = await gitlab.pull({ token: smallToken });
		const failed = used.map((list) => [list, list === 'named' ? 'impossible' : 'failed']);
		expect(kindsOf(report)).toEqual({ ...fresh, ...Object.fromEntries(failed) });
	});

	test('of one list, when it is asked for alone', async () => {
		await using gitlab = await start();
		const report = await gitlab.pull({ only: 'milestones' });
		expect(kindsOf(report)).toEqual({ milestones: 'rows' });
		expect(gitlab.asked()).toHaveLength(1);
	});
});

describe('why a list failed is said on one line', () => {
	test('by the request that failed', async () => {
		await using gitlab = await start();
		gitlab.gitlab.fault(/\/milestones/, { status: 500, body: { message: '500 Error' } });
		const { outcomes } = await gitlab.pull({ only: 'milestones' });
		expect(outcomes.milestones).toEqual({
			kind: 'failed',
			reason: expect.stringMatching(
				/^GET \/groups\/platform\/milestones\?\S* answered 500 .*\.$/,
			) as string,
			// What it asked for in particular says nothing to them.
			forReaders: expect.stringMatching(
				/^GET \/groups\/platform\/milestones answered 500 .*\.$/,
			) as string,
		});
	});

	test('that strangers do not see any more what it is of is no failure', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/milestones/, 404);
		const { outcomes } = await gitlab.pull({ only: 'milestones' });
		expect(outcomes.milestones).toMatchObject({
			kind: 'hidden',
			forReaders: "GitLab doesn't show this to people who aren't signed in.",
		});
	});

	test('by what all of them wait for, in the same words', async () => {
		await using gitlab = await start();
		const headers = { 'retry-after': '7200', 'ratelimit-remaining': '0' };
		gitlab.gitlab.fault(/\/api\/v4/, { status: 429, body: 'Retry later', headers });
		const { url } = gitlab;
		const requester = createRequester({ url, deadlineMs: 60_000, concurrency: 1 });
		const { outcomes } = await gitlab.pull({ requester });
		const failed = Object.values(outcomes).flatMap((one) =>
			one.kind === 'failed' ? one.reason : [],
		);
		const [own, ...shared] = [...new Set(failed)].toSorted();
		expect(own).toMatch(/^GET .* answered 429: "Retry later", and waiting/);
		expect(shared).toEqual([
			expect.stringMatching(
				/^We couldn't ask for everything: the host wants a pause: it answered 429: "Retry later", and waiting \d+ s would pass the deadline of 60 s for all requests\.$/,
			),
		]);
	});

	test('by the answer that has another shape', async () => {
		await using gitlab = await start();
		gitlab.say(/\/milestones/, [{ id: 7 }]);
		const { outcomes, failures } = await gitlab.pull({ only: 'milestones' });
		expect(outcomes.milestones).toEqual({
			kind: 'failed',
			reason: expect.stringMatching(
				/^GitLab's answer to the milestones of platform is not valid\. .*\[0\]\.title/,
			) as string,
			forReaders: "GitLab's answer to the milestones of platform is not valid.",
		});
		expect(failures[0]).toBeInstanceOf(InvalidDataError);
	});
});

describe('a token', () => {
	test.each([
		{ tokens: new Map<string, WorldToken>(), why: 'that GitLab does not know' },
		{ tokens: new Map([[smallToken, aWorldToken({ state: 'expired' })]]), why: 'that has ended' },
		{ tokens: new Map([[smallToken, aWorldToken({ scopes: [] })]]), why: 'without the scope' },
	])('$why stops the pull, whatever was asked for', async ({ tokens }) => {
		await using gitlab = await start({ tokens });
		const pull = gitlab.pull({ token: smallToken, only: 'milestones' });
		await expect(pull).rejects.toThrow(TokenRejectedError);
		await expect(pull).rejects.not.toThrow(smallToken);
		const everything = gitlab.pull({ token: smallToken });
		await expect(everything).rejects.toThrow(TokenRejectedError);
	});

	test.each([400, 403])('that could not be tried, with %i, stops nothing', async (status) => {
		await using gitlab = await start();
		gitlab.refuse(/\/user$/, status);
		const report = await gitlab.pull({ token: smallToken });
		expect(report.outcomes.members?.kind).toBe('rows');
		expect(report.requests.token).toBe(1);
	});

	test('is tried once', async () => {
		await using gitlab = await start();
		await gitlab.pull({ token: smallToken });
		expect(gitlab.asked().filter((one) => one === '/user')).toHaveLength(1);
	});
});

describe('requests', () => {
	test('are counted for their lists, all of them', async () => {
		await using gitlab = await start();
		const { requests } = await gitlab.pull({ token: smallToken });
		const total = Object.values(requests).reduce((sum, count) => sum + count, 0);
		expect(total).toBe(gitlab.asked().length);
		expect(requests).toMatchObject({ consumers: 0, milestones: 1, issues: 1, token: 1 });
	});

	test('are counted with their retries, pages and redirects', async () => {
		await using gitlab = await start();
		gitlab.gitlab.fault(/\/milestones/, { status: 503 }, 2);
		const { requests } = await gitlab.pull({ only: 'milestones' });
		expect(requests.milestones).toBe(3);
		const [project] = gitlab.gitlab.world.projects;
		gitlab.gitlab.world.moved.set(path, project!.id);
		project!.path = 'platform/bills';
		gitlab.asked();
		const moved = await gitlab.pull({ only: 'projects' });
		expect(moved.requests.projects).toBe(gitlab.asked().length);
	});
});

describe('a second pull within the hour', () => {
	const pulledAt = '2026-03-04T11:30:00Z';
	const got = (...missing: ListName[]) =>
		aSnapshot({
			lists: Object.fromEntries(
				listNames.map((list) => [
					list,
					missing.includes(list)
						? { state: 'stale' as const, rows: 0, pulledAt, reason: 'No.' }
						: { state: 'fresh' as const, rows: 0, pulledAt },
				]),
			),
		});
	const firstLists = async (now: string) => {
		await using gitlab = await start();
		await gitlab.pull({ lastGood: got('surface', 'milestones'), now });
		const ends = gitlab.progress.filter(({ outcome }) => outcome !== undefined);
		const began = [...new Set(gitlab.progress.map(({ list }) => list))];
		expect(ends).toHaveLength(used.length);
		return began.slice(0, 2).toSorted();
	};

	test('asks first for what is missing', async () => {
		expect(await firstLists('2026-03-04T12:00:00Z')).toEqual(['milestones', 'surface']);
	});

	test('asks for all at once when the hour is over', async () => {
		expect(await firstLists('2026-03-04T12:30:00Z')).not.toEqual(['milestones', 'surface']);
	});
});

describe('progress', () => {
	test('goes up by steps, and ends once for each list with what came of it', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\/platform\/issues/, 400);
		await gitlab.pull();
		const ends = gitlab.progress.filter(({ outcome }) => outcome !== undefined);
		expect(Object.fromEntries(ends.map(({ list, outcome }) => [list, outcome]))).toEqual({
			projects: 'rows',
			libraries: 'rows',
			surface: 'rows',
			'group-projects': 'rows',
			access: 'rows',
			milestones: 'rows',
			issues: 'failed',
			'former-issues': 'failed',
			candidates: 'rows',
			'planning-issues': 'rows',
			named: 'rows',
			groups: 'rows',
			members: 'impossible',
		});
		expect(ends).toHaveLength(used.length);
		expect(gitlab.progress.filter(({ list }) => list === 'projects')).toEqual([
			{ list: 'projects', done: 1, of: 2 },
			{ list: 'projects', done: 2, of: 2 },
			{ list: 'projects', done: 2, of: 2, outcome: 'rows' },
		]);
	});
});

describe('one bad answer costs only its list', () => {
	const shapes = [
		{ why: 'an object', body: {} },
		{ why: 'nothing', body: [null] },
		{ why: 'numbers', body: [1] },
	];
	const lists: { match: RegExp; failed: ListName[] }[] = [
		{ match: /\/groups\/platform\/issues/, failed: ['issues', 'former-issues'] },
		{
			match: /\/groups\/platform\/milestones/,
			failed: ['milestones', 'issues', 'former-issues', 'candidates', 'planning-issues'],
		},
		{ match: /\/projects\/platform\/billing-api\/issues/, failed: ['planning-issues'] },
		{ match: /\/groups\/platform\?/, failed: ['groups', 'access', 'members'] },
		{ match: /\/groups\/platform\/members/, failed: ['members'] },
		{ match: /\/groups\/example\/tools\/projects/, failed: ['group-projects'] },
		{ match: /\/projects\/platform\/billing-api\?/, failed: ['projects'] },
		{
			match: /\/groups\/platform\/projects|\/projects\/platform\/billing-api\?/,
			failed: ['projects', 'access'],
		},
		{ match: /\/projects\/\d+\/(languages|releases|pipelines)/, failed: ['projects'] },
		{ match: /\/projects\/example\/car-go\/repository\/tags/, failed: ['libraries'] },
		{ match: /\/projects\/platform\/docs\/repository\/commits/, failed: ['surface'] },
	];
	const cases = lists.flatMap((one) => shapes.map((shape) => ({ ...one, ...shape })));

	test.each(cases)('$match answers with $why', async ({ match, body, failed }) => {
		await using gitlab = await start();
		gitlab.say(match, body);
		const { outcomes } = await gitlab.pull({ token: smallToken });
		for (const list of used) {
			const outcome = outcomes[list];
			if (!failed.includes(list)) expect(outcome?.kind, list).toBe('rows');
			if (outcome?.kind === 'failed') expect(outcome.reason).not.toContain('unexpectedly');
		}
	});

	test('a milestone without a title to be seen is left out, and that is said', async () => {
		await using gitlab = await start();
		const [milestone] = gitlab.gitlab.world.milestones;
		gitlab.gitlab.world.milestones.push(
			{ ...milestone!, id: 901, title: '\u0007\u202e' },
			{ ...milestone!, id: 902, title: '\u200b ' },
		);
		const { outcomes, notes } = await gitlab.pull({ only: 'milestones' });
		expect(outcomes.milestones).toMatchObject({ kind: 'rows' });
		expect(notes).toEqual([
			'milestones: 2 milestones without a title that can be shown are left out.',
		]);
	});

	test('an issue of such a milestone, with such a title and label, is kept without them', async () => {
		await using gitlab = await start();
		const blank = '\u0007';
		const shown = { ...(await anIssueOf(gitlab)), title: blank, labels: [blank, 'bug'] };
		gitlab.say(/\/groups\/platform\/issues/, [{ ...shown, milestone: { title: blank } }]);
		const { outcomes } = await gitlab.pull({ only: 'issues' });
		expect(outcomes.issues).toMatchObject({
			rows: [{ title: '(no title)', labels: ['bug'], milestone: null }],
		});
	});

	test('a mistake of the program is named as one, and is the failure of its list', async () => {
		await using gitlab = await start();
		const requester = createRequester({ url: 'http://127.0.0.1:9' });
		const { outcomes } = await gitlab.pull({ requester, only: 'milestones' });
		expect(outcomes.milestones).toEqual({
			kind: 'failed',
			reason: expect.stringMatching(
				/^Pulling the list milestones failed unexpectedly \(TypeError: .*\)\. That's a mistake in this program: please report it\.$/,
			) as string,
		});
	});
});

/** An issue as GitLab answers with it. */
async function anIssueOf({ client }: Awaited<ReturnType<typeof start>>): Promise<object> {
	const [issue] = await client.issues.all({ groupId: 'platform', perPage: 1, page: 1 });
	return issue!;
}
