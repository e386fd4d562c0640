import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listNames } from '#model/snapshot.ts';
import {
	checksHistory,
	planHistory,
	readHistory,
	toDayFile,
	writeDays,
	type HistoryKind,
} from '#store/history.ts';
import { readSnapshot, writeSnapshot } from '#store/snapshot.ts';
import { aMilestone, aPlanOfDay, aSnapshot } from '../../builders.ts';
import { killBefore, refuseToMove } from './change-hook.ts';
import { someChecks } from './some-checks.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'store-'));
	await mkdir(join(root, 'content'));
});
afterEach(() => rm(root, { recursive: true }));

const withMilestone = (title: string) =>
	aSnapshot({ rows: { milestones: [aMilestone({ title })] } });

test('what was written is read again', async () => {
	const snapshot = withMilestone('19.7');
	await writeSnapshot(root, snapshot);
	expect(await readSnapshot(root)).toEqual(snapshot);
});

test('what would act in a text is read as what it is', async () => {
	await writeSnapshot(root, withMilestone('19.7\u202E\u0007 é 👩\u200D💻'));
	const snapshot = await readSnapshot(root);
	expect(snapshot?.rows.milestones[0]?.title).toBe(String.raw`19.7\u202E\u0007 é 👩` + '\u200D💻');
});

test('a checkout without a snapshot has none, and that is no error', async () => {
	expect(await readSnapshot(root)).toBeUndefined();
	await mkdir(join(root, 'content/snapshot/lost+found'), { recursive: true });
	expect(await readSnapshot(root)).toBeUndefined();
});

test('a list that is missing has no file, so that nothing of it is left behind', async () => {
	await writeSnapshot(root, withMilestone('19.7'));
	const reason = 'Never asked for.';
	await writeSnapshot(root, aSnapshot({ lists: { members: { state: 'missing', reason } } }));
	expect(await readdir(join(root, 'content/snapshot'))).not.toContain('members.json');
});

test('files have one form, so that a difference is one of the data', async () => {
	await writeSnapshot(root, withMilestone('19.7'));
	const first = await readFile(join(root, 'content/snapshot/milestones.json'), 'utf8');
	expect(first.endsWith(']\n')).toBe(true);
	await writeSnapshot(root, withMilestone('19.7'));
	expect(await readFile(join(root, 'content/snapshot/milestones.json'), 'utf8')).toBe(first);
});

describe('a damaged snapshot is named, and never read as something else', () => {
	test.each([
		{
			file: 'milestones.json',
			text: '[',
			says: 'content/snapshot/milestones.json is not valid JSON',
		},
		{
			file: 'milestones.json',
			text: '[]',
			says: 'has 0 rows, but content/snapshot/about.json counts 1',
		},
		{ file: 'milestones.json', text: '[{"title":""}]', says: '→ at [0].title' },
		{ file: 'about.json', text: '{}', says: 'content/snapshot/about.json is not valid' },
	])('$file with $text', async ({ file, text, says }) => {
		await writeSnapshot(root, withMilestone('19.7'));
		await writeFile(join(root, 'content/snapshot', file), text);
		await expect(readSnapshot(root)).rejects.toThrow(says);
		await expect(readSnapshot(root)).rejects.toThrow('npm run pull');
	});

	test('a file that is gone', async () => {
		await writeSnapshot(root, withMilestone('19.7'));
		await rm(join(root, 'content/snapshot/milestones.json'));
		await expect(readSnapshot(root)).rejects.toThrow('milestones.json cannot be read');
	});
});

test('what has to be done before comes first: when it fails, the snapshot stays as it was', async () => {
	await writeSnapshot(root, withMilestone('1.0'));
	const fail = () => Promise.reject(new Error('No space'));
	await expect(writeSnapshot(root, withMilestone('2.0'), fail)).rejects.toThrow('No space');
	expect(await readSnapshot(root)).toEqual(withMilestone('1.0'));
	expect(await readdir(join(root, 'content'))).toEqual(['snapshot']);
});

test.each([
	{ place: 'a folder', hook: () => () => undefined },
	{ place: 'a mount point', hook: () => refuseToMove(join(root, 'content/snapshot')) },
])(
	'a kill at any moment leaves the old or the new one in $place, and no new one without its day',
	async ({ hook }) => {
		const missing = { state: 'missing', reason: 'Never asked for.' } as const;
		const onlyMilestone = (title: string) =>
			aSnapshot({
				rows: { milestones: [aMilestone({ title })] },
				lists: Object.fromEntries(
					listNames.filter((list) => list !== 'milestones').map((list) => [list, missing]),
				),
			});
		const kept: readonly HistoryKind[] = [planHistory, checksHistory];
		const days = [toDayFile(planHistory, aPlanOfDay()), toDayFile(checksHistory, someChecks())];
		const work = () => writeSnapshot(root, onlyMilestone('2.0'), () => writeDays(root, days));
		const seen: (string | undefined)[] = [];
		await writeSnapshot(join(root, 'old'), onlyMilestone('1.0'));
		for (let at = 0, isKilled = true; isKilled; at++) {
			await rm(join(root, 'content'), { recursive: true });
			await cp(join(root, 'old/content'), join(root, 'content'), { recursive: true });
			isKilled = await killBefore(at, { root, work, hook: hook() });
			const title = (await readSnapshot(root))?.rows.milestones[0]?.title;
			seen.push(title);
			if (title === '2.0') {
				for (const kind of kept) expect((await readHistory(root, kind)).days).toHaveLength(1);
			}
		}
		expect(seen.length).toBeGreaterThan(10);
		expect(seen).toEqual(seen.toSorted());
		expect(new Set(seen)).toEqual(new Set(['1.0', '2.0']));
	},
);

