import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvalidDataError } from '#model/parse.ts';
import { readRegistry } from '#store/registry.ts';
import { explainFailure as explain, naming } from '../../scripts/failure.ts';

let root: string;
const checkout = '/home/ada/handbook';
const explainFailure = (error: unknown) => explain(error, checkout);
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'failure-'));
});
afterAll(() => rm(root, { recursive: true }));

const failing = (code: string, syscall: string, more: object = {}) =>
	Object.assign(new Error(`${code}: as Node says it`), { code, syscall, ...more });

describe('a failure of the file system is a sentence with path and advice, and 70', () => {
	test.each([
		{ code: 'EACCES', syscall: 'open', says: "Couldn't open content/x.\n✖ permission denied" },
		{ code: 'EPERM', syscall: 'unlink', says: "Couldn't delete content/x.\n✖ permission denied" },
		{ code: 'ENOSPC', syscall: 'mkdir', says: 'create the folder content/x.\n✖ the disk is full' },
		{ code: 'ENOTDIR', syscall: 'scandir', says: 'part of the path is a file, not a folder' },
		{ code: 'EISDIR', syscall: 'read', says: 'it is a folder, not a file' },
		{ code: 'EBUSY', syscall: 'rmdir', says: 'something else uses it' },
		{ code: 'EROFS', syscall: 'rename', says: 'the file system is read-only' },
		{ code: 'EMFILE', syscall: 'open', says: 'too many files are open' },
		{ code: 'ENOENT', syscall: 'mkdtemp', says: 'there is no such file or folder' },
	])('$code', ({ code, syscall, says }) => {
		const path = join(checkout, 'content/x');
		const failure = explainFailure(failing(code, syscall, { path }));
		expect(failure.code).toBe(70);
		expect(failure.message).toContain(says);
		expect(failure.message).toMatch(/^Couldn't .+ content\/x\.\n✖ .+ \(E[A-Z]+\)\n[A-Z].+\.$/);
	});

	test('names both ends of a rename', () => {
		const { message } = explainFailure(
			failing('EXDEV', 'rename', { path: '/one/dist', dest: '/two/dist' }),
		);
		expect(message).toContain(
			"Couldn't rename /one/dist to /two/dist.\n✖ the two are on different",
		);
	});

	test.each([
		{ why: 'as a cause', wrap: (cause: Error) => new Error('No page.', { cause }) },
		{
			why: 'as the cause of a cause',
			wrap: (cause: Error) => new Error('', { cause: new Error('', { cause }) }),
		},
		{ why: 'as one of several', wrap: (one: Error) => new AggregateError([new Error(), one]) },
	])('wherever it is: $why', ({ wrap }) => {
		const failure = explainFailure(wrap(failing('ENOSPC', 'write', { path: '/disk/file' })));
		expect(failure).toMatchObject({
			code: 70,
			message: expect.stringContaining("Couldn't write to /disk/file.") as string,
		});
	});

	test('has its path from who has written', async () => {
		const write = naming('/disk/snapshot', Promise.reject(failing('ENOSPC', 'write')));
		const error = await write.catch((reason: unknown) => reason);
		expect(explainFailure(error).message).toContain("Couldn't write to /disk/snapshot.");
		expect(await naming('/disk/snapshot', Promise.resolve(1))).toBe(1);
	});

	test('of a real file: a folder where a file should be', async () => {
		await mkdir(join(root, 'content/registry/site.yaml'), { recursive: true });
		const error = await readRegistry(root).catch((reason: unknown) => reason);
		const { code, message } = explainFailure(error);
		expect(code).toBe(70);
		expect(message).toMatch(
			/^content\/registry\/\w+\.yaml cannot be read\.\n✖ it is a folder, not a file \(EISDIR\)\n/,
		);
	});

	test('of a real path: a file where a folder should be', async () => {
		await writeFile(join(root, 'file'), '');
		const error = await readFile(join(root, 'file/below')).catch((reason: unknown) => reason);
		expect(explainFailure(error)).toMatchObject({
			code: 70,
			message: expect.stringContaining(`Couldn't open ${join(root, 'file/below')}.`) as string,
		});
	});
});

describe('what else goes wrong', () => {
	const missing = new InvalidDataError('projects.yaml cannot be read.\nRestore it.', {
		cause: failing('ENOENT', 'open', { path: '/x' }),
	});
	test.each<{ why: string; error: unknown; code: number }>([
		{ why: 'a setting', error: new InvalidDataError('GITLAB_URL is wrong.'), code: 2 },
		{ why: 'a file that is not there, and should be', error: missing, code: 2 },
		{ why: 'a bug', error: new TypeError('x is not a function'), code: 70 },
		{ why: 'a bug that is no error', error: 'oops', code: 70 },
		{ why: 'a port', error: failing('EACCES', 'listen', { port: 80 }), code: 70 },
	])('$why ends with $code, and only a bug shows its stack', ({ error, code }) => {
		const failure = explainFailure(error);
		expect(failure.code).toBe(code);
		expect(failure.message.includes('failed unexpectedly')).toBe(code === 70);
		if (error instanceof Error) {
			expect(failure.message).toContain(error.message);
			expect(failure.message.includes('    at ')).toBe(code === 70);
		}
	});
});
