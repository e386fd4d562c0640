import { describe, expect, test } from 'vitest';
import { ScanError } from '#gitlab/files/archive-error.ts';
import { scanInThread, scanLimits } from '#gitlab/files/scan-thread.ts';
import { anApi } from '../../../builders.ts';

const api = anApi();
const go = (calls: string) =>
	`package a\n\nimport cars "example.com/car-go"\n\nfunc f(c *cars.Client) {\n${calls}}\n`;

interface Bounds {
	timeMs?: number;
	memoryMb?: number;
	graceMs?: number;
}

function scan(files: Readonly<Record<string, string>>, bounds: Bounds = {}) {
	const { timeMs, ...limits } = { ...scanLimits, ...bounds };
	const paths = Object.keys(files);
	const texts = paths.map((path) => ({ path, text: files[path]! }));
	return scanInThread({ api, timeMs, source: { kind: 'files', paths, files: texts } }, limits);
}

/** A megabyte that the parser itself is busy with for some time. */
const large = go('\tc.Cars.ListCars()\n'.repeat(50_000));
const many = Object.fromEntries(
	Array.from({ length: 12 }, (_, at) => [`a${String(at)}.go`, large]),
);

test('a thread finds what is there, and the next search finds it too', async () => {
	for (const path of ['a.go', 'b.go']) {
		const { found } = await scan({ [path]: go('\tc.Cars.ListCars()\n'), 'a_test.go': go('') });
		expect(found.uses).toMatchObject([{ name: 'Cars.ListCars', file: path }]);
		expect(found.skipped.tests).toBe(1);
	}
});

test('requests and timers go on meanwhile', async () => {
	let turns = 0;
	const timer = setInterval(() => (turns += 1), 1);
	const { found } = await scan({ 'a.go': go('\tc.Cars.ListCars()\n'.repeat(3_000)) });
	clearInterval(timer);
	expect(found.more?.endpoints).toEqual({ 'list-cars': 2_950 });
	expect(turns).toBeGreaterThan(10);
});

describe('a search is the trouble of its consumer alone', () => {
	test.each([
		{ why: 'it ends by itself when its time is over', bounds: { timeMs: 1 } },
		{ why: 'it is ended when it does not', bounds: { timeMs: 100, graceMs: -99 } },
	])('$why', async ({ bounds }) => {
		const failure = await scan(many, bounds).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(ScanError);
		expect(String(failure)).toMatch(/couldn't be read in time: it was stopped after 0(\.1)? s\./);
	});

	test('it may not take the memory of the pull', async () => {
		// The one before has ended its thread, so that this one has a new one.
		await expect(scan(many, { memoryMb: 32 })).rejects.toThrow(
			"couldn't be read: that takes more memory than 32 MiB.",
		);
	});

	test('the next one is not worse off', async () => {
		await expect(scan({ 'a.go': go('\tc.Cars.ListCars()\n') })).resolves.toMatchObject({
			found: { uses: [{ name: 'Cars.ListCars' }] },
		});
	});
});
