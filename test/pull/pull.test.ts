import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listNames } from '#model/snapshot.ts';
import { planted } from '../gitlab/planted.ts';
import type { Called } from '../scripts/call.ts';
import { Checkout, registry, today, withoutRun } from './checkout.ts';

/** After a pull with the token, and after one without: for tests that change nothing. */
let withToken: Checkout;
let asStranger: Checkout;
let pulled: Record<'withToken' | 'asStranger', Called>;
beforeAll(async () => {
	[withToken, asStranger] = await Promise.all([Checkout.create(), Checkout.create()]);
	pulled = {
		withToken: await withToken.pull('--strict'),
		asStranger: await asStranger.run('pull', ['--strict']),
	};
});
afterAll(async () => {
	await withToken[Symbol.asyncDispose]();
	await asStranger[Symbol.asyncDispose]();
});

describe.concurrent('a pull of everything', () => {
	test('with a token makes every list fresh, and says so', async () => {
		const { code, stdout } = pulled.withToken;
		expect(code).toBe(0);
		const { about, rows } = await withToken.snapshot();
		expect(about.sample).toBe(false);
		expect(about.source).toBe(withToken.gitlab.url);
		for (const list of listNames) {
			expect(about.lists[list].state, list).toBe('fresh');
			// Nothing can have left the plan before the first pull.
			if (list !== 'former-issues') expect(rows[list].length, list).toBeGreaterThan(0);
			expect(stdout).toMatch(
				new RegExp(`^${list} +fresh +\\d+ +${today}T00:00:00Z +\\d+ +\\d`, 'm'),
			);
		}
		expect(rows.projects).toHaveLength(registry.projects.length);
		expect(rows.consumers).toHaveLength(registry.consumers.length);
	});

	test('takes at most 300 requests; a second one at most 120, and changes no data', async () => {
		await using checkout = await Checkout.create();
		await checkout.pull();
		const cold = checkout.gitlab.requests.splice(0).length;
		const files = await checkout.files();
		await checkout.pull();
		expect(cold).toBeLessThanOrEqual(300);
		expect(checkout.gitlab.requests.length).toBeLessThanOrEqual(120);
		expect(withoutRun(await checkout.files())).toEqual(withoutRun(files));
		const { requests, lists } = (await checkout.snapshot()).about;
		expect(requests?.milestones).toBe(1);
		expect(lists.projects).toMatchObject({ rowsBefore: registry.projects.length });
	});

	test('asks as a stranger, but for the token itself and members', () => {
		const { requests } = withToken.gitlab;
		const signed = requests.filter(({ token }) => token !== null);
		const [user, members] = [/^\/user$/, /^\/groups\/[^?]*\/members\?/].map(
			(pattern) => signed.filter(({ path }) => pattern.test(path.replace('/api/v4', ''))).length,
		);
		expect(user).toBe(1);
		expect(members).toBe(2);
		expect(signed).toHaveLength(user! + members!);
		const issues = requests.filter(({ path }) => path.includes('/issues?'));
		expect(issues.length).toBeGreaterThan(0);
		expect(issues.every(({ path }) => path.includes('confidential=false'))).toBe(true);
	});

	test('never asks about a project of another instance', async () => {
		const elsewhere = registry.projects.find(({ instance }) => instance !== undefined)!;
		const asked = withToken.gitlab.requests.some(({ path }) => path.includes(elsewhere.path));
		expect(asked).toBe(false);
		const { rows } = await withToken.snapshot();
		expect(rows.projects.find(({ path }) => path === elsewhere.path)?.answer).toBe(
			'other-instance',
		);
	});

	test('lets no secret into the snapshot or the log', async () => {
		await using checkout = await Checkout.create();
		await checkout.pull();
		await checkout.pull('--dry-run');
		const texts = [checkout.log, ...Object.values(await checkout.files())];
		for (const [kind, secret] of Object.entries(planted)) {
			expect(
				texts.filter((text) => text.includes(secret)),
				kind,
			).toEqual([]);
		}
		expect(texts.filter((text) => /[\w.]+@example\.com/.test(text))).toEqual([]);
	});

	test('without a token has no members, says why, and is strict about the rest alone', async () => {
		const { code, stdout } = pulled.asStranger;
		expect(code).toBe(0);
		const { access, members, projects } = (await asStranger.snapshot()).about.lists;
		expect(members).toMatchObject({
			state: 'missing',
			reason: expect.stringMatching(/GITLAB_TOKEN/) as string,
		});
		expect(access.state).toBe('fresh');
		expect(projects.state).toBe('fresh');
		expect(stdout).toContain('Set GITLAB_TOKEN');
		expect(asStranger.gitlab.requests.every(({ token }) => token === null)).toBe(true);
	});

	test('works below a path, with a slash at the end of the address', async () => {
		await using checkout = await Checkout.create({ prefix: '/gitlab' });
		const { code } = await checkout.run('pull', [], { GITLAB_URL: `${checkout.gitlab.url}//` });
		expect(code).toBe(0);
		expect((await checkout.snapshot()).about.lists.issues.state).toBe('fresh');
	});

	test('keeps to the rate limit of the instance', async () => {
		await using checkout = await Checkout.create();
		checkout.gitlab.world.rateLimit = { limit: 100, windowMs: 1500 };
		const { code } = await checkout.pull('--strict');
		expect(code).toBe(0);
	});
});

