import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { comparePlans } from '#core/plan/changes/compare-plans.ts';
import type { Answer } from '#model/checks.ts';
import type { ChecksOfDay } from '#model/history.ts';
import { checksHistory, planHistory, readHistory, writeDay } from '#store/history.ts';
import { samplePlans } from '../gitlab/sample-plans.ts';
import { sampleWorld } from '../gitlab/sample-world.ts';
import { someChecks } from '../src/store/some-checks.ts';
import type { Called } from '../scripts/call.ts';
import { Checkout, registry, today } from './checkout.ts';

/** After a pull: for tests that change nothing. */
let pulled: Checkout;
let called: Called;
beforeAll(async () => {
	pulled = await Checkout.create();
	called = await pulled.pull();
});
afterAll(() => pulled[Symbol.asyncDispose]());

const tomorrow = { HANDBOOK_TODAY: '2026-11-24' };
const sampleDays = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', today];

const daysOf = async ({ root }: Checkout): Promise<ChecksOfDay[]> => {
	const { days, damaged } = await readHistory(root, checksHistory);
	expect(damaged).toEqual([]);
	return days;
};

const namesOf = async ({ root }: Checkout): Promise<string[]> =>
	readdir(join(root, 'content/history')).catch(() => []);
const checksOf = async (checkout: Checkout): Promise<string[]> =>
	(await namesOf(checkout)).filter((name) => name.startsWith('checks-'));

/** What a check gave for each project to which it applies. */
const answersOf = ({ projects }: ChecksOfDay, check: 'path' | 'maintainers'): Answer[] =>
	Object.values(projects).flatMap((answers) => answers[check] ?? []);

describe.concurrent('a pull', () => {
	test('keeps what came of the checks of every declared project on its day', async () => {
		expect(called.stdout).toContain(
			'content/history has for this day: the checks, the plan, the calls of the consumers, the rules of the handbook.',
		);
		const [day, ...others] = await daysOf(pulled);
		expect(others).toEqual([]);
		expect(day).toMatchObject({ day: today, sample: false, source: pulled.gitlab.url });
		expect(Object.keys(day!.projects)).toEqual(registry.projects.map(({ path }) => path));
		expect(answersOf(day!, 'maintainers')).toContain('holds');
		expect(answersOf(day!, 'path')).toContain('broken');
	});

	test('replaces what was kept of its day, and leaves the days before', async () => {
		await using checkout = await Checkout.create();
		const before = someChecks({ day: '2026-11-20' });
		await writeDay(checkout.root, checksHistory, before);
		await writeDay(checkout.root, checksHistory, someChecks({ day: today }));
		await checkout.pull();
		const [first, second] = await daysOf(checkout);
		expect(first).toEqual(before);
		expect(Object.keys(second!.projects)).toHaveLength(registry.projects.length);
		expect(await checksOf(checkout)).toHaveLength(2);
	});

	test('that is told no access keeps it as unknown at most, and everything else', async () => {
		await using checkout = await Checkout.create();
		checkout.gitlab.world.listings = 'short';
		await checkout.run('pull');
		const [day] = await daysOf(checkout);
		expect(new Set(answersOf(day!, 'maintainers'))).toEqual(new Set(['unknown']));
		expect(answersOf(day!, 'path')).toContain('holds');
	});

	test('of the projects alone says nothing of what it has not asked for', async () => {
		await using checkout = await Checkout.pulled('member');
		await checkout.run('pull', ['--only', 'projects'], tomorrow);
		const [first, second] = await daysOf(checkout);
		expect(answersOf(first!, 'maintainers')).toContain('holds');
		expect(second).toMatchObject({ day: '2026-11-24' });
		expect(new Set(answersOf(second!, 'maintainers'))).toEqual(new Set(['unknown']));
		expect(answersOf(second!, 'path')).toContain('holds');
	});

	test('that cannot keep its day leaves the snapshot as it was', async () => {
		await using checkout = await Checkout.create();
		await writeFile(join(checkout.root, 'content/history'), '');
		const { code, out } = await checkout.pull();
		expect(out).toContain('content/history is a file.\nExpected a folder.');
		expect(code).toBe(2);
		const names = await readdir(join(checkout.root, 'content'));
		expect(names.toSorted()).toEqual(['handbook', 'history', 'registry']);
	});

	test('that is tried only keeps nothing', async () => {
		await using checkout = await Checkout.create();
		await checkout.pull('--dry-run');
		expect(await namesOf(checkout)).toEqual([]);
	});

	test.each([
		{ why: 'did not ask for the projects', only: 'milestones' },
		{ why: 'failed to get them', only: 'projects' },
	])('that $why keeps nothing of its day', async ({ only }) => {
		await using checkout = await Checkout.pulled('member');
		checkout.gitlab.fault(/\/projects/, { status: 400 });
		const { code, out } = await checkout.run('pull', ['--only', only], tomorrow);
		expect(code).toBe(0);
		expect((await checkout.snapshot()).about.pulledAt).toBe('2026-11-24T00:00:00Z');
		expect(out).toContain('content/history is unchanged');
		expect((await daysOf(checkout)).map(({ day }) => day)).toEqual([today]);
	});

	test('leaves a damaged day as it is', async () => {
		await using checkout = await Checkout.create();
		const damaged = join(checkout.root, 'content/history/checks-2026-11-20.json');
		await mkdir(join(checkout.root, 'content/history'));
		await writeFile(damaged, '<<<<<<< HEAD');
		const { code } = await checkout.pull();
		expect(code).toBe(0);
		expect(await readFile(damaged, 'utf8')).toBe('<<<<<<< HEAD');
		expect(await checksOf(checkout)).toHaveLength(2);
	});
});

