/** The plan for programs. */
import type { APIRoute } from 'astro';
import { readPlanExport } from '#blocks/read/exports.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(`${JSON.stringify(await readPlanExport())}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
