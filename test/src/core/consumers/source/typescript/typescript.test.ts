import { describe, expect, test } from 'vitest';
import { findIn } from '../scan-files.ts';

const header = "import { Garage, Cars, Users as People } from '@carbeaker/rest';\n\n";

/** Lines that end with a comment `WANTED` are found, with the name behind it, and no others. */
function expectWanted(code: string, head = header, path = 'main.ts') {
	const text = head + code;
	const expected = text.split('\n').flatMap((line, index) =>
		(line.split('// WANTED ')[1] ?? '')
			.split(';')
			.filter((name) => name !== '')
			.map((name) => `${path}:${String(index + 1)} ${name}`),
	);
	expect(findIn({ [path]: text })).toEqual(expected);
}

const api = 'const api = new Garage({ token });\n';

describe('a method of the client is found', () => {
	test.each([
		[
			'with the names of its options',
			`${api}api.Cars.all({ groupId: 1, 'owned': true, a }); // WANTED Cars.all {groupId, owned, a}`,
		],
		['without options', `${api}api.Cars.all(); // WANTED Cars.all {}`],
		['with options behind a value', `${api}api.Cars.show(1, { b: 2 }); // WANTED Cars.show {b}`],
		[
			'with options that have a name',
			`${api}const o = { groupId: 1 };\napi.Cars.all(o); // WANTED Cars.all {groupId}`,
		],
		[
			'with options that cannot be told',
			`${api}api.Cars.all({ ...o }); // WANTED Cars.all\napi.Cars.all(o); // WANTED Cars.all\napi.Cars.all(...o); // WANTED Cars.all`,
		],
		[
			'over several lines, at the line of its name',
			`${api}api\n  .Cars\n  .all({ // WANTED Cars.all {owned}\n    owned: true,\n  });`,
		],
		[
			'of the service alone',
			`const cars = new Cars({ token });\nawait cars.create(1); // WANTED Cars.create {}\nnew Cars().show(id); // WANTED Cars.show`,
		],
		[
			'through another name',
			`${api}const other = api;\nlet lot = other.Cars;\nlot.show(1); // WANTED Cars.show {}`,
		],
		[
			'taken out of the client',
			`const { Cars: lot, Users } = new Garage({});\nlot.show(1); // WANTED Cars.show {}\nUsers.createCar(1); // WANTED Users.createCar {}\nUsers.all();`,
		],
		[
			'taken out of the service',
			`${api}const { Cars: { all, show: get } } = api; // WANTED Cars.all;Cars.show\nall({});\nget(1);`,
		],
		[
			'of a parameter',
			'async function f(a: Garage, { Cars }: Garage, c: Cars | undefined) {\n a.Cars.show(1); // WANTED Cars.show {}\n Cars.show(1); // WANTED Cars.show {}\n c?.show(1); // WANTED Cars.show {}\n}',
		],
		[
			'of a field',
			'class S {\n api: Garage;\n #own = new Garage({});\n constructor(private readonly lot: Cars) {\n  this.made = new Garage({});\n }\n f() {\n  this.api.Cars.show(1); // WANTED Cars.show {}\n  this.#own.Cars.show(1); // WANTED Cars.show {}\n  this.lot.show(1); // WANTED Cars.show {}\n  this.made.Cars.show(1); // WANTED Cars.show {}\n }\n}',
		],
		[
			'of an inherited client',
			'class Mine extends Garage {\n f() {\n  this.Cars.show(1); // WANTED Cars.show {}\n }\n}\nnew Mine().Cars.show(2); // WANTED Cars.show {}',
		],
		[
			'of a client that a function makes',
			'function make() {\n if (x) {\n  return new Garage({});\n }\n}\nconst other = async (): Promise<Garage> => x;\nmake().Cars.show(1); // WANTED Cars.show {}\n(await other()).Cars.show(1); // WANTED Cars.show {}',
		],
		[
			'of one of two',
			`${api}(x ?? api).Cars.show(1); // WANTED Cars.show {}\n(x ? api : y).Cars.show(1); // WANTED Cars.show {}`,
		],
		[
			'of something that is called the client',
			'const a = x as unknown as Garage;\na.Cars.show(1); // WANTED Cars.show {}\n(y as InstanceType<typeof Garage>).Cars.show(1); // WANTED Cars.show {}',
		],
		[
			'of an object',
			`${api}const all = { api, lot: api.Cars };\nall.api.Cars.show(1); // WANTED Cars.show {}\nall.lot.show(1); // WANTED Cars.show {}`,
		],
		[
			'of a written type',
			"interface Context { api: Garage }\ntype Lot = Pick<Garage, 'Cars'>;\nconst f = (c: Context, l: Lot) => {\n c.api.Cars.show(1); // WANTED Cars.show {}\n l.Cars.show(1); // WANTED Cars.show {}\n};",
		],
		[
			'in brackets and quotes',
			`${api}(api!)['Cars']!['show'](1); // WANTED Cars.show {}\napi?.Cars?.show?.(1); // WANTED Cars.show {}`,
		],
		['handed on', `${api}retry(api.Cars.show); // WANTED Cars.show`],
		['that no endpoint names', `${api}api.Cars.paint(1); // WANTED Cars.paint {}`],
		[
			'that nobody can tell the receiver of, if an endpoint names it',
			'find().Cars.show(1); // WANTED Cars.show {}\nfind().Cars.paint(1);\nfind().Cars.length;',
		],
		[
			'under another name of the import',
			'new People({}).createCar(1); // WANTED Users.createCar {}\nnew People({}).all();',
		],
	])('%s', (_, code) => {
		expectWanted(code);
	});

	test.each([
		[
			"const { Garage } = require('@carbeaker/core');\n",
			'new Garage().Cars.show(1); // WANTED Cars.show {}',
		],
		[
			"const lib = require('@carbeaker/core');\n",
			'new lib.Garage().Cars.show(1); // WANTED Cars.show {}',
		],
		["import * as lib from '@carbeaker/core';\n", 'new lib.Cars().show(1); // WANTED Cars.show {}'],
		[
			"import lib from '@carbeaker/core';\n",
			'new lib.Garage().Cars.show(1); // WANTED Cars.show {}',
		],
		[
			"const { Garage: G } = await import('@carbeaker/core');\n",
			'new G().Cars.show(1); // WANTED Cars.show {}',
		],
		[
			"import type { Garage } from '@carbeaker/core';\n",
			'export const f = (a) => (a.b).Cars.show(1); // WANTED Cars.show {}',
		],
	])('imported by %s', (head, code) => {
		expectWanted(code, head, 'main.mjs');
	});

	test.each(['a.ts', 'a.tsx', 'a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.mts'])('in %s', (path) => {
		expectWanted(`${api}api.Cars.all(); // WANTED Cars.all {}`, header, path);
	});

	test('in JSX', () => {
		expectWanted(
			`${api}const x = (\n <A b={() => api.Cars.show(1)}> // WANTED Cars.show {}\n  api.Cars.all()\n </A>\n);`,
			header,
			'a.tsx',
		);
	});
});

