import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	checksHistory,
	planHistory,
	readHistory,
	removeSampleHistory,
	toDayFile,
	replaceHistory,
	writeDay,
	writeDays,
} from '#store/history.ts';
import { anIssueOfDay, aPlanOfDay } from '../../builders.ts';
import { fileError, hookChanges } from './change-hook.ts';
import { someChecks } from './some-checks.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'history-'));
});
afterEach(() => rm(root, { recursive: true }));

const folder = () => join(root, 'content/history');
const fileOf = (day: string) => join(folder(), `checks-${day}.json`);

test('days that were kept are read again, in their order', async () => {
	const days = ['2026-11-23', '2025-12-31', '2026-11-02'].map((day) => someChecks({ day }));
	for (const day of days) await writeDay(root, checksHistory, day);
	expect(await readHistory(root, checksHistory)).toEqual({
		days: [days[1], days[2], days[0]],
		damaged: [],
	});
});

test('a checkout without history has none, and that is no error', async () => {
	expect(await readHistory(root, checksHistory)).toEqual({ days: [], damaged: [] });
	await removeSampleHistory(root);
	expect(await readdir(root)).toEqual([]);
});

test('a second pull on a day replaces what was kept of it, and leaves nothing beside it', async () => {
	await writeDay(root, checksHistory, someChecks());
	const second = someChecks({ projects: { 'example/other': { path: 'broken' } } });
	await writeDay(root, checksHistory, second);
	expect((await readHistory(root, checksHistory)).days).toEqual([second]);
	expect(await readdir(folder())).toEqual(['checks-2026-11-23.json']);
});

test('of several days none is replaced when one cannot be written', async () => {
	await writeDay(root, checksHistory, someChecks());
	const other = someChecks({ projects: {} });
	const days = [toDayFile(checksHistory, other), toDayFile(planHistory, aPlanOfDay())];
	const unhook = hookChanges((name, path) => {
		if (name === 'writeFile' && String(path).includes('plan-')) throw fileError('ENOSPC');
	});
	await expect(writeDays(root, days)).rejects.toThrow('ENOSPC');
	unhook();
	expect((await readHistory(root, checksHistory)).days).toEqual([someChecks()]);
	expect(await readdir(folder())).toEqual(['checks-2026-11-23.json']);
});

test('drafts of killed processes are removed, and no others', async () => {
	await mkdir(folder(), { recursive: true });
	const others = [`.plan-2026-11-23.json-${String(process.ppid)}-busy`, '.gitkeep'];
	for (const name of [
		'.checks-2026-11-23.json-999999999-dead',
		'.plan-2026-11-23.json-1f2e',
		...others,
	]) {
		await writeFile(join(folder(), name), '{');
	}
	await writeDay(root, checksHistory, someChecks());
	const names = await readdir(folder());
	expect(names.toSorted()).toEqual([...others, 'checks-2026-11-23.json'].toSorted());
});

test('a file where the folder should be is named', async () => {
	await mkdir(join(root, 'content'));
	await writeFile(folder(), '');
	await expect(writeDay(root, checksHistory, someChecks())).rejects.toThrow(
		'content/history is a file.\nExpected a folder. Move the file away',
	);
});

test('files have one form, so that a difference is one of the answers', async () => {
	await writeDay(root, checksHistory, someChecks());
	const text = await readFile(fileOf('2026-11-23'), 'utf8');
	expect(text).toBe(`${JSON.stringify(someChecks(), null, 2)}\n`);
});

test('a day from the future is left out and named, and stays as it is', async () => {
	for (const day of ['2026-11-23', '2026-11-24']) {
		await writeDay(root, checksHistory, someChecks({ day }));
	}
	const file = 'content/history/checks-2026-11-24.json';
	expect(await readHistory(root, checksHistory, '2026-11-23')).toEqual({
		days: [someChecks()],
		damaged: [{ file, reason: expect.stringContaining(`${file} is from the future`) as string }],
	});
	expect((await readHistory(root, checksHistory, '2026-11-24')).days).toHaveLength(2);
	expect((await readHistory(root, checksHistory)).days).toHaveLength(2);
});

describe('a history that is replaced as a whole', () => {
	const others = ['README.md', 'checks-2026-11-01.json'];
	let from: string;
	beforeEach(async () => {
		from = join(root, 'aside');
		await writeDay(from, checksHistory, someChecks());
		await writeDay(root, checksHistory, someChecks({ day: '2026-11-01' }));
		await writeFile(join(folder(), 'README.md'), 'Hello.');
	});

	test('has the new days and no old one, and what is no day stays', async () => {
		await replaceHistory(root, from, async () => {
			expect((await readdir(folder())).toSorted()).toEqual(others);
		});
		expect((await readdir(folder())).toSorted()).toEqual(['README.md', 'checks-2026-11-23.json']);
		expect(await readdir(join(root, 'content'))).toEqual(['history']);
	});

	test.each([
		{ why: 'what comes last fails', isThere: true },
		{ why: 'the new days are not there', isThere: false },
	])('is as it was when $why', async ({ isThere }) => {
		const fails = () => Promise.reject(new Error('The disk is full.'));
		const place = isThere ? from : join(root, 'nowhere');
		await expect(replaceHistory(root, place, fails)).rejects.toThrow();
		expect((await readdir(folder())).toSorted()).toEqual(others);
		expect(await readdir(join(root, 'content'))).toEqual(['history']);
	});
});

