import { describe, expect, test } from 'vitest';
import { blankBodies, findBodies, findTellingNames } from '#core/consumers/source/engine/bodies.ts';
import { findIn } from '../scan-files.ts';

const keep = /\bcars\b/;
const go = /^()(?:func\b|\)).*\{[ \t]*$/;
const idle = 'func idle() {\n\tx := T{\n\t\ta: 1,\n\t}\n\tuse(x)\n}\n';

test('a body without anything that is looked for is blank, and every place stays', () => {
	const text = `package a\n\n${idle}\nfunc f() {\n\tget("cars")\n}\n`;
	const blank = blankBodies(text, findBodies(text, go), keep);
	expect(blank).toHaveLength(text.length);
	expect(blank).toContain('func idle() {  ');
	expect(blank).not.toContain('use(x)');
	expect(blank).toContain('get("cars")');
	expect(blank?.indexOf('func f')).toBe(text.indexOf('func f'));
});

test.each([
	['a text of several lines', 'func f() {\n\tq := `\n}\n`\n\tuse(q)\n}\n'],
	['a comment that goes on', 'func f() {\n\t/* \n}\n*/\n\tuse()\n}\n'],
	['braces that do not fit', 'func f() {\nif x {\n}\nuse()\n}\n'],
	['no end', 'func f() {\n\tuse()\n'],
])('a body with %s is left', (_, text) => {
	expect(blankBodies(text, findBodies(text, go), keep) ?? text).toContain('use(');
});

test('names that stand for it are told: of constants, fields, and functions that return it', () => {
	const text =
		'const carsPath = "cars"\n\ntype s struct {\n\tlot cars.Service\n}\n\nfunc carPath() string {\n\treturn "cars"\n}\n';
	expect(findTellingNames(text, findBodies(text, go), keep)).toEqual(
		expect.arrayContaining(['carsPath', 'lot', 'carPath']),
	);
});

describe('what is in a body that has but a name is found', () => {
	test.each([
		[
			'a constant',
			'package a\n\nconst lotPath = "cars/all"\n\nfunc f() {\n\tc.NewRequest("GET", lotPath)\n}\n',
			['a.go:3 path GET /cars/all'],
		],
		[
			'a constant of a constant',
			'package a\n\nconst lotPath = "/cars"\n\nconst allPath = "/api/v4" + lotPath\n\nfunc f() {\n\tc.NewRequest("GET", allPath)\n}\n',
			['a.go:5 path GET /cars'],
		],
		[
			'a field with a part of the client',
			'package a\n\nimport cars "example.com/car-go"\n\ntype s struct {\n\tlot cars.CarsServiceInterface\n}\n\nfunc (s *s) f() {\n\ts.lot.PaintCar(1)\n}\n',
			['a.go:10 Cars.PaintCar'],
		],
		[
			'a type of the project',
			'package a\n\nimport cars "example.com/car-go"\n\ntype mine = cars.CarsService\n\ntype s struct {\n\tlot *mine\n}\n\nfunc (s *s) f() {\n\ts.lot.PaintCar(1)\n}\n',
			['a.go:12 Cars.PaintCar'],
		],
		[
			'an embedded part of the client',
			'package a\n\nimport cars "example.com/car-go"\n\ntype s struct {\n\tcars.CarsServiceInterface\n}\n\nfunc (s *s) f() {\n\ts.PaintCar(1)\n}\n',
			['a.go:10 Cars.PaintCar'],
		],
	])('%s', (_, text, found) => {
		expect(findIn({ 'a.go': text })).toEqual(found);
	});
});
