import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planted } from '../gitlab/planted.ts';
import { startGitLab } from '../gitlab/server.ts';
import { teamPath } from '../gitlab/team-file.ts';
import { Checkout, registry, today } from './checkout.ts';

const tomorrow = { HANDBOOK_TODAY: '2026-11-24' };

describe.concurrent('the rosters', () => {
	test('are fresh, in the order of the list, from the address that was asked', async () => {
		await using checkout = await Checkout.create();
		expect((await checkout.run('pull', ['--only', 'team', '--strict'])).code).toBe(0);
		const { about, rows } = await checkout.snapshot();
		expect(about.teamSource).toBe(`${checkout.gitlab.url}${teamPath}`);
		expect(about.lists.team).toMatchObject({ state: 'fresh', rows: rows.team.length });
		const members = rows.team.filter(({ roster }) => roster === 'members');
		expect(members[0]?.role).toMatch(/Brewing Manager(.*)Tea:Kettle/);
		expect(members.map(({ position }) => position)).toEqual(members.map((_, index) => index + 1));
		expect(members.filter(({ vacancy }) => vacancy)).toMatchObject([{ username: null }]);
		const names = new Set(members.map(({ name }) => name));
		const others = rows.team.filter(({ roster }) => roster === 'stable-counterparts');
		expect(others.length).toBeGreaterThan(0);
		expect(others.filter(({ name }) => names.has(name))).toEqual([]);
	});

	test('are asked for once, and never with the token', async () => {
		await using checkout = await Checkout.create();
		const people = await startGitLab(checkout.gitlab.world);
		await checkout.run('pull', [], {
			GITLAB_TOKEN: planted.token,
			TEAM_YML_URL: `${people.url}${teamPath}`,
		});
		await people.close();
		expect(people.requests).toEqual([{ method: 'GET', path: teamPath, token: null, status: 200 }]);
		expect(checkout.gitlab.requests.some(({ path }) => path === teamPath)).toBe(false);
		expect((await checkout.snapshot()).about.lists.team.state).toBe('fresh');
	});

	test('are all that leaves the list: name, role, link, user name', async () => {
		await using checkout = await Checkout.create();
		await checkout.run('pull', ['--only', 'team']);
		const { rows } = await checkout.snapshot();
		expect(Object.keys(rows.team[0]!).toSorted()).toEqual([
			'name',
			'position',
			'role',
			'roleUrl',
			'roster',
			'username',
			'vacancy',
		]);
		const { world } = checkout.gitlab;
		expect(world.team[0]?.more).toMatchObject({ locality: planted.locality });
		const texts = [checkout.log, ...Object.values(await checkout.files())].join('\n');
		for (const secret of [planted.email, planted.locality, planted.story]) {
			expect(texts).not.toContain(secret);
		}
		expect(texts).not.toContain(world.team[0]!.name);
	});

	test('have no HTML, whatever a role says', async () => {
		await using checkout = await Checkout.create();
		const member = checkout.gitlab.world.team.find(({ role }) => role.includes('Staff'))!;
		member.name = 'Ada <img src=x onerror=alert(1)>';
		member.role =
			'<a href="javascript:alert(1)"><img src=x onerror=alert(2)>Engineer</a> &lt;b&gt;';
		await checkout.run('pull', ['--only', 'team']);
		const row = (await checkout.snapshot()).rows.team.find(({ position }) => position === 2);
		expect(row).toMatchObject({ name: member.name, role: 'Engineer <b>', roleUrl: null });
	});

	test.each<{ why: string; fault: Parameters<Checkout['gitlab']['fault']>[1]; says: RegExp }>([
		{ why: 'is not there', fault: { status: 404 }, says: /answered 404.*check TEAM_YML_URL/ },
		{
			why: 'is something else',
			fault: { status: 200, body: { message: 'hello' } },
			says: /has no list of people/,
		},
	])('fail alone when the list $why, and keep their last good rows', async ({ fault, says }) => {
		await using checkout = await Checkout.pulled();
		const before = await checkout.snapshot();
		checkout.gitlab.fault((path) => path === teamPath, fault);
		const { code, out } = await checkout.run('pull', ['--strict'], tomorrow);
		expect(code).toBe(1);
		expect(out).toMatch(says);
		const { about, rows } = await checkout.snapshot();
		expect(about.lists.team).toMatchObject({
			state: 'stale',
			pulledAt: `${today}T00:00:00Z`,
			reason: says,
		});
		expect(rows.team).toEqual(before.rows.team);
		expect(about.lists.issues).toMatchObject({ state: 'fresh', pulledAt: '2026-11-24T00:00:00Z' });
	});

	test('are missing when the list never was got, and a page can say why', async () => {
		await using checkout = await Checkout.create();
		checkout.gitlab.fault((path) => path === teamPath, { status: 403 });
		await checkout.run('pull');
		const { about, rows } = await checkout.snapshot();
		expect(about.lists.team).toMatchObject({
			state: 'missing',
			reason: expect.stringMatching(/answered 403/) as string,
		});
		expect(rows.team).toEqual([]);
		expect(about.lists.projects.state).toBe('fresh');
	});

	test('are held back when everybody has gone, until somebody says that this is right', async () => {
		await using checkout = await Checkout.create();
		await checkout.run('pull', ['--only', 'team']);
		checkout.gitlab.world.team.splice(1);
		await checkout.run('pull', ['--only', 'team']);
		expect((await checkout.snapshot()).about.lists.team.state).toBe('stale');
		await checkout.run('pull', ['--only', 'team', '--accept-shrunk']);
		expect((await checkout.snapshot()).about.lists.team).toMatchObject({ state: 'fresh', rows: 0 });
	});

	test('of a list elsewhere are never last good rows', async () => {
		await using checkout = await Checkout.create();
		await checkout.run('pull', ['--only', 'team']);
		const TEAM_YML_URL = `${checkout.gitlab.url}/elsewhere.yml`;
		await checkout.run('pull', ['--only', 'team'], { TEAM_YML_URL });
		const { about, rows } = await checkout.snapshot();
		expect(about.teamSource).toBe(TEAM_YML_URL);
		expect(about.lists.team).toMatchObject({
			state: 'missing',
			reason: expect.stringMatching(/elsewhere\.yml/) as string,
		});
		expect(rows.team).toEqual([]);
	});

	test('come from the address in the registry when none is set', async () => {
		await using checkout = await Checkout.create();
		const file = join(checkout.root, 'content/registry/team.yaml');
		const own = `${checkout.gitlab.url}${teamPath}`;
		await writeFile(file, (await readFile(file, 'utf8')).replace(registry.team.source, own));
		await checkout.run('pull', ['--only', 'team'], { TEAM_YML_URL: ' ' });
		expect((await checkout.snapshot()).about.teamSource).toBe(own);
	});
});

test('a host that gives no answer at all cannot be asked, which is no failure of the pull', async () => {
	await using checkout = await Checkout.create();
	const unreachable = { TEAM_YML_URL: 'http://127.0.0.1:65535/team.yml' };
	const { code, out } = await checkout.run('pull', ['--strict'], unreachable);
	expect(code).toBe(0);
	expect(out).toContain('check TEAM_YML_URL');
	expect((await checkout.snapshot()).about.lists.team.state).toBe('missing');
});
