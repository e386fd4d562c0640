import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvalidDataError } from '#model/parse.ts';
import { checksHistory, writeDay } from '#store/history.ts';
import { readSiteData } from '#store/site-data.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { aMilestone, anIssue, aSnapshot } from '../../builders.ts';
import { someChecks } from './some-checks.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'site-data-'));
	await mkdir(join(root, 'content'));
	await cp(join(import.meta.dirname, '../../fixtures/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
});
afterEach(() => rm(root, { recursive: true }));

const withMilestone = (title: string) =>
	aSnapshot({ rows: { milestones: [aMilestone({ title })], issues: [anIssue()] } });

async function titles(): Promise<string[]> {
	const { snapshot } = await readSiteData(root);
	return snapshot.rows.milestones.map(({ title }) => title);
}

test('a list that is missing has no rows, and `about` says why', async () => {
	const lists = { members: { state: 'missing', reason: 'It needs a token.' } } as const;
	await writeSnapshot(root, aSnapshot({ lists }));
	const { snapshot } = await readSiteData(root);
	expect(snapshot.rows.members).toEqual([]);
	expect(snapshot.about).toMatchObject({ lists });
});

test('without a snapshot it is refused, and says what to do', async () => {
	const reading = readSiteData(root);
	await expect(reading).rejects.toThrow(InvalidDataError);
	await expect(reading).rejects.toThrow(
		'There is no snapshot in content/snapshot.\nRun npm run pull to pull from GitLab, or npm run sample for invented data.',
	);
});

test('a broken file of the snapshot is named', async () => {
	await writeSnapshot(root, withMilestone('19.7'));
	await writeFile(join(root, 'content/snapshot/issues.json'), '[{"iid": "7"}]');
	await expect(readSiteData(root)).rejects.toThrow('content/snapshot/issues.json');
});

describe('what was kept of earlier days', () => {
	// Its day is the last one that can be known.
	beforeEach(() => writeSnapshot(root, aSnapshot()));

	const keep = (changes: Parameters<typeof someChecks>[0]) =>
		writeDay(root, checksHistory, someChecks(changes));
	const daysOf = async () => (await readSiteData(root)).history.checks.map(({ day }) => day);

	test('is empty before anything was kept', async () => {
		const { history } = await readSiteData(root);
		expect(history).toEqual({ checks: [], plans: [], calls: [], rules: [], leftOut: [] });
	});

	test('is told oldest first', async () => {
		for (const day of ['2026-11-23', '2026-11-16']) await keep({ day });
		const { history } = await readSiteData(root);
		expect(history.checks).toEqual([
			someChecks({ day: '2026-11-16' }),
			someChecks({ day: '2026-11-23' }),
		]);
		expect(history.leftOut).toEqual([]);
	});

	test.each([
		{ why: 'of a sample beside real data', changes: { sample: true } },
		{ why: 'of another GitLab', changes: { source: 'https://other.example.com' } },
	])('does not count $why', async ({ changes }) => {
		await keep({ day: '2026-11-16', ...changes });
		expect(await daysOf()).toEqual([]);
	});

	test('leaves out a damaged day by the name of its file, and has the others', async () => {
		await keep({ day: '2026-11-16' });
		await writeFile(join(root, 'content/history/checks-2026-11-23.json'), '{"format":');
		const { history } = await readSiteData(root);
		expect(history.checks.map(({ day }) => day)).toEqual(['2026-11-16']);
		expect(history.leftOut).toEqual([
			expect.stringContaining('content/history/checks-2026-11-23.json is not valid JSON'),
		]);
	});

	test('leaves out a day from the future, until a snapshot is as new', async () => {
		await keep({ day: '2026-11-24' });
		expect((await readSiteData(root)).history.leftOut).toEqual([
			expect.stringContaining('content/history/checks-2026-11-24.json is from the future'),
		]);
		await writeSnapshot(root, aSnapshot({ about: { pulledAt: '2026-11-24T08:00:00Z' } }));
		expect(await daysOf()).toEqual(['2026-11-24']);
	});
});

describe('in development', () => {
	test('what changes is read again', async () => {
		await writeSnapshot(root, withMilestone('19.7'));
		expect(await titles()).toEqual(['19.7']);
		await writeSnapshot(root, withMilestone('19.8'));
		expect(await titles()).toEqual(['19.8']);
		await writeDay(root, checksHistory, someChecks({ day: '2026-11-23' }));
		expect((await readSiteData(root)).history.checks).toHaveLength(1);
	});

	test('a change while it is read is seen by the next to ask', async () => {
		await writeSnapshot(root, aSnapshot());
		const change = async (file: string, from: string, to: string) => {
			const path = join(root, 'content/registry', file);
			await writeFile(`${path}.new`, (await readFile(path, 'utf8')).replace(from, to));
			// As a whole, so that nobody reads half of it.
			await rename(`${path}.new`, path);
		};
		await change('people.yaml', 'acme/quiet', 'acme/loud');
		const reading = readSiteData(root);
		await change('consumers.yaml', 'acme/car', 'acme/bus');
		await reading;
		const { people, consumers } = (await readSiteData(root)).registry;
		expect(people.at(-1)?.path).toBe('acme/loud');
		expect(consumers.at(-1)?.path).toBe('acme/bus');
	});
});
