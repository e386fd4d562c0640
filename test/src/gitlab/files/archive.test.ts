import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArchiveError } from '#gitlab/files/archive-error.ts';
import { readArchive, type ArchiveLimits, type LeftOut } from '#gitlab/files/archive.ts';
import { aCommit } from '../../../builders.ts';
import { tarGz } from '../../../gitlab/tar.ts';

const folder = `cars-${aCommit}-${aCommit}`;
const limits: ArchiveLimits = {
	maxBytes: 1024 * 1024,
	maxEntries: 100,
	maxFileBytes: 1000,
	maxReadBytes: 10_000,
};
const archiveOf = (
	files: Record<string, string>,
	more: { links?: Record<string, string>; stray?: Record<string, string> } = {},
) => tarGz(folder, { files, ...more }, aCommit);

async function* inChunks(bytes: Uint8Array, size = 700): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += size) {
		await Promise.resolve();
		yield bytes.subarray(start, start + size);
	}
}

async function read(bytes: AsyncIterable<Uint8Array>, change: Partial<ArchiveLimits> = {}) {
	const leftOut: LeftOut = { tooLarge: [], refused: [] };
	const files: Record<string, string> = {};
	const question = {
		wants: (path: string) => path.endsWith('.go'),
		limits: { ...limits, ...change },
		leftOut,
	};
	for await (const { path, text } of readArchive(bytes, question)) files[path] = text;
	return { files, leftOut };
}

const nothing: LeftOut = { tooLarge: [], refused: [] };

describe('of an archive', () => {
	test.each([1, 7, 512, 700, 100_000])(
		'come the files that are wanted, in chunks of %i bytes',
		async (size) => {
			const long = `${'very-long-name/'.repeat(12)}file.go`;
			const files = { 'cmd/main.go': 'package main\n', 'empty.go': '', [long]: 'package é\n' };
			const bytes = archiveOf({ ...files, 'README.md': '# Cars\n'.repeat(1000) });
			const { files: came, leftOut } = await read(inChunks(bytes, size));
			expect(came).toEqual(files);
			expect(leftOut).toEqual(nothing);
		},
	);

	test('come no links: what they lead to within the project has a name of its own', async () => {
		const files = { 'cmd/main.go': 'package main\n' };
		const links = { 'lib/main.go': '../cmd/main.go', docs: '/usr/share', 'a.go': './cmd/main.go' };
		const { files: came, leftOut } = await read(inChunks(archiveOf(files, { links })));
		expect(came).toEqual(files);
		expect(leftOut).toEqual(nothing);
	});

	test('come neither links that lead out nor names that would, and it is said which', async () => {
		const files = { 'main.go': 'package main\n' };
		const long = `${'../'.repeat(60)}etc/car.go`;
		const links = { 'out.go': '../../out.go', 'root.go': '/etc/root.go', 'long.go': long };
		const stray = {
			[`${folder}/../../climb.go`]: 'package climb\n',
			'/etc/absolute.go': 'package absolute\n',
			'../passwd': 'nobody\n',
		};
		const { files: came, leftOut } = await read(inChunks(archiveOf(files, { links, stray })));
		expect(came).toEqual(files);
		expect(leftOut.tooLarge).toEqual([]);
		expect(leftOut.refused.toSorted()).toEqual([
			`${folder}/climb.go`,
			'etc/absolute.go',
			'long.go',
			'out.go',
			'root.go',
		]);
	});

	test('comes no file that is too large, and it is said which', async () => {
		const files = { 'fits.go': 'x'.repeat(1000), 'large.go': 'x'.repeat(1001) };
		const { files: came, leftOut } = await read(inChunks(archiveOf(files)));
		expect(Object.keys(came)).toEqual(['fits.go']);
		expect(leftOut).toEqual({ tooLarge: ['large.go'], refused: [] });
	});
});

test('of archives of all shapes come the files that are wanted, to the last one', async () => {
	const shape = fc.record({
		sizes: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 30 }),
		chunk: fc.integer({ min: 100, max: 40_000 }),
		wanted: fc.func(fc.boolean()),
	});
	const property = fc.asyncProperty(shape, async ({ sizes, chunk, wanted }) => {
		const files = Object.fromEntries(
			sizes.map((size, index) => [
				`f${String(index)}.${wanted(index) ? 'go' : 'txt'}`,
				String(index % 10).repeat(size),
			]),
		);
		const { files: came } = await read(inChunks(archiveOf(files), chunk), {
			maxFileBytes: 3000,
			maxReadBytes: 100_000,
		});
		const isWanted = ([path]: [string, string]) => path.endsWith('.go');
		expect(came).toEqual(Object.fromEntries(Object.entries(files).filter(isWanted)));
	});
	await fc.assert(property, { seed: 42, numRuns: 300, plugins: [fc.timeout(5000)] });
}, 60_000);

