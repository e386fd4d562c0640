import { describe, expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { readMarked, type Tree } from './marked-trees.ts';
import { carApi, scanFiles } from './scan-files.ts';

describe('a request has its path and its method, however its program comes by them', () => {
	const trees: Readonly<Record<string, Tree>> = {
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
	const list = "export const list = () => fetch('https://fleet.example.com/api/v4/cars');\n";
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

	test('but where a file does', () => {
		const { uses } = scanFiles({ 'a.ts': list, 'b.ts': '// Cars of GitLab' });
		expect(uses).toMatchObject([{ file: 'a.ts', line: 1, name: 'GET /cars' }]);
	});
});
