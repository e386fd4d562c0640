import type { IsoDate } from '#model/identifiers.ts';
import type { WorldProject, WorldRelease, WorldTag } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';
import type { ProjectDraft } from './draft.ts';
import type { Kind } from './kinds.ts';
import { people } from './people.ts';
import { chance, numberFor, pick } from '../seed.ts';
import { seasonOf } from './seasons.ts';
import type { SpecialState } from './states.ts';

interface SampleVersion {
	name: string;
	date: IsoDate;
}

/** Releases and tags, the newest first. */
export function sampleVersions(
	draft: ProjectDraft,
	usual: Kind['versions'],
): Pick<WorldProject, 'releases' | 'tags'> {
	const { path, state, today } = draft;
	const how = howFor(draft, state, usual);
	if (how === 'none') return { releases: [], tags: [] };
	const versions = versionsOf(draft);
	const tags = versions.map((version) => tagOf(path, version));
	const nightly = tagOf(path, { name: 'nightly', date: addDays(today, -1) });
	const releases =
		how === 'releases' ? versions.map(({ name, date }) => release(path, name, date)) : [];
	return {
		tags: [...tags, { ...nightly, message: null }],
		releases:
			state === 'upcoming-first' ? [upcoming(path, versions, today), ...releases] : releases,
	};
}

/** A project that is expected to make releases makes them. */
function howFor(
	{ releaseOverdueAfterDays }: ProjectDraft,
	state: SpecialState | undefined,
	usual: Kind['versions'],
): Kind['versions'] {
	if (state === 'no-versions') return 'none';
	if (state === 'tags-only') return 'tags';
	if (state === 'upcoming-first' || releaseOverdueAfterDays !== undefined) return 'releases';
	return usual;
}

/** Down from the newest, so that v0.10.0 and v0.9.0 are both there, to v0.1.0. */
function versionsOf(draft: ProjectDraft): SampleVersion[] {
	const newest = 3 + numberFor(`minor ${draft.path}`, 9);
	return datesOf(draft)
		.slice(0, newest)
		.map((date, back) => ({ name: `v0.${String(newest - back)}.0`, date }));
}

/** Most projects have released something lately; of those that ought to have, some are late. */
function datesOf({ path, today, releaseOverdueAfterDays: overdue }: ProjectDraft): IsoDate[] {
	const season = seasonOf(`release ${path}`, today, 5);
	const isLate = chance(`late ${path} ${String(season)}`, 20);
	const some = numberFor(`released ${path}`, 1000);
	const since =
		overdue === undefined
			? 3 + (some % 80)
			: isLate
				? overdue + 3 + (some % 30)
				: 2 + (some % overdue);
	const every = 14 + numberFor(`cadence ${path}`, 40);
	return Array.from({ length: 12 }, (_, back) => addDays(today, -since - back * every));
}

function tagOf(path: string, { name, date }: SampleVersion): WorldTag {
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
function upcoming(path: string, versions: readonly SampleVersion[], today: IsoDate): WorldRelease {
	const minor = Number(versions[0]?.name.split('.')[1] ?? 0) + 1;
	const planned = release(path, `v0.${String(minor)}.0`, addDays(today, 24));
	return { ...planned, createdAt: instantOn(addDays(today, -2), planned.tag) };
}
