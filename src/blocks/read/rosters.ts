import { getCollection, getEntry } from 'astro:content';
import type { Roster, RosterKind, RosterRow } from '#model/roster.ts';
import type { About } from '#model/snapshot.ts';
import { readAbout } from './snapshot.ts';

/** A roster, its rows in order, and the snapshot they are from. */
export interface ReadRoster {
	roster: Roster;
	rows: RosterRow[];
	about: About;
}

/** @throws {Error} when `team.yaml` declares no roster of that id and kind. */
export async function readRoster(id: string, kind: RosterKind): Promise<ReadRoster> {
	const declared = await getEntry('declaredRosters', id);
	if (declared?.data.kind !== kind) {
		throw new Error(
			`A page asks for the roster "${id}" of the kind ${kind}, but content/registry/team.yaml declares ` +
				`${declared ? `it as ${declared.data.kind}` : 'none of that id'}.\n` +
				'Correct the page, or declare the roster.',
		);
	}
	const entries = await getCollection('team', ({ data }) => data.roster === id);
	const rows = entries.map(({ data }) => data).toSorted((a, b) => a.position - b.position);
	return { roster: declared.data, rows, about: await readAbout() };
}
