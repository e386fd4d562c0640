/** The inventory for spreadsheets. */
import type { APIRoute } from 'astro';
import { readProjectsExport } from '#blocks/read/exports.ts';
import { renderProjectsCsv } from '#core/publish/exports/projects-csv.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(renderProjectsCsv(await readProjectsExport()), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
	});
