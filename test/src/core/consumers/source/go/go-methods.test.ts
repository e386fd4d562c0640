import { describe, expect, test } from 'vitest';
import { findIn } from '../scan-files.ts';

const header = 'package main\n\nimport cars "example.com/car-go"\n\n';
const wanted = 'WANTED';

/** Lines of `main.go` that end with a comment `WANTED` are found, with the name behind it, and no others. */
function expectWanted(code: string, files: Record<string, string> = {}) {
	const text = header + code;
	const expected = text.split('\n').flatMap((line, index) =>
		(line.split(`// ${wanted} `)[1] ?? '')
			.split(' ')
			.filter((name) => name !== '')
			.map((name) => `main.go:${String(index + 1)} ${name}`),
	);
	expect(findIn({ ...files, 'main.go': text })).toEqual(expected);
}

describe('a method of the client is found', () => {
	test.each([
		['called on it', 'func f(c *cars.Client) {\n c.Cars.ListCars(nil) // WANTED Cars.ListCars\n}'],
		[
			'over several lines, at the line of its name',
			'func f(c *cars.Client) {\n c.\n  Cars.\n  ListCars( // WANTED Cars.ListCars\n   nil,\n  )\n}',
		],
		[
			'on what a function with a parameter of types gives back, whatever else has its name',
			'type T struct{}\nfunc must[T any](t T, err error) T { return t }\nfunc f() {\n must(cars.NewClient("x")).Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'on a type that is a parameter',
			'type lot[A, B any, S cars.CarsServiceInterface] struct { s S }\nfunc (l *lot[A, B, S]) f() { l.s.GetCar(1) } // WANTED Cars.GetCar\nfunc f[S cars.CarsServiceInterface](s S) { s.GetCar(1) } // WANTED Cars.GetCar',
		],
		['in brackets', 'func f(c *cars.Client) {\n (c).Cars.GetCar(1) // WANTED Cars.GetCar\n}'],
		[
			'with a pointer of it',
			'func f(c **cars.Client) {\n (*c).Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'through another name',
			'func f(c *cars.Client) {\n d := c\n var e = d\n e.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'through a name for the service',
			'func f(c *cars.Client) {\n lot, n := c.Cars, 1\n lot.GetCar(n) // WANTED Cars.GetCar\n}',
		],
		[
			'as a value that is called later, once',
			'func f(c *cars.Client) {\n get := c.Cars.GetCar // WANTED Cars.GetCar\n get(1)\n get(2)\n}',
		],
		['handed on', 'func f(c *cars.Client) {\n retry(c.Cars.GetCar, 3) // WANTED Cars.GetCar\n}'],
		[
			'deferred, and run beside',
			'func f(c *cars.Client) {\n defer c.Cars.GetCar(1) // WANTED Cars.GetCar\n go c.Cars.GetCar(2) // WANTED Cars.GetCar\n}',
		],
		[
			'of a new client',
			'func f() {\n c, err := cars.NewClient("t")\n if err != nil { return }\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a client made by hand',
			'func f() {\n (&cars.Client{}).Cars.GetCar(1) // WANTED Cars.GetCar\n new(cars.Client).Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a field',
			'type s struct { api *cars.Client }\nfunc (s *s) f() {\n s.api.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of an embedded client',
			'type s struct { *cars.Client }\nfunc (s s) f() {\n s.Cars.GetCar(1) // WANTED Cars.GetCar\n s.Client.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a field that is the service',
			'type s struct { lot cars.CarsServiceInterface; raw *cars.CarsService }\nfunc (s *s) f() {\n s.lot.GetCar(1) // WANTED Cars.GetCar\n s.raw.ListCars() // WANTED Cars.ListCars\n}',
		],
		[
			'of an embedded service',
			'type s struct { cars.CarsServiceInterface }\nfunc (s s) f() {\n s.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a parameter',
			'func f(n int, a, b cars.CarsServiceInterface) {\n b.GetCar(n) // WANTED Cars.GetCar\n}',
		],
		[
			'of each of several clients',
			'func f(all ...*cars.Client) {\n for _, c := range all {\n  c.Cars.GetCar(1) // WANTED Cars.GetCar\n }\n all[0].Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a map of clients',
			'type pool map[string]*cars.Client\nfunc f(p pool) {\n p["a"].Cars.GetCar(1) // WANTED Cars.GetCar\n if c, ok := p["b"]; ok {\n  c.Cars.GetCar(1) // WANTED Cars.GetCar\n }\n}',
		],
		[
			'of a client from a channel',
			'func f(ch chan *cars.Client) {\n c := <-ch\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n (<-ch).Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'behind a getter',
			'type w struct{ c *cars.Client }\nfunc (w *w) Lab() *cars.Client { return w.c }\nfunc f(w *w) {\n w.Lab().Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'behind a function that a field holds',
			'type o struct { api func(host string) (*cars.Client, error) }\nfunc (o *o) f() {\n c, err := o.api("h")\n _ = err\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'behind an assertion',
			'func f(x any) {\n x.(*cars.Client).Cars.GetCar(1) // WANTED Cars.GetCar\n c, ok := x.(*cars.Client)\n _ = ok\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'in a switch over types',
			'type o struct { Cars lot }\ntype lot struct{}\nfunc f(x any) {\n switch c := x.(type) {\n case *cars.Client:\n  c.Cars.GetCar(1) // WANTED Cars.GetCar\n case *o:\n  c.Cars.GetCar(1)\n }\n}',
		],
		[
			'in a function in a function',
			'func f(c *cars.Client) {\n run(func() error {\n  _, err := c.Cars.GetCar(1) // WANTED Cars.GetCar\n  return err\n })\n}',
		],
		[
			'by a type of its own',
			'type mine = cars.Client\ntype own cars.Client\nfunc f(c *mine, d *own) {\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n d.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		['by the type of the service', 'var get = (*cars.CarsService).GetCar // WANTED Cars.GetCar'],
		[
			'of a variable of the package',
			'var c *cars.Client\nvar lot = c.Cars\nfunc f() {\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n lot.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'by an interface that the service fulfils',
			'type getter interface {\n GetCar(id int, o ...cars.Option) (*cars.Car, error)\n}\nfunc f(g getter) {\n g.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a part of the client that has other methods too',
			'func f(c *cars.Client) {\n c.Users.CreateUserCar() // WANTED Users.CreateUserCar\n c.Users.ListUsers()\n}',
		],
		[
			'that no endpoint names',
			'func f(c *cars.Client) {\n c.Cars.PaintCar() // WANTED Cars.PaintCar\n}',
		],
		[
			'that nobody can tell the receiver of',
			'func f() {\n c := find()\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n c.Cars.PaintCar(1) // WANTED Cars.PaintCar\n}',
		],
		[
			'that a generic function hands out',
			'func must[T any](v T, err error) T { return v }\nfunc f() {\n c := must(cars.NewClient("t"))\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'several in a line',
			'func f(c *cars.Client) {\n use(c.Cars.GetCar(1), c.Cars.GetCar(2)) // WANTED Cars.GetCar Cars.GetCar\n}',
		],
		[
			'behind an interface of the project',
			'type factory interface { Lab() *cars.Client }\nfunc f(x factory) {\n x.Lab().Cars.PaintCar(1) // WANTED Cars.PaintCar\n}',
		],
		[
			'of a client in a list of the project',
			'type host struct { api *cars.Client }\ntype hosts []host\nfunc f(all hosts) {\n for _, h := range all {\n  h.api.Cars.PaintCar(1) // WANTED Cars.PaintCar\n }\n}',
		],
		[
			'behind an operator',
			'func f(c *cars.Client) {\n if x == nil && c.Cars.GetCar(1) != nil { // WANTED Cars.GetCar\n }\n return !c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'of a client that is received from a field',
			'type lot struct{}\ntype s struct { ch chan *cars.Client; Cars lot }\nfunc (s *s) f() {\n c := <-s.ch\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
	])('%s', (_, code) => {
		expectWanted(code);
	});
});

describe('what is not the client is not found', () => {
	test.each([
		[
			'comments',
			'func f(c *cars.Client) {\n // c.Cars.ListCars()\n /* c.Cars.GetCar(1)\n c.Cars.GetCar(2) */\n}',
		],
		[
			'texts',
			'func f(c *cars.Client) {\n a := "c.Cars.ListCars()"\n b := `\nc.Cars.GetCar(1)\n`\n}',
		],
		[
			'names that have the word in them',
			'func f(c *cars.Client) {\n c.CarsX.ListCars()\n c.MyCars.GetCar(1)\n Cars.GetCar(1)\n listCars()\n}',
		],
		[
			'a field of a type of the project',
			'type garage struct { Cars *lot }\ntype lot struct{}\nfunc (l *lot) ListCars() {}\nfunc f(g *garage) {\n g.Cars.ListCars()\n g.Cars.Park()\n x := g.Cars\n x.GetCar(1)\n}',
		],
		[
			'a field that is a list',
			'type garage struct { Cars []string }\nfunc f(g garage) {\n g.Cars.ListCars()\n}',
		],
		[
			'a field of a type that a function declares',
			'func f() {\n type garage struct { Cars *int }\n g := garage{}\n g.Cars.ListCars()\n}',
		],
		[
			'a field of a type without a name',
			'func f(g struct{ Cars interface{ ListCars() } }) {\n g.Cars.ListCars()\n}',
		],
		[
			'a name that hides the client',
			'type lot struct{}\nfunc f(c *cars.Client, l *lot) {\n if c := l; c != nil {\n  c.Cars.ListCars()\n }\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'a name in the type of a parameter',
			'type lot struct{}\nfunc f(c *cars.Client, g func(c *lot) error) {\n c.Cars.GetCar(1) // WANTED Cars.GetCar\n}',
		],
		[
			'the part of the client itself',
			'func f(c *cars.Client) {\n use(c.Cars)\n var x cars.CarsServiceInterface = c.Cars\n}',
		],
		['other parts of the client', 'func f(c *cars.Client) {\n c.Garages.ListCars()\n}'],
		['methods that are not exported', 'func f(c *cars.Client) {\n c.Cars.listCars()\n}'],
		[
			'a method of the project with the same name',
			'type w struct{ c *cars.Client }\nfunc (w *w) ListCars() { w.c.Cars.ListCars() } // WANTED Cars.ListCars\nfunc f(w *w) {\n w.ListCars()\n}',
		],
		[
			'an interface of the project without types of the library',
			'type lister interface { ListCars() error }\nfunc f(l lister) {\n l.ListCars()\n}',
		],
		[
			'something else behind an operator',
			'type g struct { Cars lot }\ntype lot struct{}\nfunc f(n int, c *cars.Client, g *g) {\n x := n + g.Cars.Len()\n y := c == nil || g.Cars.GetCar(1)\n}',
		],
		[
			'what the client gives back',
			'func f(c *cars.Client) {\n l := c.Cars.ListCars() // WANTED Cars.ListCars\n l.Cars.GetCar(1)\n}',
		],
	])('%s', (_, code) => {
		expectWanted(code);
	});

	test.each([
		['a type of another package of the project', 'example.net/app/lot', 'lot.Garage'],
		['a type of somebody else', 'example.org/lot', 'lot.Garage'],
		['a type of the standard library', 'net/lot', 'lot.Garage'],
	])('%s', (_, path, type) => {
		const text = `package main\n\nimport (\n\t"example.com/car-go"\n\t"${path}"\n)\n\nvar c car.Client\n\nfunc f(g *${type}) {\n\tg.Cars.ListCars()\n\tg.Cars.Park()\n\tlot.New().Cars.ListCars()\n\tfor _, one := range lot.All() {\n\t\tone.Cars.ListCars()\n\t}\n}\n`;
		const files = {
			'go.mod': 'module example.net/app\n',
			'lot/lot.go':
				'package lot\n\ntype Garage struct { Cars *Lot }\n\ntype Lot struct{}\n\nfunc New() *Garage { return nil }\n\nfunc All() []*Garage { return nil }\n',
			'main.go': text,
		};
		expect(findIn(files)).toEqual([]);
	});
});

describe('a file need not import the library', () => {
	const factory =
		'package api\n\nimport "example.com/car-go/v2"\n\ntype Client struct{ c *car.Client }\n\nfunc (c *Client) Lab() *car.Client { return c.c }\n\nfunc New() (*Client, error) { return nil, nil }\n';
	const caller = (call: string) =>
		`package list\n\nimport "example.net/app/internal/api"\n\nfunc f() {\n\tc, err := api.New()\n\t${call}\n}\n`;

	test('the type of a package of the project tells', () => {
		const files = {
			'go.mod': 'module example.net/app\n',
			'internal/api/api.go': factory,
			'list/list.go': caller('c.Lab().Cars.PaintCar(1)'),
		};
		expect(findIn(files)).toEqual(['list/list.go:7 Cars.PaintCar']);
	});

	test('a module in a folder of its own', () => {
		const files = {
			'tool/go.mod': 'module example.net/app\n',
			'tool/internal/api/api.go': factory,
			'tool/list/list.go': caller('c.Lab().Cars.PaintCar(1)'),
		};
		expect(findIn(files)).toEqual(['tool/list/list.go:7 Cars.PaintCar']);
	});

	test('another file of its package does', () => {
		const files = {
			'a.go': 'package main\n\nimport "example.com/car-go"\n\ntype s struct{ c *car.Client }\n',
			'b.go':
				'package main\n\nfunc (s *s) f() {\n\ts.c.Cars.PaintCar()\n\tx().Cars.PaintCar()\n}\n',
			'c/c.go': 'package c\n\nfunc f() {\n\tx().Cars.PaintCar()\n\tx().Cars.GetCar(1)\n}\n',
		};
		expect(findIn(files)).toEqual([
			'b.go:4 Cars.PaintCar',
			'b.go:5 Cars.PaintCar',
			'c/c.go:5 Cars.GetCar',
		]);
	});

	test('a project without the library calls nothing by it', () => {
		const files = { 'a.go': 'package main\n\nfunc f() {\n\tx().Cars.GetCar(1)\n}\n' };
		expect(findIn(files)).toEqual([]);
	});
});

test('a field of a package of the project that has the client', () => {
	const files = {
		'go.mod': 'module example.net/app\n',
		'api/api.go':
			'package api\n\nimport "example.com/car-go"\n\ntype Base struct{ *car.Client }\n\ntype Deps struct{ API *Base }\n',
		'main.go':
			'package main\n\nimport "example.net/app/api"\n\ntype app struct{ deps api.Deps }\n\nfunc (a *app) f() {\n\ta.deps.API.Cars.PaintCar()\n\ta.deps.Cars.PaintCar()\n}\n',
	};
	expect(findIn(files)).toEqual(['main.go:8 Cars.PaintCar']);
});

describe('the library is known by its path', () => {
	const call = 'func f(c *NAME.Client) {\n\tc.Cars.GetCar(1)\n}\n';
	test.each([
		['its last part', 'import "example.com/car-go"', 'car'],
		['a version', 'import "example.com/car-go/v2"', 'car'],
		['another name', 'import gl "example.com/car-go/v12"', 'gl'],
		['a name that nothing tells', 'import "example.com/car-go"', 'vehicles'],
		['a group', 'import (\n\t"fmt"\n\t// the client\n\tgl "example.com/car-go" // "x"\n)', 'gl'],
		['raw quotes', 'import gl `example.com/car-go`', 'gl'],
		['windows', 'import (\r\n\tgl "example.com/car-go"\r\n)\r', 'gl'],
	])('%s', (_, line, name) => {
		const text = `package main\n\n${line}\n\n${call.replace('NAME', name)}`;
		expect(findIn({ 'main.go': text })).toHaveLength(1);
	});

	test.each([
		['a longer path', 'import car "example.com/car-go-extra"'],
		['a part of it', 'import car "example.com/car-go/testing"'],
		['a comment', '// import car "example.com/car-go"\nimport "example.org/car"'],
	])('%s is another', (_, line) => {
		expect(
			findIn({ 'main.go': `package main\n\n${line}\n\n${call.replace('NAME', 'car')}` }),
		).toEqual([]);
	});

	test('without a name before its types', () => {
		const text =
			'package main\n\nimport . "example.com/car-go"\n\nfunc f(c *Client) {\n\tc.Cars.GetCar(1)\n}\n';
		expect(findIn({ 'main.go': text })).toEqual(['main.go:6 Cars.GetCar']);
	});

	test('each library has its own methods', () => {
		const text =
			'package main\n\nimport "example.org/old/go-cars"\n\nfunc f(c *cars.Client) {\n\tc.Cars.ListCars()\n\tc.CarKeys.ListCarKeys()\n}\n';
		expect(findIn({ 'main.go': text })).toEqual(['main.go:6 Cars.ListCars']);
	});
});

test('a file that is built only on some systems says so', () => {
	const text = (head: string) =>
		`${head}package main\n\nimport cars "example.com/car-go"\n\nvar get = (&cars.Client{}).Cars.GetCar\n`;
	expect(
		findIn({
			'a.go': text('// A comment.\n\n//go:build linux && !cgo\n\n'),
			'b_windows.go': text(''),
			'c_linux_arm64.go': text('//go:build a || b\n\n'),
			'linux.go': text(''),
		}),
	).toEqual([
		'a.go:9 Cars.GetCar if linux && !cgo',
		'b_windows.go:5 Cars.GetCar if windows',
		'c_linux_arm64.go:7 Cars.GetCar if linux && arm64 && (a || b)',
		'linux.go:5 Cars.GetCar',
	]);
});
