import type { ExportHead, ListStamp } from '#model/exports/file.ts';
import type { Site } from '#model/site.ts';
import { exportAddresses, type AddressOf, type ExportName, type SitePath } from './addresses.ts';
import { pulledAtOf, type About, type ListState } from '#model/snapshot.ts';

export interface HeadSource {
	site: Pick<Site, 'title'>;
	about: Pick<About, 'source' | 'sample' | 'pulledAt'>;
	addressOf: AddressOf;
	/** Where people read what the exports hold. Without it, on the first page. */
	aboutPage?: SitePath | undefined;
}

export function toExportHead(
	name: ExportName,
	{ site, about, addressOf, aboutPage = '/' }: HeadSource,
): ExportHead {
	return {
		version: 1,
		schema: addressOf(exportAddresses.fileOf(name, 'schema.json')),
		about: addressOf(aboutPage),
		title: site.title,
		snapshot: { source: about.source, sample: about.sample, pulledAt: about.pulledAt },
	};
}

/** The state of a list, as every file for machines says it. */
export function toListStamp(list: ListState): ListStamp {
	return {
		state: list.state,
		pulledAt: pulledAtOf(list),
		reason: 'reason' in list ? list.reason : null,
	};
}
