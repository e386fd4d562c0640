/** The consumers of the API for spreadsheets. */
import type { APIRoute } from 'astro';
import { readConsumersExport } from '#blocks/read/exports.ts';
import { renderConsumersCsv } from '#core/publish/exports/consumers-csv.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(renderConsumersCsv(await readConsumersExport()), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
	});
