import { reasonOf } from './list-words.ts';
import type { Roster } from '#model/roster.ts';
import type { ListState } from '#model/snapshot.ts';

const emptyWords: Record<Roster['kind'], string> = {
	'team-by-manager-role':
		'Nobody: the company’s list of people has no manager with the role that is looked for.',
	'team-by-departments':
		'Nobody: the company’s list of people has nobody in the departments that are looked for.',
	'stable-counterparts':
		'Nobody: the company’s list of people has no counterpart with the role that is looked for.',
};

/** What has to be said about a roster before or instead of its rows. `null`: nothing. */
export function describeRoster(
	kind: Roster['kind'],
	rowCount: number,
	state: ListState,
): string | null {
	if (state.state === 'missing') {
		return `Who stands here is unknown, since the company’s list of people is missing. ${reasonOf(state) ?? ''}`;
	}
	if (rowCount === 0) return emptyWords[kind];
	if (state.state === 'stale') {
		return 'This is how it was when the company’s list of people was last got; since then it could not be.';
	}
	return null;
}
