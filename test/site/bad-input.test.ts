import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeSnapshot } from '#store/snapshot.ts';
import { render } from '../../scripts/render.ts';
import { aSnapshot } from '../builders.ts';
import { teams } from '../fixtures/teams.ts';
import { call } from '../scripts/call.ts';
import { copyInside, type Checkout } from './checkout.ts';
import { readTexts } from './files.ts';
import { tryToRender } from './render-warm.ts';

const before = { 'index.html': 'as it was' };

/** A small handbook: what is wrong with one page of it is wrong with one of a large one. */
const pages = {
	'index.mdx': 'Text.',
	'404.mdx': 'Text.',
	'work/health.mdx': 'Text.',
	'work/projects.mdx': "import Inventory from '#blocks/Inventory.astro';\n\n<Inventory />",
};

let checkout: Checkout;

beforeAll(async () => {
	checkout = await copyInside(teams.kettle);
	await rm(at('content'), { recursive: true });
	const registry = join(import.meta.dirname, '../fixtures/registry');
	await cp(registry, at('content/registry'), { recursive: true });
	await writeSnapshot(checkout.folder, aSnapshot());
	for (const [name, text] of Object.entries(pages)) {
		const file = at(`content/handbook/${name}`);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `---\ntitle: A\ndescription: B.\nowner: lead\n---\n\n${text}\n`);
	}
});

afterAll(() => checkout.remove());

const at = (path: string) => join(checkout.folder, path);

type Rendering = (environment?: Record<string, string>) => Promise<Refusal>;

/** Renders while one file is other than it was. */
async function refusedWith(
	path: string,
	change: (text: string) => string,
	rendering: Rendering = refusedRender,
): Promise<Refusal> {
	const text = await readFile(at(path), 'utf8');
	const spoiled = change(text);
	expect(spoiled, 'the test has changed nothing').not.toBe(text);
	await writeFile(at(path), spoiled);
	try {
		return await rendering();
	} finally {
		await writeFile(at(path), text);
	}
}

/** In this process: for what is refused before Astro is loaded. */
const refusedCall: Rendering = async (environment = {}) => {
	const { code, out } = await call(render, [], { root: checkout.folder, environment });
	return { code, out };
};

interface Refusal {
	code: number | undefined;
	out: string;
}

async function refusedRender(): Promise<Refusal> {
	const { code, log } = await tryToRender(checkout.folder);
	return { code, out: log };
}

beforeEach(async () => {
	await rm(at('dist'), { recursive: true, force: true });
	await mkdir(at('dist'));
	await writeFile(at('dist/index.html'), before['index.html']);
});

afterEach(async () => {
	const after = await readTexts(at('dist'));
	expect([...after.keys()], 'the site that was there').toEqual(Object.keys(before));
	expect(Object.fromEntries(after)).toEqual(before);
	const beside = await readdir(checkout.folder);
	expect(beside.filter((name) => name.startsWith('.dist'))).toEqual([]);
});

