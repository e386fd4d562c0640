import { z } from 'zod';
import type { Group, Member } from '#model/member.ts';
import type { DeclaredGroup } from '#model/declared.ts';
import type { AnonymousClient, TokenClient } from '#gitlab/transport/client.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import { withoutNameless } from '#gitlab/parse/nameless.ts';
import { askGroups, type AskedGroups, type KnownList } from './kept-groups.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawGroup, RawMember } from '#gitlab/parse/raw.ts';
import { isPerson, toGroup, toMember } from '#gitlab/parse/to-model.ts';

/** The declared groups as a stranger sees them. One that a stranger does not see is a row too. */
export async function pullGroups(
	client: AnonymousClient,
	declared: readonly DeclaredGroup[],
	known?: KnownList<Group>,
): Promise<AskedGroups<Group>> {
	const paths = declared.map(({ path }) => path);
	return askGroups(
		paths,
		known,
		({ path }) => path,
		async (path) => {
			const answer: unknown = await client.groups
				.show(path, { withProjects: false })
				.catch(unlessNotVisible);
			const unseen: Group = { path, visible: false, name: null, webUrl: null };
			if (answer === undefined) return [unseen];
			const raw = parseAnswer(RawGroup, answer, `the group ${path}`, 'Groups API');
			const isPublic = raw.visibility === null || raw.visibility === 'public';
			return [isPublic ? toGroup(raw, path) : unseen];
		},
	);
}

/** Groups whose members may be published: the registry says so, and strangers see the group. */
export function findPublishedGroups(
	declared: readonly DeclaredGroup[],
	groups: readonly Group[],
): Group[] {
	return groups.filter(
		({ path, visible }) =>
			visible && declared.some((group) => group.path === path && group.publishMembers),
	);
}

/**
 * The people in these groups: direct members, without bots and without blocked accounts. Of a group
 * that GitLab failed to show to strangers nobody is asked for: with a token it answers even if that is
 * private by now.
 */
export async function pullMembers(
	client: TokenClient,
	groups: readonly Group[],
	unseen: AskedGroups<Group>['failed'],
	known: KnownList<Member> | undefined,
	onGroup: () => void,
): Promise<AskedGroups<Member>> {
	const paths = groups.map(({ path }) => path);
	return askGroups(
		paths,
		known,
		({ group }) => group,
		async (path) => {
			const failure = unseen.get(path);
			const asked = failure
				? Promise.reject(failure.error)
				: client.members.all(path, { perPage: 100 });
			const answer: unknown = await asked.finally(onGroup);
			const named = withoutNameless(answer, 'username');
			return parseAnswer(z.array(RawMember), named, `the members of ${path}`, 'Members API')
				.filter(isPerson)
				.map((member) => toMember(member, path));
		},
	);
}
