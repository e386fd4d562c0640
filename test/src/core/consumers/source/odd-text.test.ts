import { expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { carApi, findIn, scanFiles } from './scan-files.ts';

const go =
	'package main\n\nimport cars "example.com/car-go"\n\nfunc f(c *cars.Client) {\n\tc.Cars.GetCar(1)\n}\n';
const ts = "import { Garage } from '@carbeaker/rest';\nnew Garage({}).Cars.show(1);\n";

test('a byte order mark and the line ends of Windows change nothing', () => {
	expect(findIn({ 'a.go': `\uFEFF${go.replaceAll('\n', '\r\n')}` })).toEqual([
		'a.go:6 Cars.GetCar',
	]);
	expect(findIn({ 'a.ts': `\uFEFF${ts.replaceAll('\n', '\r\n')}` })).toEqual([
		'a.ts:2 Cars.show {}',
	]);
});

test('source that does not compile is read as far as it can be', () => {
	expect(findIn({ 'a.go': `${go}\nfunc ( { c.Cars.GetCar(2) ]]` })[0]).toBe('a.go:6 Cars.GetCar');
	expect(findIn({ 'a.ts': `${ts}\nclass { ( new ]` })[0]).toBe('a.ts:2 Cars.show {}');
});

test('what is no text is no source', () => {
	const { files, uses, skipped } = scanFiles({ 'video.ts': `\0\0${ts}`, 'a.go': `${go}\0` });
	expect({ files, uses, skipped }).toEqual({
		files: 0,
		uses: [],
		skipped: { tests: 0, mocks: 0, vendored: 0, generated: 0 },
	});
});

const deep = (open: string, close: string) => open.repeat(1000) + close.repeat(1000);
const mutual = Array.from(
	{ length: 30 },
	(_, at) =>
		`type T${String(at)} struct { ${Array.from({ length: 30 }, (_, to) => `T${String(to)}`).join('; ')} }\n`,
).join('');

/** The text of the last one has 2^24 pieces. */
const doubling = `const c0 = "/cars/all"\n${Array.from(
	{ length: 24 },
	(_, at) => `const c${String(at + 1)} = c${String(at)} + c${String(at)}\n`,
).join('')}`;

test.each([
	['nothing', ''],
	['constants that double', `package a\n${doubling}func f() { x.Get(c24 + "/x") }`],
	['constants of TypeScript that double', `${doubling}fetch(c24 + "/x");`],
	[
		'parameters of types that are themselves',
		'package a\nimport cars "example.com/car-go"\nfunc f[T T](t T) { t.Cars.ListCars() }\nfunc g[A B, B A](a A) { a.Cars.ListCars() }',
	],
	['one brace', '{'],
	['an open text', 'package a\nvar x = "cars/all'],
	['an open raw text', 'package a\nvar x = `/api/v4/cars'],
	['an open comment', '/* Cars.ListCars('],
	['many brackets', `package a\nvar Cars = ${deep('(', ')')}`],
	['many blocks', `package a\nfunc Cars() ${deep('{', '}')}`],
	['a long sum', `package a\nvar x = ${'"cars/" + '.repeat(1000)}"all"`],
	['a long chain', `package a\nvar x = Cars${'.Cars'.repeat(1000)}.ListCars()`],
	['nested calls', `package a\nvar x = ${'x.Cars.ListCars('.repeat(400)}`],
	['many nested calls', `package a\nvar x = ${'x.Cars.ListCars('.repeat(20_000)}`],
	['many pointers', `package a\nfunc f(Cars ${'*'.repeat(1000)}T) { Cars.Cars.ListCars() }`],
	['many choices', `Cars = ${'x ? "cars/all" : '.repeat(1000)}y`],
	['many types', `let Cars: ${'A | '.repeat(1000)}B; Cars.Cars.all()`],
	['a line of a megabyte', `package a // Cars ${'x'.repeat(1_000_000)}`],
	['many names', `package a\nfunc f() {\n${'c := c.Cars; c.ListCars()\n'.repeat(1000)}}`],
	[
		'types in a circle',
		`package a\nimport cars "example.com/car-go"\n${mutual}func f(t T0) { t.Cars.ListCars() }`,
	],
	[
		'a type that is itself',
		'package a\ntype A A\ntype B = *B\nfunc f(a A, b B) { a.Cars.ListCars(); b.Cars.ListCars() }',
	],
	[
		'values in a circle',
		'package a\nvar a = x.F(b, b, b)\nvar b = x.F(a, a, a)\nfunc f() { a.Cars.ListCars() }',
	],
	['surrogates', 'package a\nvar x = "/api/v4/cars/\uD800"'],
])('%s is read in reasonable time', { timeout: 120_000 }, (_, text) => {
	const start = performance.now();
	expect(() => {
		for (const path of ['a.go', 'a.ts', 'a.tsx', 'a.js', 'go.mod', 'package.json']) {
			scanFiles({ [path]: text });
		}
	}).not.toThrow();
	// Seconds on a busy machine. A search that is exponential takes hours.
	expect(performance.now() - start).toBeLessThan(60_000);
});

/** How often the search asks for its time: once for each step. */
function countSteps(files: readonly (readonly [path: string, text: string])[]): number {
	let steps = 0;
	const scan = startScan(carApi(), () => {
		steps += 1;
		return false;
	});
	for (const [path, text] of files) scan.add(path, text);
	scan.finish();
	return steps;
}

const many = (count: number, textOf: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => textOf(at));

test.each([
	[
		'files that import each other',
		(count: number) =>
			many(count, (at) => {
				const [own, other] = [String(at), String(at >> 1)];
				return `import { p${other} } from './f${other}';\nexport const p${own} = { one: (id) => \`/cars/\${id}\` };\naxios.get(p${other}.one(1));\n`;
			}).map((text, at) => [`f${String(at)}.ts`, text] as const),
	],
	[
		'functions of one name',
		(count: number) => [
			[
				'a.ts',
				many(
					count,
					(at) =>
						`class C { path() { return '/cars/${String(at)}'; } f() { axios.get(this.path()); } }\n`,
				).join(''),
			] as const,
		],
	],
])('%s: twice as many take twice as many steps', (_, filesOf) => {
	const few = countSteps(filesOf(100));
	expect(few).toBeGreaterThan(500);
	expect(countSteps(filesOf(200))).toBeLessThan(few * 2.2);
});

test('a file of five megabytes was not written by a person', () => {
	const { files, skipped } = scanFiles({ 'a.go': `package a // ${'Cars '.repeat(1_000_000)}` });
	expect({ files, generated: skipped.generated }).toEqual({ files: 0, generated: 1 });
});
