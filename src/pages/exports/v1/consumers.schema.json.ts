/** What the consumers for programs hold, in words and for validators. */
import type { APIRoute } from 'astro';
import { publishedAddress } from '#blocks/read/exports.ts';
import { exportAddresses } from '#core/publish/exports/addresses.ts';
import { toConsumersSchema } from '#model/exported-consumers.ts';

export const prerender = true;

export const GET: APIRoute = () => {
	const schema = toConsumersSchema(publishedAddress(exportAddresses.consumers.schema));
	return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
		headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
	});
};