const plansOf = async ({ root }: Checkout) => (await readHistory(root, planHistory)).days;

describe.concurrent('the plan', () => {
	test('is kept with the issues of its milestones and the candidates', async () => {
		const [plan, ...others] = await plansOf(pulled);
		expect(others).toEqual([]);
		expect(plan).toMatchObject({ day: today, sample: false, source: pulled.gitlab.url });
		expect(plan!.asked).toEqual(['19.6', '19.7', '19.8', '19.9', '19.10']);
		const { rows } = await pulled.snapshot();
		const seen = [...rows.issues, ...rows['former-issues'], ...rows.candidates].map(
			({ project, iid }) => `${project}#${String(iid)}`,
		);
		const kept = plan!.issues.map(({ project, iid }) => `${project}#${String(iid)}`);
		expect(kept.length).toBeGreaterThan(90);
		expect(kept.filter((one) => !seen.includes(one))).toEqual([]);
		expect(plan!.issues.some(({ milestone }) => milestone === null)).toBe(true);
	});

	test.each(['milestones', 'issues', 'candidates'])(
		'is not kept of a day on which %s failed, and the checks are',
		async (list) => {
			await using checkout = await Checkout.create();
			const address = {
				milestones: /\/milestones/,
				issues: /\/issues\?(?!.*candidate)/,
				candidates: /\/issues\?.*candidate/,
			}[list]!;
			checkout.gitlab.fault(address, { status: 403 });
			const { code } = await checkout.pull();
			expect(code).toBe(0);
			expect(await plansOf(checkout)).toEqual([]);
			expect(await daysOf(checkout)).toHaveLength(1);
		},
	);

	test('that was kept stays as it is when a later pull of another day fails', async () => {
		await using checkout = await Checkout.pulled('member');
		const before = await plansOf(checkout);
		checkout.gitlab.fault(/\/issues/, { status: 403 });
		await checkout.run('pull', [], tomorrow);
		expect(await plansOf(checkout)).toEqual(before);
	});

	test('of a day on which issues were held back is kept when they are accepted, alone and right', async () => {
		await using checkout = await Checkout.pulled('member');
		const [before] = await plansOf(checkout);
		const { world } = checkout.gitlab;
		const known = (await checkout.snapshot()).rows;
		const current = new Set(known.issues.map(({ project, iid }) => `${project}#${String(iid)}`));
		for (const issue of world.issues) {
			if (current.has(`${issue.project}#${String(issue.iid)}`)) issue.milestoneId = null;
		}
		await checkout.run('pull', [], tomorrow);
		const held = await checkout.snapshot();
		for (const list of ['issues', 'former-issues'] as const) {
			expect(held.about.lists[list].state).toBe('stale');
			expect(held.rows[list]).toEqual(known[list]);
		}
		expect(await plansOf(checkout)).toEqual([before]);
		await checkout.run('pull', ['--only', 'issues', '--accept-shrunk'], tomorrow);
		const [, after] = await plansOf(checkout);
		expect(after).toMatchObject({ day: '2026-11-24' });
		const kinds = comparePlans(before!, after!, registry.plan).map(({ kind }) => kind);
		expect(new Set(kinds)).toEqual(new Set(['dropped']));
	});

	test('tells what was dropped from what is hidden', async () => {
		await using checkout = await Checkout.pulled('member');
		const { world } = checkout.gitlab;
		const current = world.milestones.find(({ title }) => title === '19.7')!.id;
		const [before] = await plansOf(checkout);
		const kept = before!.issues.filter(({ milestone }) => milestone === '19.7');
		const [dropped, hidden] = world.issues.filter(
			({ project, iid, milestoneId }) =>
				milestoneId === current &&
				kept.some((issue) => issue.project === project && issue.iid === iid),
		);
		dropped!.milestoneId = null;
		hidden!.confidential = true;
		await checkout.run('pull', [], tomorrow);
		// Once more on the same day: what has left is followed, not forgotten.
		await checkout.run('pull', [], tomorrow);
		const after = (await plansOf(checkout)).at(-1)!;
		const changes = comparePlans(before!, after, registry.plan);
		expect(
			new Map(changes.map((change) => ['issue' in change && change.issue.iid, change])),
		).toEqual(
			new Map([
				[dropped!.iid, expect.objectContaining({ kind: 'dropped', from: '19.7' })],
				[hidden!.iid, expect.objectContaining({ kind: 'not-seen', from: '19.7' })],
			]),
		);
		expect((await checkout.snapshot()).rows['former-issues']).toMatchObject([
			{ iid: dropped!.iid, milestone: null, formerMilestone: '19.7' },
		]);
	});

	test('of the days that the sample invents is the one that a pull would keep', async () => {
		const { projects } = sampleWorld(registry, today);
		const { url: source } = pulled.gitlab;
		const invented = samplePlans(registry.plan, {
			until: today,
			days: 1,
			source,
			sample: false,
			projects,
		});
		expect(await plansOf(pulled)).toEqual(invented);
	});
});

