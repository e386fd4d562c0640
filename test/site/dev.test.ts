import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { teams } from '../fixtures/teams.ts';
import { expectGoodKit } from '../browser/kit.ts';
import { copyCheckout, type Checkout } from './checkout.ts';
import { testDrafts } from './drafts.ts';
import { startSite, type StartedSite } from './start-site.ts';

const loseEvents = new URL('lose-events.ts', import.meta.url).href;

let checkout: Checkout;
let site: StartedSite;
let declared: string;
beforeAll(async () => {
	checkout = await copyCheckout(teams.kettle);
	declared = await readFile(projectsFile(), 'utf8');
	const environment = { NODE_OPTIONS: `--import=${loseEvents}` };
	site = await startSite(checkout.folder, environment, 'dev');
});
afterAll(async () => {
	await site.stop();
	await checkout.remove();
});

const projectsFile = () => join(checkout.folder, 'content/registry/projects.yaml');
const write = (text: string) => writeFile(projectsFile(), text);
const rename = (name: string) => declared.replace(/name: .*/, `name: ${name}`);

async function read(path: string): Promise<string> {
	const answer = await fetch(new URL(path, site.address));
	expect(answer.status).toBe(200);
	return answer.text();
}

test('an edited registry is shown on the next page, though no file watcher told of it', async () => {
	const page = `projects/${/path: (.*)/.exec(declared)![1]!}/`;
	for (const name of ['A renamed project', 'Renamed again']) {
		expect(await read(page)).not.toContain(name);
		await write(rename(name));
		expect(await read(page)).toContain(name);
		expect(await read('projects/')).toContain(name);
	}
	const another = { path: 'tea/kettle-two', name: 'A second kettle' };
	await write(`${declared}- path: ${another.path}\n  name: ${another.name}\n  group: product\n`);
	expect(await read(`projects/${another.path}/`)).toContain(another.name);
});

test('a mistake in the registry is told once, and pages have what was there before it', async () => {
	await write(rename('The last good name'));
	await read('projects/');
	const before = site.log().length;
	await write(`${declared}\n- path: [`);
	for (const path of ['projects/', 'roadmap/', 'about/data/']) await read(path);
	expect(await read('projects/')).toContain('The last good name');
	expect(site.log().slice(before)).toContain('content/registry/projects.yaml');
	expect(site.log().slice(before).split('is not valid YAML')).toHaveLength(2);

	await write(rename('Mended'));
	expect(await read('projects/')).toContain('Mended');
	await vi.waitFor(() => {
		expect(site.log().slice(before)).toContain('The mistake is fixed');
	});
});

test('what is read at the start only says so when it changes', async () => {
	const file = join(checkout.folder, 'content/registry/site.yaml');
	const text = await readFile(file, 'utf8');
	const before = site.log().length;
	await writeFile(file, text.replace(/^title: .*$/m, 'title: Another title'));
	await read('projects/');
	await vi.waitFor(() => {
		expect(site.log().slice(before)).toContain('site.yaml has changed, and is read at the start');
	});
	await writeFile(file, text);
});

test('an address without a page shows the page for that, which is loaded anew once there is one', async () => {
	const answer = await fetch(new URL('work/nowhere/', site.address));
	expect(answer.status).toBe(404);
	const text = await answer.text();
	expect(text).toContain('Page not found');
	expect(text).toContain('/@vite/client');
});

test('a damaged day of the history is told once, and its pages are served', async () => {
	const before = site.log().length;
	const day = join(checkout.folder, 'content/history/checks-2026-11-22.json');
	await writeFile(day, '{"format":');
	await vi.waitFor(
		() => {
			expect(site.log().slice(before)).toContain('checks-2026-11-22.json is not valid JSON');
		},
		{ timeout: 60_000, interval: 250 },
	);
	await read('projects/');
	await rm(day);
	expect(site.log().slice(before).split('is not valid JSON')).toHaveLength(2);
});

describe('a mistake in a page', () => {
	const file = () => join(checkout.folder, 'content/handbook/work/health.mdx');
	const sentence = 'work/health.mdx:';

	/** What a browser is shown, once it is what is waited for. */
	function waitForAnswer(status: number, text: string): Promise<string> {
		return vi.waitFor(
			async () => {
				const answer = await fetch(new URL('work/health/', site.address));
				const body = await answer.text();
				expect(body).toContain(text);
				expect(answer.status).toBe(status);
				return body;
			},
			{ timeout: 60_000, interval: 250 },
		);
	}

	test.each([
		{ why: 'in its text', add: '\n{nobody}\n', says: 'has {nobody}, which nothing defines' },
		{ why: 'in its syntax', add: '\n<!-- Later. -->\n', says: 'has a comment of HTML' },
	])('$why is said in the browser, and once in the terminal', async ({ add, says }) => {
		const text = await readFile(file(), 'utf8');
		await waitForAnswer(200, '</html>');
		const before = site.log().length;
		await writeFile(file(), text + add);
		const shown = await waitForAnswer(500, says);
		expect(shown).toContain(sentence);
		expect(shown).not.toMatch(/\n +at /);
		await waitForAnswer(500, says);
		for (const path of ['work/deprecations/', 'projects/']) await read(path);
		const log = site.log().slice(before);
		expect(log.split(says)).toHaveLength(2);
		expect(log).not.toMatch(/\n +at /);

		await writeFile(file(), text);
		await waitForAnswer(200, '</html>');
		expect(site.log().slice(before)).toContain('content/handbook has no mistakes left.');
	});

	test('in its letters is told in the terminal', async () => {
		const text = await readFile(file());
		const before = site.log().length;
		const waitForLog = (says: string) =>
			vi.waitFor(
				async () => {
					await fetch(new URL('work/health/', site.address));
					expect(site.log().slice(before)).toContain(says);
				},
				{ timeout: 20_000, interval: 250 },
			);
		await writeFile(file(), Buffer.concat([text, Buffer.from([0xfc])]));
		await waitForLog('work/health.mdx is not UTF-8');
		await writeFile(file(), text);
		await waitForLog('content/handbook has no mistakes left.');
	});

	test('in its front matter keeps the page away until it is mended', async () => {
		const text = await readFile(file(), 'utf8');
		await writeFile(file(), text.replace('owner:', 'onwer:'));
		await waitForAnswer(500, 'has onwer in its front matter');
		await writeFile(file(), text);
		await waitForAnswer(200, '</html>');
	});
});

test('every component is accessible in every state, and fits a phone', () => expectGoodKit(site));

// Last: its data stay.
describe('data that are missing or old', () => {
	testDrafts(() => ({ checkout, site }));
});