test('other files of the folder are no days', async () => {
	await writeDay(root, checksHistory, someChecks());
	// The last one is what a killed pull leaves behind.
	for (const name of ['README.md', 'plan-2026-11-23.json', '.checks-2026-11-24.json-1f2e']) {
		await writeFile(join(folder(), name), '{');
	}
	expect(await readHistory(root, checksHistory)).toEqual({ days: [someChecks()], damaged: [] });
});

describe('a damaged file is told by name, and the other days count', () => {
	const text = JSON.stringify(someChecks({ day: '2026-11-30' }));
	test.each([
		{ why: 'half a file', content: text.slice(0, 99), says: 'is not valid JSON' },
		{ why: 'nothing in it', content: '', says: 'is not valid JSON' },
		{
			why: 'an answer that nobody gives',
			content: text.replace('holds', 'fine'),
			says: '→ at projects["example/tools/widget"].path',
		},
		{
			why: 'a check that there is not',
			content: text.replace('tool-go', 'colour'),
			says: 'is not valid',
		},
		{
			why: 'another format',
			content: text.replace('"format":1', '"format":2'),
			says: '→ at format',
		},
		{
			why: 'another day than its name says',
			content: JSON.stringify(someChecks({ day: '2026-11-29' })),
			says: 'is about another day: 2026-11-29',
		},
	])('$why', async ({ content, says }) => {
		await writeDay(root, checksHistory, someChecks());
		await writeFile(fileOf('2026-11-30'), content);
		const { days, damaged } = await readHistory(root, checksHistory);
		expect(days).toEqual([someChecks()]);
		expect(damaged).toEqual([
			{
				file: 'content/history/checks-2026-11-30.json',
				reason: expect.stringContaining(says) as string,
			},
		]);
		expect(damaged[0]!.reason).toMatch(/^content\/history\/checks-2026-11-30\.json .*Restore it/s);
	});

	test('a folder of that name', async () => {
		await mkdir(fileOf('2026-11-30'), { recursive: true });
		const { damaged } = await readHistory(root, checksHistory);
		expect(damaged[0]?.reason).toContain('checks-2026-11-30.json cannot be read');
	});

	test('a day that is none', async () => {
		await writeDay(root, checksHistory, someChecks());
		await writeFile(fileOf('yesterday'), text);
		expect((await readHistory(root, checksHistory)).damaged).toHaveLength(1);
	});
});

describe('a damaged plan is told by name, and the other days count', () => {
	const plan = aPlanOfDay({ issues: [anIssueOfDay()] });
	const text = JSON.stringify({ ...plan, day: '2026-11-30' });
	test.each([
		{ why: 'a conflict of Git', content: `<<<<<<< HEAD\n${text}`, says: 'is not valid JSON' },
		{ why: 'an issue without a number', content: text.replace('"iid":1,', ''), says: 'iid' },
		{
			why: 'a weight below zero',
			content: text.replace(/"weight":\w+/, '"weight":-1'),
			says: 'weight',
		},
		{
			why: 'a field too many',
			content: text.replace('"iid"', '"webUrl":null,"iid"'),
			says: 'webUrl',
		},
		{ why: 'another day', content: JSON.stringify(plan), says: 'is about another day: 2026-11-23' },
	])('$why', async ({ content, says }) => {
		await writeDay(root, planHistory, plan);
		await writeFile(join(folder(), 'plan-2026-11-30.json'), content);
		const { days, damaged } = await readHistory(root, planHistory);
		expect(days).toEqual([plan]);
		expect(damaged).toHaveLength(1);
		expect(damaged[0]!.file).toBe('content/history/plan-2026-11-30.json');
		expect(damaged[0]!.reason).toContain(says);
	});
});

test('invented days are removed, real and damaged ones stay', async () => {
	await writeDay(root, checksHistory, someChecks({ day: '2026-11-09', sample: true }));
	await writeDay(root, checksHistory, someChecks({ day: '2026-11-16', sample: true }));
	await writeDay(root, checksHistory, someChecks());
	await writeFile(fileOf('2026-11-30'), '{"sample": true');
	await removeSampleHistory(root);
	expect(await readdir(folder())).toEqual(['checks-2026-11-23.json', 'checks-2026-11-30.json']);
});
