import { findCallChanges, type CallChangesOfDay } from '#core/consumers/call-changes.ts';
import type { Consumer } from '#core/consumers/consumer.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { findMajorNotices, type MajorNotice } from '#core/consumers/impact.ts';
import { siteData } from '#site-data.ts';
import { oncePerBuild } from './once-per-build.ts';

/** All declared consumers with what their source says, in the order of the registry. */
export const readConsumers = oncePerBuild(async (): Promise<Consumer[]> => {
	const { registry, snapshot, history } = await siteData();
	return findConsumers(registry, snapshot, history.calls);
});

/**
 * What consumers have begun to call, and call no more, the newest day first. Of those that strangers
 * do not see any more nothing is told, although it was read while they did.
 */
export const readCallChanges = oncePerBuild(async (): Promise<CallChangesOfDay[]> => {
	const { registry, history } = await siteData();
	const shown = (await readConsumers()).filter(({ reading }) => reading !== null);
	const consumers = shown.map(({ declared }) => declared);
	return findCallChanges(history.calls, { api: registry.api, consumers });
});

/** By when people have to be told of a change in each of the next major milestones. */
export const readMajorNotices = oncePerBuild(async (): Promise<MajorNotice[]> => {
	const { registry, snapshot, today } = await siteData();
	return findMajorNotices(registry.api, snapshot.rows.milestones, registry.plan, today);
});
