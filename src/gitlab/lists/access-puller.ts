import { dayOf } from '#core/base/dates.ts';
import type { Group } from '#model/member.ts';
import { tokenClient } from '#gitlab/transport/client.ts';
import type { CurrentProjects } from './current-projects.ts';
import { pullAccess, type ShownProject } from './pull-access.ts';
import type { Count, Puller, Source } from './source.ts';

const needsToken =
	'GitLab tells with whom a project is shared only to those who sign in, and no token is set. ' +
	'Set GITLAB_TOKEN to a token with the scope read_api, then run npm run pull.';

/** Which access our groups have to our projects: only groups and projects that strangers see. */
export function accessPuller(
	{ url, token, requester, registry, lastGood, now }: Source,
	count: Count,
	{
		currentProjects,
		groups,
	}: {
		currentProjects: () => Promise<CurrentProjects>;
		groups: () => Promise<Group[]>;
	},
): Puller {
	// Which projects a stranger sees changes rarely: the last answer does when GitLab fails to say so now.
	const shownProjects = () =>
		currentProjects().then(toShown, (error: unknown) => {
			const before = lastGood?.rows.projects.flatMap(({ path: declared, facts }) =>
				facts ? [{ declared, id: facts.id, path: facts.path }] : [],
			);
			if (before?.length) return before;
			throw error;
		});
	return {
		of: 1,
		pull: async (onStep) => {
			if (token === undefined) return { access: { kind: 'impossible', reason: needsToken } };
			const [seen, shown] = await Promise.all([groups(), shownProjects()]);
			const visible = seen.filter((group) => group.visible).map(({ path }) => path);
			const declared = shown.filter(({ declared: path }) =>
				registry.projects.some((project) => project.path === path),
			);
			const client = tokenClient(url, token, requester, (address) => {
				count('access', address);
			});
			const rows = await pullAccess(client, declared, visible, dayOf(now));
			onStep();
			const mayBeEmpty = visible.length === 0 || declared.length === 0;
			return { access: { kind: 'rows', rows, mayBeEmpty } };
		},
	};
}

function toShown(projects: CurrentProjects): ShownProject[] {
	return Array.from(projects, ([declared, { basic }]) => ({
		declared,
		id: basic.id,
		path: basic.path,
	}));
}
