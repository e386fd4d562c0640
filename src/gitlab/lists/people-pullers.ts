import type { Group } from '#model/member.ts';
import { tokenClient } from '#gitlab/transport/client.ts';
import { forReaders, GitLabError } from '#gitlab/transport/errors.ts';
import type { RosterRow } from '#model/roster.ts';
import type { Why } from '#model/snapshot.ts';
import { knownList, type AskedGroups } from './kept-groups.ts';
import { findPublishedGroups, pullMembers } from './pull-people.ts';
import { withoutToken, type Count, type Puller, type Source } from './source.ts';

export type Groups = () => Promise<AskedGroups<Group>>;

export function groupsPuller(groups: Groups): Puller {
	return {
		of: 1,
		pull: async (onStep) => {
			const { list } = await groups();
			onStep();
			return { groups: { kind: 'rows', ...list } };
		},
	};
}

const needsToken = withoutToken('the members of a group');

export function membersPuller(
	{ url, token, requester, registry, lastGood }: Source,
	count: Count,
	groups: Groups,
): Puller {
	const publishing = registry.people.filter(({ publishMembers }) => publishMembers);
	return {
		of: publishing.length,
		pull: async (onStep) => {
			if (publishing.length === 0) return { members: { kind: 'rows', rows: [], mayBeEmpty: true } };
			if (token === undefined) return { members: { kind: 'impossible', ...needsToken } };
			const seen = await groups();
			const published = findPublishedGroups(registry.people, seen.list.rows);
			const client = tokenClient(url, token, requester, count('members'));
			const known = knownList(lastGood, 'members');
			const { list } = await pullMembers(client, published, seen.failed, known, onStep);
			return { members: { kind: 'rows', ...list, mayBeEmpty: published.length === 0 } };
		},
	};
}

export function teamPuller(source: Source, ask: () => Promise<RosterRow[]>): Puller {
	const { team } = source.registry;
	return {
		of: 1,
		pull: async (onStep) => {
			const rows = await ask().catch(unlessUnreachable);
			if ('kind' in rows) return { team: rows };
			onStep();
			// That a role fits nobody is an answer, unless it did fit somebody before.
			const { about, rows: before } = source.lastGood ?? {};
			const hadRows =
				about?.teamSource === team.source && before !== undefined && before.team.length > 0;
			return { team: { kind: 'rows', rows, mayBeEmpty: !hadRows } };
		},
	};
}

/** A host beside GitLab that gives no answer at all cannot be asked from here. */
function unlessUnreachable(error: unknown): { kind: 'impossible' } & Why {
	if (error instanceof GitLabError && error.kind === 'network') {
		return { kind: 'impossible', reason: error.message, forReaders: forReaders(error) };
	}
	throw error;
}
