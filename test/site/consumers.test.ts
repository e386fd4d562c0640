import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { nameEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';
import type { DeclaredEndpoint } from '#model/api.ts';
import { ConsumersExport } from '#model/exports/consumers.ts';
import { aCommit, source } from '../builders.ts';
import {
	api,
	consumers,
	endpoints,
	lineUrl,
	newEndpoint,
	owner,
	partialWhy,
	readerUses,
	secretCommit,
	secretFile,
	unmappedName,
} from './calling.ts';
import { findHolders, readTexts } from './files.ts';
import { html } from './hostile.ts';
import { allIn, attributeOf, firstIn, hrefOf, textOf, type Page } from './page.ts';
import { readPlanAndCalls } from './plan-and-calls.ts';

const site = await readPlanAndCalls();

const pageOf = ({ path }: { path: string }): Page => site.page(`/consumers/${path}/`);
const endpointPage = ({ id }: DeclaredEndpoint): Page => site.page(`/api/${id}/`);
const hrefsIn = (page: Page, selector: string) => page.all(selector).map(hrefOf);
const links = (page: Page) => page.all('main a').map((link) => attributeOf(link, 'href') ?? '');

function rowOf({ path }: { path: string }): Element {
	const rows = site.page('/projects/consumers/').all('.consumer-table tbody > tr');
	return rows.find((row) => textOf(firstIn(row, 'th')).includes(path))!;
}

describe('the table of consumers', () => {
	test.each([
		{
			role: 'reader' as const,
			says: ['Calls found', '4 endpoints', '5 minor versions behind v2.9.1'],
		},
		{
			role: 'partial' as const,
			says: ['Read in part', '1 endpoint, and 1 call to no known', 'no longer developed'],
		},
		{ role: 'silent' as const, says: ['Declared, no call found', 'None found'] },
		{ role: 'unread' as const, says: ['Not known'] },
		{ role: 'newcomer' as const, says: ['Not known'] },
		{ role: 'gone' as const, says: ['Not known'] },
	])('says of $role: $says', ({ role, says }) => {
		const text = textOf(rowOf(consumers[role]));
		for (const words of says) expect(text).toContain(words);
		expect(hrefOf(firstIn(rowOf(consumers[role]), 'th'))).toBe(
			`/consumers/${consumers[role].path}/`,
		);
	});

	test('never says "none" of what was not read', () => {
		for (const role of ['unread', 'newcomer', 'gone'] as const) {
			expect(textOf(rowOf(consumers[role])), role).not.toMatch(/\b(none|0)\b/i);
		}
	});

	test('says whom to ask: the owner, or the issues', () => {
		const contactOf = (role: 'reader' | 'silent') => hrefOf(firstIn(rowOf(consumers[role]), 'td'));
		expect(contactOf('reader')).toBe(owner.url);
		expect(contactOf('silent')).toBe(`${source}/${consumers.silent.path}/-/issues`);
	});

	test('counts the places of each endpoint', () => {
		const items = allIn(rowOf(consumers.reader), 'li').map(textOf);
		expect(items).toContain(`${nameEndpoint(endpoints.called)} at 3 places`);
		expect(items).toContain(`${nameEndpoint(endpoints.deprecated)} at 1 place, deprecated`);
	});
});

describe('the page of a consumer', () => {
	test('leads to every place at the commit that was read, whatever the file is called', () => {
		expect(hrefsIn(pageOf(consumers.reader), '.call-places ul a').toSorted()).toEqual(
			readerUses.map(({ file, line }) => lineUrl(consumers.reader.path, file, line)).toSorted(),
		);
		expect(lineUrl('x', 'cmd/näh #1/all.go', 7)).toContain('/cmd/n%C3%A4h%20%231/all.go#L7');
	});

	test('says how and since when each endpoint is called', () => {
		const { text } = pageOf(consumers.reader);
		expect(text).toContain(
			'At 3 places, by a client library. Called since at least 9 November 2026',
		);
		expect(text).toContain('At 1 place, by a client library. Called since 16 November 2026.');
		expect(text).toContain('At 1 place, by its path.');
		expect(text).toContain("by GraphQL. A change to REST alone doesn't break it.");
		expect(text).toContain('only where linux && !cgo is built');
	});

	test('says what has changed, and when it was otherwise', () => {
		const changes = pageOf(consumers.reader).all('.call-changes li').map(textOf);
		expect(changes).toHaveLength(2);
		expect(changes.join(' ')).toContain(
			`Car reader no longer calls ${nameEndpoint(endpoints.stopped)} (${endpoints.stopped.title}). Changed since 9 November 2026.`,
		);
		expect(changes.join(' ')).toContain(
			`Car reader now calls ${nameEndpoint(endpoints.deprecated)} (${endpoints.deprecated.title}), which is deprecated.`,
		);
		expect(pageOf(consumers.silent).text).toContain('We know of no change');
	});

	test('says what was read and what was left out', () => {
		const page = pageOf(consumers.reader);
		expect(page.text).toContain('test files: 12, mock files: 1, generated or minified files: 2');
		expect(page.text).toContain('It was still the newest commit at our last pull.');
		expect(links(page)).toContain(`${source}/${consumers.reader.path}/-/commit/${aCommit}`);
		expect(pageOf(consumers.partial).text).not.toContain('still the newest commit');
	});

	test('of one that was read in part says why, and keeps what no endpoint is', () => {
		const { text } = pageOf(consumers.partial);
		expect(text).toContain(`calls may be missing. ${partialWhy}`);
		expect(text).toContain(unmappedName);
		expect(text).toContain('The newest commit could not be read whole.');
	});

	test('of one that was not read says that nothing is known', () => {
		for (const role of ['unread', 'newcomer', 'gone'] as const) {
			const { text } = pageOf(consumers[role]);
			expect(text, role).toContain('We don’t know what it calls.');
			expect(text, role).not.toContain('Nothing in its source calls');
		}
		expect(pageOf(consumers.unread).text).toContain('GitLab answered 503 to its archive.');
	});
});

test('what strangers do not see any more is in no file', async () => {
	const texts = await readTexts(site.dist);
	expect(findHolders(texts, secretFile)).toEqual([]);
	expect(findHolders(texts, secretCommit.slice(0, 12))).toEqual([]);
	expect(findHolders(texts, `${consumers.gone.name} now calls`)).toEqual([]);
	expect(pageOf(consumers.gone).text).not.toContain('We know of no change');
});

describe('names that try to be HTML', () => {
	test('stay text on every page', () => {
		for (const page of site.pages) {
			expect(page.all('img[src="x"], [onerror]'), page.path).toEqual([]);
			for (const script of page.all('script')) {
				expect(textOf(script), page.path).not.toBe('alert(2)');
			}
		}
		const { text } = pageOf(consumers.hostile);
		for (const name of ['method', 'version', 'condition']) {
			expect(text).toContain(html(name).replace(/\s+/g, ' '));
		}
	});

	test('are counted where there are too many to list', () => {
		const page = pageOf(consumers.hostile);
		expect(page.text).toContain('and 149800 more calls');
		expect(page.text).toContain('And 7 more calls by other names.');
		expect(page.text).toContain('And 3 more requirements in other files.');
		expect(textOf(rowOf(consumers.hostile))).toContain(
			`${nameEndpoint(endpoints.called)} at 149802 places`,
		);
		const own = endpointPage(endpoints.called);
		expect(own.text).toContain('At 149802 places');
		expect(own.text).toContain('and 149800 more calls');
	});

	test('lead nowhere but to the consumer', () => {
		const places = hrefsIn(pageOf(consumers.hostile), '.call-places ul a');
		expect(places.length).toBe(3);
		for (const href of places) {
			expect(href.startsWith(`${source}/${consumers.hostile.path}/-/blob/${aCommit}/`)).toBe(true);
			expect(href).not.toMatch(/[<>" ]/);
		}
	});
});

describe('the page of the API', () => {
	test('has every endpoint with its page, and who calls it', () => {
		const rows = site.page('/projects/api/').all('.endpoint-table tbody tr');
		const names = rows.map((row) => textOf(firstIn(row, 'th a')));
		for (const endpoint of api.endpoints) {
			expect(names).toContain(nameEndpoint(endpoint));
			expect(endpointPage(endpoint).text).toContain(endpoint.title);
		}
		const callersOf = (endpoint: DeclaredEndpoint) =>
			textOf(
				allIn(
					rows.findLast((row) => textOf(firstIn(row, 'th a')) === nameEndpoint(endpoint))!,
					'td',
				)[2]!,
			);
		expect(callersOf(endpoints.called)).toContain('Car reader at 3 places');
		expect(callersOf(endpoints.uncalled)).toBe('nobody, as far as we know');
	});

	test('has the deprecated ones that are still called in a section of their own', () => {
		const [table] = site.page('/projects/api/').all('.endpoint-table');
		expect(textOf(firstIn(table!, 'caption'))).toBe('Deprecated endpoints that are still called');
		expect(allIn(table!, 'tbody th a').map(textOf)).toEqual([nameEndpoint(endpoints.deprecated)]);
	});

	test('is where the page about the data leads', () => {
		expect(links(site.page('/about/data/'))).toContain('/projects/api/');
	});
});

describe('the page of an endpoint', () => {
	test('says what becomes of it, and what to use instead', () => {
		const { deprecation } = endpoints.deprecated;
		const page = endpointPage(endpoints.deprecated);
		expect(page.text).toContain(`To be removed in ${deprecation!.removal!}`);
		expect(links(page)).toContain(`/api/${deprecation!.replacement!}/`);
		expect(page.text).toContain('the removal is planned for it');
	});

	test('names who calls it with every place, and of whom it cannot be told', () => {
		const page = endpointPage(endpoints.called);
		expect(page.all('.caller h3').map(textOf)).toEqual(
			expect.arrayContaining(['Car reader', 'Half-read garage']),
		);
		expect(hrefsIn(page, '.caller .call-places ul a')).toContain(
			lineUrl(consumers.reader.path, 'cmd/list/list.go', 40),
		);
		expect(page.text).toMatch(/We don’t know about these:.*New car.*Unread car/);
		expect(page.text).toContain('We read all of their source, and it doesn’t call it: Silent car');
	});

	test('that nobody calls says so, and that more is not known', () => {
		const { text } = endpointPage(endpoints.uncalled);
		expect(text).toContain(`We found no call of ${nameEndpoint(endpoints.uncalled)}`);
		expect(text).toContain('Half-read garage: We could only read part of its source.');
	});

	test('leads to the impact of a change of it', () => {
		expect(links(endpointPage(endpoints.called))).toContain(
			`/projects/impact/?endpoint=${endpoints.called.id}`,
		);
	});
});

describe('the impact of a change', () => {
	test('says by when they must know, in words, with where each day is from', () => {
		const rows = site.page('/projects/impact/').rows('.notices');
		expect(rows[0]).toEqual(['A change in 20.0 release: 20 May 2027 (computed)']);
		expect(rows[1]).toEqual([
			'19.9 at the latest ends 12 February 2027 (computed) release: 18 February 2027 (computed)',
			`${api.notice[0]!.name} 3 milestones before`,
			'Still ahead',
		]);
		expect(rows[2]).toEqual([
			'19.6 at the latest ends 13 November 2026 (from GitLab) release: 19 November 2026 (computed)',
			`${api.notice[1]!.name} 6 milestones before`,
			'Already past',
		]);
		expect(rows[4]!.join(' ')).toContain('20.9 at the latest ends 11 February 2028 (computed)');
		expect(rows).toHaveLength(2 * (1 + api.notice.length));
	});

	test('has the whole answer without a script: who breaks, with which call, and whom to ask', () => {
		const page = site.page('/projects/impact/');
		const consumersShown = page.all('[data-consumer]');
		const shown = (role: keyof typeof consumers) =>
			consumersShown.find((one) => attributeOf(one, 'dataConsumer') === consumers[role].path);
		expect(allIn(shown('reader')!, 'li a').map(textOf)).toHaveLength(4);
		expect(hrefOf(firstIn(shown('reader')!, 'p'))).toBe(owner.url);
		expect(textOf(shown('unread')!)).toContain('It may break, although no call is listed:');
		expect(textOf(shown('partial')!)).toContain('More than that may break:');
		expect(shown('silent')).toBeUndefined();
		expect(page.text).toContain('nothing in it calls the API: Silent car');
		expect(attributeOf(page.first('.impact-form'), 'className')).toContain('needs-script');
	});
});

describe('drift', () => {
	test('has what the documentation and the consumers say against the registry', () => {
		const { text } = site.page('/projects/drift/');
		expect(text).toContain(`The endpoint ${nameEndpoint(newEndpoint)} isn’t declared`);
		expect(text).toContain(`The endpoint "${endpoints.uncalled.id}"`);
		expect(text).toContain(`calls ${unmappedName} in b.go:2`);
		expect(text).toContain(`of the consumer ${consumers.silent.path}.`);
		expect(text).toContain(`still called by ${consumers.reader.path}`);
	});
});

describe('the files for machines', () => {
	const read = (name: string) => readFileSync(join(site.dist, 'exports/v1', name), 'utf8');

	test('have every consumer and every endpoint, and null for what was not read', () => {
		// Strict: a field that the schema does not know is a mistake of ours.
		const exported = ConsumersExport.parse(JSON.parse(read('consumers.json')));
		expect(exported.consumers.map(({ path }) => path)).toEqual(
			Object.values(consumers)
				.map(({ path }) => path)
				.toSorted(),
		);
		expect(exported.endpoints.map(({ id }) => id)).toEqual(api.endpoints.map(({ id }) => id));
		const unread = exported.consumers.filter(({ state }) => state === 'unknown');
		expect(unread.map(({ calls }) => calls)).toEqual([null, null, null]);
	});

	test('have no formula, whatever a file or a method is called', () => {
		const rows: Record<string, string>[] = parse(read('consumers.csv'), { columns: true });
		const cells = rows.flatMap((row) => Object.values(row));
		expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
		expect(rows.find((row) => row.unmapped !== '')?.endpoint).toBe('');
	});
});