describe('what is not the client is not found', () => {
	test.each([
		['comments', `${api}// api.Cars.all()\n/* api.Cars.all()\n*/`],
		[
			'texts',
			`${api}const a = 'api.Cars.all()';\nconst b = \`\napi.Cars.all()\n\`;\nconst c = /api.Cars.all()/;`,
		],
		['names that have the word in them', `${api}api.CarsX.all();\napi.MyCars.show();\nallCars();`],
		[
			'an object of the project',
			'const lot = { Cars: { all() {} } };\nlot.Cars.all();\nconst { Cars: own } = lot;\nown.all();',
		],
		[
			'a class of the project',
			'class Lot { Cars = new Own() }\nclass Own { all() {} }\nnew Lot().Cars.all();\nconst f = (l: Lot) => l.Cars.show(1);',
		],
		[
			'a name that hides the import',
			'function f() {\n class Cars { show() {} }\n new Cars().show(1);\n}\nfunction g(api: string) {\n api.Cars.all();\n}',
		],
		['the service itself', `${api}use(api.Cars);\nnew Cars({});`],
		['properties of the service that are not called', `${api}api.Cars.url;`],
		['methods with a computed name', `${api}api.Cars[name](1);\napi[part].show(1);`],
		[
			'what the client gives back',
			`${api}const l = api.Cars.all(); // WANTED Cars.all {}\nl.Cars.all();`.replace(
				'l.Cars.all();',
				'',
			),
		],
	])('%s', (_, code) => {
		expectWanted(code);
	});

	test('something of another package', () => {
		expectWanted(
			"import { lot } from 'lot';\nlot.Cars.all();\nlot.make().Cars.all();\nnew lot.Garage().Cars.show(1);",
			header,
		);
	});

	test('a file that has nothing to do with the library', () => {
		expect(findIn({ 'a.ts': header, 'b.ts': 'find().Cars.all();\n' })).toEqual([]);
	});
});

