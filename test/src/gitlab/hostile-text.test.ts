import { describe, expect, test } from 'vitest';
import { findHighestTag } from '#gitlab/lists/latest-version.ts';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { parseReferences } from '#core/base/references.ts';
import { toDocumentedPath } from '#core/consumers/surface/documented-path.ts';
import { findOpenapiEndpoints } from '#core/consumers/surface/openapi-endpoints.ts';
import { toFileFacts } from '#gitlab/files/file-facts.ts';
import { FileReading, toFoundFile } from '#gitlab/files/file-reading.ts';
import { findCodeowners } from '#gitlab/files/codeowners.ts';
import { createCleaner } from '#gitlab/transport/clean.ts';
import { parseImage } from '#gitlab/files/ci-images.ts';
import { normalizeLicense } from '#gitlab/files/license-file.ts';
import { parseGoMod } from '#gitlab/files/go-mod.ts';
import { parseMiseToml } from '#gitlab/files/mise-toml.ts';
import { isBlank } from '#gitlab/parse/nameless.ts';
import { RawIssue, RawProject } from '#gitlab/parse/raw.ts';
import { machineClock } from '#gitlab/transport/clock.ts';
import { refusalOf } from '#gitlab/transport/refusal.ts';
import { toRoleText, toRoleUrl } from '#gitlab/parse/role-html.ts';
import { parseTeamYml } from '#gitlab/parse/team-yml.ts';
import { parseToolVersions } from '#gitlab/files/tool-versions.ts';
import { anApi, aProjectPath, aTool } from '../../builders.ts';

const size = 100_000;
/** CPU time of one parser for one text. What takes quadratic time takes several times as long. */
const mostMs = 3_000;

const pieces = [
	...[' ', '\t', '\n', '\n ', '\r\n', '"', "'", '`', '\\', '\\"', '[', ']', '(', ')', '{', '}'],
	...['<', '>', '/', '//', '/*', '.', ',', ':', '::', '-', '=', '#', '%', '%d', '~', '@', '&', '$'],
	...['a', 'a ', 'a,', ' a,', 'a.', 'a@', 'a/', 'a: ', '0', '0.', '${a', '<a ', '<title', '&#1'],
	...['[]', '{}', '- ', '*a ', '&a ', '[a](', '\nfunc (}', '\nvar a,', '\t,\n', 'a as '],
];
const repeat = (piece: string) => `${piece.repeat(Math.ceil(size / piece.length))}!`;
const texts = pieces.map((piece) => ({ piece, text: repeat(piece) }));

const clean = createCleaner('example-token');
const tag = (name: string) => ({ name, created_at: null, commit: { committed_date: null } });
const file = (path: string) => (text: string) => {
	const reading = new FileReading({ id: 1, path: aProjectPath(), branch: 'main' });
	reading.known = new Map([[path, toFoundFile(text)]]);
	reading.otherwise = undefined;
	return toFileFacts(reading.finish(), { tools: [aTool()], groups: [] });
};
const scan = (path: string, before: string, after: string) => (text: string) => {
	const source = startScan(anApi());
	source.add(path, `${before}${text}${after}`);
	return source.finish();
};

const parsers: { name: string; parse: (text: string) => unknown }[] = [
	{ name: 'a line of CODEOWNERS', parse: (text) => findCodeowners('CODEOWNERS', text, []) },
	{ name: 'go.mod', parse: parseGoMod },
	{ name: 'mise.toml', parse: parseMiseToml },
	{ name: '.tool-versions', parse: parseToolVersions },
	{ name: 'a CI file', parse: file('.gitlab-ci.yml') },
	{ name: 'CODEOWNERS of a project', parse: file('CODEOWNERS') },
	{ name: 'a licence', parse: (text) => normalizeLicense(`(c) 2026 ${text}`.slice(0, 60_000)) },
	{ name: 'an image', parse: parseImage },
	{ name: 'a tag', parse: (text) => findHighestTag([tag(text), tag(`v1.${text}`)]) },
	{ name: 'a cleaned text', parse: (text) => clean.line(text) },
	{ name: 'a blank text', parse: isBlank },
	{
		name: 'a project',
		parse: (text) =>
			RawProject.safeParse({ id: 1, path_with_namespace: text, description: text, web_url: text }),
	},
	{
		name: 'an issue',
		parse: (text) => RawIssue.parse({ iid: 1, title: text, labels: [text], due_date: text }),
	},
	{
		name: 'an error page',
		parse: (text) => {
			const headers = { 'content-type': 'text/html' };
			const response = new Response(null, { status: 500, headers });
			return refusalOf(
				response,
				Buffer.from(text),
				{ authorization: null, expected: 'json' },
				{ clean, clock: machineClock },
			).failure;
		},
	},
	{ name: 'a role', parse: (text) => [toRoleText(text), toRoleUrl(text, undefined)] },
	{ name: 'an OpenAPI file', parse: (text) => findOpenapiEndpoints(`paths:\n${text}`, 'a', '^/') },
	{ name: 'a documented path', parse: (text) => toDocumentedPath(text, '^/cars') },
	{ name: 'references', parse: (text) => parseReferences(text) },
	{ name: 'Go', parse: scan('main.go', '', '') },
	{ name: 'a go.mod of source', parse: scan('go.mod', '', '') },
	{ name: 'a package.json', parse: scan('package.json', '', '') },
];

