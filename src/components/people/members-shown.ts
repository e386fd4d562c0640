import { isSamePath } from '#core/base/paths.ts';
import { partialOf, reasonOf } from '#core/words/list-words.ts';
import { compareText } from '#model/order.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { Group, Member } from '#model/member.ts';
import type { DeclaredGroup } from '#model/declared.ts';
import { keptFromOf, pulledAtOf, type ListState } from '#model/snapshot.ts';

/** Who is shown of a group. Nobody, and why, unless all is there that allows it. */
export type MembersShown =
	/** `keptFrom`: that day's answer, since GitLab failed to answer for the group since. */
	{ members: Member[]; keptFrom: IsoInstant | null } | { members: null; why: string };

interface Source {
	declared: Pick<DeclaredGroup, 'path' | 'publishMembers'>;
	/** As strangers see them, and the members of all. */
	groups: readonly Group[];
	members: readonly Member[];
	/** State of the members' list. */
	state: ListState;
}

/** People are named only when the team has agreed and GitLab shows the group to strangers. */
export function findMembersShown({ declared, groups, members, state }: Source): MembersShown {
	const group = groups.find(({ path }) => isSamePath(path, declared.path));
	const why = describeObstacle(declared, group, state);
	if (why !== null) return { members: null, why };
	return {
		keptFrom: state.state === 'fresh' ? keptFromOf(state, declared.path) : null,
		members: members
			.filter((member) => isSamePath(member.group, declared.path))
			.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.username, b.username)),
	};
}

function describeObstacle(
	{ path, publishMembers }: Source['declared'],
	group: Group | undefined,
	state: ListState,
): string | null {
	if (!publishMembers) return "The team doesn't publish who is in this group.";
	if (group === undefined) {
		return "We name nobody here, because we don't know whether this group is public on GitLab.";
	}
	if (!group.visible) {
		return "We name nobody here, because this group isn't public on GitLab.";
	}
	if (pulledAtOf(state, path) === null) {
		return `The list of members isn't available yet. ${reasonOf(state) ?? partialOf(state) ?? ''}`;
	}
	return null;
}
