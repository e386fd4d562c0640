import type { Roster, RosterKind, RosterRow } from '#model/roster.ts';
import type { About } from '#model/snapshot.ts';
import { siteData } from '#site-data.ts';

/** A roster, its rows in order, and the snapshot they are from. */
export interface ReadRoster {
	roster: Roster;
	rows: RosterRow[];
	about: About;
}

/** @throws {Error} when `team.yaml` declares no roster of that id and kind. */
export async function readRoster(id: string, kind: RosterKind): Promise<ReadRoster> {
	const { registry, snapshot } = await siteData();
	const roster = registry.team.rosters.find((one) => one.id === id);
	if (roster?.kind !== kind) {
		throw new Error(
			`A page asks for the roster "${id}" of the kind ${kind}, but content/registry/team.yaml declares ` +
				`${roster ? `it as ${roster.kind}` : 'none of that id'}.\n` +
				'Correct the page, or declare the roster.',
		);
	}
	const rows = snapshot.rows.team
		.filter((row) => row.roster === id)
		.toSorted((a, b) => a.position - b.position);
	return { roster, rows, about: snapshot.about };
}
