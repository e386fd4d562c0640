import { describe, expect, test } from 'vitest';
import { findIn } from './scan-files.ts';

function findCode(path: string, code: string): string[] {
	const head = path.endsWith('.go') ? 'package a\n' : '';
	return findIn({ [path]: head + code }).map((line) => line.replace(/^.*? path /, ''));
}

describe('a path is asked for by what hands it on', () => {
	test.each([
		[
			'a.go',
			'func f() {\n\tu := base.JoinPath("groups", id, "cars")\n\treq, err := http.NewRequest(http.MethodGet, u.String(), nil)\n}',
			['GET /groups/:x/cars'],
		],
		[
			'a.go',
			'func f() {\n\tpath := "/api/v4/cars/all"\n\thttp.Post(strings.TrimRight(path, "/"), "a", nil)\n}',
			['POST /cars/all'],
		],
		[
			'a.go',
			'func f() {\n\tu.Path = path.Join(u.Path, "cars", "all")\n\thttp.Get(u.String())\n}',
			['/cars/all'],
		],
		[
			'a.go',
			'func f(id string) {\n\tpath := base + "/api/v4/cars"\n\tif id != "" {\n\t\tpath += "/" + id\n\t}\n\thttp.Get(path)\n}',
			['GET /cars', 'GET /cars/:x'],
		],
		[
			'a.ts',
			"let url = '/api/v4/cars';\nif (id) url += `/${id}`;\naxios.delete(url);\n",
			['DELETE /cars', 'DELETE /cars/:x'],
		],
		[
			'a.ts',
			"const path = '/api/:version/cars/:id';\naxios.put(buildUrl(path).replace(':id', id).toString());\n",
			['PUT /cars/:x'],
		],
		[
			'a.go',
			'type Lab struct{}\n\nfunc (c *Lab) at(parts ...string) string {\n\treturn c.base + "/api/v4/" + strings.Join(parts, "/")\n}\n\nfunc (c *Lab) f() {\n\thttp.Get(c.at("cars", id, "crank"))\n\thttp.Post(c.at("user", "cars"), "a", nil)\n}',
			['GET /cars/:x/crank', 'POST /user/cars'],
		],
		[
			'a.ts',
			"const at = (base: string, ...parts: string[]) => base + '/api/v4/' + parts.join('/');\nfetch(at(host, 'groups', id, 'cars'));\n",
			['GET /groups/:x/cars'],
		],
		[
			'a.ts',
			"class A {\n\tdrop(path: string) {\n\t\treturn axios.delete('/api/v4' + path);\n\t}\n}\nclass B extends A {\n\tone(id: number) {\n\t\treturn super.drop(`/cars/${id}`);\n\t}\n}\n",
			['DELETE /cars/:x'],
		],
		['a.ts', "fetch(new URL('/api/v4/cars', base).href, { method: 'POST' });\n", ['POST /cars']],
		[
			'a.go',
			'const (\n\tmine = "/cars"\n\tevery = "/cars/all"\n)\n\nfunc (c *Lab) f(all bool) {\n\tp := mine\n\tif all {\n\t\tp = every\n\t}\n\tc.ask("GET", p)\n}\n\nfunc (c *Lab) ask(method, path string) {\n\treq, _ := http.NewRequest(method, c.base+path, nil)\n}',
			['GET /cars', 'GET /cars/all'],
		],
		[
			'a.go',
			'const drop = "/cars/all"\n\nfunc path() string { return drop }\n\nfunc f() {\n\thttp.Post(base+path(), "a", nil)\n}',
			['POST /cars/all'],
		],
		[
			'a.ts',
			"const CARS = '/api/v4/cars';\nconst address = () => CARS;\nfetch(address(), { method: 'POST' });\n",
			['POST /cars'],
		],
		[
			'a.ts',
			"const CARS = '/api/v4/cars';\nexport function add() {\n\tconst url = CARS;\n\treturn axios.post(url);\n}\n",
			['POST /cars'],
		],
		[
			'a.go',
			'const one = "/cars/:id"\n\nfunc (g *Lab) ResourceURL(path string) *url.URL {\n\tu, err := url.Parse(g.root + path)\n\treturn u\n}\n\nfunc (g *Lab) f(body []byte) {\n\tu := g.ResourceURL(one)\n\tg.send("PUT", u.String(), body)\n}',
			['PUT /cars/:x'],
		],
		[
			'a.go',
			'func f() {\n\tfor _, path := range []string{"/cars", fmt.Sprintf("/groups/%s/cars", id)} {\n\t\task(path)\n\t}\n}\n\nfunc ask(path string) {\n\thttp.Get(base + path)\n}',
			['GET /cars', 'GET /groups/:x/cars'],
		],
		[
			'a.ts',
			"for (const path of ['/cars/all', `/cars/${id}`]) await axios.get(base + path);\n",
			['GET /cars/:x', 'GET /cars/all'],
		],
		[
			'a.go',
			'func f() {\n\tu := &url.URL{Scheme: "https", Host: host, Path: "/api/v4/cars/" + id}\n\treq, err := http.NewRequest(http.MethodGet, u.String(), nil)\n}',
			['GET /cars/:x'],
		],
		[
			'a.go',
			'func f() {\n\tlab.R().SetPathParam("id", id).MustGet("/cars/{id}")\n}',
			['GET /cars/:x'],
		],
		['a.go', 'func f() {\n\tcounter.With(Labels{"path": "/api/v4/cars/all"}).Inc()\n}', []],
	])('%s: %j', (path, code, paths) => {
		expect(findCode(path, code)).toEqual(paths);
	});
});

