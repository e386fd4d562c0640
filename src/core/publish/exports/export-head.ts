import type { ExportHead } from '#model/exported-file.ts';
import type { Site } from '#model/registry.ts';
import { exportAddresses, type AddressOf, type ExportName } from './addresses.ts';

interface HeadSource {
	site: Pick<Site, 'title'>;
	addressOf: AddressOf;
}

export function toExportHead(name: ExportName, { site, addressOf }: HeadSource): ExportHead {
	return {
		version: 1,
		schema: addressOf(exportAddresses.fileOf(name, 'schema.json')),
		about: addressOf(exportAddresses.page),
		title: site.title,
	};
}
