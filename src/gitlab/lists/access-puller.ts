import { dayOf } from '#core/base/dates.ts';
import type { ProjectAccess } from '#model/checks.ts';
import { anonymousClient, tokenClient } from '#gitlab/transport/client.ts';
import { isAnswered, type CurrentProjects } from './current-projects.ts';
import { askGroups, knownList } from './kept-groups.ts';
import type { PartFailure } from './part-failure.ts';
import type { Groups } from './people-pullers.ts';
import { pullAccess, type ShownProject } from './pull-access.ts';
import { withoutToken, type Count, type Puller, type Source } from './source.ts';

const needsToken = withoutToken('with whom a project is shared');

/** Which access our groups have to our projects: only groups and projects that strangers see. */
export function accessPuller(
	{ url, token, requester, registry, lastGood, now }: Source,
	count: Count,
	needs: { currentProjects: () => Promise<CurrentProjects>; groups: Groups },
): Puller {
	return {
		of: 1,
		pull: async (onStep) => {
			const [seen, projects] = await Promise.all([needs.groups(), needs.currentProjects()]);
			const declared = toShown(projects);
			const unanswered = new Set(
				[...projects].flatMap(([path, project]) => (isAnswered(project) ? [] : path)),
			);
			const visible = seen.list.rows
				.filter(({ path, visible }) => visible && !seen.failed.has(path))
				.map(({ path }) => path);
			// With a token all of it can be asked for elsewhere.
			const failure = declared.find(({ unlisted }) => unlisted)?.unlisted;
			if (token === undefined && failure) throw failure.error;
			const mayBeEmpty = visible.length === 0 || declared.length === 0;
			const isTold = declared.some(({ sharedWith }) => sharedWith !== undefined);
			if (token === undefined && !mayBeEmpty && !isTold) {
				return { access: { kind: 'impossible', ...needsToken } };
			}
			const onAttempt = count('access');
			const clients = {
				anonymous: anonymousClient(url, requester, onAttempt),
				token: token === undefined ? undefined : tokenClient(url, token, requester, onAttempt),
			};
			const known = knownList(lastGood, 'access');
			// Of a project that GitLab failed to answer for its last good rows are kept, as are its facts.
			const rows = [
				...(known?.rows.filter(({ project }) => unanswered.has(project)) ?? []),
				...(await pullAccess(clients, declared, visible, dayOf(now))),
			];
			const ofGroups = registry.people.map(({ path }) => path);
			const { list, failed } = await askGroups(ofGroups, known, groupOf, (group) => {
				const failure = seen.failed.get(group);
				return failure
					? Promise.reject(failure.error)
					: Promise.resolve(rows.filter((row) => groupOf(row) === group));
			});
			onStep();
			return {
				access: { kind: 'rows', ...list, mayBeEmpty: mayBeEmpty || failed.size > 0 },
			};
		},
	};
}

const groupOf = ({ group }: ProjectAccess) => group;

/** Not those that GitLab failed to answer for: a token would see them even if they are private by now. */
function toShown(projects: CurrentProjects): (ShownProject & { unlisted?: PartFailure })[] {
	return [...projects].flatMap(([declared, project]) => {
		if (!isAnswered(project)) return [];
		const { basic, sharedWith, unlisted } = project;
		return { declared, id: basic.id, path: basic.path, sharedWith, ...(unlisted && { unlisted }) };
	});
}
