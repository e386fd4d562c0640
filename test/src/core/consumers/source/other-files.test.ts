import { describe, expect, test } from 'vitest';
import { readMarked, type Tree } from './marked-trees.ts';

/** Trees in which a path and what asks for it stand in different files. */
function finds(trees: Readonly<Record<string, Tree>>) {
	test.each(Object.entries(trees))('%s', (_, tree) => {
		const { found, marked } = readMarked(tree);
		expect(found).toEqual(marked);
	});
}

const goMod = 'module example.com/fleet\n';

describe('Go: what another package declares', () => {
	finds({
		'constants, alone, behind a base and in a format': {
			'go.mod': goMod,
			'routes/routes.go': `package routes

import "fmt"

const (
	Root   = "/api/v4"
	All    = Root + "/runners/all"
	One    = Root + "/runners/%d"
	Verify = "/api/v4/runners/verify"
)

var Mine = fmt.Sprintf("%s/user/runners", Root)
`,
			'client/client.go': `package client

import (
	"fmt"
	"net/http"

	"example.com/fleet/routes"
)

func (c *Client) call(verb, path string) error {
	req, err := http.NewRequest(verb, c.host+path, nil)
	_ = req
	return err
}

func (c *Client) All() error { return c.call(http.MethodGet, routes.All) } // CALLS GET /runners/all
func (c *Client) Drop(id int) error {
	return c.call(http.MethodDelete, fmt.Sprintf(routes.One, id)) // CALLS DELETE /runners/:x
}
func (c *Client) Mine() (*http.Response, error) {
	return http.Post(c.host + routes.Mine, "application/json", nil) // CALLS POST /user/runners
}
func (c *Client) Verify() (*http.Response, error) {
	return http.Post(c.host+routes.Verify, "application/json", nil) // CALLS POST /runners/verify
}
`,
		},
	});
});

describe('TypeScript: what another file exports', () => {
	finds({
		'constants, by a file that hands them on': {
			'src/constants/paths.ts':
				'export const RUNNERS = "/runners";\nexport const JOBS = (id: number) => `${RUNNERS}/${id}/jobs`; // CALLS GET /runners/:x/jobs\n',
			'src/constants/index.ts': "export * from './paths';\n",
			'src/http.ts':
				"import axios from 'axios';\nexport default axios.create({ baseURL: 'https://gitlab.example.com/api/v4' });\n",
			'src/service.ts': `import http from './http';
import { RUNNERS, JOBS } from './constants';

export const list = () => http.get(RUNNERS); // CALLS GET /runners
export const show = (id: number) => http.get(\`\${RUNNERS}/\${id}\`); // CALLS GET /runners/:x
export const drop = (id: number) => http.delete(RUNNERS + '/' + id); // CALLS DELETE /runners/:x
export const jobs = (id: number) => http.get(JOBS(id));
`,
		},
		'an enum, an object and a field of a class': {
			'paths.ts': `export enum ApiPath {
	Runners = '/api/v4/runners',
	Verify = '/api/v4/runners/verify',
}
export const PATHS = { runner: { all: '/api/v4/runners/all' } } as const;
`,
			'client.ts': `import { ApiPath, PATHS } from './paths';

export class Client {
	static readonly reset: string = '/api/v4/runners/reset_authentication_token';
	private readonly own = \`\${this.base}/api/v4/projects/1/runners\`;

	list() {
		const url = new URL(ApiPath.Runners, this.origin); // CALLS GET /runners
		url.searchParams.set('type', 'instance_type');
		return fetch(url);
	}
	verify() {
		return fetch(new URL(ApiPath.Verify, this.origin), { method: 'POST' }); // CALLS POST /runners/verify
	}
	all = async () => (await fetch(this.origin + PATHS.runner.all)).json(); // CALLS GET /runners/all
	again = () => fetch(\`\${this.origin}\${Client.reset}\`, { method: 'POST' }); // CALLS POST /runners/reset_authentication_token
	assign = (id: number) => this.http.post(this.own, { id }); // CALLS POST /projects/:x/runners
}
`,
		},
		'functions of an object': {
			'endpoints.ts': `export const endpoints = {
	runners: {
		list: () => '/runners', // CALLS GET /runners
		one: (id: number) => \`/runners/\${id}\`, // CALLS DELETE /runners/:x;PUT /runners/:x
	},
	groups: {
		runners(id: string) {
			return \`/groups/\${id}/runners\`; // CALLS GET /groups/:x/runners
		},
	},
};
`,
			'http.ts':
				"import axios from 'axios';\nexport const http = axios.create({ baseURL: '/api/v4' });\n",
			'service.ts': `import { endpoints } from './endpoints';
import { http } from './http';

export const list = () => http.get(endpoints.runners.list());
export const drop = (id: number) => http.delete(endpoints.runners.one(id));
export const save = (id: number, body: unknown) => http.put(endpoints.runners.one(id), body);
export const ofGroup = (id: string) => http.get(endpoints.groups.runners(id));
`,
			'other.ts': `import { endpoints } from './endpoints';
import { http } from './http';

const jobs = { list: () => '/jobs' };
export const all = () => http.post(jobs.list(), endpoints);
`,
		},
	});
});

test('what makes the addresses of several calls mixes none of them', () => {
	const { found, marked } = readMarked({
		'utils.js': `export function joinPaths(...paths) {
	return paths.join('/').replace(/\\/+/g, '/');
}
`,
		'api_utils.js': `import { joinPaths } from './utils';

export function buildApiUrl(url) {
	return joinPaths(gon.relative_url_root || '', url.replace(':version', gon.api_version));
}
`,
		'runners_api.js': `import axios from 'axios';
import { buildApiUrl } from './api_utils';

const RUNNER_PATH = '/api/:version/runners/:id'; // CALLS PUT /runners/:x
const PROJECT_PATH = '/api/:version/projects/:id/runners'; // CALLS GET /projects/:x/runners

export function update(id, params) {
	const url = buildApiUrl(RUNNER_PATH).replace(':id', id);
	return axios.put(url, params);
}
export const ofProject = (id) => {
	const url = buildApiUrl(PROJECT_PATH).replace(':id', encodeURIComponent(id));
	return axios.get(url);
};
`,
	});
	expect(found).toEqual(marked);
});
