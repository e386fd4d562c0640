/** What has changed from day to day, as a feed. */
import type { APIRoute } from 'astro';
import { readChangesAtom } from '#blocks/read/feeds.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(await readChangesAtom(), {
		headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
	});
