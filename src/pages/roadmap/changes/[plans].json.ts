/** The plans of the last days, for the page of changes: it compares any two of them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readRecentPlans, readSlipCounts } from '#blocks/read/recent-plans.ts';
import type { ChangesData } from '#components/changes/changes-data.ts';
import { findPlanTitles } from '#core/plan/changes/compare-plans.ts';
import { packPlans } from '#core/plan/changes/pack-plans.ts';
import { hasPlan } from '#core/snapshot/configured-lists.ts';
import { siteData } from '#site-data.ts';

export const prerender = true;

export const getStaticPaths = (async () =>
	hasPlan((await siteData()).registry)
		? [{ params: { plans: 'plans' } }]
		: []) satisfies GetStaticPaths;

export const GET: APIRoute = async () => {
	const { plan: rules } = (await siteData()).registry;
	const plans = await readRecentPlans();
	const data: ChangesData = {
		plans: packPlans(plans),
		rules,
		titles: findPlanTitles(plans, rules),
		slips: Object.fromEntries(await readSlipCounts()),
	};
	return new Response(`${JSON.stringify(data)}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
};
