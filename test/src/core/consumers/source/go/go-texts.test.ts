import { describe, expect, test } from 'vitest';
import { findIn } from '../scan-files.ts';

const header = 'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\n';

function findTexts(code: string): string[] {
	return findIn({ 'main.go': header + code }).map((line) => line.replace('main.go:', ''));
}

describe('a path that is asked for is found', () => {
	test.each([
		['func f() {\n c.NewRequest(http.MethodGet, "cars/all", nil)\n}', '9 path GET /cars/all'],
		['func f() {\n c.NewRequest("POST", "cars", nil)\n}', '9 path POST /cars'],
		['func f() {\n c.NewRequest(method, "cars", nil)\n}', '9 path /cars'],
		['func f() {\n http.NewRequest("GET", base+"/api/v4/cars/"+id, nil)\n}', '9 path GET /cars/:x'],
		[
			'func f() {\n http.Get("https://cars.example.com/api/v4/cars?per_page=1")\n}',
			'9 path GET /cars',
		],
		[
			'func f() {\n do(c, withMethod(http.MethodPost), withPath("cars/%s", id))\n}',
			'9 path POST /cars/:x',
		],
		[
			'func f() {\n do[any](c,\n  withPath("cars"),\n  withMethod(http.MethodPost))\n}',
			'10 path POST /cars',
		],
		['func f() {\n c.Get("/cars/all", &out)\n}', '9 path GET /cars/all'],
		['func f() {\n resty.New().R().SetResult(x).Delete("/cars/1")\n}', '9 path DELETE /cars/:x'],
		[
			'func f() {\n u := fmt.Sprintf("cars/%d/crank", id)\n req, err := c.NewRequest(http.MethodPost, u, nil)\n}',
			'9 path POST /cars/:x/crank',
		],
		[
			'func f() {\n var u string\n if all {\n  u = "cars/all"\n }\n c.NewRequest(http.MethodGet, u, nil)\n}',
			'11 path GET /cars/all',
		],
		[
			'const carsPath = "cars"\nfunc f() {\n c.NewRequest(http.MethodGet, carsPath, nil)\n c.NewRequest(http.MethodPost, carsPath, nil)\n}',
			'8 path GET /cars|8 path POST /cars',
		],
		[
			'const carsPath = "cars"\nfunc f() {\n c.NewRequest(http.MethodGet, carsPath+"/all", nil)\n}',
			'10 path GET /cars/all',
		],
		[
			'const carsPath = "cars"\nfunc f() {\n c.NewRequest(http.MethodGet, fmt.Sprintf("%s/%d", carsPath, 1), nil)\n}',
			'10 path GET /cars/:x',
		],
		[
			'const carPath = "cars/%d"\nfunc f() {\n u := fmt.Sprintf(carPath, id)\n c.NewRequest("GET", u, nil)\n}',
			'10 path GET /cars/:x',
		],
		[
			'const carsPath = "/api/v4/cars"\nfunc (c *client) f() {\n http.NewRequest("POST", c.base+carsPath, nil)\n}',
			'10 path POST /cars',
		],
		['func f() {\n http.PostForm(base+"/api/v4/cars", nil)\n}', '9 path POST /cars'],
		[
			'func f() {\n http.Get(strings.Join([]string{base, "api/v4", "cars", id}, "/"))\n}',
			'9 path GET /cars/:x',
		],
		[
			'func ask(method string, parts ...string) {\n http.NewRequest(method, base.JoinPath(parts...).String(), nil)\n}\nfunc f() {\n ask("GET", "cars", id)\n}',
			'12 path GET /cars/:x',
		],
		['func f() string {\n return fmt.Sprintf("groups/%s/cars", id)\n}', '9 path /groups/:x/cars'],
		[
			'func f() string {\n return fmt.Sprintf("groups/%s%%2F%s/cars", a, b)\n}',
			'9 path /groups/:x/cars',
		],
		[
			'func f() string {\n return "/groups/" + url.PathEscape(id) + "/cars"\n}',
			'9 path /groups/:x/cars',
		],
		['const endpoint = "/api/v4/cars"', '8 path /cars'],
		['const endpoint = `/api/v4/user/cars`', '8 path /user/cars'],
		['var r = Request{Method: "POST", Path: "cars"}', '8 path POST /cars'],
		['var r = Request{URL: host + "/api/v4/cars/12"}', '8 path /cars/:x'],
		['func carPath(id int) string {\n return fmt.Sprintf("cars/%d", id)\n}', '9 path /cars/:x'],
		[
			'func f() {\n c.NewRequest(http.MethodPut, "cars/new_thing", nil)\n}',
			'9 path PUT /cars/new_thing',
		],
		[
			'func f() {\n c.NewRequest(http.MethodGet, "cars/"+id+"/wheels", nil)\n}',
			'9 path GET /cars/:x/wheels',
		],
		['func f() {\n fetch("cars/" +\n  id +\n  "/crank")\n}', '9 path /cars/:x/crank'],
		[
			'func f() {\n rel := fmt.Sprintf("/api/v4/groups/%s/cars?a=1", id)\n http.NewRequestWithContext(ctx, http.MethodGet, client.APIURL(rel), nil)\n}',
			'9 path GET /groups/:x/cars',
		],
		[
			'func f() {\n var path string\n switch kind {\n case 1:\n  path = fmt.Sprintf("/groups/%s/cars?a=1", id)\n default:\n  path = "/cars/all?a=1"\n }\n c.get(path + "&b=2")\n}',
			'16 path GET /cars/all|16 path GET /groups/:x/cars',
		],
		[
			'func f() {\n url := baseURL + "/cars/all"\n req := gorequest.New().Post(url).Send(x)\n}',
			'9 path POST /cars/all',
		],
		[
			'func f() {\n c.removeCar("groups/1/cars")\n c.importAll("groups/2/cars")\n}',
			'9 path /groups/:x/cars|10 path /groups/:x/cars',
		],
		['func f() {\n c.reset(a, fmt.Sprintf("cars/%d/crank", id), b)\n}', '9 path /cars/:x/crank'],
	])('%s', (code, expected) => {
		expect(findTexts(code).join('|')).toBe(expected);
	});
});

