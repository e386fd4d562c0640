import { dayOf } from '#core/base/dates.ts';
import type { Group } from '#model/member.ts';
import { anonymousClient, tokenClient } from '#gitlab/transport/client.ts';
import { isAnswered, type CurrentProjects } from './current-projects.ts';
import type { PartFailure } from './part-failure.ts';
import { pullAccess, type ShownProject } from './pull-access.ts';
import { withoutToken, type Count, type Puller, type Source } from './source.ts';

const needsToken = withoutToken('with whom a project is shared');

/** Which access our groups have to our projects: only groups and projects that strangers see. */
export function accessPuller(
	{ url, token, requester, now }: Source,
	count: Count,
	needs: { currentProjects: () => Promise<CurrentProjects>; groups: () => Promise<Group[]> },
): Puller {
	return {
		of: 1,
		pull: async (onStep) => {
			const [seen, declared] = await Promise.all([
				needs.groups(),
				needs.currentProjects().then(toShown),
			]);
			const visible = seen.filter((group) => group.visible).map(({ path }) => path);
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
			const rows = await pullAccess(clients, declared, visible, dayOf(now));
			onStep();
			return { access: { kind: 'rows', rows, mayBeEmpty } };
		},
	};
}

/** Not those that GitLab failed to answer for: a token would see them even if they are private by now. */
function toShown(projects: CurrentProjects): (ShownProject & { unlisted?: PartFailure })[] {
	return [...projects].flatMap(([declared, project]) => {
		if (!isAnswered(project)) return [];
		const { basic, sharedWith, unlisted } = project;
		return { declared, id: basic.id, path: basic.path, sharedWith, ...(unlisted && { unlisted }) };
	});
}
