import type { IsoDate } from '#model/identifiers.ts';
import type { WorldProject, WorldRelease, WorldTag } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';
import type { KnownFacts } from './facts.ts';
import type { Kind } from './kinds.ts';
import { people } from './people.ts';
import { numberFor, pick } from '../seed.ts';
import type { SpecialState } from './states.ts';

/** Releases and tags, the newest first. */
export function sampleVersions(
	path: string,
	usual: Kind['versions'],
	facts: KnownFacts,
	state: SpecialState | undefined,
	today: IsoDate,
): Pick<WorldProject, 'releases' | 'tags'> {
	const how = facts.latest ? 'releases' : howFor(state, usual);
	if (how === 'none') return { releases: [], tags: [] };
	const dates = datesOf(path, facts, today);
	const names = namesOf(path, facts);
	const tags = names.map((name, index) => tagOf(path, name, dates[index] ?? today));
	const releases =
		how === 'releases' ? names.map((name, i) => release(path, name, dates[i] ?? today)) : [];
	return {
		tags: [...tags, { ...tagOf(path, 'nightly', addDays(today, -1)), message: null }],
		releases: state === 'upcoming-first' ? [upcoming(path, names, today), ...releases] : releases,
	};
}

function howFor(state: SpecialState | undefined, usual: Kind['versions']): Kind['versions'] {
	if (state === 'no-versions') return 'none';
	if (state === 'tags-only') return 'tags';
	return state === 'upcoming-first' ? 'releases' : usual;
}

/** Twelve or so names down from the newest, so that v0.10.0 and v0.9.0 are both there. */
function namesOf(path: string, { latest }: KnownFacts): string[] {
	if (latest) return [latest.tag];
	const newest = 3 + numberFor(`minor ${path}`, 9);
	return Array.from({ length: newest }, (_, back) => `v0.${String(newest - back)}.0`);
}

/** A known date counts from that day on; before it, and without one, the date is invented. */
function datesOf(path: string, { latest }: KnownFacts, today: IsoDate): IsoDate[] {
	if (latest?.date !== undefined && latest.date <= today) return [latest.date];
	const newest = 3 + numberFor(`released ${path}`, 90);
	return Array.from({ length: 12 }, (_, back) => addDays(today, -newest - back * 31));
}

function tagOf(path: string, name: string, date: IsoDate): WorldTag {
	const message = `Version ${name.slice(1)}`;
	return { name, message, committedAt: instantOn(date, `${path}@${name}`) };
}

function release(path: string, tag: string, date: IsoDate): WorldRelease {
	const at = instantOn(date, `${path}@${tag}`);
	return {
		tag,
		name: tag,
		description: 'Sample data: this release is invented.',
		createdAt: at,
		releasedAt: at,
		author: pick(`${path}@${tag}`, people),
	};
}

/** Planned for a day to come, though its tag is there: the newest by date, but not out. */
function upcoming(path: string, names: readonly string[], today: IsoDate): WorldRelease {
	const minor = Number(names[0]?.split('.')[1] ?? 0) + 1;
	const planned = release(path, `v0.${String(minor)}.0`, addDays(today, 24));
	return { ...planned, createdAt: instantOn(addDays(today, -2), planned.tag) };
}
