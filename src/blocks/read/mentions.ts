import { readWrittenPages } from '#block-pages.ts';
import { href } from '#href.ts';
import { site } from '#site.ts';
import { consumerPageAddress } from '#core/publish/exports/addresses.ts';
import { findMentions } from '#core/inventory/mentions.ts';
import { compareText } from '#model/order.ts';
import { siteData } from '#site-data.ts';
import { oncePerBuild } from './once-per-build.ts';

export interface Mention {
	title: string;
	href: string;
	/** What it is, in a word or two. */
	kind: string;
}

/** What speaks of each project, by declared path. Every text of the handbook is read for it. */
export const readMentions = oncePerBuild(async (): Promise<ReadonlyMap<string, Mention[]>> => {
	const { projects, consumers } = (await siteData()).registry;
	const pages = await readWrittenPages();
	const paths = projects.map(({ path }) => path);
	const texts = [
		...pages
			.toSorted((a, b) => compareText(a.title, b.title))
			.map(({ title, description, path, text }) => ({
				text: `${description}\n${text}`,
				mention: { title, href: href(path), kind: 'page' },
			})),
		...consumers.map(({ path, name, note = '' }) => ({
			text: `${path}\n${note}`,
			mention: { title: name, href: href(consumerPageAddress(path)), kind: 'consumer' },
		})),
	];
	const mentions = new Map<string, Mention[]>();
	for (const { text, mention } of texts) {
		for (const path of findMentions(text, paths, site.references.project)) {
			mentions.set(path, [...(mentions.get(path) ?? []), mention]);
		}
	}
	return mentions;
});
