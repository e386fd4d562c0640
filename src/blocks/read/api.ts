import { getCollection, getEntry } from 'astro:content';
import { site } from '#site.ts';
import { findCallChanges, type CallChangesOfDay } from '#core/consumers/call-changes.ts';
import type { Consumer } from '#core/consumers/consumer.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { dayOf } from '#core/base/dates.ts';
import { findMajorNotices, type MajorNotice } from '#core/consumers/impact.ts';
import type { Api } from '#model/api.ts';
import type { CallsOfDay } from '#model/history.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readAbout, readPlanRules } from './snapshot.ts';

/** The public API of the team. */
export async function readApi(): Promise<Api> {
	const entry = await getEntry('api', 'api');
	// The loader throws when there is no file, so this is for a collection that was renamed.
	if (!entry) throw new Error('The collection "api" of src/content.config.ts has no entry "api".');
	return entry.data;
}

/** All declared consumers with what their source says, in the order of the registry. */
export const readConsumers = oncePerBuild(async (): Promise<Consumer[]> => {
	const [about, api, history, declared] = await Promise.all([
		readAbout(),
		readApi(),
		readCallHistory(),
		getCollection('declaredConsumers'),
	]);
	const [consumers, evidence, libraries] = await Promise.all([
		getCollection('consumers'),
		getCollection('evidence'),
		getCollection('libraries'),
	]);
	const places = new Map(declared.map(({ data: { path, place } }) => [path.toLowerCase(), place]));
	return findConsumers(
		{ site, api, consumers: declared.map(({ data }) => data) },
		{
			about,
			rows: {
				consumers: consumers.map(({ data }) => data),
				evidence: evidence.map(({ data }) => data),
				libraries: libraries.map(({ data }) => data),
			},
		},
		history,
		(_, path) => places.get(path.toLowerCase()),
	);
});

/** What consumers called on earlier days, of the same kind of snapshot from the same GitLab. */
const readCallHistory = oncePerBuild(async (): Promise<CallsOfDay[]> => {
	const { sample, source } = await readAbout();
	const days = await getCollection(
		'callHistory',
		({ data }) => data.sample === sample && data.source === source,
	);
	return days.map(({ data }) => data);
});

/**
 * What consumers have begun to call, and call no more, the newest day first. Of those that strangers
 * do not see any more nothing is told, although it was read while they did.
 */
export const readCallChanges = oncePerBuild(async (): Promise<CallChangesOfDay[]> => {
	const [history, api, consumers] = await Promise.all([
		readCallHistory(),
		readApi(),
		readConsumers(),
	]);
	const shown = consumers.filter(({ reading }) => reading !== null);
	return findCallChanges(history, { api, consumers: shown.map(({ declared }) => declared) });
});

/** By when people have to be told of a change in each of the next major milestones. */
export const readMajorNotices = oncePerBuild(async (): Promise<MajorNotice[]> => {
	const [about, api, rules, milestones] = await Promise.all([
		readAbout(),
		readApi(),
		readPlanRules(),
		getCollection('milestones'),
	]);
	return findMajorNotices(
		api,
		milestones.map(({ data }) => data),
		rules,
		dayOf(about.pulledAt),
	);
});
