import type { IsoInstant } from '#model/identifiers.ts';
import { isHidden, listNames, usedLists, type About } from '#model/snapshot.ts';
import { describeAge } from './ages.ts';
import { partialOf } from './list-words.ts';

export const nothingToPull = 'The registry declares nothing to pull.';

/** Which data a site shows, and how old they are: one line, and one for each fresh list with gaps. */
export function describeSnapshot(about: About, now: IsoInstant): string {
	const used = usedLists(about);
	if (used.length === 0) return nothingToPull;
	const age = (instant: IsoInstant) => describeAge(Date.parse(now) - Date.parse(instant));
	if (about.sample) {
		return `The site shows sample data (invented), made on ${about.pulledAt.slice(0, 10)} (${age(about.pulledAt)}).`;
	}
	const fresh = listNames.filter((list) => about.lists[list].state === 'fresh');
	const stale = listNames.flatMap((list) => {
		const state = about.lists[list];
		return state.state === 'stale' ? [`${list} from ${age(state.pulledAt)}`] : [];
	});
	const hidden = listNames.filter((list) => isHidden(about.lists[list]));
	const missing = listNames.filter(
		(list) => about.lists[list].state === 'missing' && !hidden.includes(list),
	);
	const partial = listNames.flatMap((list) => {
		const why = partialOf(about.lists[list]);
		return why === null ? [] : [`${list}: ${why}`];
	});
	const parts = [
		`${String(fresh.length)} of ${String(used.length)} lists fresh`,
		...(stale.length > 0 ? [`stale: ${stale.join(', ')}`] : []),
		...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
		...(hidden.length > 0 ? [`not public: ${hidden.join(', ')}`] : []),
	];
	const sums = `The site shows data from ${about.source}, last pulled ${about.pulledAt} (${age(about.pulledAt)}): ${parts.join('; ')}.`;
	return [sums, ...partial].join('\n');
}