describe('a text that is no call is not found', () => {
	test.each([
		['prose', 'var a = "cars/foo is bad"'],
		['prose with a path in it', 'func f() {\n fmt.Println("GET /api/v4/cars failed")\n}'],
		['a message', 'func f() {\n log.Printf("cars/all")\n return fmt.Errorf("cars/%d", id)\n}'],
		['a wrapped error', 'func f() {\n return errors.Wrap(err, "cars/all")\n}'],
		['a word', 'var name = "cars"'],
		[
			'a word that is looked up',
			'func f() {\n viper.Get("cars")\n m["cars"] = 1\n headers.Get("cars")\n}',
		],
		['a file', 'var path = "config/cars/x.toml"'],
		['a file of that folder', 'var path = "cars/all.json"'],
		[
			'a message of another kind',
			'func f() {\n slog.Info("cars/all")\n x.LogInfof("groups/%d/cars", 1)\n fmt.Fprintln(w, "cars/all")\n t.Fatalf("groups/%d/cars", 1)\n}',
		],
		[
			'a file that is read',
			'func f() {\n os.ReadFile("cars/all")\n filepath.Join("cars/all", "x")\n}',
		],
		['a folder', 'var dir = fmt.Sprintf("%s/cars/%s", home, name)'],
		['a key', 'func f() {\n key := fmt.Sprintf("cars/%d", id)\n cache.Set(key, 1)\n}'],
		[
			'an own route',
			'func f() {\n http.HandleFunc("/api/v4/cars", list)\n mux.Handle("/cars/all", h)\n router.GET("/cars/:id", get)\n r.Get("/cars/{id}", get)\n}',
		],
		[
			'an own route with its function',
			'func f() {\n api.Get("/cars/all", func(w http.ResponseWriter, r *http.Request) {})\n}',
		],
		[
			'an own route with the name of its function',
			'func list() {}\nfunc f() {\n v1.GET("/cars/all", h.list)\n v1.Get("/cars/all", list)\n v1.Get("/cars/all", guarded(list))\n v1.Get("/cars/:id", h.list)\n r.Method("GET", "/cars/all", h)\n r.Path("/api/v4/cars").Methods("GET")\n}',
		],
		['a word of a list', 'func f() {\n names = append(names, "cars/all")\n}'],
		['what a store has', 'func f() {\n cache.Get("/cars/all")\n routesMap.Get("/api/v4/cars")\n}'],
		[
			'what a request is compared with',
			'func f() {\n if r.URL.Path == "/api/v4/cars" {}\n if strings.HasPrefix(path, "/api/v4/cars") {}\n switch path { case "/api/v4/cars/all": }\n}',
		],
		['a tag', 'type car struct {\n A int `json:"cars/all"`\n}'],
		['a comment', '// "/api/v4/cars"\n/* http.Get("/api/v4/cars") */'],
		['a longer word', 'const endpoint = "/api/v4/cars_old"\nconst other = "/api/v4/racecars"'],
		[
			'a page of the web',
			'const url = "https://cars.example.com/cars/all"\nconst u = "groups/x/-/cars"',
		],
		[
			'another path of the API',
			'const endpoint = "/api/v4/projects"\nvar p = fmt.Sprintf("projects/%d/jobs", id)',
		],
		['a path of something else below it', 'const endpoint = "/api/v4/garages/1/cars"'],
		[
			'an own route that is described',
			'var o = huma.Operation{OperationID: "x", Method: http.MethodGet, Path: "/cars"}\nvar p = Op{Method: http.MethodGet, Path: "/cars/{id}"}',
		],
		[
			'a table of own routes',
			'var t = []route{{"GET", "/cars/all", h.all}, {"GET", "/groups/1/cars", func() {}}}',
		],
		[
			'a table of own routes with names of functions',
			'func list() {}\nvar t = []route{{"GET", "/api/v4/cars", list}, {"GET", "/api/v4/cars", wrap(list)}, {method: "POST", path: "/api/v4/cars", h: list}}',
		],
		[
			'a file with what varies in its name',
			'func f() {\n path := fmt.Sprintf("cars/%s.yaml", id)\n}',
		],
		['another API', 'const endpoint = "/api/v1/cars"'],
		['a route of the API that is served', 'const endpoint = "/api/v4/cars/:id"'],
		['what is only a beginning', 'const base = "/api/v4"\nvar u = base + "/projects"'],
	])('%s', (_, code) => {
		expect(findTexts(code)).toEqual([]);
	});

	test('an import', () => {
		expect(
			findIn({
				'main.go':
					'package main\n\nimport _ "cars/all"\n\nimport (\n\t"example.net/api/v4/cars"\n)\n',
			}),
		).toEqual([]);
	});
});

