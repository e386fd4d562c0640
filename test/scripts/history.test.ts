import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checksHistory, planHistory, readHistory, writeDay } from '#store/history.ts';
import { changes } from '../../scripts/changes.ts';
import { history } from '../../scripts/history.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { anIssueOfDay, aPlanOfDay, aSnapshot } from '../builders.ts';
import { teams } from '../fixtures/teams.ts';
import { someChecks } from '../src/store/some-checks.ts';
import { call } from './call.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'history-'));
	cpSync(join(teams.kettle, 'content/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
});
afterEach(() => rm(root, { recursive: true }));

const commands = { changes, history };
const run = (command: keyof typeof commands, ...args: string[]) =>
	call(commands[command], args, { root, environment: { HANDBOOK_TODAY: '2026-11-23' } });

const daysOf = async () => (await readHistory(root, planHistory)).days.map(({ day }) => day);
const fileOf = (name: string) => join(root, 'content/history', name);

async function keepPlans(...days: string[]): Promise<void> {
	for (const [at, day] of days.entries()) {
		const issues = [anIssueOfDay({ milestone: at === 0 ? '19.7' : '19.8', weight: at })];
		await writeDay(root, planHistory, aPlanOfDay({ day, issues }));
	}
}

describe('npm run history', () => {
	test('lists the days of which something is kept, and what', async () => {
		await keepPlans('2026-11-20', '2026-11-23');
		await writeDay(root, checksHistory, someChecks({ day: '2026-11-23' }));
		const { code, stdout } = await run('history');
		expect(code).toBe(0);
		expect(stdout).toMatch(/^2026-11-20 +- +saved +- +- +GitLab$/m);
		expect(stdout).toMatch(/^2026-11-23 +saved +saved +- +- +GitLab$/m);
		expect(stdout).toContain('2 days.');
	});

	test('says so when there is none', async () => {
		expect((await run('history')).stdout).toContain("There's no history yet.");
	});

	test('names a damaged file, skips it and leaves it as it is', async () => {
		await keepPlans('2026-11-20', '2026-11-23');
		await writeFile(fileOf('plan-2026-11-21.json'), '<<<<<<< HEAD');
		const { code, stdout, stderr } = await run('history', '--thin');
		expect(code).toBe(0);
		expect(stderr).toContain('Skipped: content/history/plan-2026-11-21.json is not valid JSON.');
		expect(stdout).toContain('0 of 2 plans are gone');
		expect(await readFile(fileOf('plan-2026-11-21.json'), 'utf8')).toBe('<<<<<<< HEAD');
		expect(await daysOf()).toEqual(['2026-11-20', '2026-11-23']);
	});

	test('names a day from the future, and neither lists nor thins it', async () => {
		await keepPlans('2026-11-20', '2026-11-23', '2026-11-24');
		const { stdout, stderr } = await run('history', '--thin');
		expect(stderr).toContain('Skipped: content/history/plan-2026-11-24.json is from the future');
		expect(stdout).toContain('0 of 2 plans are gone');
		expect((await run('history')).stdout).not.toContain('2026-11-24');
		const changes = await run('changes');
		expect(changes.stderr).toContain('Skipped: content/history/plan-2026-11-24.json');
		expect(changes.stdout).toContain('from 2026-11-20 to 2026-11-23.');
	});

	// 6 July 2026 is a Monday, more than 90 days ago.
	const old = ['2026-07-06', '2026-07-07', '2026-07-08'];
	const young = ['2026-11-20', '2026-11-21'];

	test('removes nothing unless it is asked to, and says what it would remove', async () => {
		await keepPlans(...old, ...young);
		await run('history');
		const { code, stdout } = await run('history', '--thin', '--dry-run');
		expect(code).toBe(0);
		expect(stdout).toContain(
			'Would remove the plan of 2026-07-07\nWould remove the plan of 2026-07-08\n',
		);
		expect(stdout).toContain('2 of 5 plans would go');
		expect(await daysOf()).toEqual([...old, ...young]);
	});

	test('thins plans to one a week when it is asked to, naming each, and leaves the checks', async () => {
		await keepPlans(...old, ...young);
		for (const day of old) await writeDay(root, checksHistory, someChecks({ day }));
		const { code, stdout } = await run('history', '--thin');
		expect(code).toBe(0);
		expect(stdout).toContain('Removes the plan of 2026-07-07\nRemoves the plan of 2026-07-08\n');
		expect(await daysOf()).toEqual(['2026-07-06', ...young]);
		const names = await readdir(join(root, 'content/history'));
		expect(names.filter((name) => name.startsWith('checks-'))).toHaveLength(3);
	});

	test('leaves what tells how a milestone began and ended', async () => {
		// 9 July 2026 is a Thursday, 17 July a Friday; the days of a week follow each other.
		const milestone = { title: '19.3', startDate: '2026-07-09', dueDate: '2026-07-17' };
		const days = ['06', '08', '09', '10', '13', '17', '18', '19'].map((day) => `2026-07-${day}`);
		for (const day of days) {
			const milestones = [{ ...milestone, state: 'active' }];
			await writeDay(root, planHistory, aPlanOfDay({ day, milestones, asked: ['19.3'] }));
		}
		await run('history', '--thin');
		expect(await daysOf()).toEqual(['2026-07-06', '2026-07-09', '2026-07-13', '2026-07-18']);
		expect((await run('history', '--thin')).stdout).toContain('0 of 4 plans are gone');
	});

	test('does not take --dry-run alone', async () => {
		const { code, stderr } = await run('history', '--dry-run');
		expect(code).toBe(2);
		expect(stderr).toContain('--dry-run says what --thin would remove.');
	});
});