describe('a snapshot that a killed pull left behind', () => {
	const left = () => join(root, 'content/.snapshot-next-999999999-dead');
	const leave = async (title: string) => {
		await writeSnapshot(root, withMilestone(title));
		await rename(join(root, 'content/snapshot'), left());
	};

	test('is the snapshot when it is whole', async () => {
		await leave('2.0');
		await writeSnapshot(join(root, 'other'), withMilestone('1.0'));
		await rename(join(root, 'other/content/snapshot'), join(root, 'content/snapshot'));
		expect(await readSnapshot(root)).toEqual(withMilestone('2.0'));
	});

	const damages = [
		{ why: 'an empty file', damage: () => writeFile(join(left(), 'issues.json'), '') },
		{ why: 'a file of zeros', damage: () => writeFile(join(left(), 'about.json'), '\0\0\0\0') },
		{ why: 'a missing file', damage: () => rm(join(left(), 'milestones.json')) },
		{ why: 'too few rows', damage: () => writeFile(join(left(), 'milestones.json'), '[]') },
	];
	test.each(damages)('is removed with $why, and the old one stays', async ({ damage }) => {
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		await leave('2.0');
		await damage();
		// The kill came when the old one was aside.
		await writeSnapshot(join(root, 'other'), withMilestone('1.0'));
		const aside = join(root, 'content/.snapshot-old-999999999-dead');
		await rename(join(root, 'other/content/snapshot'), aside);
		expect(await readSnapshot(root)).toEqual(withMilestone('1.0'));
		expect(await readdir(join(root, 'content'))).toEqual(['snapshot']);
		expect(said.mock.calls.flat().join('\n')).toMatch(
			/^content\/\.snapshot-next-\S+ .*\n.* is removed, and content\/snapshot stays as it was\. Run npm run pull\.$/,
		);
		said.mockRestore();
	});
});

test('readers that finish an exchange side by side lose nothing', async () => {
	for (let round = 0; round < 20; round++) {
		await writeSnapshot(root, withMilestone('1.0'));
		await cp(join(root, 'content/snapshot'), join(root, 'content/.snapshot-next-999999999'), {
			recursive: true,
		});
		const read = await Promise.allSettled([1, 2, 3].map(() => readSnapshot(root)));
		expect(await readSnapshot(root)).toEqual(withMilestone('1.0'));
		expect(read.some(({ status }) => status === 'fulfilled')).toBe(true);
	}
});

const script = join(import.meta.dirname, 'busy-writer.ts');
const places = ['a folder', 'a mount point'];
test.each(places)(
	'processes that write and read %s at once never meet half of it',
	async (place) => {
		await writeSnapshot(root, withMilestone('1.0'));
		let running = 2;
		const writers = ['2.0', '3.0'].map(async (title) => {
			const writer = spawn(process.execPath, [script, root, title, '5', place]);
			let said = '';
			writer.stderr.on('data', (text: Buffer) => (said += text.toString()));
			await once(writer, 'close');
			running -= 1;
			return said;
		});
		const seen = new Set<string>();
		while (running > 0) {
			const titles = (await readSnapshot(root))?.rows.milestones.map((one) => one.title);
			seen.add([...new Set(titles)].join());
		}
		expect(await Promise.all(writers)).toEqual(['', '']);
		expect([...seen].filter((title) => !['1.0', '2.0', '3.0'].includes(title))).toEqual([]);
		expect(await readdir(join(root, 'content'))).toEqual(['snapshot']);
	},
	60_000,
);

test('a process that is killed while it writes leaves a whole snapshot, and the next one works', async () => {
	await writeSnapshot(root, withMilestone('1.0'));
	const titleOf = async () => (await readSnapshot(root))?.rows.milestones[0]?.title;
	const writer = spawn(process.execPath, [script, root, '2.0', 'Infinity', 'a folder']);
	const closed = once(writer, 'close');
	while ((await titleOf()) === '1.0') await sleep(1);
	writer.kill('SIGKILL');
	expect(await closed).toEqual([null, 'SIGKILL']);
	expect(await titleOf()).toBe('2.0');
	await writeSnapshot(root, withMilestone('3.0'));
	expect(await titleOf()).toBe('3.0');
	expect(await readdir(join(root, 'content'))).toEqual(['snapshot']);
});
