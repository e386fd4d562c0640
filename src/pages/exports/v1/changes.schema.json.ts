/** What the file of changes for programs holds, in words and for validators. */
import type { APIRoute } from 'astro';
import { publishedAddress } from '#blocks/read/exports.ts';
import { exportAddresses } from '#core/publish/exports/addresses.ts';
import { toChangesSchema } from '#model/exported-changes.ts';

export const prerender = true;

export const GET: APIRoute = () => {
	const schema = toChangesSchema(publishedAddress(exportAddresses.changes.schema));
	return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
		headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
	});
};
