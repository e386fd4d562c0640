import { describe, expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { carApi, findIn } from './scan-files.ts';

const api = '/api/v4';

/** Places that are doubted, and files that name the API without being searched. */
function doubtsIn(files: Readonly<Record<string, string>>): string[] {
	const scan = startScan(carApi());
	for (const [path, text] of Object.entries(files)) if (scan.wants(path)) scan.add(path, text);
	scan.finish();
	const { unfollowed, unsearched, generated } = scan.doubts();
	return [...unfollowed, ...unsearched, ...generated];
}

describe('what is in a list is asked for by what goes through it', () => {
	test('a list of paths, by its name and where it is written', () => {
		const text = [
			`const paths = ['/cars', '/cars/all'];`,
			`export const read = (base: string) =>`,
			`	paths.map((path) => fetch(\`\${base}${api}\${path}\`));`,
		].join('\n');
		expect(findIn({ 'read.ts': text })).toEqual([
			'read.ts:1 path GET /cars',
			'read.ts:1 path GET /cars/all',
		]);
	});

	test('a field of each of its objects, taken from them and taken apart', () => {
		const list = `const checks = [\n	{ name: 'All', path: '/cars/all' },\n];\n`;
		const member = `for (const one of checks) await fetch(base + '${api}' + one.path);`;
		const pattern = `checks.forEach(({ path }) => fetch(base + '${api}' + path, { method: 'GET' }));`;
		for (const loop of [member, pattern]) {
			expect(findIn({ 'check.ts': list + loop })).toEqual(['check.ts:2 path GET /cars/all']);
		}
	});

	test.each(['{"All", "/cars/all"}', '{path: "/cars/all"}'])('a struct of Go: %s', (element) => {
		const text = [
			'package check',
			'',
			'var checks = []struct {',
			'	name string',
			'	path string',
			'}{',
			`	${element},`,
			'}',
			'',
			'func run(base string) {',
			'	for _, one := range checks {',
			`		http.Get(base + "${api}" + one.path)`,
			'	}',
			'}',
		].join('\n');
		expect(findIn({ 'check.go': text })).toEqual(['check.go:7 path GET /cars/all']);
	});

	test('a list that nothing goes through is doubted, also where a path has one part', () => {
		const text = `const base = '${api}';\nexport const pages = ['/cars'];\n`;
		expect(doubtsIn({ 'pages.ts': text })).toEqual(['pages.ts:2']);
	});
});

test('an object that is spread into options may name the method', () => {
	const text = [
		`async function ask(request: { method?: string; path: string }) {`,
		`	const { method = 'GET', path } = request;`,
		`	return fetch(\`https://gitlab.example.com${api}\${path}\`, { method });`,
		`}`,
		`const posting = { method: 'POST' as const };`,
		`export const crank = (id: number) => ask({ ...posting, path: \`/cars/\${id}/crank\` });`,
		`export const list = (extra: object) => ask({ path: '/cars', ...extra });`,
	].join('\n');
	expect(findIn({ 'ask.ts': text })).toEqual([
		'ask.ts:6 path POST /cars/:x/crank',
		'ask.ts:7 path /cars',
	]);
});

describe('a command', () => {
	test.each([
		[`execFileSync('glab', ['api', 'cars/all'])`, 'GET /cars/all'],
		[`execFileSync('glab', ['api', '-X', 'POST', 'user/cars'])`, 'POST /user/cars'],
		[`execFileSync('glab', ['api', 'user/cars', '-f', 'name=a'])`, 'POST /user/cars'],
		[`execFileSync('glab', ['api', 'cars/all', ...more])`, '/cars/all'],
	])('asks by the method that it is given, or by its own: %s', (call, found) => {
		expect(findIn({ 'a.ts': call })).toEqual([`a.ts:1 path ${found}`]);
	});

	test('that is one text is doubted', () => {
		const shell = `execSync('curl -X POST "https://gitlab.example.com${api}/cars/1/crank"');`;
		const go = `package a\n\nvar _ = exec.Command("sh", "-c", "glab api cars/all | jq .")\n`;
		expect(doubtsIn({ 'a.ts': shell })).toEqual(['a.ts:1']);
		expect(doubtsIn({ 'a.go': go })).toEqual(['a.go:3']);
	});
});

test('what says what others may ask for is doubted', () => {
	const rules = [
		'package a',
		'',
		`func rules(acl *ACL) { acl.Permit("GET", "${api}/cars/all") }`,
		`var denied = []rule{{"GET", "${api}/cars"}}`,
	].join('\n');
	expect(findIn({ 'a.go': rules })).toEqual([]);
	expect(doubtsIn({ 'a.go': rules })).toEqual(['a.go:3', 'a.go:4']);
});

test('a query that is put behind a path is no other call', () => {
	const text = [
		'package a',
		'',
		'func list(base, kind string) {',
		`	url := base + "${api}/cars?per_page=100"`,
		'	if kind != "" {',
		'		url += "&kind=" + kind',
		'	}',
		'	http.Get(url)',
		'}',
	].join('\n');
	expect(findIn({ 'a.go': text })).toEqual(['a.go:4 path GET /cars']);
});

test('a field of something unknown is no method that no endpoint names', () => {
	const text = (member: string) =>
		`package a\n\nimport "example.com/car-go"\n\nfunc f(spec Spec) { spec.Cars.${member}() }\n`;
	expect(findIn({ 'a.go': text('DeepCopy') })).toEqual([]);
	expect(findIn({ 'a.go': text('PolishCar') })).toEqual(['a.go:5 Cars.PolishCar']);
});

test('what a template fills in is a part of a path', () => {
	const request = (url: string) => `export const routing = { method: 'GET', url: ${url} };`;
	expect(findIn({ 'a.ts': request(`'=${api}/cars/{{$json.id}}'`) })).toEqual([
		'a.ts:1 path GET /cars/:x',
	]);
});

test('a mutation of GitLab is named in a file that is not searched, whatever else that names', () => {
	const compiled = 'exports.q = gql`mutation M($i: I!) { carCreate(input: $i) { errors } }`;\n';
	const end = '//# sourceMappingURL=a.js.map\n';
	expect(doubtsIn({ 'lib/a.js': compiled + end })).toEqual(['lib/a.js']);
	expect(doubtsIn({ 'a.py': 'class CarCreate(Input):\n    name: str\n' })).toEqual([]);
});
