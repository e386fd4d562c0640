import { describe, expect, test } from 'vitest';
import { readMarked, type Tree } from './marked-trees.ts';

/** Trees of the shape of real projects, by what used to be taken for something else or to be lost. */
function finds(trees: Readonly<Record<string, Tree>>) {
	test.each(Object.entries(trees))('%s', (_, tree) => {
		const { found, marked } = readMarked(tree);
		expect(found).toEqual(marked);
	});
}

const goMod = 'module example.com/tool\n\nrequire gitlab.com/gitlab-org/api/client-go v1.2.0\n';
const client = 'gitlab "gitlab.com/gitlab-org/api/client-go"';

describe('only a service of a library is one', () => {
	finds({
		'a list of answers with the name of a service': {
			'go.mod': goMod,
			'list.go': `package list

import ${client}

func show(io *printer, scopes *gitlab.RunnerControllerScopes) {
	for _, one := range scopes.InstanceLevelScopings {
		io.line(one.CreatedAt.String())
	}
	scopes.Sort()
}
`,
		},
		'beside a call that gives it': {
			'go.mod': goMod,
			'scope.go': `package scope

import ${client}

func run(c *gitlab.Client, id int64) error {
	scopes, _, err := c.RunnerControllerScopes.ListRunnerControllerScopes(id) // CALLS RunnerControllerScopes.ListRunnerControllerScopes
	if err != nil {
		return err
	}
	return print(scopes.InstanceLevelScopings, len(scopes.RunnerLevelScopings))
}

func print(rows *gitlab.RunnerControllerScopes, n int) error {
	rows.Each(func() {})
	return nil
}
`,
		},
		'a field of that type': {
			'go.mod': goMod,
			'model.go': `package model

import ${client}

type state struct {
	scopes *gitlab.RunnerControllerScopes
	runner *gitlab.Runner
}

func (s *state) refresh() {
	s.scopes.Reload()
	s.runner.Runners.Reload()
}
`,
		},
		'a list of them': {
			'go.mod': goMod,
			'table.go': `package table

import ${client}

func rows(all []*gitlab.RunnerControllers, byID map[int]gitlab.RunnerControllerTokens) {
	for _, one := range all {
		one.Render()
	}
	byID[1].Render()
}
`,
		},
		'an interface of the service': {
			'go.mod': goMod,
			'api.go': `package api

import ${client}

type deps struct {
	runners gitlab.RunnersServiceInterface
	raw     *gitlab.RunnersService
}

func (d deps) get(id int) {
	d.runners.GetRunnerDetails(id) // CALLS Runners.GetRunnerDetails
	d.raw.RemoveRunner(id) // CALLS Runners.RemoveRunner
}
`,
		},
		'options of a call': {
			'go.mod': goMod,
			'opts.go': `package opts

import ${client}

func list(c *gitlab.Client, opts *gitlab.ListRunnersOptions) {
	opts.Runners.Reset()
	c.Runners.ListRunners(opts) // CALLS Runners.ListRunners
}
`,
		},
	});
});

