import { getCollection } from 'astro:content';
import { href } from '#href.ts';
import { site } from '#site.ts';
import { consumerPageAddress } from '#core/publish/exports/addresses.ts';
import { findMentions } from '#core/inventory/mentions.ts';
import { compareText } from '#model/order.ts';
import { oncePerBuild } from './once-per-build.ts';

/** Something that speaks of a project. */
export interface Mention {
	title: string;
	href: string;
	/** What it is, in a word or two. */
	kind: string;
}

/** What speaks of each project, by declared path. Every text of the handbook is read for it. */
export const readMentions = oncePerBuild(findAllMentions);

async function findAllMentions(): Promise<ReadonlyMap<string, readonly Mention[]>> {
	const [projects, pages, consumers] = await Promise.all([
		getCollection('declaredProjects'),
		getCollection('docs'),
		getCollection('declaredConsumers'),
	]);
	const paths = projects.map(({ data }) => data.path);
	const texts = [
		...pages
			.toSorted((a, b) => compareText(a.data.title, b.data.title))
			.map(({ id, data, body = '' }) => ({
				text: `${data.description}\n${body}`,
				mention: { title: data.title, href: href(addressOf(id)), kind: 'page' },
			})),
		...consumers.map(({ data }) => ({
			text: `${data.path}\n${data.note ?? ''}`,
			mention: { title: data.name, href: href(consumerPageAddress(data.path)), kind: 'consumer' },
		})),
	];
	const mentions = new Map<string, Mention[]>();
	for (const { text, mention } of texts) {
		for (const path of findMentions(text, paths, site.references.project)) {
			mentions.set(path, [...(mentions.get(path) ?? []), mention]);
		}
	}
	return mentions;
}

function addressOf(id: string): `/${string}` {
	return id === 'index' ? '/' : `/${id}/`;
}
