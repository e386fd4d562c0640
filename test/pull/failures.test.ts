import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listNames, lists } from '#model/snapshot.ts';
import { readSiteHistory } from '#store/site-data.ts';
import { planted } from '../gitlab/planted.ts';
import { serve } from '../src/gitlab/loopback.ts';
import { Checkout, registry, today } from './checkout.ts';

const tomorrow = { HANDBOOK_TODAY: '2026-11-24' };
const dead = { GITLAB_URL: 'http://127.0.0.1:9' };

describe.concurrent('a list that fails', () => {
	test('keeps its last good rows with their date, and leaves the others fresh', async () => {
		await using checkout = await Checkout.pulled();
		const before = await checkout.snapshot();
		checkout.gitlab.fault(/\/groups\/tea\/issues\?.*19\.8/, { status: 400 });
		const { code } = await checkout.run('pull', [], tomorrow);
		expect(code).toBe(0);
		const { about, rows } = await checkout.snapshot();
		expect(about.lists.issues).toMatchObject({
			state: 'stale',
			pulledAt: `${today}T00:00:00Z`,
			reason: expect.stringMatching(/answered 400/) as string,
		});
		expect(rows.issues).toEqual(before.rows.issues);
		expect(about.lists.projects).toMatchObject({
			state: 'fresh',
			pulledAt: '2026-11-24T00:00:00Z',
		});
		expect(about.pulledAt).toBe('2026-11-24T00:00:00Z');
	});

	test.each(['on', 'off'] as const)(
		'is fresh when one part of one project fails, and says so everywhere: GraphQL %s',
		async (graphql) => {
			await using checkout = await Checkout.pulled();
			const { world } = checkout.gitlab;
			world.graphql = graphql;
			const before = (await checkout.snapshot()).rows.projects;
			// One that makes no releases: its tags are asked for by REST alone.
			const project = world.projects.find(
				({ path, releases, tags }) =>
					before.some((row) => row.path === path && row.facts?.latestVersion?.kind === 'tag') &&
					releases.length === 0 &&
					tags.length > 0,
			)!;
			const known = before.find(({ path }) => path === project.path)!.facts!;
			project.lastActivityAt = '2026-11-23T23:00:00.000Z';
			checkout.gitlab.fault(new RegExp(`/projects/${String(project.id)}/repository/tags`), {
				status: 500,
			});
			const { code, out } = await checkout.run('pull', ['--strict'], tomorrow);
			expect(code).toBe(1);
			expect(out).toMatch(/^projects +with gaps +/m);
			const why = `GitLab failed to answer for 1 project: ${project.path} (releases). GET /projects/:id/repository/tags answered 500: `;
			expect(out).toContain(`projects: ${why}`);
			const { about, rows } = await checkout.snapshot();
			const pulledAt = '2026-11-24T00:00:00Z';
			expect(about.lists.projects).toMatchObject({ state: 'fresh', pulledAt });
			expect(rows.projects).toHaveLength(before.length);
			const { facts } = rows.projects.find(({ path }) => path === project.path)!;
			expect(facts).toMatchObject({
				latestVersion: known.latestVersion,
				lastActivityAt: '2026-11-23T23:00:00Z',
				unanswered: [{ part: 'releases', keptFrom: `${today}T00:00:00Z` }],
			});
			expect((await checkout.run('check')).out).toContain(why);
		},
	);

	test('is not the list of projects when one listing does: each is asked for', async () => {
		await using checkout = await Checkout.pulled();
		const before = await checkout.snapshot();
		checkout.gitlab.fault(/\/groups\/tea\/tools\/projects/, { status: 500 });
		const { code, out } = await checkout.run('pull', [], tomorrow);
		expect(code).toBe(0);
		const { about, rows } = await checkout.snapshot();
		const pulledAt = '2026-11-24T00:00:00Z';
		expect(about.lists.projects).toMatchObject({ state: 'fresh', pulledAt });
		expect(out).toMatch(
			/^projects: GitLab failed to answer for \d+ projects?: tea\/tools\/.*archived state/m,
		);
		const told = rows.projects.map((row) => {
			if (row.facts?.unanswered) expect(row.path).toMatch(/^tea\/tools\//);
			return { ...row, facts: row.facts && { ...row.facts, unanswered: undefined } };
		});
		expect(told).toEqual(before.rows.projects.map((row) => expect.objectContaining(row) as object));
		// It tells strangers with whom projects are shared.
		expect(about.lists.access).toMatchObject({
			state: 'fresh',
			partial: expect.stringMatching(/tea\/tools\/.*answered 500/) as string,
		});
		const [first] = rows.access.filter(({ project }) => project.startsWith('tea/tools/'));
		expect(first?.keptFrom).toBe('2026-11-23T00:00:00Z');
		expect(rows.access).toMatchObject(before.rows.access);
	});

	test('takes those with it that rest on it, where there are no last good rows', async () => {
		await using checkout = await Checkout.create();
		checkout.gitlab.world.graphql = 'off';
		checkout.gitlab.fault(/\/languages/, { status: 500 });
		await checkout.run('pull');
		const { access, projects } = (await checkout.snapshot()).about.lists;
		expect(projects).toMatchObject({
			state: 'missing',
			reason: expect.stringMatching(/answered 500|given up|not asked/) as string,
		});
		expect(access).toEqual({
			state: 'missing',
			reason: "It goes with the projects, which couldn't be pulled.",
		});
	});

	test('fails as a whole when its second page fails', async () => {
		await using checkout = await Checkout.create();
		const { world } = checkout.gitlab;
		const milestone = world.milestones.find(({ title }) => title === '19.7')!;
		const issue = world.issues.find(
			({ milestoneId, labels, confidential }) =>
				milestoneId === milestone.id && labels.includes('team::kettle') && !confidential,
		)!;
		for (let iid = 1; iid <= 120; iid++) {
			world.issues.push({ ...issue, id: 7_000_000 + iid, iid: 7_000_000 + iid });
		}
		checkout.gitlab.fault(/\/issues\?.*page=2/, { status: 403 });
		const { code } = await checkout.run('pull', ['--strict']);
		expect(code).toBe(1);
		expect((await checkout.snapshot()).about.lists.issues).toMatchObject({ state: 'missing' });
	});

	test('has no rows when strangers do not see any more what it is of, and nor has any day before', async () => {
		await using checkout = await Checkout.pulled();
		const { world } = checkout.gitlab;
		for (const project of world.projects) project.visibility = 'private';
		for (const group of world.groups) group.visibility = 'private';
		const { code } = await checkout.run('pull', [], tomorrow);
		expect(code).toBe(0);
		const { about, rows } = await checkout.snapshot();
		for (const list of ['milestones', 'issues', 'former-issues', 'candidates', 'surface'] as const)
			expect([list, about.lists[list].state, rows[list]]).toEqual([list, 'missing', []]);
		expect(rows.projects.filter(({ facts }) => facts !== null)).toEqual([]);
		for (const list of ['planning-issues', 'roadmap-issues', 'good-first-issues'] as const)
			expect(rows[list]).toEqual([]);
		expect(rows.evidence.filter(({ reading }) => reading !== null)).toEqual([]);
		for (const list of ['group-projects', 'access', 'members', 'answers'] as const)
			expect(rows[list]).toEqual([]);
		expect((await readSiteHistory(checkout.root, about)).plans).toEqual([]);
	});

	test('keeps no issue that was made confidential, though most are gone', async () => {
		await using checkout = await Checkout.pulled();
		const { issues } = (await checkout.snapshot()).rows;
		const confidential = new Set(issues.slice(1).map(lists.issues.id));
		for (const issue of checkout.gitlab.world.issues)
			if (confidential.has(`${issue.project}#${String(issue.iid)}`)) issue.confidential = true;
		await checkout.run('pull', [], tomorrow);
		const { about, rows } = await checkout.snapshot();
		expect(about.lists.issues).toMatchObject({ state: 'fresh', rowsBefore: issues.length });
		expect(rows.issues.map(lists.issues.id)).toEqual(issues.slice(0, 1).map(lists.issues.id));
	});

	test('keeps no row of a project that is private by now, though GitLab fails to list its issues', async () => {
		await using checkout = await Checkout.pulled();
		const { world } = checkout.gitlab;
		const { path } = world.projects.find(({ path: at }) => at === 'tea/kettle')!;
		world.projects.find((project) => project.path === path)!.visibility = 'private';
		checkout.gitlab.fault(/\/groups\/tea\/issues/, { status: 400 });
		await checkout.run('pull', [], tomorrow);
		const { about, rows } = await checkout.snapshot();
		expect(about.lists.issues.state).toBe('stale');
		expect(rows.issues.length).toBeGreaterThan(0);
		expect(rows.issues.filter(({ project }) => project === path)).toEqual([]);
	});

	test('is held back when every milestone is gone, until somebody says that this is right', async () => {
		await using checkout = await Checkout.pulled();
		const list = 'milestones';
		const before = (await checkout.snapshot()).rows[list].length;
		checkout.gitlab.world.milestones.splice(0);
		const { code, out } = await checkout.run('pull', ['--only', list, '--strict']);
		expect(code).toBe(1);
		expect(out).toContain('--accept-shrunk');
		const { about, rows } = await checkout.snapshot();
		expect(about.lists[list].state).toBe('stale');
		expect(rows[list]).toHaveLength(before);
		await checkout.run('pull', ['--only', list, '--accept-shrunk']);
		expect((await checkout.snapshot()).about.lists[list].state).toBe('fresh');
	});
});

describe('sample data', () => {
	let checkout: Checkout;
	let files: Record<string, string>;
	beforeAll(async () => {
		checkout = await Checkout.create();
		await checkout.run('sample');
		files = await checkout.files();
	});
	afterAll(() => checkout[Symbol.asyncDispose]());

	test('are the same for the same day, and the ones of this checkout are made so', async () => {
		await checkout.run('sample');
		expect(await checkout.files()).toEqual(files);
		for (const text of Object.values(files)) {
			for (const secret of Object.values(planted)) expect(text).not.toContain(secret);
		}
	});

	test('have somebody in each roster, and call the list by its own address', async () => {
		const { about, rows } = await checkout.snapshot();
		expect(about).toMatchObject({ sample: true, teamSource: registry.team.source });
		for (const { id } of registry.team.rosters) {
			expect(rows.team.filter(({ roster }) => roster === id).length, id).toBeGreaterThan(1);
		}
	});

	test('are left, labelled, by a pull that gets nothing', async () => {
		const { code, out } = await checkout.run('pull', [], dead);
		expect(code).toBe(0);
		expect(out).toContain('is unchanged: sample data');
		expect(await checkout.files()).toEqual(files);
		expect((await checkout.run('pull', ['--strict'], dead)).code).toBe(1);
	});

	test('are left by a pull from an address that is not GitLab, which is said', async () => {
		await using server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>');
		});
		const { code, out } = await checkout.run('pull', [], { GITLAB_URL: server.url });
		expect(code).toBe(2);
		expect(out).toContain(
			`${server.url} answers, but not as GitLab's API does. Nothing was changed.`,
		);
		expect(out).toContain('Correct GITLAB_URL');
		expect(await checkout.files()).toEqual(files);
	});

	test('are dropped by the first pull that gets any list, and what failed is missing', async () => {
		checkout.gitlab.fault(/\/milestones/, { status: 403 });
		await checkout.run('pull');
		const { about, rows } = await checkout.snapshot();
		expect(about.sample).toBe(false);
		expect(about.lists.projects.state).toBe('fresh');
		for (const list of ['milestones', 'issues', 'planning-issues', 'members'] as const) {
			expect(about.lists[list].state, list).toBe('missing');
			expect(rows[list], list).toEqual([]);
		}
	});
});