describe('what people are told of is still asked for', () => {
	finds({
		'a printed address': {
			'main.go': `package main

import (
	"fmt"
	"net/http"
)

func remove(base string, id int, token string) error {
	url := fmt.Sprintf("%s/api/v4/runners/%d", base, id) // CALLS DELETE /runners/:x
	fmt.Printf("DELETE %s\\n", url)
	req, err := http.NewRequest(http.MethodDelete, url, nil)
	if err != nil {
		return fmt.Errorf("request to %s: %w", url, err)
	}
	_ = req
	return nil
}
`,
		},
		'a logged path that a base is put before': {
			'client.go': `package client

import (
	"log/slog"
	"net/http"
)

func (c *Client) verify() error {
	path := "/api/v4/runners/verify"
	slog.Debug("asking", "path", path)
	req, err := http.NewRequest("POST", c.base+path, nil) // CALLS POST /runners/verify
	_ = req
	return err
}
`,
		},
		'a message is made of it, and a helper asks': {
			'jobs.go': `package jobs

import "fmt"

func jobs(c caller, id int) error {
	endpoint := fmt.Sprintf("runners/%d/jobs", id) // CALLS GET /runners/:x/jobs
	msg := fmt.Sprintf("asking for %s of the runner", endpoint)
	c.note(msg)
	return c.http.Get(endpoint, nil)
}
`,
		},
		'a failure that names it': {
			'a.ts': `export async function pause(id: number) {
	const url = \`\${base}/api/v4/runners/\${id}\`; // CALLS PUT /runners/:x
	console.log(\`Pausing \${url}\`);
	const answer = await fetch(url, { method: 'PUT', body: '{}' });
	if (!answer.ok) throw new Error(\`PUT \${url} failed\`);
}
`,
		},
		'an address that is looked at': {
			'b.ts': `async function get(id: string) {
	const path = \`/api/v4/groups/\${id}/runners\`; // CALLS GET /groups/:x/runners
	logger.info('asking', path);
	if (path.includes('//')) warn(path);
	return axios.get(path);
}
`,
		},
		'nothing but messages': {
			'c.go': `package c

import "log"

func f(id int) {
	log.Printf("/api/v4/runners/%d", id)
	logger.Infof("projects/%d/runners", id)
	url := "/api/v4/runners/all"
	log.Println(url)
}
`.replace('url :=', 'msg :='),
		},
	});
});

describe('TypeScript: objects, helpers and words', () => {
	finds({
		'names in an object': {
			'src/api.ts': `export class RunnersApi {
	constructor(private readonly client: HttpClient) {}

	pause(id: number) {
		const endpoint = \`/runners/\${id}\`; // CALLS PUT /runners/:x
		return this.request({ endpoint, method: 'PUT', body: { paused: true } });
	}
	list() {
		const url = '/runners/all'; // CALLS GET /runners/all
		return this.request({ url, method: 'GET' });
	}
	create() {
		const where = 'user/runners'; // CALLS POST /user/runners
		return this.client.send({ path: where, method: 'POST' });
	}
	verify() {
		return this.client.send({ path: '/runners/verify', method: 'POST' }); // CALLS POST /runners/verify
	}
}
`,
		},
		'a helper that is called as the method': {
			'src/gitlab.ts': `const base = 'https://gitlab.example.com/api/v4';

async function req(method: string, path: string, body?: unknown) {
	return fetch(\`\${base}/\${path}\`, { method, body: JSON.stringify(body) });
}
const get = <T>(path: string) => req('GET', path) as Promise<T>;
const post = (path: string, body: unknown) => req('POST', path, body);

export const runners = () => get('runners'); // CALLS GET /runners
export const runner = (id: number) => get(\`runners/\${id}\`); // CALLS GET /runners/:x
export const register = (token: string) => post('runners', { token }); // CALLS POST /runners
export const remove = (id: number) => req('DELETE', \`runners/\${id}\`); // CALLS DELETE /runners/:x
export const names = new Map([['runners', 1]]).get('runners');
`,
		},
		'a client that is made for GitLab': {
			'src/lab.ts': `import axios from 'axios';

const lab = axios.create({ baseURL: process.env.GITLAB_URL + '/api/v4' });

export async function all() {
	return (await lab.get('runners')).data; // CALLS GET /runners
}
export const register = (token) => lab.post('runners', { token }); // CALLS POST /runners
export const setting = settings.get('runners');
`,
		},
		'a client of another file': {
			'src/http.ts': `import got from 'got';
export const lab = got.extend({ prefixUrl: 'https://gitlab.example.com/api/v4' });
`,
			'src/runners.ts': `import { lab } from './http';
export const all = () => lab.get('runners').json(); // CALLS GET /runners
export const drop = (id: number) => lab.delete(\`runners/\${id}\`); // CALLS DELETE /runners/:x
`,
		},
		'the predecessor of gitbeaker': {
			'package.json': '{ "dependencies": { "gitlab": "^14.2.2" } }',
			'index.js': `const { Gitlab } = require('gitlab');

const api = new Gitlab({ token: process.env.TOKEN });

async function main() {
	const own = await api.Runners.allOwned({ status: 'online' }); // CALLS Runners.allOwned
	for (const { id } of await api.Runners.all()) { // CALLS Runners.all
		const jobs = await api.Runners.jobs(id); // CALLS Runners.jobs
		if (jobs.length === 0) await api.Runners.edit(id, { active: false }); // CALLS Runners.edit
	}
	return own;
}
`,
		},
		'its class without a name': {
			'package.json': '{ "dependencies": { "gitlab": "^5.0.0" } }',
			'sync.mjs': `import Gitlab from 'gitlab/dist/es5';

const api = new Gitlab({ url: 'https://gitlab.example.com' });
export const show = (id) => api.Runners.show(id); // CALLS Runners.show
export const jobs = (id) => api.Jobs.all(id);
`,
		},
	});
});