describe('no text keeps a parser busy', () => {
	test.each(parsers)(
		'$name',
		({ parse }) => {
			for (const { piece, text } of texts) {
				const start = process.threadCpuUsage();
				parse(text);
				const { user, system } = process.threadCpuUsage(start);
				expect((user + system) / 1000, JSON.stringify(piece)).toBeLessThan(mostMs);
			}
		},
		60_000,
	);

	test.each([
		{ why: 'lines that may declare', piece: '\n' },
		{ why: 'receivers that do not end', piece: 'func (}\n' },
		{ why: 'names in lists', piece: '\ta,\n' },
		{ why: 'formats of a raw text', before: '`', piece: '%d\n', after: '`' },
		{ why: 'comments', before: '/', piece: '*/' },
	])('Go that is parsed, with many $why', ({ piece, before = '', after = '' }) => {
		const source = `package a\n\nimport cars "example.com/car-go/v2"\n\nfunc run(client *cars.Client) {\n\tclient.Cars.ListCars()\n\tclient.Get("/cars" + `;
		const start = process.threadCpuUsage();
		scan('main.go', `${source}${before}`, after)(repeat(piece));
		const { user, system } = process.threadCpuUsage(start);
		expect((user + system) / 1000).toBeLessThan(mostMs);
	});

	test.each(['[', ']\n', '"', '*a\n'])('the list of people: %s', (piece) => {
		expect(() => parseTeamYml(repeat(piece), 'the list')).toThrow('the list has');
	});
});

describe('what is larger than anybody writes is not read, and that is noted', () => {
	const megabytes = 12 * 1024 * 1024;

	test.each([
		{ path: 'CODEOWNERS', text: '\\ '.repeat(megabytes / 2), why: 'a line of 12 MB' },
		{ path: 'go.mod', text: 'x\n'.repeat(megabytes / 2), why: '12 MB' },
		{ path: 'mise.toml', text: 'x'.repeat(30_000), why: 'a long line' },
		{ path: '.gitlab-ci.yml', text: '[\n'.repeat(1_000), why: 'brackets without end' },
	])('$path of $why', ({ path, text }) => {
		expect(file(path)(text)).toEqual({
			toolPins: [],
			codeowners: null,
			unreadFiles: [{ file: path, why: 'too large' }],
		});
	});

	test('a parser that fails makes its file unreadable, and the others are read', () => {
		const texts = new Map([
			['go.mod', 'go 1.26.5\n'],
			['.gitlab-ci.yml', 'image: a'],
		]);
		const parseCi = () => {
			throw new RangeError('Maximum call stack size exceeded');
		};
		const facts = toFileFacts({ texts, unread: [], parseCi }, { tools: [aTool()], groups: [] });
		expect(facts.unreadFiles).toEqual([{ file: '.gitlab-ci.yml', why: 'unreadable' }]);
		expect(facts.toolPins).toHaveLength(1);
	});
});

test('types of Go that embed one another without end overflow nothing', () => {
	const types = Array.from(
		{ length: 3_000 },
		(_, index) => `type T${String(index)} struct {\n\tT${String(index + 1)}\n}\n`,
	);
	const source = `package a

import cars "example.com/car-go/v2"

${types.join('')}
type T3000 struct {
	Cars int
}

func run(t T0, client *cars.Client) {
	t.Cars.ListCars()
	client.Cars.ListCars()
}
`;
	const scanned = scan('main.go', source, '')('');
	expect(scanned.uses.map(({ name }) => name)).toContain('Cars.ListCars');
});
