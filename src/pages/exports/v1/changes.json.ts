/** The changes of the plan for programs. */
import type { APIRoute } from 'astro';
import { readChangesExport } from '#blocks/read/exports.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(`${JSON.stringify(await readChangesExport())}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