describe.concurrent('what is wrong is said in a sentence, and loses nothing', () => {
	test.each([
		{ why: 'unknown', token: 'glpat-wrong-token' },
		{ why: 'expired', token: planted.token },
		{ why: 'without the scope', token: planted.token },
	])('a token that is $why stops the pull', async ({ why, token }) => {
		await using checkout = await Checkout.pulled('member');
		const files = await checkout.files();
		const known = checkout.gitlab.world.tokens.get(planted.token)!;
		if (why === 'expired') known.state = 'expired';
		if (why === 'without the scope') known.scopes = [];
		const { code, out } = await checkout.run('pull', [], { GITLAB_TOKEN: token });
		expect(code).toBe(2);
		expect(out).toMatch(
			/GitLab rejects the token: GET \S+ answered 40[13]: .*\n.*Set GITLAB_TOKEN/,
		);
		expect(checkout.log).not.toContain(token);
		expect(await checkout.files()).toEqual(files);
	});

	test.each([
		{ args: ['--only', 'nonsense'], says: 'Expected one of projects, consumers' },
		{ args: ['--strikt'], says: "Unknown option '--strikt'" },
		{ args: ['--deadline', 'soon'], says: 'Expected a number above 0' },
	])('arguments $args', async ({ args, says }) => {
		await using checkout = await Checkout.create();
		const { code, out } = await checkout.run('pull', args);
		expect(code).toBe(2);
		expect(out).toContain(says);
		expect(checkout.gitlab.requests).toEqual([]);
	});

	test('a registry with a mistake', async () => {
		await using checkout = await Checkout.create();
		const file = join(checkout.root, 'content/registry/projects.yaml');
		await writeFile(
			file,
			(await readFile(file, 'utf8')).replace('category: release', 'category: realese'),
		);
		const { code, out } = await checkout.run('pull');
		expect(code).toBe(2);
		expect(out).toMatch(/Unknown category "realese".*\n.*line \d+/);
		expect(checkout.gitlab.requests).toEqual([]);
	});

	test('a day that is none', async () => {
		await using checkout = await Checkout.create();
		const { code, out } = await checkout.run('pull', [], { HANDBOOK_TODAY: '2026-13-01' });
		expect(code).toBe(2);
		expect(out).toContain('HANDBOOK_TODAY');
	});
});

