import { readFileSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which folder of `src` may import which others. The README's architecture, enforced. */
const arrows: Record<string, readonly string[]> = {
	model: [],
	core: ['model'],
	gitlab: ['core', 'model'],
	store: ['core', 'model'],
	markdown: ['core', 'model'],
	components: ['core', 'model'],
	blocks: ['components', 'core', 'model', 'block-pages.ts', 'site-data.ts'],
	chrome: ['components', 'core', 'model', 'block-pages.ts', 'site-data.ts'],
	pages: ['blocks', 'components', 'core', 'model', 'block-pages.ts', 'site-data.ts'],
};

/** Packages that a folder may import, too. Those that are not named may import none. */
const packages: Record<string, RegExp> = {
	model: /^(leven|zod|re2js)$/,
	core: /^(@lezer\/(common|go|javascript)|badge-maker|csv-stringify\/sync|feed|graphql|ical-generator|leven|remark|semver)$/,
	gitlab:
		/^(@gitbeaker\/(rest|requester-utils)|entities|zod|yaml|semver|smol-toml|p-limit|modern-tar|remark|node:(http|timers\/promises|worker_threads))$/,
	store: /^(zod|yaml|node:(child_process|crypto|fs|fs\/promises|path|timers\/promises|url))$/,
	markdown:
		/^(@astrojs\/markdown-remark|@shikijs\/langs\/markdown|github-slugger|hast|htmlparser2|mdast|remark|remark-(directive|gfm|mdx)|retext|retext-smartypants|unist-util-visit|unified|hast-util-[a-z-]+|mdast-util-[a-z-]+)$/,
	components: /^astro\/types$/,
	blocks: /^astro:content$/,
	chrome:
		/^(@astrojs\/starlight(\/.*)?|astro:content|virtual:starlight\/.*|@pagefind\/default-ui(\/.*)?)$/,
	pages: /^(@astrojs\/starlight(\/.*)?|astro:content|astro)$/,
};

interface Import {
	file: string;
	layer: string;
	target: string;
}

const imports: Import[] = globSync('src/*/**/*.{ts,astro}', { cwd: root }).flatMap((file) => {
	const layer = file.split('/')[1]!;
	const text = readFileSync(join(root, file), 'utf8');
	return [
		...text.matchAll(
			/(?:^|[\s;}])(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
		),
	].map(([, fixed, dynamic]) => ({ file, layer, target: fixed ?? dynamic! }));
});
const own = imports.filter(({ target }) => target.startsWith('#'));
const foreign = imports.filter(({ target }) => !/^[#.]/.test(target));

/** Constants of the site, and the one place that knows the base path, may be read by what draws. */
const drawing = ['components', 'blocks', 'chrome', 'pages', 'markdown'];
const constants = ['site.ts', 'href.ts', 'say.ts'];

test('the search for imports finds what is there', () => {
	expect(own.length).toBeGreaterThan(100);
	expect(foreign.some(({ layer, target }) => layer === 'model' && target === 'zod')).toBe(true);
});

describe('a folder of src imports only what its place in the architecture allows', () => {
	test.each(Object.keys(arrows))('%s', (layer) => {
		const wrong = own.filter((one) => {
			const folder = one.target.slice(1).split('/')[0]!;
			const isConstant = drawing.includes(layer) && constants.includes(folder);
			return (
				one.layer === layer && folder !== layer && !isConstant && !arrows[layer]!.includes(folder)
			);
		});
		expect(wrong).toEqual([]);
	});

	test('no folder is outside the table', () => {
		const layers = new Set(imports.map(({ layer }) => layer));
		expect([...layers].filter((layer) => !(layer in arrows) && layer !== 'styles')).toEqual([]);
	});
});

test.each(Object.keys(packages))('%s imports only the packages of its place', (layer) => {
	const wrong = foreign.filter((one) => one.layer === layer && !packages[layer]!.test(one.target));
	expect(wrong).toEqual([]);
});

test('imports across folders carry the alias, and within one the file', () => {
	const wrong = imports.filter(
		({ target }) => target.startsWith('../') && !target.endsWith('.css'),
	);
	expect(wrong.filter(({ file }) => file.split('/').length <= 3)).toEqual([]);
});

/** The clock belongs to scripts, to the requester's waiting and to code that runs in the browser. */
const mayReadClock = /^src\/(gitlab\/|components\/.*\.client\.ts$)/;

test('the clock is read only where something waits or ages', () => {
	const wrong = globSync('src/**/*.{ts,astro}', { cwd: root }).filter((file) => {
		const text = readFileSync(join(root, file), 'utf8');
		return /new Date\(\)|Date\.now\(\)/.test(text) && !mayReadClock.test(file);
	});
	expect(wrong).toEqual([]);
});

/** GitLab itself has a field of that name. */
const ofOneTeam = /runner(?!s_?token)|gitlab-org|gitlab-com|fleeting|taskscaler/i;

test.each([
	{ what: 'the source', files: 'src/**/*.*' },
	{ what: 'the commands, and the pages of a new team', files: 'scripts/**/*.*' },
	{ what: 'what is published as it is', files: 'public/*.svg' },
	{ what: 'the sample', files: 'test/gitlab/{sample/*.ts,sample-{plans,world}.ts}' },
	{ what: 'the settings', files: '{package.json,astro.config.mjs,.gitlab-ci.yml,.c*/*}' },
])('$what: no word is of the team whose handbook this is', ({ files }) => {
	const found = globSync(files, { cwd: root });
	const wrong = found.filter((file) => ofOneTeam.test(readFileSync(join(root, file), 'utf8')));
	expect(found).not.toEqual([]);
	expect(wrong).toEqual([]);
});

test('nothing of GitLab reaches a page as HTML', () => {
	const wrong = globSync('src/**/*.{ts,astro}', { cwd: root }).filter((file) =>
		/set:html|innerHTML|outerHTML|insertAdjacentHTML/.test(readFileSync(join(root, file), 'utf8')),
	);
	expect(wrong).toEqual([]);
});

const folders = Map.groupBy(globSync('src/**/*.*', { cwd: root }), (file) => dirname(file));

test('no folder of src holds more than 40 files', () => {
	const full = [...folders].filter(([, files]) => files.length > 40);
	expect(full.map(([folder, files]) => `${folder}: ${String(files.length)}`)).toEqual([]);
});

test('folders of src import each other without circles', () => {
	const targets = new Map([...folders.keys()].map((folder) => [folder, new Set<string>()]));
	for (const { file, target } of imports) {
		const to = target.startsWith('#') ? dirname(`src/${target.slice(1)}`) : dirname(file);
		if (/^[#.]/.test(target) && to !== dirname(file)) targets.get(dirname(file))!.add(to);
	}
	// A folder that imports none of those that are left, or that none of them imports, is in no circle.
	const left = new Map(targets);
	const isFree = (folder: string, imported: ReadonlySet<string>) =>
		![...imported].some((to) => left.has(to)) ||
		![...left.values()].some((others) => others.has(folder));
	for (;;) {
		const free = [...left].filter(([folder, imported]) => isFree(folder, imported));
		if (free.length === 0) break;
		for (const [folder] of free) left.delete(folder);
	}
	expect([...left.keys()]).toEqual([]);
});
