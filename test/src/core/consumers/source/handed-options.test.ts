import { expect, test } from 'vitest';
import { readMarked, type Tree } from './marked-trees.ts';

/** Programs that say in one place what is asked for, and in another one how. */
const programs: Readonly<Record<string, Tree>> = {
	'options that a function hands on to what asks': {
		'src/api.ts': `const BASE = \`\${process.env.CI_SERVER_URL}/api/v4\`;

export const api = async <T>(path: string, options: RequestInit = {}): Promise<T> =>
	(await fetch(\`\${BASE}\${path}\`, { ...options, headers })).json() as Promise<T>;
export function request(path: string, init?: RequestInit) {
	return fetch(BASE + path, init);
}
export async function lab(fetch, path, { method = 'GET', body } = {}) {
	return fetch(\`\${BASE}/\${path}\`, { method, body });
}
`,
		'src/runners.ts': `import { api, lab, request } from './api';

const asPut = { method: 'PUT' } as const;

export const list = () => api<Runner[]>('/runners'); // CALLS GET /runners
export const drop = (id: number) => api<void>(\`/runners/\${id}\`, { method: 'DELETE' }); // CALLS DELETE /runners/:x
export const pause = (id: number) => request(\`/runners/\${id}\`, asPut); // CALLS PUT /runners/:x
export const mine = () => request('/runners'); // CALLS GET /runners
export const third = (fetch) => lab(fetch, 'runners'); // CALLS GET /runners
export const fourth = (fetch, id) => lab(fetch, \`runners/\${id}\`, { method: 'DELETE' }); // CALLS DELETE /runners/:x
export function register(token: string) {
	const options = { method: 'POST', body: token };
	return api('/runners', options); // CALLS POST /runners
}
`,
	},
	'options that nobody can tell claim no method': {
		'src/a.ts': `const base = 'https://gitlab.example.com/api/v4';
const req = (path: string, opts: RequestInit = {}) => fetch(base + path, { method: 'GET', ...opts });
export const a = (o: RequestInit) => req('/runners', o); // CALLS /runners
export const b = (...rest: []) => req('/runners', ...rest); // CALLS /runners
export const c = () => req('/runners', { method: 'POST' }); // CALLS POST /runners
export function d(remove: boolean) {
	const init: RequestInit = {};
	if (remove) init.method = 'DELETE';
	return fetch('/api/v4/runners/1', init); // CALLS /runners/:x
}
export function e() {
	const init = { body: '1' };
	Object.assign(init, { method: 'PUT' });
	return fetch('/api/v4/runners/1', init); // CALLS /runners/:x
}
export function f(remove: boolean) {
	let o = { method: 'PUT' };
	if (remove) o = { method: 'DELETE' };
	return fetch('/api/v4/runners/1', o); // CALLS /runners/:x
}
export const g = (verb: string) => fetch('/api/v4/runners/1', { [verb]: 'x' }); // CALLS /runners/:x
export const h = () => fetch('/api/v4/runners/1', a(b(c(d(e(f({ method: 'PUT' }))))))); // CALLS /runners/:x
`,
	},
	'a body with a method is no method of HTTP where what asks has its own': {
		'src/rpc.ts': `async function send(path: string, payload: object, init?: RequestInit) {
	return fetch('/api/v4' + path, { ...init, method: 'POST', body: JSON.stringify(payload) });
}
const payload = { method: 'PUT', params: [] };
export const verify = () => send('/runners/verify', payload); // CALLS POST /runners/verify
export const create = () => send('/runners', payload, { method: 'DELETE' }); // CALLS POST /runners
`,
	},
	'a parameter is none of another function with the same name': {
		'src/shadow.ts': `export function outer(path: string, init?: RequestInit) {
	const go = (init: RequestInit) => fetch('/api/v4' + path, init);
	return go({ method: 'DELETE' });
}
export const drop = () => outer('/runners/1'); // CALLS /runners/:x
`,
	},
	'a text that is put around what a function gives': {
		'go.mod': 'module example.com/audit\n',
		'paths/paths.go': `package paths

const Prefix = "/api/v4"

func Runner(id string) string { return Prefix + "/runners/" + id } // CALLS GET /runners/:x/jobs;GET /runners/:x/managers;DELETE /runners/:x
`,
		'audit.go': `package audit

import "example.com/audit/paths"

func (a audit) run(id string) {
	http.Get(a.host + paths.Runner(id) + "/jobs")
	http.Get(fmt.Sprintf("%s%s/managers", a.host, paths.Runner(id)))
	http.NewRequest(http.MethodDelete, a.host+paths.Runner(id), nil)
	http.Get(a.base() + path.Join("/runners", id)) // CALLS GET /runners/:x
}

func (a audit) base() string { return a.host + "/api/v4" }
`,
	},
	'a typed constant that has methods': {
		'typed.go': `package typed

type Path string

const Runner Path = "/projects/{project}/runners/{id}"

func (p Path) Expand(params map[string]string) string { return fill(string(p), params) }

func (c *Client) Drop(params map[string]string) {
	http.NewRequest(http.MethodDelete, c.base+"/api/v4"+Runner.Expand(params), nil) // CALLS DELETE /projects/:x/runners/:x
}
`,
	},
	'names that a configuration has for folders': {
		'tsconfig.base.json': `{
	// for all of them
	"compilerOptions": { "baseUrl": "./packages", "paths": { "@acme/*": ["*/src"], "@all": ["all.ts"] }, },
}
`,
		'apps/web/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./source/*"] } } }',
		'apps/admin/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }',
		'apps/web/source/paths.ts': `export const RUNNERS = '/api/v4/runners';
export const pathOf = (id: number) => \`\${RUNNERS}/\${id}\`; // CALLS DELETE /runners/:x
`,
		'apps/admin/lib/paths.ts': "export const RUNNERS = '/api/v4/user/runners';\n",
		'packages/http/src/index.ts': 'export const del = (url: string) => axios.delete(url);\n',
		'packages/all.ts': "export const ALL = '/api/v4/runners/all';\n",
		'apps/web/source/use.ts': `import { RUNNERS, pathOf } from '@/paths';
import { del } from '@acme/http';
import { ALL } from '@all';
export const list = () => fetch(RUNNERS); // CALLS GET /runners
export const drop = (id: number) => del(pathOf(id));
export const all = () => axios.get(ALL); // CALLS GET /runners/all
`,
		'apps/admin/lib/use.ts': `import { RUNNERS } from '@/paths';
export const make = () => axios.post(RUNNERS); // CALLS POST /user/runners
`,
	},
	'what is taken apart of a file that is required': {
		'lib/constants.cjs': `const API = process.env.GITLAB + '/api/v4';
module.exports = { API, RUNNERS: API + '/runners' };
`,
		'lib/runners.cjs': `const { API, RUNNERS, ...rest } = require('./constants.cjs');
exports.remove = (id) => request.delete(\`\${RUNNERS}/\${id}\`); // CALLS DELETE /runners/:x
exports.create = (body) => request({ method: 'POST', uri: \`\${API}/user/runners\`, body }); // CALLS POST /user/runners
`,
	},
	'only what is given a function serves': {
		'sweep.go': `package sweep

func (s *sweeper) run(id string) {
	r := s.rest.R().SetBody(s.body)
	r.Execute(http.MethodPut, "/api/v4/runners/"+id) // CALLS PUT /runners/:x
	e.Add("PUT", "/api/v4/runners/:id", s.update)
	requests.WithLabelValues("x", "/api/v4/runners/verify").Inc()
}
`,
		'sweep.js': `$.get('/api/v4/runners', function (data) { show(data); }); // CALLS GET /runners
for (const { id } of await lab.paginate.all('/api/v4/runners/all', { limit: 5 })) show(id); // CALLS /runners/all
app.all('/api/v4/runners/all', proxy);
fetchMock.delete('/api/v4/runners/1', 204);
mock.onGet('/api/v4/runners').reply(200, []);
expect(axios.get).toHaveBeenCalledWith('/api/v4/runners/all');
`,
	},
	'marks of a client, and of a controller': {
		'src/client.ts': `@BasePath('/api/v4')
export class Runners extends BaseService {
	@GET('/runners/all') // CALLS GET /runners/all
	all(): Promise<Runner[]> {}
	@DELETE('/runners/{id}') // CALLS DELETE /runners/:x
	remove(@Path('id') id: number): Promise<void> {}
}
`,
		'src/controller.ts': `@Controller('/api/v4')
export class Runners {
	@Get('/runners/all')
	all() {}
	@Delete('/api/v4/runners/:id')
	remove(@Param('id') id: string) {}
}
`,
	},
};

test.each(Object.entries(programs))('%s', (_, tree) => {
	const { found, marked } = readMarked(tree);
	expect(found).toEqual(marked);
});