const Report = z.object({
	from: z.string(),
	to: z.string(),
	changes: z.array(z.object({ kind: z.string(), sentence: z.string() })),
});

describe('npm run changes', () => {
	test('compares the newest two plans, in sentences', async () => {
		await keepPlans('2026-11-10', '2026-11-20', '2026-11-23');
		const { code, stdout } = await run('changes');
		expect(code).toBe(0);
		expect(stdout).toBe(
			'example/tools/widget#1 Teach the widget to wait: Weight changed from 1 to 2.\n' +
				'1 change from 2026-11-20 to 2026-11-23.\n',
		);
	});

	test.each(['issues', 'milestones'] as const)(
		'tells of no issue when GitLab hides the %s by now',
		async (list) => {
			await keepPlans('2026-11-20', '2026-11-23');
			const lists = { [list]: { state: 'missing', hidden: true, reason: 'No.' } as const };
			await writeSnapshot(root, aSnapshot({ lists }));
			const { code, stdout, stderr } = await run('changes');
			expect([code, stdout]).toEqual([2, '']);
			expect(stderr).toContain("we can't tell which issues of earlier days are still public");
		},
	);

	test('shows a title as text, whatever a terminal would make of it', async () => {
		const title = 'Ring \u001B[31m\u0007the\u202E bell';
		const titled = (day: string, weight: number) =>
			aPlanOfDay({ day, issues: [anIssueOfDay({ title, weight })] });
		await writeDay(root, planHistory, titled('2026-11-20', 1));
		await writeDay(root, planHistory, titled('2026-11-23', 2));
		expect((await run('changes')).stdout).toContain(
			'#1 Ring \\u001B[31m\\u0007the\\u202E bell: Weight changed from 1 to 2.\n',
		);
	});

	test('does not compare backwards, where what is new would look gone', async () => {
		await keepPlans('2026-11-20', '2026-11-23');
		const { code, stderr } = await run('changes', '--from', '2026-11-23', '--to', '2026-11-20');
		expect(code).toBe(2);
		expect(stderr).toContain('--from names 2026-11-23, which is after 2026-11-20.');
		const alone = await run('changes', '--to', '2026-11-20', '--from', '2026-11-20');
		expect(alone.stdout).toContain('0 changes from 2026-11-20 to 2026-11-20.');
	});

	test('compares any two, for programs with nothing beside', async () => {
		await keepPlans('2026-11-10', '2026-11-20', '2026-11-23');
		const { stdout } = await run(
			'changes',
			'--from',
			'2026-11-10',
			'--to',
			'2026-11-20',
			'--format',
			'json',
		);
		const { changes, ...days } = Report.parse(JSON.parse(stdout));
		expect(days).toEqual({ from: '2026-11-10', to: '2026-11-20' });
		expect(changes).toEqual([
			{ kind: 'carried', sentence: 'Carried from 19.7 to 19.8.' },
			{ kind: 'weight', sentence: 'Weight changed from 0 to 1.' },
		]);
	});

	test('names no issue that strangers do not see any more', async () => {
		const plan = (day: string, ...iids: number[]) =>
			aPlanOfDay({
				day,
				issues: iids.map((iid) => anIssueOfDay({ iid, title: `Bell ${String(iid)}` })),
			});
		await writeDay(root, planHistory, plan('2026-11-20', 1, 2));
		await writeDay(root, planHistory, plan('2026-11-23', 1));
		expect((await run('changes')).stdout).toBe('0 changes from 2026-11-20 to 2026-11-23.\n');
	});

	test('names a damaged file, and compares the rest', async () => {
		await keepPlans('2026-11-10', '2026-11-20');
		await writeFile(fileOf('plan-2026-11-15.json'), '{');
		const { code, stdout, stderr } = await run('changes');
		expect(code).toBe(0);
		expect(stderr).toContain('Skipped: content/history/plan-2026-11-15.json');
		expect(stdout).toContain('from 2026-11-10 to 2026-11-20');
	});

	test('does not compare sample data with real ones', async () => {
		await keepPlans('2026-11-20', '2026-11-23');
		await writeDay(root, planHistory, aPlanOfDay({ day: '2026-11-22', sample: true }));
		expect((await run('changes')).stdout).toContain('from 2026-11-20 to 2026-11-23.');
	});

	test.each([
		{
			why: 'a day that is not kept',
			args: ['--from', '2026-11-21'],
			says: "--from names 2026-11-21, which the history doesn't have.",
		},
		{
			why: 'a format that there is not',
			args: ['--format', 'xml'],
			says: 'Expected one of text, json',
		},
		{
			why: 'the first day',
			args: ['--to', '2026-11-20'],
			says: 'Up to then, the history only has the plan of 2026-11-20',
		},
	])('explains $why', async ({ args, says }) => {
		await keepPlans('2026-11-20', '2026-11-23');
		const { code, stderr } = await run('changes', ...args);
		expect(code).toBe(2);
		expect(stderr).toContain(says);
	});

	test('explains that no plan is kept', async () => {
		const { code, stderr } = await run('changes');
		expect(code).toBe(2);
		expect(stderr).toContain('The history has no plan yet, so there is nothing to compare.');
	});
});
