import { z } from 'zod';
import { findDoubles, reporterOf } from './refinement.ts';
import { Line } from './text.ts';

const OldAddress = z
	.string()
	.regex(/^\/([\w.-]+\/)+$/, {
		error:
			'Invalid old address: expected one that begins and ends with a slash, such as /start/engine/',
	})
	.meta({ title: 'old address', examples: ['/start/engine/'] });

export const SitePage = z
	.templateLiteral(['/', z.string()])
	.refine(
		(place) => /^\/([\w.-]+\/)*(#[\w-]+)?$/.test(place),
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
	keepsAnchors: z
		.boolean()
		.default(false)
		.describe('Whether the new page has the same headings. Sections say what it has not.'),
	sections: z
		.array(MovedSection)
		.default([])
		.describe('Where its sections are now, in the order of the old page.'),
});
export type MovedPage = z.output<typeof MovedPage>;

export const MovedPages = z
	.array(MovedPage)
	.superRefine((pages, context) => {
		const report = (what: string, path: PropertyKey[]) => {
			reporterOf(context)(path, `Duplicate ${what} leads elsewhere already. Expected each once`);
		};
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