describe('functions of the project that take the path', () => {
	finds({
		'a method of Go that posts': {
			'go.mod': 'module example.com/net\n',
			'network/client.go': `package network

import "net/http"

type Client struct{ base string }

func (n *Client) doJSON(ctx context.Context, method, uri string, in any) error {
	req, err := http.NewRequestWithContext(ctx, method, n.base+"/api/v4/"+uri, nil)
	_ = req
	return err
}
`,
			'network/reset.go': `package network

import "net/http"

func (n *Client) resetToken(ctx context.Context, uri string) error {
	return n.doJSON(ctx, http.MethodPost, uri, nil)
}

func (n *Client) Reset(ctx context.Context) error {
	return n.resetToken(ctx, "runners/reset_authentication_token") // CALLS POST /runners/reset_authentication_token
}

func (n *Client) Verify(ctx context.Context) error {
	return n.doJSON(ctx, http.MethodPost, "runners/verify", nil) // CALLS POST /runners/verify
}
`,
		},
		'a function that makes the address': {
			'src/url.ts': `export function getPrefixedUrl(path: string, params: Record<string, string> = {}) {
	return \`\${process.env.CI_SERVER_URL}/api/v4/\${path}?\${new URLSearchParams(params)}\`;
}
`,
			'src/list.ts': `import { getPrefixedUrl } from './url';

export async function list() {
	const url = getPrefixedUrl('runners', { page: '1' }); // CALLS GET /runners
	return fetch(url);
}
export const drop = (id: number) =>
	fetch(getPrefixedUrl(\`runners/\${id}\`), { method: 'DELETE' }); // CALLS DELETE /runners/:x
`,
		},
		'a method of a class': {
			'src/client.ts': `export class GitlabClient {
	async call(path: string) {
		return this.http.get(this.base + '/api/v4' + path);
	}
	async send(path: string, body: unknown) {
		const url = \`\${this.base}/api/v4/\${path}\`;
		return this.http.post(url, body);
	}
	jobs(id: number) {
		return this.call(\`/runners/\${id}/jobs\`); // CALLS GET /runners/:x/jobs
	}
	create(body: unknown) {
		return this.send('user/runners', body); // CALLS POST /user/runners
	}
}
`,
		},
		'a function that takes its options apart': {
			'src/http.ts': `import axios from 'axios';

const base = \`\${process.env.CI_SERVER_URL}/api/v4\`;

export async function ask({ endpoint, method = 'GET', data }: Options) {
	const answer = await axios({ url: \`\${base}/\${endpoint}\`, method, data });
	return answer.data;
}
export const create = ({ path: uri, body }: Creation) => axios.post(base + uri, body);
export const show = ({ path }: { path: string }) => console.log(path);
`,
			'src/use.ts': `import { ask, create, show } from './http';

export const list = () => ask({ endpoint: 'runners' }); // CALLS GET /runners
export const drop = (id: number) => ask({ endpoint: \`runners/\${id}\`, method: 'DELETE' }); // CALLS DELETE /runners/:x
export const add = (body: unknown) => create({ path: '/user/runners', body }); // CALLS POST /user/runners
show({ path: '/user/runners' });
`,
		},
		'a function of another package': {
			'go.mod': 'module example.com/sync\n',
			'internal/rest/rest.go': `package rest

import "net/http"

func Delete(base, path string) error {
	url := base + "/api/v4/" + path
	req, err := http.NewRequest(http.MethodDelete, url, nil)
	_ = req
	return err
}
`,
			'main.go': `package main

import (
	"fmt"

	"example.com/sync/internal/rest"
)

func drop(id int) error {
	return rest.Delete(base, fmt.Sprintf("runners/%d", id)) // CALLS DELETE /runners/:x
}
`,
		},
		'a function that returns the path': {
			'runner.go': `package runner

import (
	"fmt"
	"net/http"
)

func runnerPath(id int) string {
	return fmt.Sprintf("runners/%d", id) // CALLS DELETE /runners/:x;PUT /runners/:x
}

func (c *Client) Delete(id int) error { return c.NewRequest(http.MethodDelete, runnerPath(id)) }
func (c *Client) Update(id int) error { return c.NewRequest(http.MethodPut, runnerPath(id)) }
`,
		},
		'a helper that asks nothing over HTTP': {
			'go.mod': 'module example.com/web\n',
			'web.go': `package web

import (
	"net/http"
	"os"
)

type Site struct {
	root string
	mux  *http.ServeMux
}

func (s *Site) load(path string) ([]byte, error) { return os.ReadFile(s.root + "/" + path) }
func (s *Site) serve(path string) { s.mux.HandleFunc("/"+path, s.show) }

func (s *Site) Start() {
	s.load("runners/all")
	s.serve("runners/all")
	s.serve("api/v4/runners/all")
}
`,
		},
	});
});

