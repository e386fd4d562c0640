import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newTeam } from '../../scripts/new.ts';
import { call } from '../scripts/call.ts';
import { findHolders, readTexts } from './files.ts';
import { readRendered, renderPrepared } from './read-site.ts';
import { checkLinks } from './site-links.ts';

const readNew = async (projects: string) => {
	const rendered = await renderPrepared({}, async (root) => {
		await rm(join(root, 'content'), { recursive: true });
		const team = ['--title', 'Engine', '--group', 'cars', '--projects', projects];
		const environment = { HANDBOOK_TODAY: '2026-11-23' };
		const { code, out } = await call(newTeam, [...team, '--no-start'], { root, environment });
		if (code !== 0) throw new Error(out);
	});
	return readRendered(rendered);
};
const site = await readNew('cars/motor,cars/gears');

test('a new team sees its name, its projects and its plan', () => {
	expect(site.page('/').text).toContain('handbook of the Engine team');
	expect(site.page('/projects/').text).toContain('Motor');
	expect(site.page('/projects/cars/gears/').text).toContain('Gears');
	expect(site.page('/roadmap/').all('main table, main li').length).toBeGreaterThan(10);
});

test('every link of its site leads somewhere', async () => {
	const { links, dead } = await checkLinks(site);
	expect(links.length).toBeGreaterThan(100);
	expect(dead).toEqual([]);
});

test('it has no word of the team whose handbook was there', async () => {
	const holders = findHolders(await readTexts(site.dist), /runner/i);
	// The engine of the search was built on a machine with such a folder.
	expect(holders.filter((file) => !file.startsWith('pagefind/wasm.'))).toEqual([]);
});

test('nothing is said while it is rendered', () => {
	expect(site.log).toBe('dist is rendered.\n');
});

test('without projects, nobody is asked to choose among them', async () => {
	const page = (await readNew('')).page('/projects/');
	expect(page.text).toContain('No project is declared.');
	expect(page.all('main select, main table')).toEqual([]);
});
