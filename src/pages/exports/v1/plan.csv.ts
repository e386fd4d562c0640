/** The plan for spreadsheets. */
import type { APIRoute } from 'astro';
import { readPlanExport } from '#blocks/read/exports.ts';
import { renderPlanCsv } from '#core/publish/exports/plan-csv.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(renderPlanCsv(await readPlanExport()), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
	});