describe('another file may have the client', () => {
	test.each([
		['export const api = new Garage({});', "import { api } from './lib/api';", 'api'],
		['export const api = new Garage({});', "import { api as own } from './lib/api.js';", 'own'],
		['export default new Garage({});', "import api from './lib/api.ts';", 'api'],
		[
			'const own = new Garage({});\nexport { own as api };',
			"import * as all from '@/lib/api';",
			'all.api',
		],
		['export function make(): Garage { return x; }', "import { make } from '~/lib/api';", 'make()'],
		[
			'const api = new Garage({});\nmodule.exports = { api };',
			"const { api } = require('./lib/api');",
			'api',
		],
		['exports.api = new Garage({});', "const all = require('./lib/api');", 'all.api'],
		[
			'export interface Context { api: Garage }',
			"import type { Context } from './lib/api';\nconst c: Context = x;",
			'c.api',
		],
		[
			'export class Own { api = new Garage({}) }',
			"import { Own } from './lib/api';",
			'new Own().api',
		],
	])('%s', (code, line, call) => {
		const found = findIn({
			'lib/api.ts': header + code,
			'main.ts': `${line}\n${call}.Cars.paint(1);\n`,
		});
		expect(found).toEqual([`main.ts:${String(line.split('\n').length + 1)} Cars.paint {}`]);
	});

	test('handed on by a third', () => {
		expect(
			findIn({
				'lib/api.ts': `${header}export const api = new Garage({});`,
				'lib/index.ts': "export * from './api';\nexport { api as again } from './api';\n",
				'main.ts': "import { api, again } from './lib';\napi.Cars.paint();\nagain.Cars.paint();\n",
			}),
		).toEqual(['main.ts:2 Cars.paint {}', 'main.ts:3 Cars.paint {}']);
	});

	test('files that import one another in a circle', () => {
		expect(
			findIn({
				'a.ts': "export { api } from './b';\nexport * from './b';\n",
				'b.ts':
					"export { api } from './a';\nexport * from './a';\ntype A = B | A; type B = A;\nconst x: A = x; x.Cars.all();\n",
				'c.ts': "import { api } from './a';\napi.Cars.show(1);\n",
			}),
		).toEqual([]);
	});
});