describe.concurrent('a pull that is asked for less', () => {
	test('--dry-run shows what would change and writes nothing', async () => {
		await using checkout = await Checkout.pulled();
		const files = await checkout.files();
		const { milestones, issues } = checkout.gitlab.world;
		const milestone = milestones.find(({ title }) => title === '19.7')!;
		const issue = issues.find(({ milestoneId }) => milestoneId === milestone.id)!;
		issue.title = 'Another title';
		const { out } = await checkout.run('pull', ['--dry-run'], tomorrow);
		expect(out).toContain(`issues: ~ ${issue.project}#${String(issue.iid)}`);
		expect(await checkout.files()).toEqual(files);
	});

	test('--only asks for one list and leaves the others as they are', async () => {
		await using checkout = await Checkout.pulled();
		checkout.gitlab.requests.splice(0);
		await checkout.run('pull', ['--only', 'milestones'], tomorrow);
		expect(checkout.gitlab.requests).toHaveLength(1);
		const { lists } = (await checkout.snapshot()).about;
		expect(lists.milestones).toMatchObject({ pulledAt: '2026-11-24T00:00:00Z' });
		expect(lists.projects).toMatchObject({ state: 'fresh', pulledAt: `${today}T00:00:00Z` });
	});

	test('data of another instance are never last good data', async () => {
		await using checkout = await Checkout.pulled();
		await using other = await Checkout.create();
		other.gitlab.fault(/\/groups\/tea\/issues/, { status: 403 });
		await checkout.run('pull', [], { GITLAB_URL: other.gitlab.url });
		expect((await checkout.snapshot()).about.lists.issues.state).toBe('missing');
	});
});

test('check says where registry and GitLab disagree, and is strict when asked', async () => {
	await using checkout = await Checkout.pulled();
	const { code, out } = await checkout.run('check');
	expect(code).toBe(0);
	for (const path of checkout.gitlab.world.moved.keys()) {
		expect(out).toMatch(
			new RegExp(`content/registry/projects\\.yaml:\\d+: ${path} fails the check "path"`),
		);
		expect(out).toContain(path.replace(/[^/]+$/, 'moved/$&'));
	}
	expect(out).toContain(
		`${String(listNames.length - 1)} of ${String(listNames.length)} lists fresh; missing: members`,
	);
	expect((await checkout.run('check', ['--strict'])).code).toBe(1);
});
