/** What has changed from day to day, as a feed, and the days of the milestones, to subscribe to. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readChangesAtom, readMilestonesIcs } from '#blocks/read/feeds.ts';
import { feedAddresses, findFeeds, type FeedName } from '#core/publish/feeds/addresses.ts';
import { siteData } from '#site-data.ts';

const feeds: Record<FeedName, { type: string; render: () => Promise<string> }> = {
	changes: { type: 'application/atom+xml; charset=utf-8', render: readChangesAtom },
	milestones: { type: 'text/calendar; charset=utf-8', render: readMilestonesIcs },
};

export const getStaticPaths = (async () =>
	findFeeds((await siteData()).registry).map((feed) => ({
		params: { file: feedAddresses[feed].replace('/feeds/', '') },
		props: { feed },
	}))) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props: { feed } }) => {
	const { type, render } = feeds[feed];
	return new Response(await render(), { headers: { 'Content-Type': type } });
};
