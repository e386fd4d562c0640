/** The changes of the plan for spreadsheets. */
import type { APIRoute } from 'astro';
import { readChangesExport } from '#blocks/read/exports.ts';
import { renderChangesCsv } from '#core/publish/exports/changes-csv.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(renderChangesCsv(await readChangesExport()), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
	});
