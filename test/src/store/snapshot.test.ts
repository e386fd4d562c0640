import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSnapshot, writeSnapshot } from '#store/snapshot.ts';
import { aMilestone, aSnapshot } from '../../builders.ts';

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

describe('a writer that is killed', () => {
	const kill = (title: string, at: number) =>
		spawnSync(process.execPath, [
			join(import.meta.dirname, 'killed-writer.ts'),
			root,
			title,
			String(at),
		]);
	const title = async () => (await readSnapshot(root))?.rows.milestones[0]?.title;

	test('leaves the old or the new snapshot at every moment, and the next writer works', async () => {
		await writeSnapshot(root, withMilestone('1.0'));
		const pristine = `${root}-pristine`;
		await cp(root, pristine, { recursive: true });
		const seen: (string | undefined)[] = [];
		for (let at = 0; ; at++) {
			const { status, signal } = kill('2.0', at);
			seen.push(await title());
			if (status === 0) break;
			expect(signal).toBe('SIGKILL');
			await writeSnapshot(root, withMilestone('3.0'));
			expect(await title()).toBe('3.0');
			expect(await readdir(join(root, 'content'))).toEqual(['snapshot']);
			await rm(root, { recursive: true });
			await cp(pristine, root, { recursive: true });
		}
		await rm(pristine, { recursive: true });
		expect(seen.length).toBeGreaterThan(10);
		expect(new Set(seen)).toEqual(new Set(['1.0', '2.0']));
		// Once the new one is there it stays: there is no way back to the old one.
		expect(seen).toEqual(seen.toSorted());
	}, 60_000);

	test('leaves nothing where there was nothing, or the first snapshot whole', async () => {
		const seen: (string | undefined)[] = [];
		for (let at = 0; ; at++) {
			const { status } = kill('1.0', at);
			seen.push(await title());
			await rm(join(root, 'content'), { recursive: true });
			await mkdir(join(root, 'content'));
			if (status === 0) break;
		}
		expect(new Set(seen)).toEqual(new Set([undefined, '1.0']));
	}, 60_000);
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

test('processes that write and read at the same time never meet half a snapshot', async () => {
	await writeSnapshot(root, withMilestone('1.0'));
	let running = 2;
	const writers = ['2.0', '3.0'].map(async (title) => {
		const script = join(import.meta.dirname, 'busy-writer.ts');
		const writer = spawn(process.execPath, [script, root, title, '80']);
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
}, 60_000);