describe('a field that a query asks for is found', () => {
	test.each([
		[
			'const q = `\nmutation($input: CarCreateInput!) {\n  carCreate(input: $input) { errors }\n}`',
			'10 graphql Mutation.carCreate',
		],
		['const q = `query {\n\n  cars(first: 1) { nodes { id } }\n}`', '10 graphql Query.cars'],
		['const q = `{ car(id: "1") { id } }`', '8 graphql Query.car'],
		[
			'const q = `query($p: ID!) {\n group(fullPath: $p) {\n  cars { nodes { id } }\n }\n}`',
			'10 graphql Group.cars',
		],
		['const q = `query { groups { nodes { cars { count } } } }`', '8 graphql Group.cars'],
		['const q = `fragment f on Group { all: cars { count } }`', '8 graphql Group.cars'],
		['const q = `query { namespace { ... on Group { cars { count } } } }`', '8 graphql Group.cars'],
		['const q = "query { cars { count } }"', '8 graphql Query.cars'],
		['const q = "query {\\n cars { count }\\n}"', '8 graphql Query.cars'],
		['const q = `{"query": "query { cars { count } }"}`', '8 graphql Query.cars'],
		['var q = fmt.Sprintf(`query {\n cars(first: %d) { count }\n}`, n)', '9 graphql Query.cars'],
		[
			'const f = `fragment f on Car { id }`\nvar q = `query {\n cars { ...f }\n}` + f',
			'10 graphql Query.cars',
		],
		['func f() {\n run(`mutation { carCreate { errors } }`)\n}', '9 graphql Mutation.carCreate'],
		['const q = `query {\n group { %s cars { %s } }\n}\n%s`', '9 graphql Group.cars'],
		[
			'const q = `query { a: cars { id } cars { id } }`',
			'8 graphql Query.cars|8 graphql Query.cars',
		],
	])('%s', (code, expected) => {
		expect(findTexts(code).join('|')).toBe(expected);
	});

	test.each([
		['a field of another type', 'const q = `query { currentUser { cars { count } } }`'],
		['a field of that name at another root', 'const q = `mutation { cars { count } }`'],
		['a field that has nothing below it', 'const q = `{ cars }`'],
		['a comment in a query', 'const q = `query {\n # cars { count }\n me { id }\n}`'],
		['an argument', 'const q = `query { find(cars: {a: 1}) { id } }`'],
		['a text that is no query', 'const q = `please ask for cars { count }`'],
		['a comment', '// query { cars { count } }'],
	])('%s is not', (_, code) => {
		expect(findTexts(code)).toEqual([]);
	});
});