describe.concurrent('what GitLab answers about a project', () => {
	test('is its row, whatever it is', async () => {
		const { rows } = await asStranger.snapshot();
		const byPath = new Map<string, (typeof rows.projects)[number]>(
			rows.projects.map((project) => [project.path, project]),
		);
		const { projects, moved: redirects } = asStranger.gitlab.world;
		const [movedFrom] = redirects.keys();
		const moved = byPath.get(movedFrom ?? '');
		expect(moved?.facts?.path).toContain('/moved/');
		expect(moved?.facts?.archived).toBe(false);
		expect(byPath.get('tea/ops/old-boiler')?.facts?.archived).toBe(true);
		expect(byPath.get('tea/estate/vault')).toMatchObject({
			answer: 'missing-or-private',
			facts: null,
		});
		const plain = projects.find(
			({ path, license, releases, files }) =>
				byPath.get(path)?.facts?.upcomingRelease === null &&
				license !== null &&
				releases.length > 0 &&
				files['.gitlab/CODEOWNERS']?.includes(`\n* @${registry.checks.maintainers!}`),
		)!;
		expect(byPath.get(plain.path)?.facts).toMatchObject({
			id: plain.id,
			license: 'MIT License',
			latestVersion: { kind: 'release', tag: plain.releases[0]!.tag },
			licenseUrl: expect.stringMatching(/\/LICENSE$/) as string,
			codeowners: { mentions: [{ group: registry.checks.maintainers }] },
			unreadFiles: [],
		});
		const secretive = projects.filter(({ hidden }) => hidden.includes('pipelines'));
		expect(secretive.map(({ path }) => byPath.get(path)?.facts?.hidden)).toEqual([['pipelines']]);
	});

	test('an upcoming release is planned, and never the latest', async () => {
		await using checkout = await Checkout.create();
		const project = checkout.gitlab.world.projects.find(({ path }) => path === 'tea/kettle')!;
		const latest = project.releases[0]!.tag;
		project.releases.unshift({
			...project.releases[0]!,
			tag: 'v99.0.0',
			releasedAt: '2027-01-01T00:00:00.000Z',
		});
		await checkout.run('pull', ['--only', 'projects']);
		const { rows } = await checkout.snapshot();
		const facts = rows.projects.find(({ path }) => path === project.path)?.facts;
		expect(facts?.latestVersion?.tag).toBe(latest);
		expect(facts?.upcomingRelease).toMatchObject({ tag: 'v99.0.0' });
	});

	test('a project that has changed is read again, the others are not', async () => {
		await using checkout = await Checkout.create();
		// One query would ask for several of them.
		checkout.gitlab.world.graphql = 'off';
		await checkout.run('pull', ['--only', 'projects']);
		checkout.gitlab.requests.splice(0);
		const project = checkout.gitlab.world.projects.find(
			({ path }) => path === 'tea/leaves/scales',
		)!;
		project.lastActivityAt = `${today}T01:00:00.000Z`;
		project.files['go.mod'] = 'module example.com/scale\n\ngo 1.99.1\n';
		await checkout.run('pull', ['--only', 'projects']);
		const { rows } = await checkout.snapshot();
		// One that has announced a release is read again until that is out, and one that hides its code
		// until it does no more.
		const waiting = rows.projects.flatMap(({ facts }) =>
			facts && (facts.upcomingRelease || facts.hidden.includes('code')) ? [facts.id] : [],
		);
		const read = checkout.gitlab.requests.flatMap(
			({ path }) => /\/projects\/(\d+)\/languages/.exec(path)?.[1] ?? [],
		);
		expect(read.map(Number).toSorted()).toEqual([...waiting, project.id].toSorted());
		const pins = rows.projects.find(({ path }) => path === project.path)?.facts?.toolPins;
		expect(pins?.find(({ tool, file }) => tool === 'go' && file === 'go.mod')).toEqual({
			tool: 'go',
			file: 'go.mod',
			line: 3,
			version: '1.99.1',
		});
	});
});

test('a tool that the registry names from now on is found in projects that have not changed', async () => {
	await using checkout = await Checkout.create();
	const pinsOf = async (tool: string) =>
		(await checkout.snapshot()).rows.projects.flatMap(
			({ facts }) => facts?.toolPins.filter((pin) => pin.tool === tool) ?? [],
		);
	await checkout.run('pull', ['--only', 'projects']);
	expect(await pinsOf('newcomer')).toEqual([]);
	const file = join(checkout.root, 'content/registry/checks.yaml');
	const text = await readFile(file, 'utf8');
	const newcomer = '  - { id: newcomer, name: Newcomer, pins: { variables: [GO_VERSION] } }\n';
	await writeFile(file, text.replace('tools:\n', `tools:\n${newcomer}`));
	await checkout.run('pull', ['--only', 'projects']);
	expect((await pinsOf('newcomer')).length).toBeGreaterThan(0);
	checkout.gitlab.requests.splice(0);
	await checkout.run('pull', ['--only', 'projects']);
	const files = checkout.gitlab.requests.filter(({ path }) =>
		/graphql|\/repository\/archive/.test(path),
	);
	const hiding = (await checkout.snapshot()).rows.projects.filter(
		({ facts }) =>
			facts !== null && (facts.upcomingRelease !== null || facts.hidden.includes('code')),
	);
	expect(files.length).toBeLessThanOrEqual(hiding.length * 2 + 1);
});

