import { expect, test } from 'vitest';
import { keepPublished } from '#core/snapshot/published.ts';
import { Team } from '#model/roster.ts';
import { aRegistry, aRosterRow, aSnapshot, teamSource } from '../../../builders.ts';

test('rosters that are declared no more go, and the rest are counted', () => {
	const roster = { id: 'members', title: 'Members', kind: 'team-by-manager-role', role: 'Manager' };
	const registry = aRegistry({ team: Team.parse({ source: teamSource, rosters: [roster] }) });
	const rows = { team: [aRosterRow(), aRosterRow({ roster: 'former' })] };
	const kept = keepPublished(aSnapshot({ rows }), registry);
	expect(kept.rows.team).toEqual([aRosterRow()]);
	expect(kept.about.lists.team).toMatchObject({ rows: 1 });
});