describe('a text that functions of the same name return is for the calls of its own function', () => {
	test.each([
		[
			'a.ts',
			"class A {\n\tpath() {\n\t\treturn '/api/v4/cars';\n\t}\n\tall() {\n\t\treturn axios.get(this.path());\n\t}\n}\nclass B {\n\tpath() {\n\t\treturn '/garages';\n\t}\n\tdrop() {\n\t\treturn axios.delete(this.path());\n\t}\n}\n",
			['GET /cars'],
		],
		[
			'a.go',
			'type cars struct{}\n\nfunc (c *cars) path() string { return "/api/v4/cars" }\n\nfunc (c *cars) f() { http.Get(c.path()) }\n\ntype other struct{}\n\nfunc (o *other) path() string { return "/x" }\n\nfunc (o *other) f() { http.Post(o.path(), "a", nil) }',
			['GET /cars'],
		],
		[
			'a.go',
			'type pather interface{ path() string }\n\ntype cars struct{}\n\nfunc (c *cars) path() string { return "/api/v4/cars" }\n\nfunc f(p pather) { http.Get(p.path()) }',
			['GET /cars'],
		],
		[
			'a.ts',
			"abstract class A {\n\tabstract path(): string;\n\tall() {\n\t\treturn axios.get(this.path());\n\t}\n}\nclass B extends A {\n\tpath() {\n\t\treturn '/api/v4/cars';\n\t}\n}\n",
			['GET /cars'],
		],
	])('%s: %j', (path, code, paths) => {
		expect(findCode(path, code)).toEqual(paths);
	});
});

test.each([
	['a.go', 'var o = op{Path: "/api/v4/cars", ', 'Verb: http.MethodPost}', 'A: "a", '],
	['a.ts', "const o = { url: '/api/v4/cars', ", "method: 'POST' };", "a: 'a', "],
])('%s: what stands far from a path in a literal tells nothing of it', (path, from, to, field) => {
	expect(findCode(path, from + field.repeat(5) + to)).toEqual(['POST /cars']);
	expect(findCode(path, from + field.repeat(50) + to)).toEqual(['/cars']);
});

describe('a text that may be several is asked for as each of them', () => {
	test.each([
		['a.ts', "axios.get(`/api/v4/cars${all ? '/all' : ''}`);", ['GET /cars', 'GET /cars/all']],
		[
			'a.ts',
			"const path = own ? '/user/cars' : '/cars';\naxios.post('/api/v4' + path);",
			['POST /cars', 'POST /user/cars'],
		],
		[
			'a.ts',
			"let path = '/cars';\nif (all) path = '/cars/all';\naxios.get(`${api}/api/v4${path}?page=1`);",
			['GET /cars', 'GET /cars/all'],
		],
		['a.ts', "const get = (url = '/api/v4/cars/all') => axios.get(url);", ['GET /cars/all']],
		['a.ts', "axios.get(given ?? '/api/v4/cars');", ['GET /cars']],
		['a.ts', "const url = (): string | null => '/api/v4/cars';\naxios.get(url()!);", ['GET /cars']],
		[
			'a.go',
			'func f() {\n\tvar path string\n\tif all {\n\t\tpath = "cars/all"\n\t} else {\n\t\tpath = "cars"\n\t}\n\thttp.Get(base + "/api/v4/" + path)\n}',
			['GET /cars', 'GET /cars/all'],
		],
		[
			'a.go',
			'func f(id string) {\n\tpath := "/cars"\n\tif id != "" {\n\t\tpath += "/" + id\n\t}\n\thttp.Get(base + "/api/v4" + path)\n}',
			['GET /cars', 'GET /cars/:x'],
		],
	])('%s: %s', (path, code, paths) => {
		expect(findCode(path, code)).toEqual(paths);
	});
});

describe('the method is told by what stands beside the path', () => {
	test.each([
		['a.ts', "request('post', '/api/v4/cars');", ['POST /cars']],
		['a.ts', "xhr.open('post', '/api/v4/cars');", ['POST /cars']],
		['a.ts', "const verb = 'POST';\nfetch('/api/v4/cars', { 'method': verb });", ['POST /cars']],
		[
			'a.ts',
			"enum Verb { Make = 'post' }\naxios({ url: '/api/v4/cars', method: Verb.Make });",
			['POST /cars'],
		],
		[
			'a.ts',
			"import { HttpMethod } from 'x';\nask('/api/v4/cars', { method: HttpMethod.Post });",
			['POST /cars'],
		],
		['a.go', 'var ops = []op{{verb: http.MethodGet, path: "/api/v4/cars"}}', ['GET /cars']],
		['a.go', 'var ops = []op{{http.MethodPost, "/api/v4/user/cars"}}', ['POST /user/cars']],
		['a.go', 'var o = op{verb: "DELETE", path: "/api/v4/cars/{id}"}', ['DELETE /cars/:x']],
		['a.ts', "$.ajax({ url: '/api/v4/cars', type: 'POST' });", ['POST /cars']],
		['a.ts', "request('POST /api/v4/cars/:id/crank', { id });", ['POST /cars/:x/crank']],
		['a.ts', "const it = { type: 'Get', url: '/api/v4/cars' };", ['/cars']],
	])('%s: %s', (path, code, paths) => {
		expect(findCode(path, code)).toEqual(paths);
	});
});