describe('a text of the API', () => {
	test.each([
		["fetch('/api/v4/cars');", 'path GET /cars'],
		["fetch(`${host}/api/v4/cars/${id}`, { method: 'POST' });", 'path POST /cars/:x'],
		['fetch(`/api/v4/cars/${id}`, options);', 'path /cars/:x'],
		["fetch('/api/v4/cars', { headers });", 'path GET /cars'],
		["fetch('/api/v4/cars', { headers, method });", 'path /cars'],
		["fetch('/api/v4/cars', { ...options });", 'path /cars'],
		["https.get('https://cars.example.com/api/v4/cars', (answer) => {});", 'path GET /cars'],
		["const xhr = new XMLHttpRequest();\nxhr.open('POST', '/api/v4/cars');", 'path POST /cars'],
		["fetch([host, 'api/v4', 'cars', id].join('/'));", 'path GET /cars/:x'],
		["let url = host + '/api/v4/cars/';\nurl += id;", 'path /cars/:x'],
		["const paths = { all: '/cars/all' };\napi.get(paths.all);", 'path GET /cars/all'],
		["const paths = { cars: '/api/v4/cars' } as const;\napi.post(paths.cars);", 'path POST /cars'],
		[
			"const p = Object.freeze({ of: { car: '/cars' } });\naxios.get(p.of.car + `/${id}`);",
			'path GET /cars/:x',
		],
		["axios.get('/cars/all', { params });", 'path GET /cars/all'],
		["axios({ method: 'post', url: '/cars' });", 'path POST /cars'],
		["this.http.delete<void>('/cars/' + id);", 'path DELETE /cars/:x'],
		["RequestHelper.get()(this, 'cars/all', options);", 'path GET /cars/all'],
		['const url = `${base}/groups/${encodeURIComponent(id)}/cars`;', 'path /groups/:x/cars'],
		["const url = 'cars/all';\nrequest('GET', url);", 'path GET /cars/all'],
		["const carsUrl = '/api/v4/cars';\nfetch(`${carsUrl}/${id}`);", 'path GET /cars/:x'],
		["const carsPath = '/api/v4/cars';\nfetch(base + carsPath);", 'path GET /cars'],
		["RequestHelper.del()(this, 'cars', options);", 'path DELETE /cars'],
		["axios.get('cars');", 'path GET /cars'],
		["fetch(urlOf('/cars'));", 'path GET /cars'],
		[
			'const path = id ? `/groups/${id}/cars` : x;\nglFetch(`${path}?${params}`);',
			'path GET /groups/:x/cars',
		],
		["request('GET', id ? '/cars/all' : other);", 'path GET /cars/all'],
		[
			'const q = gql`query { group { ${one} cars { ${fields} } } } ${fragment}`;',
			'graphql Group.cars',
		],
		["client.get('/cars/new_thing');", 'path GET /cars/new_thing'],
		['const q = gql`\n query { cars { count } }\n`;', 'graphql Query.cars'],
		[
			'const q = /* GraphQL */ `mutation { carCreate { errors } } ${more}`;',
			'graphql Mutation.carCreate',
		],
		['run(\'query { group(fullPath: "a") { cars { count } } }\');', 'graphql Group.cars'],
	])('%s', (code, expected) => {
		expect(findIn({ 'a.ts': code }).map((line) => line.replace(/^a\.ts:\d+ /, ''))).toEqual([
			expected,
		]);
	});

	test.each([
		["app.get('/api/v4/cars', (request, response) => {});"],
		["router.get('/cars/:id', show);"],
		["function show() {}\nv1.get('/cars/all', show);\nv1.get('/cars/:id', hide);"],
		["window.open('/api/v4/cars');"],
		["const paths = { all: '/cars/all' };\nconsole.log(paths.all);"],
		["cache.get('/cars/all');\nmap.get('/api/v4/cars');\nmap.set('/api/v4/cars', 1);"],
		["const routes = [{ path: '/cars/:id', component: Car }];"],
		["navigate('/groups/1/cars');\nrouter.push(`/groups/${id}/cars`);"],
		['const a = { href: `/groups/${id}/cars` };'],
		["import x from 'cars/all';\nexport * from './api/v4/cars';"],
		["if (path === '/api/v4/cars') {}\npath.startsWith('/api/v4/cars');"],
		["console.log('cars/all', '/api/v4/cars');"],
		[
			"const word = 'cars';\nmap.get('cars');\nconfig.get('cars');\napiCache.get('cars');\nredis.del('cars/1');",
		],
		["throw new Error('cars/foo is bad');"],
		["it('cars/all', () => {});\ndescribe('groups/1/cars', () => {});"],
		["fs.readFileSync('cars/all');\nconst file = 'cars/all.json';"],
		["nav('/cars/all');\ni18n.t('cars/all');\nuseQuery({ queryKey: ['cars/all'] });"],
		["store.dispatch({ type: 'cars/all' });\ncreateAsyncThunk('cars/all', load);"],
		["type Path = '/api/v4/cars';"],
		['const q = `query { cars }`;'],
		["app.route({ method: 'GET', url: '/cars', handler: show });"],
		["const links = [{ to: '/groups/1/cars', label: 'Cars' }];"],
	])('%s is none', (code) => {
		expect(findIn({ 'a.ts': code })).toEqual([]);
	});

	test.each(['vue', 'svelte'])('in a component of %s is found on its line', (ending) => {
		const path = `a.${ending}`;
		const code =
			"<p>fetch('/api/v4/cars')</p>\n<script lang=\"ts\">\nfetch('/api/v4/cars/all');\n</script>\n" +
			"<script>\nfetch('/api/v4/car_keys')\n</script>\n<style>a { b: c }</style>\n";
		expect(findIn({ [path]: code })).toEqual([
			`${path}:3 path GET /cars/all`,
			`${path}:6 path GET /car_keys`,
		]);
	});

	test('an attribute of JSX is none', () => {
		expect(
			findIn({ 'a.tsx': 'const a = <Route path="/api/v4/cars" to={`/groups/${x}/cars`} />;' }),
		).toEqual([]);
	});

	test('stands at the line where it is written', () => {
		const code =
			"const all = '/all';\nfetch(`${all}`);\nconst carsPath = '/api/v4/cars';\nfetch(`${carsPath}/${id}`);\n" +
			'const q = `\n  query {\n    group {\n      cars { count }\n    }\n  }`;\nfetch(\n  `/api/v4/cars`,\n);\n';
		expect(findIn({ 'a.ts': code })).toEqual([
			'a.ts:4 path GET /cars/:x',
			'a.ts:8 graphql Group.cars',
			'a.ts:12 path GET /cars',
		]);
	});
});
