import { Feed } from 'feed';
import { addDays, dayOf } from '#core/base/dates.ts';
import { escapeHtml } from '#core/base/escape-html.ts';
import type { AddressOf, SitePath } from '#core/publish/exports/addresses.ts';
import { compareText } from '#model/order.ts';
import { toPlainLine, toPlainText } from '#core/base/plain-text.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Site } from '#model/site.ts';
import type { About } from '#model/snapshot.ts';
import { feedAddresses } from './addresses.ts';
import type { FeedEntry } from './feed-entry.ts';
import { toTagUri } from './identifiers.ts';

export interface FeedSource {
	site: Pick<Site, 'title' | 'team' | 'instance' | 'handbook'>;
	about: Pick<About, 'pulledAt' | 'sample'>;
	/** Of all sources, in any order. */
	entries: readonly FeedEntry[];
	/** The first day of which a plan is kept. `null`: of none, so that no change can be known. */
	knownSince: IsoDate | null;
	addressOf: AddressOf;
	/** The page of all changes. `undefined`: there is none, and the feed links to the first page. */
	changesPage: SitePath | undefined;
}

/** Days of the feed. Older plans may be thinned, which would make entries that are not new. */
const days = 90;
/** Entries of the feed: a program that asks every hour is not to get a book. */
export const mostEntries = 200;
const longestTitle = 200;
const longestNote = 1000;

/** The generator takes whole addresses only. When the site has none, it is taken out again. */
const noSite = 'https://site.invalid';

/**
 * What has changed as an Atom feed (RFC 4287), newest day first; within a day in the order of the
 * sources.
 *
 * All entries of a day have midnight of that day, UTC, as their date, and the day as a category.
 * When entries are left out, the feed says how many. Where the site does not know its own address,
 * links to it begin at the root of the host.
 */
export function renderChangesAtom(source: FeedSource): string {
	const { site, about, addressOf } = source;
	const { shown, older } = selectEntries(source);
	const newest = shown[0]?.day;
	const feed = new Feed({
		id: toTagUri(site, ['changes']),
		title: nameFeed(site, about.sample),
		description: describeFeed(shown.length, older, source),
		updated: newest === undefined ? new Date(about.pulledAt) : midnightOf(newest),
		link: whole(addressOf(source.changesPage ?? '/')),
		feed: whole(addressOf(feedAddresses.changes)),
		author: { name: toPlainLine(site.team, longestTitle) },
		generator: false,
	});
	for (const entry of shown) addEntry(feed, entry, source);
	// Quotes of GitLab's text are escaped, so that only an address of ours can match.
	return `${feed.atom1().replaceAll(`href="${noSite}/`, 'href="/')}\n`;
}

function selectEntries({ entries, about }: FeedSource): { shown: FeedEntry[]; older: number } {
	const from = addDays(dayOf(about.pulledAt), -days);
	const newestFirst = entries.toSorted((a, b) => compareText(b.day, a.day));
	const shown = newestFirst.filter(({ day }) => day >= from).slice(0, mostEntries);
	return { shown, older: entries.length - shown.length };
}

function addEntry(feed: Feed, entry: FeedEntry, { site, about }: FeedSource): void {
	const { id, day, title, link, kind, notes } = entry;
	const sample = about.sample ? 'Sample: ' : '';
	feed.addItem({
		id: toTagUri(site, id),
		title: toHtml(sample + toPlainLine(title, longestTitle)),
		link: whole(link),
		date: midnightOf(day),
		content: notes.map((note) => `<p>${toHtml(toPlainLine(note, longestNote))}</p>`).join(''),
		category: [day, kind].map((term) => ({ term: toXmlName(term) })),
	});
}

function nameFeed({ title }: Pick<Site, 'title'>, sample: boolean): string {
	const name = `${toPlainLine(title, longestTitle)}: what has changed`;
	return sample ? `${name} (sample data)` : name;
}

function describeFeed(shown: number, older: number, { about, knownSince }: FeedSource): string {
	const parts = [
		'Changes from day to day, as GitLab shows them without signing in.',
		about.sample ? 'All data is invented.' : '',
		describeKnown(shown, knownSince),
		older > 0
			? `The newest ${String(shown)} changes of ${String(days)} days at most; ${String(older)} more are on the page.`
			: '',
	];
	return parts.filter((part) => part !== '').join(' ');
}

/** That nothing is known is not that nothing has changed. */
function describeKnown(shown: number, knownSince: IsoDate | null): string {
	if (knownSince === null) return 'No plan has been saved yet, so we know of no change.';
	if (shown > 0) return `The plan history starts on ${knownSince}.`;
	return `The plan history starts on ${knownSince}. We know of no change since then, in the last ${String(days)} days.`;
}

function midnightOf(day: IsoDate): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** Titles and contents of Atom are HTML as the generator writes them: text must not become tags. */
function toHtml(text: string): string {
	return escapeHtml(toPlainText(text));
}

/** The generator does not escape all that an attribute needs. */
function toXmlName(term: string): string {
	return term.replaceAll(/[^\w.:-]/g, '-');
}

function whole(address: string): string {
	return new URL(address, noSite).href;
}