describe('GraphQL', () => {
	finds({
		'a file of queries': {
			'src/queries/runners.query.graphql': `#import "./runner.fragment.graphql"

query allRunners($first: Int) {
  runners(first: $first) { # CALLS Query.runners
    nodes { ...RunnerFields }
  }
}
`,
			'src/queries/runner.fragment.graphql': `fragment RunnerFields on CiRunner {
  id
  managers(first: 1) { # CALLS CiRunner.managers
    nodes { version }
  }
}
`,
		},
		'the user who asks': {
			'main.go':
				'package main\n\nconst mine = `query {\n  currentUser {\n    runners(first: 5) { # CALLS CurrentUser.runners\n      nodes { id }\n    }\n  }\n}`\n',
		},
		'what a runner has': {
			'q.ts':
				'export const q = gql`\n\tquery one($id: CiRunnerID!) {\n\t\trunner(id: $id) { # CALLS Query.runner\n\t\t\tjobs(first: 3) { # CALLS CiRunner.jobs\n\t\t\t\tnodes { id }\n\t\t\t}\n\t\t\tmanagers { # CALLS CiRunner.managers\n\t\t\t\tnodes { systemId }\n\t\t\t}\n\t\t}\n\t}\n`;\n',
		},
		'queries that code is generated from': {
			'genqlient.graphql':
				'mutation CreateRunner($input: RunnerCreateInput!) {\n  runnerCreate(input: $input) { # CALLS Mutation.runnerCreate\n    runner { id ephemeralAuthenticationToken }\n    errors\n  }\n}\n',
			'generated.go':
				'// Code generated by github.com/Khan/genqlient, DO NOT EDIT.\n\npackage gql\n\nconst CreateRunner_Operation = `mutation CreateRunner { runnerCreate(input: {}) { errors } }`\n',
		},
		'runners of a group and their jobs': {
			'group.gql':
				'query ($path: ID!) {\n  group(fullPath: $path) {\n    runners { # CALLS Group.runners\n      nodes {\n        jobs(statuses: RUNNING) { count } # CALLS CiRunner.jobs\n      }\n    }\n  }\n}\n',
		},
		'a schema, and jobs of something else': {
			'schema.graphql':
				'type Query {\n  runners(first: Int): CiRunnerConnection\n}\n\ntype CiRunner {\n  jobs(first: Int): CiJobConnection\n}\n',
			'p.graphql':
				'query { project(fullPath: "a") { pipeline(iid: 1) { jobs(first: 1) { nodes { id runner { id } } } } } }\n',
		},
	});
});
