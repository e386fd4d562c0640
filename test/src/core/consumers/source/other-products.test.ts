import { describe, expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { carApi, findIn } from './scan-files.ts';

/** What is found in a program, and where it is told of without being believed. */
function scan(files: Readonly<Record<string, string>>): { uses: string[]; doubts: string[] } {
	const started = startScan(carApi());
	for (const [path, text] of Object.entries(files)) {
		if (started.wants(path)) started.add(path, text);
	}
	const uses = started.finish().uses.map(({ name }) => name);
	return { uses, doubts: [...started.doubts().unfollowed] };
}

const rental = {
	'api.ts': 'export const api = axios.create({ baseURL: import.meta.env.API });\n',
	'cars.ts':
		"import { api } from './api';\nexport const drop = (id) => api.post(`/cars/${id}/crank`);\nexport const wash = (id) => api.post(`/cars/${id}/wash`);\n",
};

const depot = `package depot

func (p *Pool) send(id int) {
	url := config.Server + "/cars/" + strconv.Itoa(id)
	req, err := http.NewRequest("GET", url, nil)
}
`;

const query =
	'const all = gql`query all($of: ID!) {\n\tgroup(path: $of) {\n\t\tcars(first: 5) { id }\n\t}\n}`;\n';

describe('a program that names GitLab nowhere may ask another server that has such paths', () => {
	test.each([
		['a path, and one that only the other server has', rental, ['cars.ts:2']],
		['an address by pieces', { 'pool.go': depot }, ['pool.go:4']],
		['a field of GraphQL', { 'all.ts': query }, ['all.ts:3']],
		[
			'icons that are named as types of CI are',
			{ 'menu.ts': 'export const icons = { depot: CiServer };\n', 'all.ts': query },
			['all.ts:3'],
		],
		[
			'where the program is',
			{ 'go.mod': 'module gitlab.com/acme/depot\n', 'pool.go': depot },
			['pool.go:4'],
		],
	])('%s', (_, files, doubts) => {
		expect(scan(files)).toEqual({ uses: [], doubts });
	});

	test.each([
		[
			'the name of the package',
			{ 'package.json': '{ "name": "gitlab-cars" }', ...rental },
			['POST /cars/:x/crank', 'POST /cars/:x/wash'],
		],
		[
			'an import',
			{ 'a.go': 'package a\n\nimport "acme.org/gitlab"\n', 'b.go': depot },
			['GET /cars/:x'],
		],
		[
			'a header',
			{ 'a.go': depot.replace('nil)', 'nil)\n\treq.Header.Set("Private-Token", t)') },
			['GET /cars/:x'],
		],
		[
			'a type of a query',
			{ 'a.ts': query.replace('$of: ID!', '$of: ID!, $at: CiStageID') },
			['Group.cars'],
		],
		[
			'a mutation, whose name nothing else has',
			{ 'a.ts': 'const made = gql`mutation { carCreate(input: $i) { errors } }`;\n' },
			['Mutation.carCreate'],
		],
	])('it is believed by %s', (_, files, uses) => {
		expect(scan(files)).toEqual({ uses, doubts: [] });
	});
});

test('what a program asks of its own server is no call, also where it asks GitLab elsewhere', () => {
	const files = {
		'api.ts': "export const own = axios.create({ baseURL: env.API ?? '/api' });\n",
		'web.ts': "import { own } from './api';\nexport const all = () => own.get('/cars');\n",
		'lab.ts': "export const all = () => fetch('https://gitlab.com/api/v4/cars/all');\n",
	};
	expect(scan(files)).toEqual({ uses: ['GET /cars/all'], doubts: [] });
	const lab = files['api.ts'].replace('env.API', 'env.GITLAB_API');
	expect(scan({ ...files, 'api.ts': lab }).uses).toEqual(['GET /cars/all', 'GET /cars']);
});

test.each([
	[
		'a.go',
		'package a\n\nfunc f() {\n\trsp, err := c.GetApiV4CarsIdWithResponse(ctx, 5)\n}\n',
		['GET /cars/:x'],
	],
	[
		'a.go',
		'package a\n\nfunc f(p client.PostApiV4CarsParams) {\n\tc.PostApiV4Cars(ctx, &p)\n}\n',
		['POST /cars'],
	],
	[
		'a.ts',
		'const all = () => api.getApiV4GroupsIdCars({ id });\napi.getApiV4Wheels();\n',
		['GET /groups/:x/cars'],
	],
	['a.tsx', 'const { data } = useGetApiV4CarsAll({ query: { enabled } });\n', ['GET /cars/all']],
])(
	'%s: a client that was generated from GitLab’s description has the names of its operations: %j',
	(path, text, names) => {
		expect(findIn({ [path]: text }).map((line) => line.replace(/^.*? path /, ''))).toEqual(names);
	},
);

test('a frontend of its own server is doubted, though another part of the program names GitLab', () => {
	const parts = {
		'login.tsx': 'export const Login = () => <a href="/oauth">Sign in with GitLab</a>;\n',
		'api.ts': 'export const api = axios.create({ baseURL: import.meta.env.API });\n',
		'cars.ts': "import { api } from './api';\nexport const all = () => api.get('/cars/all');\n",
	};
	expect(scan(parts)).toEqual({ uses: [], doubts: ['cars.ts:2'] });
	const api = parts['api.ts'].replace('env.API', 'env.GITLAB_API');
	expect(scan({ ...parts, 'api.ts': api })).toEqual({ uses: ['GET /cars/all'], doubts: [] });
});
