/** The days of the milestones, to subscribe to. */
import type { APIRoute } from 'astro';
import { readMilestonesIcs } from '#blocks/read/feeds.ts';

export const prerender = true;

export const GET: APIRoute = async () =>
	new Response(await readMilestonesIcs(), {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
	});
