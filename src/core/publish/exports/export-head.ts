import type { ExportHead } from '#model/exported-file.ts';
import type { Site } from '#model/registry.ts';
import { exportAddresses, type AddressOf, type ExportName, type SitePath } from './addresses.ts';

export interface HeadSource {
	site: Pick<Site, 'title'>;
	addressOf: AddressOf;
	/** Where people read what the exports hold. Without it, on the first page. */
	aboutPage?: SitePath | undefined;
}

export function toExportHead(
	name: ExportName,
	{ site, addressOf, aboutPage = '/' }: HeadSource,
): ExportHead {
	return {
		version: 1,
		schema: addressOf(exportAddresses.fileOf(name, 'schema.json')),
		about: addressOf(aboutPage),
		title: site.title,
	};
}
