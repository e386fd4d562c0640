import { dayOf } from '#core/base/dates.ts';
import type { Group } from '#model/member.ts';
import { anonymousClient, tokenClient } from '#gitlab/transport/client.ts';
import { isAnswered, type CurrentProjects } from './current-projects.ts';
import { findListingFailure, type Listings } from './listings.ts';
import { pullAccess, type ShownProject } from './pull-access.ts';
import { withoutToken, type Count, type Puller, type Source } from './source.ts';

const needsToken = withoutToken('with whom a project is shared');

/** Which access our groups have to our projects: only groups and projects that strangers see. */
export function accessPuller(
	{ url, token, requester, registry, lastGood, now }: Source,
	count: Count,
	{
		currentProjects,
		listings,
		groups,
	}: {
		currentProjects: () => Promise<CurrentProjects>;
		listings: () => Promise<Listings>;
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
			// With a token all of it can be asked for elsewhere.
			const orNone = (error: unknown): Listings => {
				if (token === undefined) throw error;
				return { byId: new Map(), byPath: new Map(), failed: [] };
			};
			const [seen, shown, listed] = await Promise.all([
				groups(),
				shownProjects(),
				listings().catch(orNone),
			]);
			const visible = seen.filter((group) => group.visible).map(({ path }) => path);
			const declared = shown
				.filter(({ declared: path }) => registry.projects.some((project) => project.path === path))
				.map((project) => ({ ...project, sharedWith: listed.byId.get(project.id)?.sharedWith }));
			const failure = declared.flatMap(({ path }) => findListingFailure(listed, path) ?? [])[0];
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

function toShown(projects: CurrentProjects): Omit<ShownProject, 'sharedWith'>[] {
	return [...projects].flatMap(([declared, project]) => {
		const known = isAnswered(project) ? project.basic : project.before?.facts;
		return known ? [{ declared, id: known.id, path: known.path }] : [];
	});
}