describe.concurrent('the plan', () => {
	test('has the milestones around today, by number, and no others', async () => {
		const { rows } = await asStranger.snapshot();
		expect(rows.milestones.map(({ title }) => title)).toEqual([
			'19.4',
			'19.5',
			'19.6',
			'19.7',
			'19.8',
			'19.9',
			'19.10',
			'19.11',
			'20.0',
			'20.1',
		]);
	});

	test('has each issue once, though it carries both labels of the group', async () => {
		const { rows } = await asStranger.snapshot();
		const references = rows.issues.map(({ project, iid }) => `${project}#${String(iid)}`);
		expect(new Set(references).size).toBe(references.length);
		const both = rows.issues.filter(({ labels }) =>
			registry.plan.groupLabels.every((label) => labels.includes(label)),
		);
		expect(both.length).toBeGreaterThan(0);
	});

	test('keeps text of GitLab as text, without control characters', async () => {
		const titles = (await asStranger.snapshot()).rows.issues.map(({ title }) => title);
		expect(titles.some((title) => title.includes('<img src=x onerror=alert(1)>'))).toBe(true);
		expect(titles.filter((title) => /[\u0000-\u001f\u007f-\u009f]/.test(title))).toEqual([]);
	});

	test('goes on with the last milestones when GitLab does not list them', async () => {
		await using checkout = await Checkout.pulled();
		checkout.gitlab.fault(/\/milestones/, { status: 500 });
		const { code, out } = await checkout.run('pull', ['--strict']);
		expect(code).toBe(1);
		const { about } = await checkout.snapshot();
		expect(about.lists.milestones.state).toBe('stale');
		expect(about.lists.issues.state).toBe('fresh');
		expect(out).toMatch(/milestones: GET \/groups\/tea\/milestones\S* answered 500 after 5 tries/);
	});
});

test('what a pull has asked can be read afterwards, request by request, without the token', async () => {
	await using checkout = await Checkout.create();
	await checkout.pull('--trace', 'requests.jsonl');
	const text = await readFile(join(checkout.root, 'requests.jsonl'), 'utf8');
	expect(text).not.toContain(planted.token);
	const traced = text
		.trimEnd()
		.split('\n')
		.map((line): unknown => JSON.parse(line));
	expect(traced).toHaveLength(checkout.gitlab.requests.length);
	const [first] = traced.filter((line) => JSON.stringify(line).includes('/groups/tea/milestones?'));
	expect(first).toMatchObject({ method: 'GET', status: 200, try: 1 });
	expect(first).toHaveProperty('seconds');
	expect(first).toHaveProperty('waitedSeconds');
});

test('a trace that cannot be written stops the pull before it asks anything', async () => {
	await using checkout = await Checkout.create();
	const { code, out } = await checkout.run('pull', ['--trace', 'missing/requests.jsonl']);
	expect(code).toBe(70);
	expect(out).toMatch(/Couldn't open missing\/requests\.jsonl\.\n.*no such file or folder/);
	expect(checkout.gitlab.requests).toEqual([]);
});

describe.concurrent('members', () => {
	test('are people who may sign in, cut to name and link', async () => {
		await using checkout = await Checkout.create();
		await checkout.pull('--only', 'members');
		const { rows } = await checkout.snapshot();
		const blocked = checkout.gitlab.world.users.filter(({ state }) => state !== 'active');
		expect(blocked.length).toBeGreaterThan(0);
		const names = rows.members.map(({ username }) => username);
		expect(names.filter((name) => /bot|service_account/.test(name))).toEqual([]);
		expect(names.filter((name) => blocked.some(({ username }) => username === name))).toEqual([]);
		expect(Object.keys(rows.members[0]!).toSorted()).toEqual([
			'group',
			'name',
			'username',
			'webUrl',
		]);
	});

	test('of a group that strangers do not see are neither asked for nor kept', async () => {
		await using checkout = await Checkout.pulled('member');
		const group = 'tea/brewers';
		checkout.gitlab.world.groups.find(({ path }) => path === group)!.visibility = 'private';
		checkout.gitlab.requests.splice(0);
		await checkout.pull('--accept-shrunk');
		const { rows } = await checkout.snapshot();
		expect(rows.groups.find(({ path }) => path === group)?.visible).toBe(false);
		expect(rows.members.filter((member) => member.group === group)).toEqual([]);
		const asked = checkout.gitlab.requests.filter(({ path }) => path.includes(`${group}/members`));
		expect(asked).toEqual([]);
	});
});
