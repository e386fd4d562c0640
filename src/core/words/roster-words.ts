import { reasonOf } from './list-words.ts';
import type { Roster } from '#model/roster.ts';
import type { ListState } from '#model/snapshot.ts';

const emptyWords: Record<Roster['kind'], string> = {
	'team-by-manager-role': 'Nobody: no manager in the company’s list of people matches this role.',
	'team-by-departments': 'Nobody: no one in the company’s list of people is in these departments.',
	'stable-counterparts':
		'Nobody: no counterpart in the company’s list of people matches this role.',
};

/** What has to be said about a roster before or instead of its rows. `null`: nothing. */
export function describeRoster(
	kind: Roster['kind'],
	rowCount: number,
	state: ListState,
): string | null {
	if (state.state === 'missing') {
		return `We can’t say who this is: the company’s list of people hasn’t been pulled yet. ${reasonOf(state) ?? ''}`;
	}
	if (rowCount === 0) return emptyWords[kind];
	if (state.state === 'stale') {
		return 'This is from the last time we could read the company’s list of people.';
	}
	return null;
}
