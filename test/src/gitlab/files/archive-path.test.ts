import { describe, expect, test } from 'vitest';
import { findPlace, leadsOut } from '#gitlab/files/archive-path.ts';

describe('the place of an entry', () => {
	test.each([
		{ name: 'car-c0ffee/main.go', path: 'main.go' },
		{ name: 'car-c0ffee/cmd/main.go', path: 'cmd/main.go' },
		{ name: 'car-c0ffee/cmd/', path: 'cmd' },
		{ name: 'car-c0ffee/..cmd/...go', path: '..cmd/...go' },
	])('$name is $path, without the folder that has everything', ({ name, path }) => {
		expect(findPlace(name)).toEqual({ path, isInside: true });
	});

	test('what would act in its path is written out, whether it is read or not', () => {
		expect(findPlace('car-c0ffee/cmd/\u202Eog.niam.go')).toEqual({
			path: String.raw`cmd/\u202Eog.niam.go`,
			isInside: true,
		});
		expect(findPlace('car-c0ffee/a\u001B[2Jb.go').path).toContain(String.raw`a\u001B[2Jb.go`);
	});

	test.each([
		{ name: '../main.go', why: 'climbs out' },
		{ name: 'car-c0ffee/../../main.go', why: 'climbs out later' },
		{ name: 'car-c0ffee/cmd/../main.go', why: 'climbs, though not out' },
		{ name: '/etc/main.go', why: 'is absolute' },
		{ name: 'main.go', why: 'is beside the folder' },
		{ name: './main.go', why: 'is beside the folder' },
		{ name: String.raw`car-c0ffee\..\main.go`, why: 'climbs out on Windows' },
		{ name: 'car-c0ffee/a\nb.go', why: 'has a control character' },
		{ name: 'car-c0ffee/\ud800.go', why: 'is no text' },
	])('$name is refused: it $why', ({ name }) => {
		expect(findPlace(name).isInside).toBe(false);
	});

	test('of one that is refused, the path is what is left of it', () => {
		expect(findPlace('car/../../etc/main.go').path).toBe('car/etc/main.go');
		expect(findPlace('/etc/main.go').path).toBe('etc/main.go');
	});
});

describe('a link', () => {
	test.each([
		{ path: 'cmd/a.go', target: 'b.go', out: false },
		{ path: 'cmd/a.go', target: '../b.go', out: false },
		{ path: 'cmd/a.go', target: './../lib/../b.go', out: false },
		{ path: 'cmd/a.go', target: '../../b.go', out: true },
		{ path: 'a.go', target: '../b.go', out: true },
		{ path: 'a.go', target: 'lib/../../car/b.go', out: true },
		{ path: 'a.go', target: '/etc/passwd', out: true },
		{ path: 'a.go', target: undefined, out: true },
	])('at $path to $target leads out: $out', ({ path, target, out }) => {
		expect(leadsOut(path, target)).toBe(out);
	});
});
