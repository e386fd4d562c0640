import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPageDates } from '#store/page-dates.ts';

let folder: string;
let checkout: string;

function git(root: string, day: string, ...args: string[]): void {
	const at = `${day}T12:00:00Z`;
	const who = { GIT_AUTHOR_NAME: 'Ada Example', GIT_AUTHOR_EMAIL: 'ada@example.com' };
	const committer = { GIT_COMMITTER_NAME: 'Ada Example', GIT_COMMITTER_EMAIL: 'ada@example.com' };
	const env = { ...process.env, ...who, ...committer, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
	execFileSync('git', ['-C', root, ...args], { env, stdio: 'ignore' });
}

async function commit(day: string, files: Record<string, string>): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		await writeFile(join(checkout, 'content/handbook', name), text);
	}
	git(checkout, day, 'add', '.');
	git(checkout, day, 'commit', '-m', 'Write');
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'page-dates-'));
	checkout = join(folder, 'checkout');
	await mkdir(join(checkout, 'content/handbook/work'), { recursive: true });
	git(checkout, '2026-11-01', 'init', '--initial-branch=main');
	await commit('2026-11-01', { 'index.mdx': 'One', 'work/größe.mdx': 'One' });
	await commit('2026-11-09', { 'index.mdx': 'Two' });
});

afterAll(() => rm(folder, { recursive: true }));

test('each page has the day of the last commit that touched it', async () => {
	expect(await readPageDates(checkout)).toEqual(
		new Map([
			['content/handbook/index.mdx', '2026-11-09'],
			['content/handbook/work/größe.mdx', '2026-11-01'],
		]),
	);
});

test('nothing is known where the history was cut', async () => {
	const shallow = join(folder, 'shallow');
	git(folder, '2026-11-10', 'clone', '--depth', '1', `file://${checkout}`, shallow);
	expect(await readPageDates(shallow)).toEqual(new Map());
});

test('nothing is known of a checkout that is no repository, or a part of another', async () => {
	expect(await readPageDates(folder)).toEqual(new Map());
	expect(await readPageDates(join(checkout, 'content'))).toEqual(new Map());
});
