import { parseFeed } from '@rowanmanning/feed-parser';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import type { AddressOf } from '#core/publish/exports/addresses.ts';
import {
	mostEntries,
	renderChangesAtom,
	type FeedSource,
} from '#core/publish/feeds/changes-atom.ts';
import type { FeedEntry } from '#core/publish/feeds/feed-entry.ts';
import { toPlanEntries } from '#core/publish/feeds/plan-entries.ts';
import { listChanges } from '#core/plan/changes/compare-plans.ts';
import type { PlanOfDay } from '#model/history.ts';
import {
	anIssueOfDay,
	aPlanOfDay,
	aSite,
	planRules,
	pulledAt,
	source,
} from '../../../../builders.ts';
import { hostileTexts } from './hostile-texts.ts';

const rules = planRules();
const addressOf: AddressOf = (path) => `https://pages.example.com/handbook${path}`;

const changesPage = '/roadmap/changes/';

const entriesOf = (...days: PlanOfDay[]) =>
	toPlanEntries(listChanges(days, rules), { rules, source, addressOf, changesPage });

/** Three days: an issue slips and loses its commitment, then another one is closed. */
const history = [
	aPlanOfDay({
		day: '2026-11-20',
		issues: [
			anIssueOfDay({ iid: 1, labels: ['Deliverable'] }),
			anIssueOfDay({ iid: 2, title: 'Paint the widget' }),
		],
	}),
	aPlanOfDay({
		day: '2026-11-22',
		issues: [
			anIssueOfDay({ iid: 1, milestone: '19.8' }),
			anIssueOfDay({ iid: 2, title: 'Paint the widget' }),
		],
	}),
	aPlanOfDay({
		day: '2026-11-23',
		milestones: [
			{ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-18', state: 'active' },
			{ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15', state: 'active' },
		],
		issues: [
			anIssueOfDay({ iid: 1, milestone: '19.8' }),
			anIssueOfDay({ iid: 2, title: 'Paint the widget', state: 'closed' }),
		],
	}),
];

function anEntry(overrides: Partial<FeedEntry> = {}): FeedEntry {
	return {
		id: ['calls', '2026-11-23', 'example/cli', 'list-cars'],
		day: '2026-11-23',
		title: 'Example CLI calls “List the cars” now.',
		link: addressOf('/consumers/'),
		kind: 'call-added',
		notes: ['Seen in its source at a commit of 20 November 2026.'],
		...overrides,
	};
}

function atomOf(overrides: Partial<FeedSource> = {}): string {
	return renderChangesAtom({
		site: aSite(),
		about: { pulledAt, sample: false },
		entries: entriesOf(...history),
		knownSince: '2026-11-20',
		addressOf,
		changesPage,
		...overrides,
	});
}

/** As a feed reader shows HTML: what it would run or load, and what it would say. */
const shownAs = (html: string | null) => {
	const tree = fromHtml(html ?? '', { fragment: true });
	return { tags: selectAll('*', tree).map(({ tagName }) => tagName), text: toText(tree) };
};

/** HTML of the entries as it stands in the file. */
const partsOf = (atom: string, name: 'title' | 'content') =>
	[...atom.matchAll(new RegExp(`<${name} type="html"><!\\[CDATA\\[([^]*?)\\]\\]>`, 'g'))].map(
		([, html]) => html!,
	);

const itemsOf = (atom: string) => parseFeed(atom).items;

describe('the feed', () => {
	test('says whose it is, where it is, and how new it is', () => {
		const feed = parseFeed(atomOf());
		expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
		expect(feed.toJSON()).toMatchObject({
			title: 'Example handbook: what has changed',
			url: 'https://pages.example.com/handbook/roadmap/changes/',
			self: 'https://pages.example.com/handbook/feeds/changes.xml',
			updated: '2026-11-23T00:00:00.000Z',
			authors: [{ name: 'Example team' }],
		});
		expect(atomOf()).toContain('<id>tag:gitlab.example.com,2026:example/handbook/changes</id>');
	});

	test('has one entry for each change, newest day first', () => {
		const items = itemsOf(atomOf()).map(({ title, url }) => [shownAs(title).text, url]);
		expect(items).toEqual([
			[
				'Dates of 19.7 moved: the cutoff from 11 December 2026 to 18 December 2026.',
				'https://pages.example.com/handbook/roadmap/changes/#day-2026-11-23',
			],
			['Paint the widget: Closed.', `${source}/example/tools/widget/-/issues/2`],
			[
				'Teach the widget to wait: Carried from 19.7 to 19.8.',
				`${source}/example/tools/widget/-/issues/1`,
			],
			[
				'Teach the widget to wait: No longer committed: now stretch.',
				`${source}/example/tools/widget/-/issues/1`,
			],
		]);
	});

	test('groups the entries of a day by one date and one category', () => {
		const items = itemsOf(atomOf()).map(({ updated, categories }) => [
			updated?.toISOString(),
			categories.map(({ term }) => term),
		]);
		expect(items).toEqual([
			['2026-11-23T00:00:00.000Z', ['2026-11-23', 'dates-moved']],
			['2026-11-23T00:00:00.000Z', ['2026-11-23', 'closed']],
			['2026-11-22T00:00:00.000Z', ['2026-11-22', 'carried']],
			['2026-11-22T00:00:00.000Z', ['2026-11-22', 'uncommitted']],
		]);
	});

	test('an entry says in words what it is about and since when', () => {
		const [, , carried] = itemsOf(atomOf());
		expect(shownAs(carried!.content)).toEqual({
			tags: ['p', 'p'],
			text: [
				'example/tools/widget#1: Carried from 19.7 to 19.8.',
				'The plan of 22 November 2026, compared with that of 20 November 2026.',
			].join('\n\n'),
		});
	});

	test('what is not seen any more leads to the page, not to an issue that is hidden', () => {
		const gone = [history[1]!, aPlanOfDay({ day: '2026-11-23', issues: [] })];
		const links = itemsOf(atomOf({ entries: entriesOf(...gone) })).map(({ url }) => url);
		expect(new Set(links)).toEqual(
			new Set(['https://pages.example.com/handbook/roadmap/changes/#day-2026-11-23']),
		);
	});

	test('without changes it is a feed without entries, of the day of the snapshot', () => {
		const feed = parseFeed(atomOf({ entries: [] }));
		expect(feed.items).toEqual([]);
		expect(feed.updated?.toISOString()).toBe('2026-11-23T08:30:00.000Z');
		expect(feed.description).toContain('We know of no change since then, in the last 90 days');
	});

	test('without a kept plan it says that no change can be known', () => {
		const { description } = parseFeed(atomOf({ entries: [], knownSince: null }));
		expect(description).toContain('No plan has been saved yet, so we know of no change.');
	});

	test('takes entries of other sources beside those of the plan', () => {
		const items = itemsOf(atomOf({ entries: [anEntry(), ...entriesOf(...history)] }));
		expect(items).toHaveLength(5);
		expect(items[0]).toMatchObject({ url: 'https://pages.example.com/handbook/consumers/' });
	});

	test('calls invented data a sample, in its name and in every entry', () => {
		const feed = parseFeed(atomOf({ about: { pulledAt, sample: true } }));
		expect(feed.title).toContain('(sample data)');
		expect(feed.items.filter(({ title }) => !title?.startsWith('Sample: '))).toEqual([]);
	});
});

describe('a feed reader knows what it has shown', () => {
	const idsOf = (atom: string) => itemsOf(atom).map(({ id }) => id);

	test('ids stay when days follow, and when the title or the site changes', () => {
		const later = aPlanOfDay({
			day: '2026-11-24',
			milestones: history[2]!.milestones,
			issues: history[2]!.issues.map((issue) => ({ ...issue, title: 'Another title' })),
		});
		const before = idsOf(atomOf());
		const after = idsOf(
			atomOf({
				entries: entriesOf(...history, later),
				addressOf: (path) => `https://elsewhere.example.org${path}`,
				about: { pulledAt: '2026-11-24T08:30:00Z', sample: false },
			}),
		);
		expect(after.slice(-before.length)).toEqual(before);
		expect(before).toContain(
			'tag:gitlab.example.com,2026:example/handbook/plan/2026-11-22/example%2Ftools%2Fwidget%231/carried',
		);
	});

	test('no two entries have the same', () => {
		const all = idsOf(atomOf({ entries: [...entriesOf(...history), anEntry()] }));
		expect(new Set(all).size).toBe(5);
	});

	test('the same history gives the same file', () => {
		expect(atomOf()).toBe(atomOf());
	});
});

describe('what is left out is counted', () => {
	test('of very many entries the newest stay', () => {
		const entries = Array.from({ length: mostEntries + 7 }, (_, index) =>
			anEntry({ id: ['calls', String(index)], title: `Change ${String(index)}` }),
		);
		const older = anEntry({ id: ['calls', 'older'], day: '2026-11-01' });
		const feed = parseFeed(atomOf({ entries: [older, ...entries] }));
		expect(feed.items).toHaveLength(mostEntries);
		expect(feed.description).toContain('The newest 200 changes of 90 days at most; 8 more');
		expect(feed.items.at(-1)?.title).toBe('Change 199');
	});

	test('what is older than 90 days is left to the page', () => {
		const entries = [
			anEntry({ id: ['calls', 'a'], day: '2026-08-25' }),
			anEntry({ id: ['calls', 'b'], day: '2026-08-24' }),
		];
		const feed = parseFeed(atomOf({ entries }));
		expect(feed.items.map(({ id }) => id?.at(-1))).toEqual(['a']);
		expect(feed.description).toContain('1 more are');
	});
});

describe('the format holds whatever GitLab answers', () => {
	/** What XML 1.0 has no place for, and what turns text around. */
	const harmful =
		/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

	test.each(hostileTexts)('an issue called $name', ({ text, shown }) => {
		const days = [
			aPlanOfDay({ day: '2026-11-22', issues: [] }),
			aPlanOfDay({ day: '2026-11-23', issues: [anIssueOfDay({ title: text })] }),
			aPlanOfDay({ day: '2026-11-24', issues: [anIssueOfDay({ title: 'Renamed' })] }),
		];
		const atom = atomOf({
			entries: entriesOf(...days),
			about: { pulledAt: '2026-11-24T08:30:00Z', sample: false },
		});
		expect(atom).not.toMatch(harmful);
		expect(atom.isWellFormed()).toBe(true);
		const items = itemsOf(atom);
		expect(items).toHaveLength(2);
		const added = items[1];
		// The parser has made text of the HTML, as a reader's list of titles does.
		expect(added!.title!.slice(0, 60)).toBe(`${shown}: Added to 19.7.`.slice(0, 60));
		expect(added!.title!.length).toBeLessThanOrEqual(200);
		for (const html of partsOf(atom, 'title')) expect(shownAs(html).tags).toEqual([]);
		const content = shownAs(partsOf(atom, 'content')[0]!);
		expect(content.tags).toEqual(['p', 'p']);
		expect(content.text).toContain(shown.slice(0, 30));
		expect(atom.length).toBeLessThan(10_000);
	});

	test('XML that stands in the text closes no part of the file', () => {
		const title = 'a]]></title><entry><id>x</id></entry>]]>]]>b';
		const atom = atomOf({ entries: [anEntry({ title, notes: [title] })] });
		const outside = atom.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
		expect(outside.match(/<entry>/g)).toHaveLength(1);
		expect(outside).not.toContain(']]>');
		expect(itemsOf(atom)).toHaveLength(1);
	});

	test('kinds and milestones of any text stay within their attributes', () => {
		const atom = atomOf({ entries: [anEntry({ kind: `"><script>&`, id: ['calls', `"<>&'`] })] });
		expect(itemsOf(atom)[0]!.categories.map(({ term }) => term)).toEqual([
			'2026-11-23',
			'---script--',
		]);
		expect(atom).not.toContain('<script');
	});
});

test('without a page of changes, the first page stands for it', () => {
	const where = { addressOf, changesPage: undefined };
	const entries = toPlanEntries(listChanges(history, rules), { rules, source, ...where });
	expect(atomOf({ entries, ...where })).not.toContain(changesPage);
	expect(atomOf({ entries, ...where })).toContain('href="https://pages.example.com/handbook/"');
});

describe('where the site does not know its own address', () => {
	const rooted: AddressOf = (path) => `/handbook${path}`;

	test('links to it begin at the root of the host, and those to GitLab are whole', () => {
		const entries = toPlanEntries(listChanges(history, rules), {
			rules,
			source,
			addressOf: rooted,
			changesPage,
		});
		const atom = atomOf({ entries, addressOf: rooted });
		const links = [...atom.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
		expect(new Set(links)).toEqual(
			new Set([
				'/handbook/roadmap/changes/',
				'/handbook/feeds/changes.xml',
				'/handbook/roadmap/changes/#day-2026-11-23',
				`${source}/example/tools/widget/-/issues/1`,
				`${source}/example/tools/widget/-/issues/2`,
			]),
		);
		expect(atom).not.toContain('.invalid');
	});

	test('ids are the same as where it does', () => {
		const ids = (atom: string) => [...atom.matchAll(/<id>(.*)<\/id>/g)].map(([, id]) => id);
		expect(ids(atomOf({ addressOf: rooted }))).toEqual(ids(atomOf()));
	});
});