describe.concurrent('a sample', () => {
	test('has a little history, called a sample, which gives way to the first real day', async () => {
		await using checkout = await Checkout.create();
		await writeDay(checkout.root, checksHistory, someChecks({ day: '2025-01-01', sample: true }));
		const { code } = await checkout.run('sample');
		expect(code).toBe(0);
		const days = await daysOf(checkout);
		expect(days.map(({ day }) => day)).toEqual(sampleDays);
		expect(days.every(({ sample }) => sample)).toBe(true);
		const plans = await plansOf(checkout);
		expect(plans.map(({ day }) => day).filter((day) => sampleDays.includes(day))).toEqual(
			sampleDays,
		);
		expect(plans.length).toBeGreaterThan(10);
		expect(plans.every(({ sample }) => sample)).toBe(true);
		expect((await checkout.snapshot()).about.pulledAt).toBe(`${today}T00:00:00Z`);
		expect((await readdir(join(checkout.root, 'content'))).toSorted()).toEqual([
			'handbook',
			'history',
			'registry',
			'snapshot',
		]);
		await checkout.run('pull', [], tomorrow);
		const real = await daysOf(checkout);
		expect(real.map(({ day, sample }) => ({ day, sample }))).toEqual([
			{ day: '2026-11-24', sample: false },
		]);
		expect((await plansOf(checkout)).map(({ day }) => day)).toEqual(['2026-11-24']);
	});

	test.each([
		{ why: 'real history', text: JSON.stringify(someChecks({ day: today })) },
		{ why: 'history that cannot be read, and may be real', text: '<<<<<<< HEAD' },
	])('does not replace $why, and changes nothing', async ({ text }) => {
		await using checkout = await Checkout.create();
		const file = join(checkout.root, `content/history/checks-${today}.json`);
		await mkdir(join(checkout.root, 'content/history'));
		await writeFile(file, text);
		const { code, out } = await checkout.run('sample');
		expect(code).toBe(2);
		expect(out).toContain('Data in content/history may be real, so nothing was changed.');
		expect(await namesOf(checkout)).toEqual([`checks-${today}.json`]);
		expect(await readFile(file, 'utf8')).toBe(text);
		expect(await readdir(join(checkout.root, 'content'))).toEqual([
			'handbook',
			'history',
			'registry',
		]);
	});

	test('replaces a real snapshot and its history when it is forced to, and all of both', async () => {
		await using checkout = await Checkout.pulled('member');
		await writeDay(checkout.root, checksHistory, someChecks({ day: '2026-11-20' }));
		const before = await checkout.files();
		const refused = await checkout.run('sample');
		expect(refused.code).toBe(2);
		expect(refused.out).toContain('Data in content/snapshot and content/history may be real');
		expect(await checkout.files()).toEqual(before);
		expect((await checkout.run('sample', ['--force'])).code).toBe(0);
		expect((await checkout.snapshot()).about.sample).toBe(true);
		expect((await daysOf(checkout)).map(({ day }) => day)).toEqual(sampleDays);
		expect((await daysOf(checkout)).every(({ sample }) => sample)).toBe(true);
	});
});

test('a sample that cannot be made changes nothing, and says why', async () => {
	await using checkout = await Checkout.create();
	await checkout.pull('--only', 'milestones');
	const before = await checkout.files();
	vi.stubEnv('TMPDIR', '/nowhere');
	const { code, out } = await checkout.run('sample', ['--force']);
	vi.unstubAllEnvs();
	expect(code).toBe(70);
	expect(out).toContain("Couldn't create a folder in /nowhere/");
	expect(await checkout.files()).toEqual(before);
});
