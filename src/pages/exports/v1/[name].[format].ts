/** Each export for programs, what it holds in words and for validators, and for spreadsheets. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { exportFiles, readExportNames } from '#blocks/read/exports.ts';
import { publishedAddress } from '#blocks/read/published-address.ts';
import {
	exportAddresses,
	exportFormats,
	type ExportFormat,
	type ExportName,
} from '#core/publish/exports/addresses.ts';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { toPublishedSchema } from '#model/exports/file.ts';

interface Format {
	type: string;
	render: (name: ExportName) => Promise<string>;
}

const formats: Record<ExportFormat, Format> = {
	json: {
		type: 'application/json; charset=utf-8',
		render: async (name) => `${JSON.stringify(await exportFiles[name].read())}\n`,
	},
	'schema.json': {
		type: 'application/schema+json; charset=utf-8',
		render: (name) => {
			const id = publishedAddress(exportAddresses.fileOf(name, 'schema.json'));
			const schema = toPublishedSchema(exportFiles[name].shape, id);
			return Promise.resolve(`${JSON.stringify(schema, null, 2)}\n`);
		},
	},
	csv: {
		type: 'text/csv; charset=utf-8; header=present',
		render: async (name) => renderCsv(await exportFiles[name].readTable()),
	},
};

export const getStaticPaths = (async () =>
	(await readExportNames()).flatMap((name) =>
		exportFormats.map((format) => ({ params: { name, format }, props: { name, format } })),
	)) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props: { name, format } }) => {
	const { type, render } = formats[format];
	return new Response(await render(name), { headers: { 'Content-Type': type } });
};
