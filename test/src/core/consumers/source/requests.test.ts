import { describe, expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { readMarked, type Tree } from './marked-trees.ts';
import { carApi, scanFiles } from './scan-files.ts';

describe('a request has its path and its method, however its program comes by them', () => {
	const trees: Readonly<Record<string, Tree>> = {
		'functions of one object each have a path': {
			'api/runners.js': `const client = require('./client');

module.exports = {
	async drop(id) {
		const url = \`/api/v4/runners/\${id}\`; // CALLS DELETE /runners/:x
		return client.delete(url);
	},
	async verify(body) {
		const url = '/api/v4/runners/verify'; // CALLS POST /runners/verify
		return client.post(url, body);
	},
};
`,
		},
		'a literal describes it': {
			'network/network.go': `package network

type Network struct{ own credentials }

func (n *Network) Register(ctx context.Context) error {
	return n.register(ctx, "runners") // CALLS POST /runners
}

func (n *Network) register(ctx context.Context, uri string) error {
	return n.measured(ctx, order{credentials: n.own, method: http.MethodPost, uri: uri, status: 201})
}

func (n *Network) measured(ctx context.Context, params order) error {
	return n.send(ctx, params.method, params.uri, params.status)
}

const root = "/api/v4/"
`,
		},
		'a request is made of the base, and an address of both': {
			'client/client.go': `package client

const root = "api/v4/"

type Client struct{ baseURL *url.URL }

func (c *Client) NewRequest(method, path string, body any) (*http.Request, error) {
	unescaped, err := url.PathUnescape(path)
	if err != nil {
		return nil, err
	}
	u := *c.baseURL
	u.RawPath = c.baseURL.Path + path
	u.Path = c.baseURL.Path + unescaped
	return http.NewRequest(method, u.String(), nil)
}

func (c *Client) Forget(id int) error {
	path := fmt.Sprintf("runners/%d", id) // CALLS DELETE /runners/:x
	req, err := c.NewRequest(http.MethodDelete, path, nil)
	if err != nil {
		return err
	}
	return c.do(req)
}
`,
		},
		'the base parses it': {
			'client/list.go': `package client

func (c *Client) list(ctx context.Context) (*http.Response, error) {
	ref, err := url.Parse("/api/v4/runners/all") // CALLS GET /runners/all
	if err != nil {
		return nil, err
	}
	target, err := c.baseURL.Parse("/api/v4/runners") // CALLS GET /runners
	if err != nil {
		return nil, err
	}
	_, _ = http.Get(ref.String())
	return http.Get(target.String())
}
`,
		},
		'the method is said by default': {
			'src/send.ts': `export async function send(path: string, options: Options = {}) {
	const { method = 'GET', body } = options;
	return fetch(process.env.GITLAB + '/api/v4' + path, { method, body });
}

export async function tell(path: string, options?: Options) {
	return fetch(process.env.GITLAB + '/api/v4' + path, { method: options?.method ?? 'POST' });
}
`,
			'src/app.ts': `import { send, tell } from './send';

export const all = () => send('/runners/all'); // CALLS GET /runners/all
export const pause = (id: number) => send(\`/runners/\${id}\`, { method: 'PUT' }); // CALLS PUT /runners/:x
export const verify = () => tell('/runners/verify'); // CALLS POST /runners/verify
export const drop = (id: number) => tell(\`/runners/\${id}\`, { method: 'DELETE' }); // CALLS DELETE /runners/:x
`,
		},
		'a constructor gives what asks': {
			'src/GitLab.js': `export class Http {
	ask(path, body) {
		return fetch(\`https://gitlab.example.com/api/v4/\${path}\`, { method: 'POST', body });
	}
}

export class Runners {
	#http;
	constructor() {
		this.#http = new Http();
	}
	add(body) {
		return this.#http.ask('user/runners', body); // CALLS POST /user/runners
	}
}
`,
		},
		'it is itself with more before it': {
			'src/get.go': `package get

func list(all bool) ([]byte, error) {
	path := "/api/v4/runners"
	if all {
		path = "." + path // CALLS /runners
	}
	return ask(path)
}
`,
		},
		'a program of GitLab asks': {
			'cmd/list.go': `package cmd

func list() ([]byte, error) {
	return exec.Command("glab", "api", "runners/all").Output() // CALLS GET /runners/all
}

func reset(id string) error {
	return exec.Command("glab", "api", "-X", "POST", "runners/"+id+"/reset_authentication_token").Run() // CALLS POST /runners/:x/reset_authentication_token
}
`,
		},
		'a list has sums for its elements': {
			'cmd/paths.go': `package cmd

func paths(runner Runner) []string {
	return []string{
		"/api/v4/runners/" + runner.ID, // CALLS /runners/:x
	}
}

func all(c *client, runner Runner) {
	for _, path := range paths(runner) {
		c.get(path)
	}
}
`,
		},
		'an interface of its own is around the client': {
			'go.mod': 'module example.com/tool\n\nrequire gitlab.com/gitlab-org/api/client-go v1.2.0\n',
			'service.go': `package service

import gitlab "gitlab.com/gitlab-org/api/client-go"

type Runners interface {
	RemoveRunner(ctx context.Context, id int, o ...gitlab.RequestOptionFunc) (*gitlab.Response, error)
}

type adapter struct{ client *gitlab.Client }

func (a adapter) RemoveRunner(ctx context.Context, id int, o ...gitlab.RequestOptionFunc) (*gitlab.Response, error) {
	return a.client.Runners.RemoveRunner(id, gitlab.WithContext(ctx)) // CALLS Runners.RemoveRunner
}

func drop(ctx context.Context, of Runners) error {
	_, err := of.RemoveRunner(ctx, 1)
	return err
}
`,
		},
		'a program has a folder of its own': {
			'web/src/pause.js': `import { send } from '@/lib/send';

export const pause = (id) => send('/api/v4/runners/' + id); // CALLS PUT /runners/:x
`,
			'web/src/lib/send.js': `export const send = (path) => fetch(path, { method: 'PUT' });
`,
		},
		'GitLab is behind a path of its own host': {
			'src/behind.ts': `const api = axios.create({ baseURL: 'https://gitlab.example.com/behind/' });
export const all = () => api.get('/runners/all'); // CALLS GET /runners/all
`,
		},
		'another server is asked': {
			'src/other.ts': `const api = axios.create({ baseURL: '/api/fleet/' });
export const all = () => api.get('/runners/all');
`,
			'src/gitlab.ts': `export const list = () => fetch('https://gitlab.example.com/api/v4/runners'); // CALLS GET /runners
`,
		},
	};

	test.each(Object.entries(trees))('%s', (_, tree) => {
		const { found, marked } = readMarked(tree);
		expect(found).toEqual(marked);
	});
});

describe('nobody can tell whether it is GitLab that is asked', () => {
	const list = "export const list = () => fetch('https://fleet.invalid/api/v4/cars');\n";
	const made = "// Asks GitLab.\nexport const cars = make({ all: 'cars/all' });\n";

	test.each<[string, Tree, string]>([
		['where no file names it', { 'a.ts': list }, 'a.ts:1'],
		[
			'where a file names it, and another one the root',
			{ 'root.ts': "export const root = '/api/v4';\n", 'a.ts': made },
			'a.ts:2',
		],
	])('%s', (_, files, doubt) => {
		const scan = startScan(carApi());
		for (const [path, text] of Object.entries(files)) scan.add(path, text);
		expect(scan.finish().uses).toEqual([]);
		expect(scan.doubts().unfollowed).toEqual([doubt]);
	});

	test('but where the file does, or one that it imports', () => {
		const found = [{ file: 'a.ts', line: 2, name: 'GET /cars' }];
		const names = '// Cars of GitLab\n';
		expect(scanFiles({ 'a.ts': names + list }).uses).toMatchObject(found);
		const imports = "import { cars } from './b';\n";
		expect(scanFiles({ 'a.ts': imports + list, 'b.ts': names }).uses).toMatchObject(found);
		expect(scanFiles({ 'a.ts': list, 'b.ts': names }).uses).toEqual([]);
	});
});
