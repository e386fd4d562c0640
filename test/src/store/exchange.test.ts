import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchangeFolder, finishExchange } from '#store/exchange.ts';
import { hookChanges, killBefore, refuseToMove } from './change-hook.ts';

let root: string;
let unhook: () => void = () => undefined;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'exchange-'));
	await mkdir(join(root, 'site'));
});
afterEach(async () => {
	unhook();
	await rm(root, { recursive: true });
});

/** Files by path. `same` is in both, `page` is a file in the one and a folder in the other. */
const [before, after] = [
	{ 'a/same': '1', 'a/gone': '1', page: '1', 'z/y/x': '1' },
	{ 'a/same': '2', 'b/new': '2', 'page/index': '2', 'z/y/x': '2' },
];
type Files = Record<string, string>;

const dist = () => join(root, 'site/dist');
const exchange = () => ({ folder: dist() });

async function put(folder: string, files: Files): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}
const replace = (files: Files) => exchangeFolder(exchange(), (folder) => put(folder, files));

async function read(folder: string): Promise<Files | undefined> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
	if (entries.length === 0) return undefined;
	const texts = paths
		.toSorted()
		.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const);
	return Object.fromEntries(await Promise.all(texts));
}

const kinds = [
	{ kind: 'a folder', prepare: () => put(dist(), before), refuse: () => () => undefined },
	{ kind: 'nothing', prepare: () => Promise.resolve(), refuse: () => () => undefined },
	{
		kind: 'a link',
		prepare: async () => {
			await put(join(root, 'www/handbook'), before);
			await symlink('../www/handbook', dist());
		},
		refuse: () => () => undefined,
	},
	{
		kind: 'a link to nowhere yet',
		prepare: () => symlink('../www', dist()),
		refuse: () => () => undefined,
	},
	{ kind: 'a mount point', prepare: () => put(dist(), before), refuse: () => refuseToMove(dist()) },
	{
		kind: 'an empty mount point',
		prepare: () => mkdir(dist()),
		refuse: () => refuseToMove(dist()),
	},
];

/** Entries beside what may be there: the checkout's folder, and where the link leads to. */
async function litter(): Promise<string[]> {
	const names = await readdir(root, { recursive: true });
	return names.filter((name) => /(^|\/)\.|\.draft$/.test(name));
}

describe.each(kinds)('$kind', ({ prepare, refuse }) => {
	test('becomes the new one, and nothing is left beside it', async () => {
		await prepare();
		const isLink = (await lstat(dist()).catch(() => undefined))?.isSymbolicLink() ?? false;
		unhook = hookChanges(refuse());
		await replace(after);
		expect(await read(dist())).toEqual(after);
		expect((await lstat(dist())).isSymbolicLink()).toBe(isLink);
		expect(await litter()).toEqual([]);
	});

	test('stays as it was when the new one cannot be written', async () => {
		await prepare();
		const was = await read(dist());
		unhook = hookChanges(refuse());
		const failing = exchangeFolder(exchange(), async (folder) => {
			await put(folder, { half: '' });
			throw new Error('No space');
		});
		await expect(failing).rejects.toThrow('No space');
		expect(await read(dist())).toEqual(was);
		expect(await litter()).toEqual([]);
	});

	test('is the old or the new one after a kill at any moment, and the next one works', async () => {
		const seen: (Files | undefined)[] = [];
		for (let at = 0, isKilled = true; isKilled; at++) {
			await rm(root, { recursive: true });
			await mkdir(join(root, 'site'), { recursive: true });
			await prepare();
			isKilled = await killBefore(at, { root, work: () => replace(after), hook: refuse() });
			unhook = hookChanges(refuse());
			await finishExchange(exchange());
			seen.push(await read(dist()));
			await replace({ third: '3' });
			expect(await read(dist())).toEqual({ third: '3' });
			expect(await litter()).toEqual([]);
			unhook();
		}
		expect(seen.length).toBeGreaterThan(8);
		// Once the new one is there it stays: there is no way back to the old one.
		const turn = seen.findIndex((files) => files && 'b/new' in files);
		expect(seen.slice(turn)).toEqual(seen.slice(turn).map(() => after));
		for (const files of seen.slice(0, turn)) expect(files ?? before).toEqual(before);
	});
});

test.each([
	{ why: 'a mount point', code: 'EBUSY' },
	{ why: 'a folder of a lower layer of a container', code: 'EXDEV' },
	{ why: 'one that Windows holds open', code: 'EPERM' },
	{ why: 'one in a folder of somebody else', code: 'EACCES' },
])('$why gets the files one by one', async ({ code }) => {
	await put(dist(), before);
	unhook = hookChanges(refuseToMove(dist(), code));
	const { ino } = await lstat(dist());
	await replace(after);
	expect(await read(dist())).toEqual(after);
	expect((await lstat(dist())).ino).toBe(ino);
	expect(await litter()).toEqual([]);
});

test('what else goes wrong is an error, and the old one stays', async () => {
	await put(dist(), before);
	unhook = hookChanges(refuseToMove(dist(), 'EIO'));
	await expect(replace(after)).rejects.toThrow('EIO');
	expect(await read(dist())).toEqual(before);
});

test('a damaged one that was left behind does not win, and the old one comes back', async () => {
	await put(join(root, 'site/.dist-old-999999999-dead'), before);
	await put(join(root, 'site/.dist-next-999999999-dead'), { half: '' });
	await finishExchange({ ...exchange(), isWhole: () => Promise.resolve(false) });
	expect(await read(dist())).toEqual(before);
	expect(await litter()).toEqual([]);
});

test('one that is under way is waited for', async () => {
	await put(dist(), before);
	const next = join(root, `site/.dist-next-${String(process.ppid)}-busy`);
	await put(next, after);
	const waiting = finishExchange(exchange());
	await rm(next, { recursive: true });
	await waiting;
	expect(await read(dist())).toEqual(before);
});

test('what a file system keeps at the root of a volume stays there', async () => {
	await put(dist(), { 'lost+found/node': '', old: '1' });
	unhook = hookChanges(refuseToMove(dist()));
	await replace({ page: '2' });
	expect(await read(dist())).toEqual({ 'lost+found/node': '', page: '2' });
});