describe('a file that cannot be right stops the render with exit code 2, a sentence and no stack', () => {
	test.each([
		{
			why: 'YAML that is none',
			path: 'content/registry/people.yaml',
			change: (text: string) => `- path: "x\n${text}`,
			says: [
				/^content\/registry\/people\.yaml is not valid YAML\.$/m,
				/\(line \d+, column \d+\)/,
				/^✖ A quote is opened and not closed|^✖ Something follows a text/m,
			],
		},
		{
			why: 'an unknown key of the site',
			path: 'content/registry/site.yaml',
			change: (text: string) => `${text}titel: Typing error\n`,
			says: [
				/^content\/registry\/site\.yaml is not valid\.$/m,
				/Unrecognized key: "titel": did you mean "title"\?\n.*\(line \d+\)/,
				/Correct it/,
			],
		},
		{
			why: 'checks for a group that is none of the registry',
			path: 'content/registry/checks.yaml',
			change: (text: string) => text.replace(/^maintainers: .*$/m, 'maintainers: example/nobody'),
			says: [
				/^content\/registry\/checks\.yaml is not valid\.$/m,
				/Unknown group "example\/nobody": expected one of .*\n.*→ at maintainers \(line \d+\)/,
				/groups are paths of content\/registry\/people\.yaml/,
			],
		},
		{
			why: 'a page of lists in lists, which the bundler would die of',
			path: 'content/handbook/work/health.mdx',
			change: (text: string) =>
				`${text}\n${Array.from({ length: 400 }, (_, index) => `${'  '.repeat(index)}- a\n`).join('')}`,
			says: [
				/^content\/handbook\/work\/health\.mdx is nested too deeply\.$/m,
				/\(line \d+\)\. Expected at most 50\./,
				/Close what is open there/,
			],
		},
		{
			why: 'a page that is no MDX',
			path: 'content/handbook/work/health.mdx',
			change: (text: string) => `${text}\n<NoSuchBlock />\n`,
			says: [
				/^✖ content\/handbook\/work\/health\.mdx:\d+ uses <NoSuchBlock>, .*\. Expected a block/m,
				/^Remove it, or import NoSuchBlock below the front matter\.$/m,
			],
		},
	])('$why', async ({ path, change, says }) => {
		const { code, out } = await refusedWith(path, change, refusedCall);
		for (const words of says) expect(out).toMatch(words);
		expect(out).not.toMatch(/^ +at .*\.ts:\d+/m);
		expect(code).toBe(2);
	});

	test('half a file of the snapshot, which Astro reads', async () => {
		const { code, out } = await refusedWith('content/snapshot/about.json', (text) =>
			text.slice(0, text.length / 2),
		);
		expect(out).toMatch(/^content\/snapshot\/about\.json is not valid JSON\.$/m);
		expect(out).toMatch(/Restore it from Git, or delete it and run npm run pull/);
		expect(out).not.toMatch(/^ +at .*\.ts:\d+/m);
		expect(code).toBe(2);
	});

	test('a page with code of its own', async () => {
		const { code, out } = await refusedWith(
			'content/handbook/work/health.mdx',
			(text) => `${text}\n<script>{'alert("here")'}</script>\n<button onclick="a()">A</button>\n`,
		);
		expect(out).toMatch(/Unknown script, beginning with "alert\(.+\n.+on \/work\/health\/$/m);
		expect(out).toMatch(/Event handler in HTML: onclick\n.+on \/work\/health\/( and 1 more)?$/m);
		expect(out).toContain('Move the code into a <script> of a component in src');
		expect(code).toBe(2);
	});

	test('a page whose name is no address', async () => {
		const page = at('content/handbook/work/q?x.mdx');
		await cp(at('content/handbook/work/health.mdx'), page);
		const { code, out } = await refusedCall();
		await rm(page);
		expect(out).toContain('✖ content/handbook/work/q?x.mdx has "?" in its name. Expected letters');
		expect(out).toContain('Rename or move these pages');
		expect(code).toBe(2);
	});

	test.each([
		{ why: 'no address', environment: { SITE_URL: 'pages.example.com' }, name: 'SITE_URL' },
		{ why: 'a path with a space', environment: { BASE_PATH: '/hand book' }, name: 'BASE_PATH' },
	])('$name: $why', async ({ environment, name }) => {
		const { code, out } = await refusedCall(environment);
		expect(out).toContain('The environment is not valid.');
		expect(out).toMatch(/expected (one like|only the host)/);
		expect(out).toContain(`→ at ${name}`);
		expect(out).toContain('Set the variable as the README says');
		expect(code).toBe(2);
	});
});

test('a link to a page of data, and to a part of a page with blocks, is held against the render', async () => {
	const { code, out } = await refusedWith(
		'content/handbook/work/health.mdx',
		(text) =>
			`${text}\n[a](/roadmap/milestones/0-0/) [b](/work/projects/#nowhere) [c](/work/projects/#_top)\n`,
	);
	expect(out).toMatch(
		/✖ \S+work\/health\.mdx:\d+ links to \/roadmap\/milestones\/0-0\/, but there is no such page/,
	);
	expect(out).toMatch(
		/✖ \S+work\/health\.mdx:\d+ links to \/work\/projects\/#nowhere, and that page has/,
	);
	expect(out.match(/✖/g)).toHaveLength(2);
	expect(code).toBe(2);
});

test('a page whose code fails stops the render, and is named', async () => {
	const { code, out } = await refusedWith(
		'content/handbook/work/health.mdx',
		(text) => `${text}\n{undefined.name}\n`,
	);
	expect(out).toMatch(/rendering \/work\/health.*reading 'name'/);
	expect(code).not.toBe(0);
});
