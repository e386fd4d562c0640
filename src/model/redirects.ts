import { z } from 'zod';
import { findDoubles, reporterOf } from './refinement.ts';
import { Flag, Line } from './values.ts';

/** One that ends in .html has a slash here, as all have. */
const OldAddress = z
	.string()
	.regex(/^(?!.*\/index\.html?$)\/([\p{L}\p{M}\p{N}_.-]+\/)*[\p{L}\p{M}\p{N}_.-]+(\/|\.html?)$/u, {
		error:
			'Invalid old address: expected one that begins and ends with a slash, such as /start/engine/, or ends in .html. Leave out index.html',
	})
	.overwrite((address) => address.replace(/\/?$/, '/'))
	.meta({ title: 'old address', examples: ['/start/engine/', '/start/engine.html'] });

export const SitePage = z
	.templateLiteral(['/', z.string()], 'Invalid place: expected a page of this site, such as /work/')
	.refine(
		(place) => /^\/([\p{L}\p{M}\p{N}_.-]+\/)*(#[\p{L}\p{M}\p{N}_-]+)?$/u.test(place),
		'Invalid place: expected a page of this site, with or without a part of it, such as /work/health/#at-risk',
	)
	.meta({ title: 'page of this site', examples: ['/work/health/#at-risk'] });

/** An id of an old heading. A hyphen at the end is what some makers of ids leave of a colon. */
const Anchor = z
	.string()
	.regex(/^[a-z0-9][a-z0-9_-]*$/, {
		error: 'Invalid anchor: expected small letters, digits, "_" and "-", without "#"',
	})
	.meta({ title: 'anchor', examples: ['at-risk'] });

const MovedSection = z.strictObject({
	title: Line.meta({ description: 'The old heading.', examples: ['Issues at risk'] }),
	anchors: z.array(Anchor).min(1).describe('Its ids, without #.'),
	to: SitePage.describe('Where its text is now.'),
});

/** A page that had other addresses before it came to this site, maybe as several pages. */
export const MovedPage = z.strictObject({
	title: Line.meta({ description: 'The title of the old page.', examples: ['Issue health'] }),
	from: z.array(OldAddress).min(1).describe('Its old addresses.'),
	to: SitePage.meta({
		description: 'Where the start of the page is now.',
		examples: ['/work/health/'],
	}),
	keepsAnchors: Flag.describe(
		'Whether the new page has the same headings. Sections say what it has not.',
	),
	sections: z
		.array(MovedSection)
		.default([])
		.describe('Where its sections are now, in the order of the old page.'),
});
export type MovedPage = z.output<typeof MovedPage>;

export const MovedPages = z
	.array(MovedPage)
	.superRefine((pages, context) => {
		const reportAt = reporterOf(context);
		const report = (what: string, path: PropertyKey[]) => {
			reportAt(path, `Duplicate ${what} leads elsewhere already. Expected each once`);
		};
		const moved = new Map(pages.flatMap(({ from, to }) => from.map((old) => [old, to])));
		pages.forEach(({ to }, page) => {
			const next = moved.get(to.replace(/#.*/, ''));
			if (next === undefined) return;
			const expected = next === to ? 'another page' : `where it leads: ${next}`;
			reportAt([page, 'to'], `Old address: ${to} has moved itself. Expected ${expected}`);
		});
		const addresses = pages.flatMap(({ from }, page) =>
			from.map((value, index) => ({ value, path: [page, 'from', index] })),
		);
		for (const { entry, key } of findDoubles(addresses, valueOf)) {
			report(`address: ${key}`, entry.path);
		}
		pages.forEach(({ sections }, page) => {
			const anchors = sections.flatMap((section, at) =>
				section.anchors.map((value, index) => ({
					value,
					path: [page, 'sections', at, 'anchors', index],
				})),
			);
			for (const { entry, key } of findDoubles(anchors, valueOf)) {
				report(`anchor: #${key}`, entry.path);
			}
		});
	})
	.describe('Where readers of old addresses are sent.');

function valueOf({ value }: { value: string }): string {
	return value;
}
