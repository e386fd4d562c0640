import { expect, test } from 'vitest';
import { scanFiles } from './scan-files.ts';

function clientsIn(path: string, text: string): string[] {
	return scanFiles({ [path]: text }).clients.map(
		({ client, package: name, version, file, line }) =>
			`${file}:${String(line)} ${client} ${name} ${version}`,
	);
}

test.each([
	[
		'one line',
		'module m\n\nrequire example.com/car-go v1.2.3\n',
		'go.mod:3 car-go example.com/car-go v1.2.3',
	],
	[
		'a block',
		'require (\n\tx.org/a v1.0.0\n\texample.com/car-go/v2 v2.49.0 // a comment\n)\n',
		'go.mod:3 car-go example.com/car-go/v2 v2.49.0',
	],
	['what another module requires', 'require example.com/car-go v1.0.0 // indirect\n', ''],
	[
		'another module with a longer name',
		'require example.com/car-go-extra v1.0.0\nrequire example.com/car-go/extra v1.0.0\n',
		'',
	],
	[
		'two libraries',
		'require (\n\texample.com/car-go v1.0.0\n\texample.org/old/go-cars v0.9.0\n)\n',
		'go.mod:2 car-go example.com/car-go v1.0.0|go.mod:3 go-cars example.org/old/go-cars v0.9.0',
	],
	[
		'a fork that is built instead',
		'require example.com/car-go v1.0.0\n\nreplace example.com/car-go => example.net/fork/car-go v1.5.0\n',
		'go.mod:3 car-go example.net/fork/car-go v1.5.0',
	],
	[
		'another version in a block',
		'require example.com/car-go v1.0.0\nreplace (\n\texample.com/car-go v1.0.0 => example.com/car-go v1.1.0\n)\n',
		'go.mod:3 car-go example.com/car-go v1.1.0',
	],
	[
		'a replacement of another version',
		'require example.com/car-go v1.0.0\nreplace example.com/car-go v0.9.0 => example.com/car-go v1.1.0\n',
		'go.mod:1 car-go example.com/car-go v1.0.0',
	],
	[
		'a folder instead',
		'require example.com/car-go v1.0.0\nreplace example.com/car-go => ../car-go\n',
		'go.mod:1 car-go example.com/car-go v1.0.0',
	],
	['what is cut off', 'require (\n\texample.com/car-go', ''],
])('go.mod: %s', (_, text, expected) => {
	expect(clientsIn('go.mod', text).join('|')).toBe(expected);
});

test.each([
	[
		'{\n "dependencies": {\n  "a": "1",\n  "@carbeaker/rest": "^43.8.0"\n }\n}',
		'web/package.json:4 carbeaker @carbeaker/rest ^43.8.0',
	],
	[
		'{\n "description": "@carbeaker/rest",\n "devDependencies": { "@carbeaker/core": "" }\n}',
		'web/package.json:3 carbeaker @carbeaker/core *',
	],
	[
		'{\n "peerDependencies": { "@carbeaker/rest": ">=1" },\n "dependencies": {\n  "@carbeaker/rest": "2.0.0" }\n}',
		'web/package.json:4 carbeaker @carbeaker/rest 2.0.0',
	],
	['{ "scripts": { "@carbeaker/rest": "1" } }', ''],
	['{ "dependencies": ["@carbeaker/rest"] }', ''],
	['{ "dependencies": { "@carbeaker/rest": 1 } }', ''],
	['null', ''],
	['{ "dependencies": ', ''],
])('package.json: %s', (text, expected) => {
	expect(clientsIn('web/package.json', text).join('|')).toBe(expected);
});

test('each library is one of its own language', () => {
	expect(clientsIn('package.json', '{ "dependencies": { "example.com/car-go": "1" } }')).toEqual(
		[],
	);
	expect(clientsIn('go.mod', 'require @carbeaker/rest v1.0.0\n')).toEqual([]);
});
