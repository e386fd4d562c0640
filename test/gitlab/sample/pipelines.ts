import type { IsoDate } from '#model/identifiers.ts';
import { idFor, pick } from '../seed.ts';
import type { WorldPipeline } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';
import { seasonOf } from './seasons.ts';

/** The last three of the default branch, and a newer one of another branch. */
export function samplePipelines(
	path: string,
	branch: string,
	last: IsoDate,
	today: IsoDate,
): WorldPipeline[] {
	const newest = idFor(`pipeline ${path}`);
	return Array.from({ length: 4 }, (_, back) => {
		const key = `pipeline ${path} ${String(back)}`;
		const day = addDays(last, -Math.max(0, back - 1) * 3);
		return {
			id: newest - back,
			iid: 400 - back,
			status: back === 0 ? 'failed' : statusOf(`${path} ${String(back)}`, today),
			source: back === 2 ? 'schedule' : 'push',
			ref: back === 0 ? 'sample-branch' : branch,
			sha: back === 1 ? null : idFor(key).toString(16).padStart(40, '0'),
			createdAt: instantOn(day, key).replace(/T../, 'T05'),
			updatedAt: instantOn(day, key),
		};
	});
}

/** A branch stays broken, or whole, for weeks. */
function statusOf(key: string, today: IsoDate): string {
	const season = seasonOf(`status ${key}`, today, 4);
	return pick(`status ${key} ${String(season)}`, [
		'success',
		'success',
		'success',
		'success',
		'success',
		'success',
		'failed',
		'running',
		'canceled',
	]);
}
