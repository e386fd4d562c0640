/** The consumers of the API for programs. */
import type { APIRoute } from 'astro';
import { readConsumersExport } from '#blocks/read/exports.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(`${JSON.stringify(await readConsumersExport())}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