describe('an archive is not read', () => {
	const whole = archiveOf(
		Object.fromEntries(
			Array.from({ length: 20 }, (_, index) => [
				`${String(index)}.go`,
				'package x\n'.repeat(index),
			]),
		),
	);

	test.each([0.01, 0.1, 0.5, 0.9, 0.999])('when %f of it came', async (share) => {
		const part = whole.subarray(0, Math.floor(whole.length * share));
		await expect(read(inChunks(part))).rejects.toThrow('The archive is cut off or damaged.');
	});

	test.each([0.05, 0.3, 0.7])('when what was packed is cut after %f of it', async (share) => {
		const tar = gunzipSync(whole);
		const part = gzipSync(tar.subarray(0, Math.floor(tar.length * share)));
		await expect(read(inChunks(part))).rejects.toThrow(ArchiveError);
	});

	test('when it is none', async () => {
		await expect(read(inChunks(Buffer.from('<html>Sign in</html>')))).rejects.toThrow(ArchiveError);
		await expect(read(inChunks(gzipSync('no tar, '.repeat(200))))).rejects.toThrow(ArchiveError);
	});

	test('when it is larger than allowed, however small it came', async () => {
		const bytes = archiveOf({ 'README.md': '\0'.repeat(2 * limits.maxBytes) });
		expect(bytes.length).toBeLessThan(10_000);
		await expect(read(inChunks(bytes))).rejects.toThrow(
			'Unpacked, the archive is larger than 1 MiB.',
		);
	});

	test('when all that is read of it is more than allowed', async () => {
		const texts = Array.from({ length: 11 }, (_, index) => [
			`${String(index)}.go`,
			'x'.repeat(1000),
		]);
		const bytes = archiveOf(Object.fromEntries(texts) as Record<string, string>);
		await expect(read(inChunks(bytes), { maxReadBytes: 1024 * 10 })).rejects.toThrow(
			/^The source in the archive is larger than /,
		);
		await expect(read(inChunks(bytes), { maxReadBytes: 11_000 })).resolves.toBeDefined();
	});

	test('when it has more in it than allowed', async () => {
		await expect(read(inChunks(whole), { maxEntries: 20 })).rejects.toThrow(
			'The archive has more than 20 files and folders.',
		);
		await expect(read(inChunks(whole), { maxEntries: 21 })).resolves.toBeDefined();
	});

	test('when its bytes stop coming, for the reason that is given for it', async () => {
		const reason = new Error('Somebody pulled the plug.');
		async function* breaking() {
			yield* inChunks(whole.subarray(0, 600));
			throw reason;
		}
		await expect(read(breaking())).rejects.toBe(reason);
	});
});

test('whoever stops reading ends the transfer', async () => {
	// What repeats nowhere cannot be packed.
	const noise = (seed: number) =>
		Array.from({ length: 900 }, (_, index) => Math.sin(seed * 1000 + index).toString(36)).join('');
	const files = Object.fromEntries(
		Array.from({ length: 50 }, (_, index) => [`${String(index)}.go`, noise(index)]),
	);
	const bytes = archiveOf(files);
	let came = 0;
	let isEnded = false;
	async function* watched() {
		try {
			for await (const chunk of inChunks(bytes)) {
				came += chunk.length;
				yield chunk;
			}
		} finally {
			isEnded = true;
		}
	}
	const leftOut: LeftOut = { tooLarge: [], refused: [] };
	const wide = { ...limits, maxFileBytes: 100_000, maxReadBytes: 10_000_000, maxBytes: 10_000_000 };
	for await (const { path } of readArchive(watched(), {
		wants: () => true,
		limits: wide,
		leftOut,
	})) {
		expect(path).toBe('0.go');
		break;
	}
	await expect.poll(() => isEnded).toBe(true);
	expect(came).toBeLessThan(bytes.length / 2);
});
