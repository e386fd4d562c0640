import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findKinds } from '../../scripts/bench-kinds.ts';
import { measureViews } from '../../scripts/bench-visit.ts';
import { teams } from '../fixtures/teams.ts';
import { renderHere } from '../site/read-site.ts';
import { launchChromium } from './chromium.ts';

const mostBytes = 30 * 1024;
const mostScriptBytes = 10 * 1024;

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

test('the first view of each kind of page is light, and nothing moves or is refused in it', async () => {
	const { dist } = await renderHere();
	const kinds = await findKinds(teams.kettle, dist);
	expect(kinds.map(({ name }) => name)).toEqual(
		expect.arrayContaining([
			'Home',
			'Roadmap',
			'Inventory',
			'Impact',
			'Contact',
			'Milestone',
			'Project',
			'Prose',
		]),
	);
	const views = await measureViews(browser, dist, {
		paths: kinds.map(({ path }) => path),
		settleMs: 300,
	});
	for (const [index, { bytes, scriptBytes, shift, refused, requests }] of views.entries()) {
		const { name } = kinds[index]!;
		expect(requests, name).toBeGreaterThan(2);
		expect(bytes, name).toBeGreaterThan(5000);
		expect(bytes, name).toBeLessThan(mostBytes);
		expect(scriptBytes, name).toBeLessThan(mostScriptBytes);
		expect(shift, name).toBeLessThan(0.1);
		expect(refused, name).toBe(0);
	}
});
