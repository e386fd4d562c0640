import { ancestorsOf, samePath } from '../access.ts';
import { type Answer, unauthorized } from '../answer.ts';
import { toMemberEntity } from '../entities/user-entity.ts';
import { findGroup } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import type { Question } from '../question.ts';
import type { WorldMember } from '../world.ts';

export function answerMembers(question: Question): Answer {
	if (question.viewer.user === null) throw unauthorized();
	return listMembers(question, findGroup(question).members);
}

/** Inherited ones too; who is there more than once has the highest role. */
export function answerAllMembers(question: Question): Answer {
	const { world, viewer } = question;
	if (viewer.user === null) throw unauthorized();
	const group = findGroup(question);
	const above = ancestorsOf(group.path);
	const inherited = world.groups
		.filter(({ path }) => above.some((ancestor) => samePath(ancestor, path)))
		.flatMap(({ members }) => members);
	const highest = new Map<string, WorldMember>();
	for (const member of [...group.members, ...inherited]) {
		const known = highest.get(member.username);
		if (known === undefined || known.accessLevel < member.accessLevel) {
			highest.set(member.username, member);
		}
	}
	return listMembers(question, [...highest.values()]);
}

function listMembers(question: Question, members: readonly WorldMember[]): Answer {
	const { world, params } = question;
	const query = params.text('query')?.toLowerCase() ?? '';
	const [only, skip] = [params.integers('user_ids'), params.integers('skip_users')];
	const state = params.choice('state', ['awaiting', 'active']);
	const rows = members
		.flatMap((member) => {
			const user = world.users.find(({ username }) => username === member.username);
			return user === undefined ? [] : [{ member, user }];
		})
		.filter(({ user }) => `${user.name} ${user.username}`.toLowerCase().includes(query))
		.filter(({ user }) => only.length === 0 || only.includes(user.id))
		.filter(({ user }) => !skip.includes(user.id))
		// The state of the membership, not of the account: nobody of the world awaits theirs.
		.filter(() => state !== 'awaiting')
		.toSorted(compareBy(({ user }) => user.id, 'asc'));
	return paged(question, rows, ({ member, user }) => toMemberEntity(world, member, user));
}
