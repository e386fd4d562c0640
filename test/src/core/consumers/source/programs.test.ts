import { expect, test } from 'vitest';
import { readMarked, type Tree } from './marked-trees.ts';

/** Programs as their authors would write them. */
const programs: Readonly<Record<string, Tree>> = {
	'packages of one repository that import each other by their names': {
		'packages/paths/package.json': '{ "name": "@fleet/paths", "main": "dist/index.js" }',
		'packages/paths/src/index.ts': `export const RUNNERS = '/api/v4/runners';
export const pathOf = (id: number) => \`\${RUNNERS}/\${id}\`; // CALLS PUT /runners/:x;DELETE /runners/:x
`,
		'packages/paths/src/groups.ts': `export const ofGroup = (id: string) => \`/api/v4/groups/\${id}/runners\`; // CALLS GET /groups/:x/runners
`,
		'packages/http/package.json': '{ "name": "@fleet/http", "main": "lib/main.js" }',
		'packages/http/lib/main.js': `const axios = require('axios');
exports.send = (method, url, data) => axios({ method, url, data });
`,
		'packages/web/package.json': '{ "name": "@fleet/web" }',
		'packages/web/src/app.ts': `import { RUNNERS, pathOf } from '@fleet/paths';
import { ofGroup } from '@fleet/paths/groups';
import { send } from '@fleet/http';
import { RUNNERS as others } from '@else/paths';

export const list = () => send('get', RUNNERS); // CALLS GET /runners
export const pause = (id: number) => send('PUT', pathOf(id), { paused: true });
export const drop = (id: number) => send('delete', pathOf(id));
export const group = (id: string) => fetch(ofGroup(id));
export const strange = () => fetch(others);
`,
	},
	'a component of Vue with data, computed values and properties': {
		'src/Table.vue': `<script>
import axios from '~/lib/axios';

export default {
	props: { managersPath: { type: String, default: '/api/v4/runners/managers' } },
	data() {
		return { rows: [], listUrl: '/api/v4/runners/all' };
	},
	computed: {
		tokenUrl() {
			return \`/api/v4/runners/\${this.id}/reset_authentication_token\`;
		},
	},
	methods: {
		async load() {
			this.rows = await axios({ url: this.listUrl, method: 'get' }); // CALLS GET /runners/all
		},
		reset() {
			return axios.post(this.tokenUrl); // CALLS POST /runners/:x/reset_authentication_token
		},
		forget() {
			return axios.delete(this.managersPath); // CALLS DELETE /runners/managers
		},
	},
};
</script>
`,
	},
	'a getter, beside another one of the same name': {
		'src/runner.ts': `export class Runner {
	private get url() {
		return \`https://gitlab.example.com/api/v4/runners/\${this.id}\`;
	}
	show() {
		return ky.get(this.url).json(); // CALLS GET /runners/:x
	}
	drop() {
		return ky.delete(this.url); // CALLS DELETE /runners/:x
	}
}
export class Other {
	get url() {
		return '/x';
	}
	patch() {
		return ky.put(this.url);
	}
}
`,
	},
	'hooks of React with a function that takes the method': {
		'src/client.ts': `const root = process.env.GITLAB + '/api/v4';

export async function request<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
	const answer = await fetch(\`\${root}\${path}\`, { ...init, method: method.toUpperCase() });
	return answer.json();
}
`,
		'src/hooks.ts': `import { request } from './client';

export const useRunners = (status: string) =>
	useQuery({
		queryKey: ['runners'],
		queryFn: () => request<Runner[]>('get', \`/runners?status=\${status}\`), // CALLS GET /runners
	});
export const usePause = () =>
	useMutation({ mutationFn: (id: number) => request('put', \`/runners/\${id}\`) }); // CALLS PUT /runners/:x
`,
	},
	'a function that takes method and path in one text': {
		'lib/lab.js': `class Lab {
	async request(route, params = {}) {
		const [method, path] = route.split(' ');
		return fetch(this.base + fill(path, params), { method });
	}
}
module.exports = { Lab };
`,
		'bin/rotate.js': `const { Lab } = require('../lib/lab');
const lab = new Lab();

lab.request('GET /projects/:id/runners', { id: 1 }); // CALLS GET /projects/:x/runners
lab.request('POST /runners/{id}/reset_authentication_token', { id }); // CALLS POST /runners/:x/reset_authentication_token
`,
	},
	'an instance that is called itself': {
		'audit.mjs': `import got from 'got';

const api = got.extend({ prefixUrl: \`\${process.env.CI_SERVER_URL}/api/v4\` });

const all = await api('runners/all').json(); // CALLS /runners/all
for await (const job of api.paginate('runners/1/jobs')) show(job); // CALLS /runners/:x/jobs
`,
	},
	'a function that is given the end of a path': {
		'src/lib/urls.ts': `export const runnersUrl = (rest: string) => \`/api/v4/runners/\${rest}\`; // CALLS GET /runners/all;POST /runners/verify
`,
		'src/load.ts': `import { runnersUrl } from '$lib/urls';
export const load = () => fetch(runnersUrl('all'));
export const verify = (body: string) => fetch(runnersUrl('verify'), { method: 'POST', body });
`,
	},
	'methods of HTTP in small letters, in constants and made large': {
		'rest.go': `package rest

import (
	"fmt"
	"net/http"
	"strings"
)

const remove = "DELETE"

type api struct{ base string }

func (a *api) call(verb, path string, body any) error {
	req, err := http.NewRequest(strings.ToUpper(verb), a.base+"/api/v4"+path, nil)
	_ = req
	return err
}

func (a *api) List() error   { return a.call("get", "/runners", nil) } // CALLS GET /runners
func (a *api) Verify() error { return a.call("post", "/runners/verify", nil) } // CALLS POST /runners/verify
func (a *api) Delete(id string) error {
	_, err := http.NewRequest(remove, a.base+"/api/v4/runners/"+id, nil) // CALLS DELETE /runners/:x
	return err
}
func (a *api) Pause(id string) error {
	_, err := http.NewRequest(strings.ToUpper("put"), a.base+"/api/v4/runners/"+id, nil) // CALLS PUT /runners/:x
	return err
}
func (a *api) Show(id int) (*http.Response, error) {
	return http.Get(fmt.Sprint(a.base, "/api/v4/runners/", id)) // CALLS GET /runners/:x
}
`,
	},
	'names that are used again': {
		'a.go': `package a

import "net/http"

func f(base string) {
	path := "/api/v4/runners"
	http.Get(base + path) // CALLS GET /runners
	path = "/api/v4/runners/verify"
	http.Post(base+path, "a", nil) // CALLS POST /runners/verify
	url := base + "/api/v4/runners/all" // CALLS GET /runners/all
	http.Get(url)
	url = other()
	http.Post(url, "a", nil)
}

func g(base string) {
	path := "/api/v4/runners"
	for {
		http.Get(base + path) // CALLS GET /runners;GET /runners/all
		path = "/api/v4/runners/all"
	}
}

func h(base string) {
	method := "GET"
	if all {
		method = "POST"
	}
	http.NewRequest(method, base+"/api/v4/runners", nil) // CALLS GET /runners;POST /runners
}
`,
		'b.ts': `export async function f() {
	let url = '/api/v4/runners'; // CALLS GET /runners
	await axios.get(url);
	url = '/x';
	await axios.delete(url);
	let path = '/api/v4/runners/{id}'; // CALLS DELETE /runners/:x
	path = path.replace('{id}', id);
	await axios.delete(path);
}
`,
	},
	'a method of HTTP that a name has': {
		'a.go': `package a

func f(id string) {
	method := http.MethodGet
	if id != "" {
		method = http.MethodDelete
	}
	http.NewRequest(method, base+"/api/v4/runners/"+id, nil) // CALLS GET /runners/:x;DELETE /runners/:x
	if id != "" {
		method = other()
	}
	http.NewRequest(method, base+"/api/v4/runners/all", nil) // CALLS /runners/all
}

func g(set flags) {
	method, verb := "GET", "POST"
	set.StringVar(&method, "method", "GET", "how to ask")
	http.NewRequest(method, base+"/api/v4/runners", nil) // CALLS /runners
	err, verb = read()
	http.NewRequest(verb, base+"/api/v4/runners", nil) // CALLS /runners
}
`,
		'b.ts': `import { request } from './c';
const method = 'DELETE';
export const f = () => fetch('/api/v4/runners/1', { method }); // CALLS DELETE /runners/:x
export const g = () => request('/api/v4/runners', true); // CALLS GET /runners;POST /runners
export const h = (id) => fetch(\`/api/v4/runners/\${id}\`, { method: id ? 'PUT' : 'GET' }); // CALLS PUT /runners/:x;GET /runners/:x
class Client {
	method = 'GET';
	constructor(method) {
		this.method = method;
	}
	list() {
		return fetch('/api/v4/runners', { method: this.method }); // CALLS /runners
	}
}
`,
		'c.ts': `export async function request(path, make) {
	let method = 'GET';
	if (make) {
		method = 'POST';
	}
	const url = base + path;
	return fetch(url, { method });
}
`,
	},
	'a name where a path has what varies': {
		'a.js': `await fetch('https://gitlab.example.com/api/v4/groups/tools/runners'); // CALLS GET /groups/:x/runners
await axios.post('/api/v4/projects/my-project/runners', { id }); // CALLS POST /projects/:x/runners
const folder = 'projects/tools/runners';
const of = (group) => \`/api/v4/groups/\${group}/runners\`; // CALLS GET /groups/:x/runners
await fetch(of('tools'));
const one = (id) => \`/api/v4/runners/\${id}\`; // CALLS GET /runners/:x;GET /runners/all
await axios.get(one('abc'));
await axios.get(one('all'));
`,
	},
};

test.each(Object.entries(programs))('%s', (_, tree) => {
	const { found, marked } = readMarked(tree);
	expect(found).toEqual(marked);
});
