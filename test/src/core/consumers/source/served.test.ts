import { expect, test } from 'vitest';
import { findIn } from './scan-files.ts';

test.each([
	[
		'a router of Go is given methods',
		'a.go',
		`package a

func (s *Server) list() {}

func (s *Server) routes(api chi.Router, v4 *http.ServeMux) {
	api.Get("/cars", s.list)
	api.With(s.auth).Delete("/cars/{id}", s.unknown)
	v4.Post("/api/v4/cars/all", s.unknown)
}
`,
	],
	[
		'a method of the project serves what it is handed with',
		'a.go',
		'package a\n\ntype Handlers struct{}\n\nfunc (h *Handlers) list() {}\n\nfunc (h *Handlers) add(a any) {\n\ta.Get("/api/v4/cars", h.list)\n}\n',
	],
	[
		'a router of Node',
		'a.ts',
		"const v4 = new Hono().basePath('/api/v4');\nv4.delete('/api/v4/cars/:id', remove);\n",
	],
	[
		'an answer in place of GitLab',
		'a.ts',
		"import { http } from 'msw';\nexport const all = [http.get('https://gitlab.example.com/api/v4/cars', () => new Response()), http.delete('*/api/v4/cars/1', resolver)];\n",
	],
	[
		'a chain of answers',
		'a.js',
		"const nock = require('nock');\nnock('https://gitlab.example.com').get('/api/v4/cars').reply(200).post('/api/v4/cars/1/crank').reply(200);\n",
	],
	[
		'a mark of a method',
		'a.ts',
		"@Controller('api/v4/cars')\nexport class Cars {\n\t@Get('/api/v4/cars/all')\n\tall() {}\n}\n",
	],
	['a story', 'Cars.stories.ts', "fetch('/api/v4/cars');\n"],
])('no call is found where a path is served: %s', (_, path, text) => {
	expect(findIn({ [path]: text })).toEqual([]);
});

test.each([
	['a name that ends like a router', 'func f(g *InstanceGroup) {\n\tg.api.Get("/api/v4/cars")\n}'],
	[
		'a router that is asked',
		'func f() {\n\tlab := newClient(cfg.Router)\n\tlab.Get("/api/v4/cars")\n}',
	],
])('a call is one: %s', (_, code) => {
	expect(findIn({ 'a.go': `package a\n\n${code}\n` })).toHaveLength(1);
});
