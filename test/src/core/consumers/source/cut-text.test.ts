import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanFiles } from './scan-files.ts';

const samples = [
	[
		'a.go',
		'//go:build a\npackage main\n\nimport (\n\tcars "example.com/car-go"\n\t"fmt"\n)\n\ntype s struct { c *cars.Client; Cars map[string][]*s }\n\nfunc (s *s) f(cs ...*cars.Client) (x *s, err error) {\n\tfor _, c := range cs {\n\t\tswitch v := any(c).(type) { case *cars.Client: v.Cars.GetCar(1) }\n\t}\n\tu := fmt.Sprintf("cars/%d/" + `crank`, 1)\n\tif c, ok := s.Cars["a"]; ok && c[0].c.Cars.GetCar(1) != nil { return c[0], nil }\n\treturn <-s.ch, s.c.NewRequest("GET", u, `query { group { cars { count } } }`)\n}\n',
	],
	[
		'a.tsx',
		"import { Garage, type Cars } from '@carbeaker/rest';\nconst { Cars: { all }, ...rest } = new Garage({});\nclass S extends Garage { #a: Cars | undefined; constructor(private b = new Cars()) { this.b.show(1); } get c(): Promise<Cars> { return this.#a!; } }\nconst f = async ({ a = 1 }, [b]) => (await a?.Cars.show`x`) ?? fetch(`/api/v4/cars/${b}`, { method: 'POST', ...rest });\nexport default f; export { f as g, S } from './x';\nconst q = <A b={`${1}`} c='cars/all'>{f}</A>;\n",
	],
	[
		'go.mod',
		'module a\n\nrequire (\n\texample.com/car-go/v2 v2.0.0 // indirect\n)\nreplace example.com/car-go => ../x v1\n',
	],
	['package.json', '{ "dependencies": { "@carbeaker/rest": "^1.0.0" } }'],
] as const;

test.each(samples)('%s is read wherever it is cut and however it is mixed', (path, text) => {
	const place = fc.nat({ max: text.length });
	fc.assert(
		fc.property(place, place, place, fc.string({ maxLength: 3 }), (from, to, again, odd) => {
			const mixed = text.slice(0, from) + odd + text.slice(to) + text.slice(again);
			const { uses, clients } = scanFiles({ [path]: mixed });
			const lines = mixed.split('\n').length;
			for (const { line } of [...uses, ...clients]) {
				expect(line).toBeGreaterThanOrEqual(1);
				expect(line).toBeLessThanOrEqual(lines);
			}
		}),
		{ seed: 5, numRuns: 300 },
	);
});
